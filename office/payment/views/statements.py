"""`/ban-lam-viec/thanh-toan/sao-ke/`: bank statements brought, looked at, taken over."""

from collections import Counter

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from office.payment import banking, importing
from office.payment.models.bank import Statement
from office.stages import Refused

from .forms import StatementForm
from .office import OfficePage

WORDS = {
    "settles": gettext_lazy("pays exactly"),
    "known": gettext_lazy("known already"),
    "out": gettext_lazy("left our account"),
    "remittance": gettext_lazy("a courier's remittance"),
    "under": gettext_lazy("too little"),
    "over": gettext_lazy("too much"),
    "late": gettext_lazy("came after it was closed"),
    "double": gettext_lazy("paid twice"),
    "unknown": gettext_lazy("nobody knows what it is for"),
}


class StatementsPage(OfficePage):
    """A file to bring, and those brought."""

    template_name = "office/payment/desk/statements.html"

    def get_context_data(self, **kwargs):
        rows = Statement.objects.defer("lines").select_related("by")
        return super().get_context_data(
            page=self.page_of(rows), tab="statements", **{"form": StatementForm(), **kwargs}
        )

    def post(self, request):
        form = StatementForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                statement = importing.bring(form.cleaned_data["document"], by=request.user)
                return redirect("payment_desk:statement", pk=statement.pk)
            except Refused as refused:
                form.add_error("document", refused.message)
        return self.render_to_response(self.get_context_data(form=form), status=422)


class StatementPage(OfficePage):
    """What each line would do; a button takes them over."""

    template_name = "office/payment/desk/statement.html"

    def get_context_data(self, **kwargs):
        statement = get_object_or_404(Statement, pk=self.kwargs["pk"])
        page = self.page_of(importing.lines_of(statement))
        outlooks = [banking.outlook(line) for line in page.object_list]
        for_page = [(each, WORDS[each.what]) for each in outlooks]
        return super().get_context_data(
            statement=statement,
            page=page,
            lines=for_page,
            sums=[(WORDS[what], n) for what, n in Counter(each.what for each in outlooks).items()],
            tab="statements",
            **kwargs,
        )

    def post(self, request, pk):
        new = importing.take_over(get_object_or_404(Statement, pk=pk), by=request.user)
        messages.success(
            request,
            ngettext("%(n)d new line taken over.", "%(n)d new lines taken over.", new) % {"n": new}
            if new
            else _("Every line was known already: nothing changed."),
        )
        return redirect("payment_desk:statement", pk=pk)
