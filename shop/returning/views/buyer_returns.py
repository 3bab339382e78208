"""The buyer's returns: asking, following, withdrawing, taking it to the shop."""

from django.forms import Form
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.generic import View

from shop.order.pages import order_for
from shop.returning import claiming, reading, repaying
from shop.returning.forms import ReturnForm, WordsForm
from shop.returning.models import Return
from shop.returning.rules import WITH_GOODS, returnable

from .buyer import OnOrder, private_file


class AskPage(OnOrder):
    """`/don-hang/<number>/kien/<n>/tra-hang/`"""

    form_class = ReturnForm
    template_name = "shop/returning/ask.html"
    heading = gettext_lazy("Return or report goods")
    done = gettext_lazy("The maker has your request and answers here.")

    def load(self):
        rows = self.order.parcels.filter(number=self.kwargs["parcel"]).select_related("producer")
        self.found = rows.prefetch_related(*WITH_GOODS).first()
        if self.found is None:
            raise Http404
        self.found.order = self.order
        self.lines = returnable([self.found]).get(self.found.pk, [])
        worth = sum(int(each.line.line_price_incl_tax) for each in self.lines)
        self.account_needed = repaying.return_needs_account(self.order, worth)

    def post(self, request, *args, **kwargs):
        """A form sent twice leads to its return: what may be sent back is less by it, so it is not read again."""
        if there := claiming.asked_before(self.found, request.POST.get("key", "").replace("\x00", "")):
            return redirect(there.get_absolute_url())
        return super().post(request, *args, **kwargs)

    def get_initial(self):
        return {"key": get_random_string(32)}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"lines": self.lines, "account_needed": self.account_needed}

    def get_context_data(self, **kwargs):
        return super().get_context_data(parcel=self.found, lines=self.lines, **kwargs)

    def act(self, form):
        data = form.cleaned_data
        return claiming.ask(
            self.found,
            form.pieces(),
            reason=data["reason"],
            text=data["text"],
            wanted=data["wanted"],
            pictures=data["pictures"],
            account=form.account(),
            key=data["key"],
            by=self.by,
        )

    def next_url(self):
        return self.made.get_absolute_url()


class OnReturn(OnOrder):
    """A page of one return of this order."""

    form_class = Form

    def load(self):
        rows = Return.objects.filter(parcel__order=self.order, number=self.kwargs["ref"])
        self.found = rows.select_related("parcel__producer", "refund").first()
        if self.found is None:
            raise Http404
        self.found.parcel.order = self.order

    def get_context_data(self, **kwargs):
        return super().get_context_data(thing=self.found, **kwargs)

    def next_url(self):
        return self.found.get_absolute_url()


class ReturnPage(OnReturn):
    """`/don-hang/<number>/tra-hang/<ref>/`: where it stands and what can be done now."""

    http_method_names = ["get", "head"]
    template_name = "shop/returning/return.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            steps=reading.steps(self.found),
            state=reading.state_sentence(self.found),
            money=reading.money_sentence(self.found),
            lines=self.found.lines.select_related("line"),
            pictures=self.found.pictures.all(),
            acts=reading.buyer_may(self.found),
            complaint=self.found.stage in (Return.Stage.REFUSED, Return.Stage.DECIDED)
            and f"{reverse('complaints:complain')}?don={self.order.number}",
            **kwargs,
        )


class WithdrawPage(OnReturn):
    template_name = "shop/returning/withdraw.html"
    heading = gettext_lazy("Withdraw the return")
    done = gettext_lazy("You have withdrawn the return.")

    def act(self, form):
        return claiming.withdraw(self.found, by=self.by)


class EscalatePage(OnReturn):
    form_class = WordsForm
    template_name = "shop/returning/escalate.html"
    heading = gettext_lazy("Ask the shop to decide")
    done = gettext_lazy("The shop manager looks at it and decides.")

    def act(self, form):
        return claiming.escalate(self.found, by=self.by, **form.cleaned_data)


@method_decorator(never_cache, name="dispatch")
class Picture(View):
    """One picture of a return, for whoever opens the order's page."""

    def get(self, request, number, ref, pk):
        order = order_for(request, number)
        found = Return.objects.filter(parcel__order=order, number=ref).first()
        picture = found and found.pictures.select_related("paper").filter(pk=pk).first()
        if not picture:
            raise Http404
        return private_file(picture.paper)
