"""What waits on the desks: returns to answer, goods to look at, invoices to issue; for the shop, what buyers brought."""

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
    link = reverse("returns_desk:index")
    mine = of(user, Return.objects.order_by())
    tasks = []
    if may_decide(user):
        number = mine.filter(stage=Stage.ESCALATED).count()
        tasks.append(todo.Task(_("Returns to decide"), number, f"{link}?trang-thai={Stage.ESCALATED}"))
    if acts_for_somebody(user):
        waiting = mine.filter(stage=Stage.ASKED).count()
        expected = mine.filter(stage__in=(Stage.ACCEPTED, Stage.RECEIVED)).count()
        looked = of(user, FailedDelivery.objects.filter(sellable=None)).count()
        tasks += [
            todo.Task(_("Returns to answer"), waiting, f"{link}?trang-thai={Stage.ASKED}"),
            todo.Task(_("Returns to finish"), expected, f"{link}?trang-thai={Stage.ACCEPTED}"),
            todo.Task(_("Goods that came back to look at"), looked, link),
        ]
    return tasks


def invoice_tasks(user):
    if not acts_for_somebody(user):
        return []
    waiting = of(user, InvoiceRequest.objects.filter(stage=InvoiceRequest.Stage.ASKED)).count()
    return [todo.Task(_("Invoices to issue"), waiting, reverse("returns_desk:invoices"))]


def register_trays():
    todo.register(todo.Tray(_("Returns"), "returns_desk:index", has_returns, return_tasks))
    todo.register(todo.Tray(_("Invoices"), "returns_desk:invoices", has_returns, invoice_tasks))
