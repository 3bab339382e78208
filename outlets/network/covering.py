"""How far the network reaches: outlets per former district and beyond the province, against the targets."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.producers.models import Area

from ..models import Outlet, Target
from ..models.outlet import STALE_AFTER
from ..models.recognition import recognised_now

STOPPED = (Outlet.Stage.SUSPENDED, Outlet.Stage.CLOSED)


@dataclass(frozen=True, slots=True)
class Line:
    """Outlets of one place on a day; `wanted` of them are to serve."""

    name: str
    slug: str
    serving: int = 0
    planned: int = 0
    stopped: int = 0
    recognised: int = 0
    stale: int = 0
    wanted: int = 0

    @property
    def known(self):
        """How many are open or to be: where the bar of the stopped ones begins."""
        return self.serving + self.planned

    @property
    def missing(self):
        return max(0, self.wanted - self.serving)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target that is not per district, and how many outlets there are towards it."""

    target: Target
    name: str
    serving: int

    @property
    def met(self):
        return self.serving >= self.target.at_least


@dataclass(frozen=True, slots=True)
class Coverage:
    """The board on `day`: a line per former district, one for all other provinces, the sum, and the targets."""

    day: object
    lines: list[Line]
    outside: Line
    total: Line
    goals: list[Goal]
    basis: str

    @property
    def gaps(self):
        return [line for line in self.lines if line.missing]


def coverage(day=None):
    """The board of coverage on `day`, by today's stages. 4 queries, however many outlets there are."""
    day = day or timezone.localdate()
    counted = {row["commune__area"]: row for row in _counted(day)}
    targets = list(Target.objects.in_force(day))
    each = [target for target in targets if target.scope == Target.Scope.EACH_AREA]
    wanted = sum(target.at_least for target in each)
    lines = [
        _line(area.short_name, area.slug, counted.get(area.pk), wanted)
        for area in Area.objects.order_by("slug")
    ]
    outside = _line(_("Other provinces"), "", counted.get(None))
    rows = [*lines, outside]
    total = Line(
        _("The whole network"),
        "",
        serving=sum(row.serving for row in rows),
        planned=sum(row.planned for row in rows),
        stopped=sum(row.stopped for row in rows),
        recognised=sum(row.recognised for row in rows),
        stale=sum(row.stale for row in rows),
        wanted=wanted * len(lines),
    )
    basis = "; ".join(dict.fromkeys(target.legal_basis for target in each))
    return Coverage(day, lines, outside, total, _goals(targets, outside), basis)


def _counted(day):
    serving = Q(stage__in=Outlet.SERVING)
    old = Q(verified_on=None) | Q(verified_on__lt=day - STALE_AFTER)
    return (
        Outlet.objects.annotate(is_recognised=recognised_now(day))
        .order_by()
        .values("commune__area")
        .annotate(
            serving=Count("pk", filter=serving),
            planned=Count("pk", filter=Q(stage=Outlet.Stage.PLANNED)),
            stopped=Count("pk", filter=Q(stage__in=STOPPED)),
            recognised=Count("pk", filter=serving & Q(is_recognised=True)),
            stale=Count("pk", filter=serving & old),
        )
    )


def _line(name, slug, row, wanted=0):
    if row is None:
        return Line(name, slug, wanted=wanted)
    return Line(
        name,
        slug,
        serving=row["serving"],
        planned=row["planned"],
        stopped=row["stopped"],
        recognised=row["recognised"],
        stale=row["stale"],
        wanted=wanted,
    )


def _goals(targets, outside):
    """The targets of the province and beyond it, each with what stands towards it."""
    kinds = dict(
        Outlet.objects.serving()
        .filter(commune__area__isnull=False)
        .order_by()
        .values_list("kind")
        .annotate(n=Count("pk"))
    )
    found = []
    for target in targets:
        if target.scope == Target.Scope.OUTSIDE:
            found.append(Goal(target, _("Points of sale in other provinces"), outside.serving))
        elif target.scope == Target.Scope.PROVINCE:
            reached = kinds.get(target.kind, 0) if target.kind else sum(kinds.values())
            name = Outlet.Kind(target.kind).label if target.kind else _("points of sale in the province")
            found.append(Goal(target, str(name), reached))
    return found
