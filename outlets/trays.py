"""What outlets put on the desk, and on the keeper's front page."""

from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from catalogue.templatetags.ocop import dong
from office.todo import Task, Tray, register

from . import today
from .models import Consignment, NetworkReport, Note, Outlet, RecognitionApplication, ShelfItem, Visit
from .network import reporting, verifying
from .rules import is_keeper, runs_network
from .stock import books, shelving
from .views import consignments, group_codes, keeper
from .views import visits as visit_pages

register_today = today.register  # what rooms above call for a section of their own


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(_("Point of sale"), "keeping:index", keeper.may_open, keeper_tasks))
    register(Tray(_("Goods at points of sale"), "keeping:goods", consignments.may_open_goods, maker_tasks))
    register_today(
        today.Section(
            "consignment", _("Goods in commission"), consignment, _("Nothing waits here."), "keeping:consignments",
            _("To the goods"), 40,
        )
    )  # fmt: skip
    register(Tray(_("Network of points of sale"), "outlet_office:index", runs_network, network_tasks))
    register(Tray(_("Recognition"), "outlet_office:applications", only_keeps, recognition_tasks))
    register(Tray(_("Half-year reports"), "outlet_office:reports", only_keeps, report_tasks))
    register_today(
        today.Section(
            "network", _("For the Department"), for_the_department, _("Nothing waits here."), position=60
        )
    )
    register(Tray(_("Visits"), "visits:index", visit_pages.may_open, visit_tasks))
    register(Tray(_("Group codes"), "visits:codes", group_codes.may_open))
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
    """False signs, counts due, goods on their way and terms to answer at the outlets one keeps."""
    mine = Outlet.objects.kept_by(user)
    link = reverse("keeping:index")
    signs = ShelfItem.objects.with_false_sign().filter(outlet__in=mine)
    counts = Consignment.objects.count_due().filter(outlet__in=mine)
    coming = Note.objects.filter(stage=Note.Stage.UNDER_WAY, consignment__outlet__in=mine)
    disputed = Note.objects.disputed().filter(consignment__outlet__in=mine)
    return [
        Task(_("Star signs to take off the shelf"), signs.count(), link),
        Task(_("Counts of goods in commission due"), counts.count(), link),
        Task(_("Notes producers say are not right"), disputed.count(), link),
        Task(_("Deliveries and terms to answer"), coming.count() + _asked_keepers(mine).count(), link),
    ]


def maker_tasks(user):
    """Notes of outlets to confirm, and terms to answer."""
    notes = Note.objects.to_confirm().filter(consignment__producer__users=user)
    terms = Consignment.objects.filter(producer__users=user, offered__isnull=False, by_outlet=True)
    link = reverse("keeping:goods")
    return [
        Task(_("Notes of points of sale to confirm"), notes.count(), link),
        Task(_("Terms of points of sale to answer"), terms.count(), link),
    ]


def _asked_keepers(outlets):
    return Consignment.objects.filter(outlet__in=outlets, offered__isnull=False, by_outlet=False)


def visit_tasks(user):
    """Visits to answer, and those whose day has passed without a word about them."""
    link = reverse("visits:index")
    return [
        Task(_("Visits to answer"), visit_pages.waiting_for(user).count(), link),
        Task(_("Visits: did the group come?"), visit_pages.undecided(user).count(), link),
    ]


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
            link=reverse("visits:visit", args=[row.pk]),
        )
        for row in rows
    ]
    waiting = Visit.objects.filter(outlet=outlet, stage=stage.ASKED, day__gte=day).count()
    if waiting:
        text = ngettext("%(n)d visit waits for your answer", "%(n)d visits wait for your answer", waiting)
        lines.append(today.Line(text % {"n": waiting}, link=reverse("visits:index"), urgent=True))
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


def consignment(outlet, day):
    """Counts due, goods on their way, terms to answer, and what is owed to producers."""
    rows = list(Consignment.objects.filter(outlet=outlet).select_related("producer"))
    lines = [
        today.Line(
            gettext("Count due: %(producer)s") % {"producer": row.producer.name},
            link=reverse("keeping:count", args=[row.pk]),
            urgent=True,
        )
        for row in rows
        if row.count_is_due
    ]
    coming = Note.objects.filter(consignment__outlet=outlet, stage=Note.Stage.UNDER_WAY)
    lines += [
        today.Line(
            gettext("On its way from %(producer)s") % {"producer": note.consignment.producer.name},
            detail=gettext("Check it when it comes, then confirm note %(number)s.") % {"number": note.number},
            link=note.get_absolute_url(),
        )
        for note in coming.for_pages()
    ]
    disputed = Note.objects.disputed().filter(consignment__outlet=outlet)
    lines += [
        today.Line(
            gettext("%(producer)s says note %(number)s is not right")
            % {"producer": note.consignment.producer.name, "number": note.number},
            link=note.get_absolute_url(),
            urgent=True,
        )
        for note in disputed.for_pages()
    ]
    lines += [
        today.Line(
            gettext("%(producer)s offers terms") % {"producer": row.producer.name},
            link=row.get_absolute_url(),
        )
        for row in rows
        if row.offered is not None and not row.by_outlet
    ]
    owed = sum(books.debts_of(rows).values()) if rows else 0
    if owed > 0:
        lines.append(
            today.Line(
                gettext("Owed to producers: %(amount)s") % {"amount": dong(owed)},
                link=reverse("keeping:consignments", args=[outlet.pk]),
            )
        )
    return lines


def only_keeps(user):
    """Keepers who do not run the network: the Department has these pages in its own tray."""
    return is_keeper(user) and not runs_network(user)


def network_tasks(user):
    """Applications that wait, outlets nobody verified, reports overdue."""
    return [
        Task(
            _("Applications for recognition to decide"),
            RecognitionApplication.objects.undecided().count(),
            reverse("outlet_office:applications"),
        ),
        Task(
            _("Points of sale not verified for 90 days"),
            Outlet.objects.stale().count(),
            f"{reverse('outlet_office:index')}?can-xac-nhan=1",
        ),
        Task(
            _("Half-year reports overdue"),
            NetworkReport.objects.overdue().count(),
            f"{reverse('outlet_office:reports')}?xem=qua-han",
        ),
    ]


def recognition_tasks(user):
    """Applications one has begun and not submitted."""
    drafts = RecognitionApplication.objects.filter(
        stage=RecognitionApplication.Stage.DRAFT, outlet__in=Outlet.objects.kept_by(user)
    )
    return [Task(_("Applications to fill in"), drafts.count(), reverse("outlet_office:applications"))]


def report_tasks(user):
    """Reports of the outlets one keeps that are not handed in; links that wait for a tap."""
    waiting = reporting.reports_for(user).waiting()
    return [
        Task(_("Half-year reports to hand in"), waiting.count(), reverse("outlet_office:reports")),
        Task(_("Points of sale to confirm"), verifying.unconfirmed(user).count(), reverse("keeping:index")),
    ]


def for_the_department(outlet, day):
    """Reports not handed in and an application being filled in."""
    lines = [
        today.Line(
            gettext("Report for the %(period)s") % {"period": report.period},
            detail=gettext("Due on %(day)s.") % {"day": f"{report.due_on:%d/%m/%Y}"},
            link=reverse("outlet_office:report", args=[report.pk]),
            urgent=report.due_on < day,
        )
        for report in outlet.reports.waiting()
    ]
    lines += [
        today.Line(
            gettext("Application for recognition"),
            detail=str(each.stage_label).capitalize(),
            link=reverse("outlet_office:application", args=[each.pk]),
        )
        for each in outlet.applications.filter(stage__in=RecognitionApplication.RUNNING)
    ]
    return lines
