"""Setting when an outlet is open: its week, its special days, Tết and its market days.

Whoever may do it is asked by the page (`outlets.rules`). Spans are written anew in the same transaction.
"""

from datetime import date, timedelta
from itertools import pairwise

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from office.stages import Refused

from ..models import HoursChange, MarketYear, Outlet, SpecialDays
from . import lunar, osm
from .ahead import write_ahead

LONGEST = 366  # days one exception may last: longer ones are a suspension
BEFORE_TET, AFTER_TET = 4, 6  # days around the first of the year that the form of Tết asks about


@transaction.atomic
def set_hours(outlet, *, by, week, by_appointment=False, lunar_days=()):
    """Set the week of `outlet` (`osm.Week`), whether it is by appointment only, and its lunar market days.

    Raises `Refused`: no day is open, a night runs into the next day's hours, no such lunar day.
    """
    open_at_all = any(week.days) or any(week.rest or ())
    if not open_at_all and not by_appointment:
        raise Refused(
            _("Say the hours of at least one day, or that it opens by appointment."), field="d0_how"
        )
    for key, half in (("d", week.days), ("r", week.rest or ())):
        clash = osm.clash(half)
        if clash is not None:
            raise Refused(_("These hours run into those of the next day."), field=f"{key}{clash}_1_to")
    days = sorted(set(lunar_days))
    if any(not 1 <= day <= 30 for day in days):
        raise Refused(_("Lunar days go from 1 to 30."), field="lunar_days")
    row = _locked(outlet)
    row.hours = osm.write(week) if open_at_all else ""
    row.on_holidays = _on_holidays(week)
    row.by_appointment = by_appointment
    others = row.lunar_days != days
    row.lunar_days = days
    row.save(update_fields=["hours", "on_holidays", "by_appointment", "lunar_days", "changed_at"])
    if others:
        row.market_years.filter(year__gte=timezone.localdate().year).delete()
        _make_market_years(row, timezone.localdate())
    HoursChange.objects.create(outlet=row, hours=row.hours, by=by)
    write_ahead([row])
    outlet.refresh_from_db()
    return outlet


@transaction.atomic
def add_special_days(outlet, *, by, first, last, reason, spans=(), for_everyone=False):
    """From `first` to `last` `outlet` (None: the house) has these `spans`, or is closed when there are none.

    Raises `Refused`: the end is before the start, the days are past, or others are entered for them.
    """
    _lock_days_of(outlet)
    _check_days(outlet, first, last)
    return SpecialDays.objects.create(
        outlet=outlet,
        first=first,
        last=last,
        spans=osm.write_spans(spans),
        reason=_reason(reason),
        for_everyone=for_everyone,
        by=by,
    )


@transaction.atomic
def change_special_days(row, *, by, first, last, reason, spans=(), for_everyone=False):
    """Other days or hours for an exception that is not over. Raises `Refused` as `add_special_days` does."""
    _lock_days_of(row.outlet)
    row = _not_over(row)
    _check_days(row.outlet, first, last, row)
    row.first, row.last, row.spans, row.reason = first, last, osm.write_spans(spans), _reason(reason)
    row.for_everyone, row.by = for_everyone, by
    row.save()
    return row


@transaction.atomic
def end_special_days(row, *, by):
    """From today on the usual hours count again: days that have begun stay as they were up to yesterday."""
    _lock_days_of(row.outlet)
    row = _not_over(row)
    today = timezone.localdate()
    if row.first >= today:
        row.delete()
    else:
        row.last, row.by = today - timedelta(days=1), by
        row.save()
    return row


def next_tet(today=None):
    """The lunar year whose days of Tết are not over."""
    today = today or timezone.localdate()
    return today.year if today <= lunar.tet(today.year) + timedelta(days=AFTER_TET) else today.year + 1


def days_of_tet(year):
    """The days the form of Tết asks about."""
    first = lunar.tet(year) - timedelta(days=BEFORE_TET)
    return [first + timedelta(days=step) for step in range(BEFORE_TET + AFTER_TET + 1)]


@transaction.atomic
def set_tet(outlet, *, by, year, days):
    """The hours of Tết in one go. `days`: {day: spans, () closed, or None for what counts anyway}.

    Replaces what was entered for these days; days that are over are left alone. Gives the rows made.
    Raises `Refused` when an exception entered elsewhere reaches into these days.
    """
    _lock_days_of(outlet)
    today = timezone.localdate()
    window = [day for day in days_of_tet(year) if day >= today]
    if not window:
        raise Refused(_("These days of Tết are over."))
    for row in SpecialDays.objects.filter(outlet=outlet, first__lte=window[-1], last__gte=window[0]):
        if row.last > window[-1] or (row.first < window[0] and window[0] != today):
            raise Refused(_("“%(row)s” is entered for these days already. End it first.") % {"row": row})
        end_special_days(row, by=by)
    made = []
    for first, last, spans in _runs(window, days):
        made.append(
            SpecialDays.objects.create(
                outlet=outlet,
                first=first,
                last=last,
                spans=osm.write_spans(spans),
                reason="Giờ Tết" if spans else "Nghỉ Tết",
                by=by,
            )
        )
    return made


@transaction.atomic
def set_market_days(outlet, *, by, year, days):
    """The market days of one year as people keep them. Raises `Refused` for a day of another year."""
    row = _locked(outlet)
    if not row.lunar_days:
        raise Refused(_("This point of sale does not go by market days."))
    if any(day.year != year for day in days):
        raise Refused(_("All days must lie in %(year)s.") % {"year": year}, field="more")
    listed, _made = MarketYear.objects.get_or_create(outlet=row, year=year)
    listed.days, listed.by_hand = [day.isoformat() for day in sorted(set(days))], True
    listed.save()
    HoursChange.objects.create(outlet=row, hours=row.hours, by=by)
    return listed


def prepare_market_years(today=None):
    """This year's and next year's market days of every outlet that goes by them; how many years were made."""
    today = today or timezone.localdate()
    return sum(_make_market_years(outlet, today) for outlet in Outlet.objects.exclude(lunar_days=[]))


def _make_market_years(outlet, today):
    made = 0
    if not outlet.lunar_days:
        return made
    for year in (today.year, today.year + 1):
        if lunar.FIRST_YEAR <= year <= lunar.LAST_YEAR:
            days = [day.isoformat() for day in lunar.days_in(year, outlet.lunar_days)]
            made += MarketYear.objects.get_or_create(outlet=outlet, year=year, defaults={"days": days})[1]
    return made


def _on_holidays(week):
    if week.holidays is None:
        return Outlet.OnHolidays.USUAL
    return Outlet.OnHolidays.OWN if week.holidays else Outlet.OnHolidays.CLOSED


def _locked(outlet):
    return Outlet.objects.select_for_update(no_key=True).get(pk=outlet.pk)


def _lock_days_of(outlet):
    """One at a time changes the special days of an outlet, or of the house."""
    if outlet is None:  # there need be no row of the house yet: its content type always is
        ContentType.objects.select_for_update(no_key=True).get(app_label="outlets", model="specialdays")
    else:
        _locked(outlet)


def _not_over(row):
    row = SpecialDays.objects.select_related("outlet").filter(pk=row.pk).first()
    if row is None or row.last < timezone.localdate():
        raise Refused(_("These days are over."))
    return row


def _check_days(outlet, first: date, last: date, row=None):
    today = timezone.localdate()
    if last < first:
        raise Refused(_("The last day is before the first."), field="last")
    if last < today:
        raise Refused(_("These days are over."), field="last")
    if first < today and not (row and row.first == first):
        raise Refused(_("Days that are over cannot be changed."), field="first")
    if (last - first).days > LONGEST:
        raise Refused(_("That is longer than a year: suspend the point of sale instead."), field="last")
    others = SpecialDays.objects.filter(outlet=outlet, first__lte=last, last__gte=first)
    other = others.exclude(pk=row and row.pk).first()
    if other:
        raise Refused(
            _("“%(row)s” is entered for these days already. End it first.") % {"row": other}, field="first"
        )


def _reason(text):
    text = " ".join(str(text).split())
    if not text:
        raise Refused(_("Say why, in two or three words."), field="reason")
    return text


def _runs(window, days):
    """(first, last, spans) of days that follow each other with the same hours; those left as they are not."""
    told = [(day, days[day]) for day in window if days.get(day) is not None]
    if not told:
        return
    first = told[0][0]
    for (day, spans), (after, others) in pairwise([*told, (date.max, None)]):
        if after != day + timedelta(days=1) or others != spans:
            yield first, day, spans
            first = after
