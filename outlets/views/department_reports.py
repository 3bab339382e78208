"""Coverage, half-year reports, and the state of the network as a file."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView, View

from catalogue.producers.models import Commune
from office.acts import ActView
from office.tables import XLSX

from ..finding import mapping
from ..models import NetworkReport, Outlet, ShelfItem
from ..network import letters, reporting
from ..network.covering import coverage
from ..rules import is_keeper, keeps, runs_network
from .department import ForTheDepartment
from .department_forms import ReportForm

PER_PAGE = 30
LISTS = {"qua-han": _("Overdue"), "cho": _("To be handed in"), "da-nop": _("Handed in")}


@method_decorator(never_cache, name="dispatch")
class CoveragePage(ForTheDepartment, TemplateView):
    """`…/do-phu/`: one line per former district, towards the target."""

    template_name = "outlets/department/coverage.html"

    def get_context_data(self, **kwargs):
        board = coverage()
        most = max(
            [1, *(line.serving + line.planned + line.stopped for line in [*board.lines, board.outside])]
        )
        return super().get_context_data(
            board=board, most=most, dots=dots(), rings=rings(board.lines),
            map_width=mapping.WIDTH, map_height=mapping.HEIGHT, noindex=True, **kwargs,
        )  # fmt: skip


def dots():
    """[{x, y, look}] of all outlets that lie on the picture of the province, those serving on top."""
    rows = Outlet.objects.exclude(latitude=None).order_by().values_list("latitude", "longitude", "stage")
    found = []
    for latitude, longitude, stage in rows:
        look = (
            "serving"
            if stage in Outlet.SERVING
            else "planned"
            if stage == Outlet.Stage.PLANNED
            else "stopped"
        )
        if place := mapping.on_picture(latitude, longitude):
            found.append({"x": round(place[0]), "y": round(place[1]), "look": look})
    return sorted(found, key=lambda dot: dot["look"] == "serving")


def rings(lines):
    """[{x, y, name}]: the former districts below the target, each in the middle of its communes."""
    points, places = mapping.commune_points(), {}
    below = {line.slug: line.name for line in lines if line.missing}
    for code, slug in Commune.objects.filter(area__slug__in=below).values_list("code", "area__slug"):
        if code in points:
            places.setdefault(slug, []).append(points[code])
    found = []
    for slug, near in places.items():
        place = mapping.on_picture(*(sum(each) / len(near) for each in zip(*near, strict=True)))
        if place:
            found.append({"x": round(place[0]), "y": round(place[1]), "name": below[slug]})
    return found


@method_decorator(never_cache, name="dispatch")
class ReportsPage(LoginRequiredMixin, TemplateView):
    """`…/bao-cao/`: the half-year reports one may read."""

    template_name = "outlets/department/reports.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not (runs_network(user) or is_keeper(user)):
            raise PermissionDenied
        rows = reporting.reports_for(user)
        today = timezone.localdate()
        which = self.request.GET.get("xem", "")
        which = which if which in LISTS else ("qua-han" if rows.overdue(today).exists() else "cho")
        rows = {
            "qua-han": rows.overdue(today),
            "cho": rows.waiting().filter(due_on__gte=today),
            "da-nop": rows.exclude(handed_in_at=None),
        }[which]
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, which=which, lists=LISTS.items(), extra=f"&xem={which}", runs=runs_network(user),
            today=today, noindex=True, **kwargs,
        )  # fmt: skip


@method_decorator(never_cache, name="dispatch")
class HandIn(ActView):
    """`…/bao-cao/<pk>/`: the figures of one outlet for half a year."""

    queryset = NetworkReport.objects.select_related("outlet")
    form_class = ReportForm
    template_name = "desk/act.html"
    done = _("Handed in. Thank you.")

    def rule(self, user, thing):
        return runs_network(user) or keeps(user, thing.outlet)

    def get_initial(self):
        if self.thing.handed_in_at:
            return {name: getattr(self.thing, name) for name in ("goods", "sales", "visitors", "note")}
        shelf = ShelfItem.objects.filter(
            outlet=self.thing.outlet, state=ShelfItem.State.SOLD, product__isnull=False
        )
        return {"goods": shelf.count()}

    def act(self, thing, *, by, **fields):
        return reporting.hand_in(thing, by=by, **fields)

    def next_url(self, thing):
        return reverse("outlet_office:reports") + "?xem=da-nop"

    def get_context_data(self, **kwargs):
        due = _("Due on %(day)s.") % {"day": f"{self.thing.due_on:%d/%m/%Y}"}
        return super().get_context_data(
            heading=_("Report for the %(period)s") % {"period": self.thing.period},
            subject=self.thing.outlet.name, explained=due, button=_("Hand in"),
            back=reverse("outlet_office:reports"), noindex=True, **kwargs,
        )  # fmt: skip


@method_decorator(never_cache, name="dispatch")
class Export(ForTheDepartment, View):
    """`…/xuat/?dang=xlsx|docx`: the state of the network today; the letter is in Vietnamese always."""

    def get(self, request):
        if request.GET.get("dang") == "docx":
            with override("vi"):
                content, kind, ending = letters.letter(), letters.DOCX, "docx"
        else:
            content, kind, ending = letters.workbook(), XLSX, "xlsx"
        answer = HttpResponse(content, content_type=kind)
        name = f"mang-luoi-diem-ban-{timezone.localdate():%Y%m%d}.{ending}"
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        return answer
