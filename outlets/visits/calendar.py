"""The calendar of visits, both ways: a private address others subscribe to, and a host's own busy times read in."""

from datetime import date, datetime, timedelta

import icalendar
from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.listing import may_list
from office.stages import Refused

from ..models import Busy, CalendarKey, Operator, Outlet, Visit
from ..models.visit import new_secret
from ..rules import acts_for, keeps
from . import slots

LARGEST = 1024 * 1024  # bytes of a calendar that is read in
MOST_EVENTS = 2000
MOST_SERIES = 300  # events that come again: each week of them is worked out
TOO_OFTEN = (["SECONDLY"], ["MINUTELY"], ["HOURLY"])  # FREQ as icalendar reads it; years of it take minutes
AHEAD = timedelta(days=550)
KEPT = timedelta(days=60)  # how long past visits stay in the calendar


def may_keep(user, owner):
    """Whether `user` may give out and change the calendar of an outlet, a producer or an operator."""
    if isinstance(owner, Outlet):
        return keeps(user, owner)
    if isinstance(owner, Operator):
        return acts_for(user, owner)
    return may_list(user, owner)


@transaction.atomic
def give_out(owner, *, by, anew=False):
    """The `CalendarKey` of an outlet, a producer or an operator, made when there is none; `anew` ends the old one.

    Raises `Refused` to others.
    """
    if not may_keep(by, owner):
        raise Refused(_("This calendar belongs to others."))
    key, made = CalendarKey.objects.select_for_update().get_or_create(**_of(owner), defaults={"made_by": by})
    if anew and not made:
        key.secret, key.made_by, key.made_at = new_secret(), by, timezone.now()
        key.save(update_fields=["secret", "made_by", "made_at"])
    return key


def written(key):
    """The visits of its owner as an iCalendar file, bytes: those agreed, and as tentative those still open."""
    owner = key.owner
    rows = Visit.objects.filter(**_of(owner), day__gte=timezone.localdate() - KEPT)
    with override(settings.LANGUAGE_CODE):
        book = icalendar.Calendar()
        book.add("prodid", "-//OCOP Ha Tinh//visits//VI")
        book.add("version", "2.0")
        book.add("x-wr-calname", _("Visits: %(owner)s") % {"owner": owner})
        book.add("refresh-interval", timedelta(hours=1), parameters={"value": "DURATION"})
        for visit in rows.exclude(stage=Visit.Stage.DECLINED).for_pages():
            book.add_component(_event(visit))
        book.add_missing_timezones()
        return book.to_ical()


def _event(visit):
    event = icalendar.Event()
    event.add("uid", f"visit-{visit.pk}@{settings.SITE_URL.split('//')[-1]}")
    event.add("dtstamp", timezone.now())
    event.add("dtstart", visit.begins_at)
    event.add("dtend", visit.ends_at)
    event.add(
        "summary", _("%(size)d guests · %(operator)s") % {"size": visit.size, "operator": visit.operator}
    )
    event.add("location", str(visit.host))
    event.add("url", settings.SITE_URL + reverse("visits:visit", args=[visit.pk]))
    status = "TENTATIVE" if visit.stage in Visit.OPEN else "CONFIRMED"
    event.add("status", "CANCELLED" if visit.stage in {"cancelled", "no_show"} or visit.is_lapsed else status)
    return event


@transaction.atomic
def read_in(host, upload, *, by):
    """Take a host's own calendar (an .ics file): its events are times without groups; returns how many.

    What was read in before is replaced. Repeated events count each time they come, up to a year and a half
    ahead; free ("transparent") and cancelled ones and our own visits do not. Raises `Refused` at `calendar`.
    """
    if not may_keep(by, host):
        raise Refused(_("This calendar belongs to others."))
    host = slots.lock(host)
    if upload.size > LARGEST:
        raise Refused(_("The file is larger than 1 MB. Export a shorter time."), field="calendar")
    try:
        spans = _spans(icalendar.Calendar.from_ical(upload.read()))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as broken:
        raise Refused(_("This is no calendar file (.ics) we can read."), field="calendar") from broken
    Busy.objects.filter(**_of(host)).delete()
    Busy.objects.bulk_create(
        Busy(**_of(host), begins_at=begins, ends_at=ends, uid=uid) for uid, begins, ends in spans
    )
    return len(spans)


def _spans(book):
    """[(uid, begins, ends)] of the events that make busy, from now on."""
    spans = set()
    for event in _occurrences(book):
        uid = str(event.get("uid", ""))[:255]
        if (
            event.get("transp") == "TRANSPARENT"
            or event.get("status") == "CANCELLED"
            or uid.startswith("visit-")
        ):
            continue
        begins, ends = _aware(event.start), _aware(event.end)
        if ends > begins:
            spans.add((uid, begins, ends))
        if len(spans) > MOST_EVENTS:
            raise Refused(
                _("More than %(most)d events: export a shorter time.") % {"most": MOST_EVENTS},
                field="calendar",
            )
    return sorted(spans, key=lambda span: span[1:])


def _occurrences(book):
    """The events from now on, week by week, so that a calendar with too many is given up after a few."""
    import recurring_ical_events

    series = [event["rrule"] for event in book.walk("VEVENT") if "rrule" in event]
    if len(series) > MOST_SERIES:
        raise Refused(
            _("More than %(most)d events: export a shorter time.") % {"most": MOST_SERIES}, field="calendar"
        )
    rules = [rule for each in series for rule in (each if isinstance(each, list) else [each])]
    if any(rule.get("freq") in TOO_OFTEN for rule in rules):
        raise Refused(_("An event comes again by the hour or more often: leave it out."), field="calendar")
    calendar, begins = recurring_ical_events.of(book), timezone.now()
    last = begins + AHEAD
    while begins < last:
        ends = min(begins + timedelta(weeks=1), last)
        yield from calendar.between(begins, ends)
        begins = ends


def _aware(at: date):
    """Whole days and times without a zone are meant locally."""
    if not isinstance(at, datetime):
        at = datetime(at.year, at.month, at.day)  # noqa: DTZ001  (made aware below)
    return timezone.make_aware(at) if timezone.is_naive(at) else at


def _of(owner):
    name = {Outlet: "outlet", Operator: "operator"}.get(type(owner), "producer")
    return {name: owner}
