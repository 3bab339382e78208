"""What of a delivered parcel may still be sent back, for which reasons, until when."""

from dataclasses import dataclass, field
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, Sum
from django.utils import timezone

from office.stages import StageMove
from shop.order.models import Line, Parcel

from .models import Reason, Return, ReturnLine, ReturnRule

WITH_GOODS = ("lines__product__group", "lines__product__parent__group")


@dataclass(slots=True)
class Returnable:
    """A line with the pieces not sent back yet and the last moment for each reason that is open."""

    line: Line
    left: int
    until: dict[str, datetime] = field(default_factory=dict)
    rules: dict[str, ReturnRule] = field(default_factory=dict)

    @property
    def last(self):
        """The last moment of all reasons."""
        return max(self.until.values())


def delivered_at(parcels):
    """{parcel's number: when it was delivered}, of those that were. One query."""
    moves = StageMove.objects.filter(
        content_type=ContentType.objects.get_for_model(Parcel),
        object_id__in=[parcel.pk for parcel in parcels],
        after=Parcel.Stage.DELIVERED,
    )
    return dict(moves.order_by("at", "pk").values_list("object_id", "at"))


def rules_on(day):
    """The rules in force on `day`."""
    valid = Q(valid_from__lte=day) & (Q(valid_to=None) | Q(valid_to__gte=day))
    return list(ReturnRule.objects.filter(valid))


def rule_for(rules, product, reason):
    """The narrowest of `rules` for this product (None: goods no longer known), or None."""
    goods = product.parent if product is not None and product.is_child else product
    group = goods.group.code if goods is not None and goods.group else ""
    legal_class = goods.legal_class if goods is not None else ""
    fitting = [
        rule
        for rule in rules
        if rule.reason == reason and rule.group_code in {"", group} and rule.legal_class in {"", legal_class}
    ]
    return max(fitting, key=lambda rule: (bool(rule.group_code), bool(rule.legal_class)), default=None)


def sent_back(parcels):
    """{line's number: pieces in returns that run or are done}. One query."""
    rows = ReturnLine.objects.filter(trade_return__parcel__in=parcels)
    rows = rows.exclude(trade_return__stage__in=Return.OFF)
    return dict(rows.order_by().values_list("line").annotate(pieces=Sum("quantity")))


def returnable(parcels, *, now=None):
    """{parcel's number: [Returnable, …]} of what may be asked back at `now`. 2 queries and one for each day.

    `parcels` come with `WITH_GOODS` read before.
    """
    now = now or timezone.now()
    delivered = delivered_at([parcel for parcel in parcels if parcel.stage == Parcel.Stage.DELIVERED])
    if not delivered:
        return {}
    back = sent_back(list(delivered))
    rules_by_day: dict = {}
    found: dict[int, list[Returnable]] = {}
    for parcel in parcels:
        if (at := delivered.get(parcel.pk)) is None:
            continue
        day = timezone.localdate(at)
        if day not in rules_by_day:
            rules_by_day[day] = rules_on(day)
        for line in parcel.lines.all():
            if (left := line.quantity - back.get(line.pk, 0)) > 0:
                each = _open_reasons(Returnable(line, left), rules_by_day[day], at, now)
                if each.until:
                    found.setdefault(parcel.pk, []).append(each)
    return found


def _open_reasons(each, rules, at, now):
    for reason in Reason.values:
        rule = rule_for(rules, each.line.product, reason)
        if rule is not None and rule.hours and now <= rule.until(at):
            each.until[reason] = rule.until(at)
            each.rules[reason] = rule
    return each
