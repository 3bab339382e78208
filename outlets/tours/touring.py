"""An operator drafts a tour, publishes it once it can be and every host has said yes, and takes it off again."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue import picturing
from catalogue.producers.folding import fold
from office.editing import refuse_overtaken
from office.stages import Refused

from ..models import Itinerary, Operator, Stop, Visit
from ..models.itinerary import MOST_DAYS, MOST_GUESTS
from ..rules import acts_for
from .stringing import locked, opened, refuse_on_site
from .surveying import of_itinerary, problems

TEXTS = frozenset(
    {"title_vi", "title_en", "summary_vi", "summary_en", "price_note_vi", "price_note_en", "languages"}
)
FRAME = frozenset(
    {"days", "group_min", "group_max", "by_coach", "season_from", "season_to", "weekdays"}
)  # what a plan depends on
EDITED_FACTS = TEXTS | FRAME

ANSWERS = (*Visit.LIVE, Visit.Stage.HAPPENED, Visit.Stage.DECLINED)
KEPT = (*Visit.AGREED, Visit.Stage.NO_SHOW)  # the host stood by its word


@transaction.atomic
def draft(operator, *, by, **facts):
    """A tour nobody sees yet. Raises `Refused` unless `by` acts for an operator that may lead, and at the
    field for sizes and texts that cannot be.
    """
    if not acts_for(by, operator):
        raise Refused(_("This is another operator."))
    operator = Operator.objects.get(pk=operator.pk)  # suspended, perhaps, since the page was read
    _refuse_without_licence(operator)
    itinerary = Itinerary(operator=operator, slug="")
    _write(itinerary, facts)
    itinerary.slug = _free_slug(facts["title_vi"])
    itinerary.save()
    return itinerary


@transaction.atomic
def revise(itinerary, *, by, seen="", **facts):
    """Change the facts of a tour; returns it. What stops then cannot be shows as a problem of the draft.

    On the site only its texts change. Raises `Refused` as `draft` does, for fewer days than have stops, and when
    somebody else saved since its print was `seen` (`office.editing`).
    """
    itinerary = locked(itinerary, by=by)
    refuse_overtaken(itinerary, EDITED_FACTS, seen, facts)
    if any(getattr(itinerary, name) != facts[name] for name in FRAME & set(facts)):
        refuse_on_site(itinerary)
    last = (
        Stop.objects.filter(itinerary=itinerary).order_by("-day").values_list("day", flat=True).first() or 1
    )
    if facts.get("days", last) < last:
        raise Refused(_("Day %(day)d still has stops.") % {"day": last}, field="days")
    _write(itinerary, facts)
    itinerary.save(update_fields=[*facts, "title", "summary", "price_note", "changed_at"])
    return itinerary


@transaction.atomic
def illustrate(itinerary, upload, *, alt, by, illustration=False):
    """Show an uploaded picture on top of the tour. Raises `Refused` to others, and when it is no picture.

    An `illustration` is a drawing, and its page says so.
    """
    if not acts_for(by, itinerary.operator):
        raise Refused(_("This is another operator's tour."))
    if upload.size > picturing.MAX_BYTES:
        raise Refused(_("The picture is larger than 10 MB. Please send a smaller one."), field="picture")
    title = itinerary.title_vi
    itinerary.picture = picturing.store_picture(
        upload.read(),
        title=title,
        alt=alt.strip() or title,
        illustration=illustration,
        by=by,
        field="picture",
    )
    itinerary.picture_set = picturing.renditions_of(itinerary.picture)
    itinerary.save(update_fields=["picture", "picture_set", "changed_at"])
    return itinerary


@transaction.atomic
def publish(itinerary, *, by):
    """Put the tour on the site.

    Raises `Refused` while its licence does not allow it, a day has no stop, a stop cannot be
    (`surveying.problems`), or a host has not said yes (`unanswered`).
    """
    itinerary = opened(itinerary, by=by)
    _refuse_without_licence(itinerary.operator)
    stops = list(of_itinerary(itinerary))
    with_stops = {stop.day for stop in stops}
    if empty := [day for day in range(1, itinerary.days + 1) if day not in with_stops]:
        raise Refused(_("Day %(day)d has no stop yet.") % {"day": empty[0]})
    if found := problems(itinerary, stops):
        raise Refused(found[0].sentence)
    if waiting := unanswered(itinerary, stops):
        raise Refused(waiting[0].sentence)
    itinerary.advance(Itinerary.Stage.PUBLISHED, by=by)
    return itinerary


@transaction.atomic
def withdraw(itinerary, *, by):
    """Take the tour off the site; its address says so. Raises `Refused` to others."""
    return _leave_site(itinerary, Itinerary.Stage.WITHDRAWN, by)


@transaction.atomic
def rework(itinerary, *, by):
    """Take the tour back to a draft, to change its stops. Raises `Refused` to others."""
    return _leave_site(itinerary, Itinerary.Stage.DRAFT, by)


@transaction.atomic
def discard(itinerary, *, by):
    """Throw a draft away that never was on the site. Raises `Refused` when it was, or a visit belongs to it."""
    itinerary = opened(itinerary, by=by)
    if itinerary.moves().exists() or Visit.objects.filter(itinerary=itinerary).exists():
        raise Refused(_("It was on the site or has visits: it can be withdrawn, not thrown away."))
    itinerary.delete()


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A stop whose host has not agreed to it, why as a sentence, its visit under way; `apart` when host and
    operator agreed on another time than the plan says.
    """

    stop: Stop
    sentence: str
    visit: Visit | None = None
    apart: bool = False


def unanswered(itinerary, stops=None):
    """[`Unanswered`] of the stops whose host has not agreed to be visited at that time. 1 query.

    A stop is agreed when a visit there is confirmed for its arrival, and none is asked or proposed. A group that
    was received leaves its time agreed, until the host declines another one.
    """
    stops = list(of_itinerary(itinerary)) if stops is None else stops
    visits: dict[int | None, list] = {}
    for visit in Visit.objects.filter(stop__itinerary=itinerary, stage__in=ANSWERS):
        visits.setdefault(visit.stop_id, []).append(visit)
    found = (_answer_of(stop, visits.get(stop.pk, [])) for stop in stops if stop.host)
    return [each for each in found if each]


def _answer_of(stop, visits):
    said = {"name": str(stop), "time": f"{stop.starts:%H:%M}"}
    declined = max((visit.pk for visit in visits if visit.stage == Visit.Stage.DECLINED), default=0)
    visits = [visit for visit in visits if _counts(visit, stop, declined)]
    for visit in visits:
        if visit.stage == Visit.Stage.PROPOSED:
            return Unanswered(stop, _("“%(name)s” proposes another time: answer first.") % said, visit)
    for visit in visits:
        if visit.stage == Visit.Stage.ASKED:
            return Unanswered(stop, _("“%(name)s” has not answered yet.") % said, visit)
    if not visits:
        return Unanswered(stop, _("“%(name)s” has not been asked yet.") % said)
    if all(visit.starts != stop.starts for visit in visits):
        agreed = f"{visits[0].starts:%H:%M}"
        why = _("“%(name)s” agreed to %(agreed)s, the plan says %(time)s.") % {**said, "agreed": agreed}
        return Unanswered(stop, why, visits[0], apart=True)
    return None


def _counts(visit, stop, declined):
    """Whether a visit says something about the plan of today: one that is over does about its own time."""
    if not visit.is_at(stop):
        return False
    if visit.stage in Visit.LIVE and visit.begins_at > timezone.now():
        return True
    over = visit.stage == Visit.Stage.CONFIRMED
    if visit.stage == Visit.Stage.HAPPENED:
        over = visit.pk > declined
    return over and visit.starts == stop.starts


def doubts(itineraries):
    """{key of a stop: sentence}: what visitors have to know where a host of these tours on the site agrees to
    its time no longer, or is asked for another one. Read from the visits as they are now. 1 query.
    """
    by_stop: dict[int | None, list] = {}
    visits = Visit.objects.filter(stop__itinerary__in=itineraries).select_related("stop")
    for visit in visits.order_by("pk"):
        if visit.is_at(visit.stop):
            by_stop.setdefault(visit.stop_id, []).append(visit)
    found = {key: _doubt(visits[0].stop, visits) for key, visits in by_stop.items()}
    return {key: sentence for key, sentence in found.items() if sentence}


def doubted(itineraries):
    """Keys of those of these tours on the site that have a doubt. 2 queries."""
    return set(Stop.objects.filter(pk__in=doubts(itineraries)).values_list("itinerary_id", flat=True))


def _doubt(stop, visits):
    under_way = [visit for visit in visits if visit.stage in Visit.OPEN and not visit.is_lapsed]
    for visit in under_way:
        if (asked := visit.proposed_starts or visit.starts) != stop.starts:
            return _(
                "The time of arrival is being agreed anew with the host: perhaps %(time)s, not %(plan)s."
            ) % {"time": f"{asked:%H:%M}", "plan": f"{stop.starts:%H:%M}"}
    if under_way or any(visit.stage in KEPT for visit in visits):
        return ""
    return _("At present the host has not agreed to a visit.")


def _leave_site(itinerary, stage, by):
    if not acts_for(by, itinerary.operator):
        raise Refused(_("This is another operator's tour."))
    itinerary.advance(stage, by=by)
    return itinerary


def _write(itinerary, facts):
    if unknown := set(facts) - TEXTS - FRAME:
        raise TypeError(f"no facts of a tour: {sorted(unknown)}")
    for name, value in facts.items():
        setattr(itinerary, name, value.strip() if isinstance(value, str) else value)
    if not itinerary.title_vi:
        raise Refused(_("Give the tour a title."), field="title_vi")
    _refuse_frame(itinerary)


def _refuse_frame(itinerary):
    if not 1 <= itinerary.days <= MOST_DAYS:
        raise Refused(_("A tour has from 1 to %(most)d days.") % {"most": MOST_DAYS}, field="days")
    if not 1 <= itinerary.group_max <= MOST_GUESTS:
        raise Refused(_("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS}, field="group_max")
    if not 1 <= itinerary.group_min <= itinerary.group_max:
        raise Refused(
            _("The smallest group has at least 1 guest and not more than the largest."), field="group_min"
        )
    for name in ("season_from", "season_to"):
        if not 1 <= getattr(itinerary, name) <= 12:
            raise Refused(_("Choose a month."), field=name)


def _refuse_without_licence(operator):
    if operator.licence_expired:
        raise Refused(_("The licence ran out on %(day)s.") % {"day": f"{operator.licence_until:%d/%m/%Y}"})
    if not operator.may_lead:
        raise Refused(_("The Department has to check the licence first."))


def _free_slug(title):
    """The address of a new tour: its title without diacritics, with a number where that is taken."""
    base = slugify(fold(title))[:70] or "tour"
    taken = {"goi-y"} | set(Itinerary.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    if base not in taken:
        return base
    return next(name for n in range(2, len(taken) + 3) if (name := f"{base}-{n}") not in taken)
