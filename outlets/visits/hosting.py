"""A producer says whether, when and how many guests it receives."""

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from catalogue.listing import may_list
from office.stages import Refused

from ..borders import in_vietnam
from ..hours.lunar import is_tet
from ..hours.osm import time_of_day
from ..models import ProducerVisiting
from ..models.itinerary import MOST_GUESTS

CONDITIONS = frozenset(
    {
        "welcomes", "weekdays", "opens", "closes", "season_from", "season_to", "receives_at_tet",
        "largest_group", "coach_reaches", "minutes", "tasting", "languages", "note", "latitude", "longitude",
    }
)  # fmt: skip


@transaction.atomic
def receive(producer, *, by, **conditions):
    """Write down the conditions of `producer`; returns the `ProducerVisiting`.

    Raises `Refused` unless `by` acts for it, when it closes before it opens, without a weekday or a point
    while it welcomes guests, or for sizes that cannot be.
    """
    if not may_list(by, producer):
        raise Refused(_("This is another producer."))
    if unknown := set(conditions) - CONDITIONS:
        raise TypeError(f"no conditions of a visit: {sorted(unknown)}")
    _refuse_conditions(conditions)
    row, _made = ProducerVisiting.objects.update_or_create(producer=producer, defaults=conditions)
    return row


def _refuse_conditions(given):
    if given["closes"] <= given["opens"]:
        raise Refused(_("The end has to come after the beginning."), field="closes")
    length = (
        (given["closes"].hour - given["opens"].hour) * 60 + given["closes"].minute - given["opens"].minute
    )
    if not 5 <= given["minutes"] <= length:
        raise Refused(
            _("A visit takes at least 5 minutes and not longer than you are open."), field="minutes"
        )
    if not 1 <= given["largest_group"] <= MOST_GUESTS:
        raise Refused(
            _("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS}, field="largest_group"
        )
    if given["welcomes"] and not given["weekdays"]:
        raise Refused(_("Choose at least one weekday."), field="weekdays")
    latitude, longitude = given.get("latitude"), given.get("longitude")
    if latitude is not None and not in_vietnam(latitude, longitude):
        raise Refused(_("This point does not lie in Vietnam."), field="point")
    if given["welcomes"] and latitude is None:
        raise Refused(_("Say where on the map guests get out."), field="point")


def why_closed(visiting, day, starts, minutes, *, exceptions=True):
    """Why a visit of `minutes` from `starts` cannot be on `day`, as a sentence; "" when it can.

    Tết is an exception: it says nothing of a season (`exceptions=False`).
    """
    begins = starts.hour * 60 + starts.minute
    opens, closes = (at.hour * 60 + at.minute for at in (visiting.opens, visiting.closes))
    on_weekday, in_season = day.weekday() in visiting.weekdays, day.month in visiting.months
    at_home = exceptions and not visiting.receives_at_tet and is_tet(day)
    if on_weekday and in_season and not at_home and opens <= begins and begins + minutes <= closes:
        return ""
    said = {"name": visiting.producer.name, "weekday": date_format(day, "l"), "day": f"{day:%d/%m/%Y}"}
    if at_home:
        return _("%(name)s receives no visitors at Tết, as on %(day)s.") % said
    if not on_weekday:
        return _("%(name)s receives no visitors on %(weekday)s, as on %(day)s.") % said
    if not in_season:
        return _("%(name)s receives no visitors at that time of the year, as on %(day)s.") % said
    return _("%(name)s receives visitors from %(opens)s to %(closes)s.") % {
        **said,
        "opens": time_of_day(opens),
        "closes": time_of_day(closes),
    }
