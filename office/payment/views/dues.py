"""`/ban-lam-viec/thanh-toan/cac-khoan/`: all that is owed and came; one of them with everything about it."""

from datetime import timedelta

from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.utils import timezone

from office.ledger import reading
from office.payment.gateways import all_of_them
from office.payment.listing import as_file
from office.payment.models.attempt import Attempt
from office.payment.models.callback import Callback
from office.payment.models.due import Due
from office.payment.models.settlement import Settlement
from office.tables import XLSX

from .forms import DuesForm
from .office import OfficePage

LINES = 200  # callbacks and ledger lines shown of one due


class DuesPage(OfficePage):
    """`?q=&trang-thai=&cach=&tu=&den=`; a wrong day is said at its field, and filters nothing."""

    template_name = "office/payment/desk/dues.html"

    def found(self, form):
        """The dues that are asked for, newest first."""
        form.is_valid()
        asked = {name: value for name, value in form.cleaned_data.items() if value}
        dues = Due.objects.all()
        if text := asked.get("q"):
            dues = dues.named(text)
        if state := asked.get("trang-thai"):
            dues = dues.filter(state=state)
        if way := asked.get("cach"):
            dues = dues.by_way(way)
        if first := asked.get("tu"):
            dues = dues.filter(made_at__gte=reading.start_of(first))
        if last := asked.get("den"):
            dues = dues.filter(made_at__lt=reading.start_of(last + timedelta(days=1)))
        return dues

    def get_context_data(self, **kwargs):
        form = DuesForm(self.request.GET)
        came = Settlement.objects.order_by("at", "pk")
        tried = Attempt.objects.filter(state__in=Attempt.LIVE)
        dues = self.found(form).prefetch_related(
            Prefetch("settlements", came, to_attr="came"), Prefetch("attempts", tried, to_attr="tried")
        )
        page = self.page_of(dues)
        name_ways(each for due in page for each in (*due.came, *due.tried))
        asked = self.request.GET.copy()
        for name in ("trang", "q"):
            asked.pop(name, None)
        return super().get_context_data(
            form=form,
            page=page,
            text=self.request.GET.get("q", ""),
            extra=f"&{asked.urlencode()}" if asked else "",
            asked=self.request.GET.urlencode(),
            tab="dues",
            **kwargs,
        )


class DuesFile(DuesPage):
    """The same as a workbook."""

    def get(self, request):
        answer = HttpResponse(as_file(self.found(DuesForm(request.GET))), content_type=XLSX)
        name = f"cac-khoan-{timezone.localdate():%Y%m%d}.xlsx"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer


class DuePage(OfficePage):
    """One due: its tries, what came, what goes back, what was said about it, its lines in the ledger."""

    template_name = "office/payment/desk/due.html"

    def get_context_data(self, **kwargs):
        due = Due.objects.filter(reference=self.kwargs["reference"]).first()
        if due is None:
            raise Http404
        lines = list(reading.rows("", about=due.reference)[:LINES])
        attempts = list(due.attempts.select_related("by"))
        came = list(due.settlements.prefetch_related("fees"))
        refunds = list(due.refunds.select_related("by").prefetch_related("fees"))
        name_ways([*attempts, *came, *refunds])
        return super().get_context_data(
            due=due,
            subject_url=address_of(due.subject),
            attempts=attempts,
            came=came,
            refunds=refunds,
            troubles=due.troubles.select_related("by"),
            told=Callback.objects.about(due).select_related("repeats")[:LINES],
            lines=lines,
            credit=-sum(row.amount for row in lines if row.account.code == "payers"),
            tab="dues",
            **kwargs,
        )


def name_ways(rows):
    """Give each row the name of its way to pay, as the payer reads it; "" for one by hand."""
    names = {way.code: way.label for way in all_of_them()}
    for row in rows:
        row.way = names.get(row.gateway, row.gateway)


def address_of(subject):
    """The page of what is paid for, or ""."""
    address = getattr(subject, "get_absolute_url", None)
    return address() if address else ""
