"""The handshake: an operator asks, the host answers, both hear of every change, the host says what came of it.

Open questions keep their places until `answer_by`; after that they hold nothing, whether tidied up or not.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.listing import may_list
from office.stages import Refused

from ..models import Outlet, Stop, Visit
from ..models.itinerary import MOST_GUESTS
from ..models.visit import LONGEST, moment
from ..network.registering import facts_of_stop
from ..network.signals import outlet_stopped
from ..rules import acts_for, keeps
from . import slots
from .telling import tell_host, tell_operator

ANSWER_WITHIN = timedelta(days=5)
AHEAD = timedelta(days=550)
Stage = Visit.Stage


def hosts(user, visit):
    """Whether `user` answers for the host of this visit."""
    return keeps(user, visit.outlet) if visit.outlet_id else may_list(user, visit.producer)


@transaction.atomic
def ask(operator, *, host, day, starts, minutes, size, language, by, tasting=False, note="", stop=None):
    """Ask a host (an outlet or a producer) to receive a group; returns the `Visit`, which holds its places.

    Raises `Refused` at the field: not by the operator's people, without a valid licence, in the past, too many
    guests, outside the host's hours, full; and when the stop has an open or agreed visit already.
    """
    if not acts_for(by, operator):
        raise Refused(_("This is another operator."))
    _refuse_without_licence(operator)
    host = slots.lock(host)
    _refuse_shape(day, starts, minutes, size)
    slots.refuse_unfit(host, day, starts, minutes, size)
    stop = _stop_at(stop, host)
    live = stop.visits.filter(stage__in=Visit.LIVE) if stop else ()
    if any(visit.binds and not visit.is_lapsed for visit in live):
        raise Refused(_("This stop has a visit already: change that one."), field="host")
    visit = Visit.objects.create(
        operator=operator,
        itinerary=stop.itinerary if stop else None,
        stop=stop,
        outlet=host if isinstance(host, Outlet) else None,
        producer=None if isinstance(host, Outlet) else host,
        day=day,
        starts=starts,
        minutes=minutes,
        size=size,
        language=language,
        tasting=tasting,
        note=note.strip(),
        answer_by=_answer_by(day, starts),
    )
    tell_host(visit, lambda: _("%(operator)s asks for a visit: %(visit)s.") % _said(visit))
    return visit


@transaction.atomic
def change(visit, *, day, starts, minutes, size, language, tasting, note, by):
    """The operator changes what it asked or what was agreed: the host answers anew.

    Raises `Refused` as `ask`, and when the visit is over or called off.
    """
    visit, host = _locked(visit)
    if not acts_for(by, visit.operator):
        raise Refused(_("This is another operator's visit."))
    _refuse_without_licence(visit.operator)
    _refuse_ended(visit)
    _refuse_shape(day, starts, minutes, size)
    slots.refuse_unfit(host, day, starts, minutes, size, but=visit)
    visit.advance(Stage.ASKED, by=by)
    visit.day, visit.starts, visit.minutes, visit.size = day, starts, minutes, size
    visit.language, visit.tasting, visit.note = language, tasting, note.strip()
    visit.proposed_day = visit.proposed_starts = None
    visit.answer_by = _answer_by(day, starts)
    visit.save()
    tell_host(
        visit, lambda: _("%(operator)s changed a visit; please answer again: %(visit)s.") % _said(visit)
    )
    return visit


@transaction.atomic
def confirm(visit, *, by):
    """The host says yes. Raises `Refused` to others, when it is past, or the places have gone meanwhile."""
    visit, host = _locked(visit)
    _refuse_to_others(visit, by)
    if visit.stage != Stage.ASKED:
        raise Refused(_("It is not your turn: the visit is “%(stage)s”.") % {"stage": visit.stage_label})
    _refuse_past(visit.day, visit.starts)
    slots.refuse_unfit(host, visit.day, visit.starts, visit.minutes, visit.size, but=visit)
    visit.advance(Stage.CONFIRMED, by=by)
    tell_operator(visit, lambda: _("%(host)s says yes: %(visit)s.") % _said(visit))
    return visit


@transaction.atomic
def propose(visit, *, day, starts, by, reason=""):
    """The host names another time, also for what was agreed. Raises `Refused` as `confirm` for that time."""
    visit, host = _locked(visit)
    _refuse_to_others(visit, by)
    _refuse_ended(visit)
    _refuse_past(day, starts)
    if (day, starts) == (visit.day, visit.starts):
        raise Refused(_("This is the time that was asked for."), field="starts")
    slots.refuse_unfit(host, day, starts, visit.minutes, visit.size, but=visit)
    visit.proposed_day, visit.proposed_starts = day, starts
    visit.answer_by = min(_answer_by(visit.day, visit.starts), _answer_by(day, starts))
    visit.save(update_fields=["proposed_day", "proposed_starts", "answer_by"])
    time = f"{starts:%H:%M} {day:%d/%m/%Y}"
    visit.advance(Stage.PROPOSED, by=by, reason=": ".join(filter(None, [time, reason.strip()])))
    tell_operator(
        visit,
        lambda: (
            _("%(host)s proposes %(time)s instead: %(visit)s. %(reason)s")
            % {**_said(visit, reason), "time": time}
        ),
    )
    return visit


@transaction.atomic
def accept(visit, *, by):
    """The operator takes the proposed time. Raises `Refused` to others, without a valid licence, and when it
    cannot be any more.
    """
    visit, host = _locked(visit)
    if not acts_for(by, visit.operator):
        raise Refused(_("This is another operator's visit."))
    _refuse_without_licence(visit.operator)
    if visit.stage != Stage.PROPOSED:
        raise Refused(_("Nothing is proposed: the visit is “%(stage)s”.") % {"stage": visit.stage_label})
    _refuse_past(visit.proposed_day, visit.proposed_starts)
    slots.refuse_unfit(host, visit.proposed_day, visit.proposed_starts, visit.minutes, visit.size, but=visit)
    visit.advance(Stage.CONFIRMED, by=by)
    visit.day, visit.starts = visit.proposed_day, visit.proposed_starts
    visit.proposed_day = visit.proposed_starts = None
    visit.save(update_fields=["day", "starts", "proposed_day", "proposed_starts"])
    tell_host(visit, lambda: _("%(operator)s takes your time: %(visit)s.") % _said(visit))
    return visit


@transaction.atomic
def decline(visit, *, reason, by):
    """The host says no, with a reason. Raises `Refused` to others, without a reason, or when it is agreed."""
    visit, _host = _locked(visit)
    _refuse_to_others(visit, by)
    _say_why(reason)
    visit.advance(Stage.DECLINED, by=by, reason=reason.strip())
    tell_operator(
        visit, lambda: _("%(host)s cannot receive the group: %(visit)s. %(reason)s") % _said(visit, reason)
    )
    return visit


@transaction.atomic
def cancel(visit, *, reason, by):
    """Either side calls it off, with a reason; the other hears of it. Raises `Refused` once the time has come."""
    visit, _host = _locked(visit)
    ours = acts_for(by, visit.operator)
    if not ours and not hosts(by, visit):
        raise Refused(_("This is a visit of others."))
    _say_why(reason)
    if visit.stage == Stage.CONFIRMED and visit.begins_at <= timezone.now():
        raise Refused(_("The time has come: say whether the group was there."))
    visit.advance(Stage.CANCELLED, by=by, reason=reason.strip())
    if ours:
        tell_host(
            visit,
            lambda: _("%(operator)s called the visit off: %(visit)s. %(reason)s") % _said(visit, reason),
        )
    else:
        tell_operator(
            visit, lambda: _("%(host)s called the visit off: %(visit)s. %(reason)s") % _said(visit, reason)
        )
    return visit


@transaction.atomic
def take_place(visit, *, came, by):
    """The group was there: `came` guests were counted. Raises `Refused` before the time, and for odd numbers."""
    visit = _at_the_door(visit, by)
    if not 1 <= came <= MOST_GUESTS:
        raise Refused(_("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS}, field="came")
    visit.advance(Stage.HAPPENED, by=by)
    visit.came = came
    visit.save(update_fields=["came"])
    tell_operator(visit, lambda: _("%(host)s received the group: %(visit)s.") % _said(visit))
    return visit


@transaction.atomic
def miss(visit, *, by):
    """Nobody came. Raises `Refused` to others and before the time."""
    visit = _at_the_door(visit, by)
    visit.advance(Stage.NO_SHOW, by=by)
    tell_operator(visit, lambda: _("%(host)s says nobody came: %(visit)s.") % _said(visit))
    return visit


def end_lapsed(now=None):
    """Call off what nobody answered in time, and tell both sides; returns how many. For the nightly run."""
    return sum(_end_lapsed(visit, now) for visit in Visit.objects.lapsed(now).for_pages())


@transaction.atomic
def _end_lapsed(visit, now):
    visit, _host = _locked(visit)
    if not Visit.objects.lapsed(now).filter(pk=visit.pk).exists():
        return False
    why = _("Nobody answered in time.")
    visit.advance(Stage.CANCELLED, by=None, reason=why)
    for tell in (tell_host, tell_operator):
        tell(visit, lambda: _("A visit lapsed because nobody answered in time: %(visit)s.") % _said(visit))
    return True


def watch():
    """Operators hear when an outlet they asked stops. Called in the app's `ready`."""
    outlet_stopped.connect(_outlet_stopped, dispatch_uid="visits-outlet-stopped")


def _outlet_stopped(sender, *, outlet, **kwargs):
    """Of what is agreed already, `standing` tells both sides."""
    open_stages = (Stage.ASKED, Stage.PROPOSED)
    coming = Visit.objects.filter(outlet=outlet, stage__in=open_stages, day__gte=timezone.localdate())
    for visit in coming.for_pages().order_by("pk"):
        facts = facts_of_stop(outlet) | {"visit": _said(visit)["visit"]}
        tell_operator(
            visit,
            lambda facts=facts: (
                _(
                    "“%(outlet)s” serves nobody since %(day)s: %(reason)s. Your visit there is not certain: %(visit)s."
                )
                % facts
            ),
        )


def _locked(visit):
    """The visit as it is now, and its host, under the host's lock and then its own."""
    host = slots.lock(visit.host)
    fresh = Visit.objects.select_for_update(of=("self",), no_key=True).for_pages().get(pk=visit.pk)
    return fresh, host


def _at_the_door(visit, by):
    visit, _host = _locked(visit)
    _refuse_to_others(visit, by)
    if visit.begins_at > timezone.now():
        raise Refused(_("The visit has not begun yet."))
    return visit


def _refuse_without_licence(operator):
    if not operator.may_lead:
        raise Refused(_("The Department has to check the licence first."))


def _refuse_shape(day, starts, minutes, size):
    if not 1 <= size <= MOST_GUESTS:
        raise Refused(_("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS}, field="size")
    if not 5 <= minutes <= LONGEST:
        raise Refused(_("A visit takes from 5 minutes to 12 hours."), field="minutes")
    _refuse_past(day, starts)


def _refuse_past(day, starts):
    if moment(day, starts) <= timezone.now():
        raise Refused(_("This time has passed."), field="day")
    if day > timezone.localdate() + AHEAD:
        raise Refused(_("This is more than a year and a half ahead."), field="day")


def _refuse_ended(visit):
    if visit.stage not in Visit.LIVE:
        raise Refused(_("It is over: the visit is “%(stage)s”.") % {"stage": visit.stage_label})
    if visit.begins_at <= timezone.now():
        raise Refused(_("This time has passed."), field="day")


def _refuse_to_others(visit, by):
    if not hosts(by, visit):
        raise Refused(_("Only the host answers."))


def _say_why(reason):
    if not reason.strip():
        raise Refused(_("Say why, so that the other side can plan."), field="reason")


def _stop_at(stop, host):
    """The stop as it is now, under a lock: its host does not change under the question. Raises `Refused`."""
    if stop is None:
        return None
    rows = Stop.objects.select_for_update(of=("self",), no_key=True).select_related("itinerary")
    fresh = rows.filter(pk=stop.pk).first()
    if fresh is None:
        raise Refused(_("A stop was taken out meanwhile. Load the page again."))
    if (fresh.outlet_id if isinstance(host, Outlet) else fresh.producer_id) != host.pk:
        raise Refused(_("The tour stops somewhere else by now. Load the page again."))
    return fresh


def _answer_by(day, starts):
    return min(timezone.now() + ANSWER_WITHIN, moment(day, starts))


def _said(visit, reason=""):
    time = f"{visit.starts:%H:%M} {visit.day:%d/%m/%Y}"
    return {
        "operator": visit.operator,
        "host": visit.host,
        "visit": _("%(host)s, %(time)s, %(size)d guests")
        % {"host": visit.host, "time": time, "size": visit.size},
        "reason": reason.strip(),
    }
