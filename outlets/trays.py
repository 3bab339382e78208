"""What outlets put on the desk, and on the keeper's front page."""

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from office.todo import Task, Tray, register

from . import shelving, today
from .models import Outlet, ShelfItem, Visit
from .views import keeper

register_today = today.register  # what rooms above call for a section of their own


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(_("Point of sale"), "keeping:index", keeper.may_open, keeper_tasks))
    register_today(today.Section("visits", _("Visits today"), visits, _("No visit today."), position=10))
    register_today(
        today.Section(
            "shelf",
            _("Shelf"),
            shelf,
            _("Everything was seen today."),
            "keeping:shelf",
            _("To the shelf"),
            30,
        )
    )


def keeper_tasks(user):
    """False signs at the outlets one keeps."""
    mine = Outlet.objects.kept_by(user)
    signs = ShelfItem.objects.with_false_sign().filter(outlet__in=mine)
    return [Task(_("Star signs to take off the shelf"), signs.count(), reverse("keeping:index"))]


def visits(outlet, day):
    """The groups of the day, and what still waits for an answer."""
    stage = Visit.Stage
    coming = (stage.CONFIRMED, stage.HAPPENED, stage.NO_SHOW)
    rows = Visit.objects.filter(outlet=outlet, day=day, stage__in=coming).select_related("operator")
    lines = [
        today.Line(
            ngettext("%(n)d guest", "%(n)d guests", row.size) % {"n": row.size} + f" · {row.operator}",
            detail=" · ".join(part for part in (str(row.stage_label).capitalize(), row.note) if part),
            at=row.starts,
        )
        for row in rows
    ]
    waiting = Visit.objects.filter(outlet=outlet, stage=stage.ASKED, day__gte=day).count()
    if waiting:
        text = ngettext("%(n)d visit waits for your answer", "%(n)d visits wait for your answer", waiting)
        lines.append(today.Line(text % {"n": waiting}, urgent=True))
    return lines


def shelf(outlet, day):
    """False signs one by one; then how much was not seen today."""
    link = reverse("keeping:shelf", args=[outlet.pk])
    red = ShelfItem.objects.with_false_sign(day).filter(outlet=outlet).for_pages()
    lines = [
        today.Line(str(item), detail=" ".join(shelving.why_red(item) or ()), link=link, urgent=True)
        for item in red
    ]
    unseen = ShelfItem.objects.there().filter(outlet=outlet, last_seen__lt=day).count()
    if unseen:
        text = ngettext("%(n)d item not seen today", "%(n)d items not seen today", unseen)
        lines.append(
            today.Line(text % {"n": unseen}, detail=gettext("One tap each, or all at once."), link=link)
        )
    return lines
