"""What waits on the desks: returns to answer, goods to look at, invoices to issue; for the shop, what buyers brought."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office import todo
from office.roles import has_role

from .answering import may_decide
from .models import FailedDelivery, InvoiceRequest, Return

Stage = Return.Stage


def has_returns(user):
    """People of producers, and the shop manager."""
    return has_role(user, "shop_manager", "administrator") or acts_for_somebody(user)


def of(user, rows):
    """Those of `rows` (with a `parcel`) this person may see: their own producers'; all for the shop manager."""
    if may_decide(user):
        return rows
    return rows.filter(parcel__producer__in=Partner.objects.filter(users=user))


def return_tasks(user):
    """2 queries."""
    link = reverse("returns_desk:index")
    waiting = dict(
        of(user, Return.objects.filter(stage__in=Return.RUNNING))
        .order_by()
        .values_list("stage")
        .annotate(n=Count("pk"))
    )
    tasks = []
    if may_decide(user):
        number = waiting.get(Stage.ESCALATED, 0)
        tasks.append(todo.Task(_("Returns to decide"), number, f"{link}?trang-thai={Stage.ESCALATED}"))
    if acts_for_somebody(user):
        expected = waiting.get(Stage.ACCEPTED, 0) + waiting.get(Stage.RECEIVED, 0)
        looked = of(user, FailedDelivery.objects.filter(sellable=None)).count()
        asked = waiting.get(Stage.ASKED, 0)
        tasks += [
            todo.Task(_("Returns to answer"), asked, f"{link}?trang-thai={Stage.ASKED}"),
            todo.Task(_("Returns to finish"), expected, f"{link}?trang-thai={Stage.ACCEPTED}"),
            todo.Task(_("Goods that came back to look at"), looked, link),
        ]
    return tasks


def invoice_tasks(user):
    """1 query."""
    if not acts_for_somebody(user):
        return []
    waiting = of(user, InvoiceRequest.objects.of_begun().filter(stage=InvoiceRequest.Stage.ASKED)).count()
    return [todo.Task(_("Invoices to issue"), waiting, reverse("returns_desk:invoices"))]


def register_trays():
    todo.register(todo.Tray(_("Returns"), "returns_desk:index", has_returns, return_tasks))
    todo.register(todo.Tray(_("Invoices"), "returns_desk:invoices", has_returns, invoice_tasks))
