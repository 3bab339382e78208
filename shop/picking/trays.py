"""What orders to fetch put on the desk and on the keeper's front page."""

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from office.todo import Task, Tray, register
from outlets import today
from outlets.models import Outlet
from shop.order.models import PickUp

from . import reading, rules


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(_("Orders to fetch"), "picking:index", rules.may_open, tasks))
    today.register(
        today.Section(
            "pick-ups", _("Orders to fetch"), lines, _("Nobody has to fetch anything."), "picking:outlet",
            _("To the orders"), 20,
        )
    )  # fmt: skip


def tasks(user):
    """What waits for the keeper at the outlets one keeps; for the shop manager, what nobody fetched anywhere."""
    link = reverse("picking:index")
    if rules.reads_all(user):
        return [Task(_("Orders nobody fetched in time"), PickUp.objects.over().count(), link)]
    rows = PickUp.objects.filter(outlet__in=Outlet.objects.kept_by(user))
    come = rows.arriving().filter(parcel__stage="handed_over")
    return [
        Task(_("Orders to lay aside"), rows.to_lay_aside().count(), link),
        Task(_("Parcels that are coming"), come.count(), link),
        Task(_("Orders nobody fetched in time"), rows.over().count(), link),
    ]


def lines(outlet, day):
    """Counts only: who buys is no business of all who read the day."""
    found = reading.counts_of(outlet)
    link = reverse("picking:outlet", args=[outlet.pk])
    said = []
    if n := found["aside"]:
        text = ngettext("%(n)d order to lay aside", "%(n)d orders to lay aside", n)
        said.append(
            today.Line(text % {"n": n}, gettext("The buyer is told at once."), link=link, urgent=True)
        )
    if n := found["arriving"]:
        text = ngettext("%(n)d parcel is coming", "%(n)d parcels are coming", n)
        said.append(today.Line(text % {"n": n}, link=f"{link}?muc=arriving"))
    if n := found["ready"]:
        text = ngettext("%(n)d order waits for its buyer", "%(n)d orders wait for their buyers", n)
        said.append(today.Line(text % {"n": n}, link=f"{link}?muc=ready"))
    return said
