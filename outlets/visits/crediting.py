"""A group buys with its code: what it bought in 30 days, at the stops and on the site, is credited to its tour.

Operators read sums by day and place, never who bought or what.
"""

import secrets
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Count, F, Q, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.limiting import too_often, tried_enough
from office.money import dong
from office.notices import tell
from office.stages import Refused

from ..models import Credit, GroupCode
from ..models.group_code import COUNTS_FOR
from ..models.itinerary import MOST_GUESTS
from ..rules import acts_for, keeps

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that is read as something else
PREFIX = "HT"
LENGTH = 6
AHEAD = 550  # days
AT_COUNTER = "outlet:"  # how a reference begins that is a receipt of an outlet: "outlet:24:HD-07"
TRY = " /"  # before the number of the try: "outlet:24:HD-07 /2"
GUESSES = {"times": 20, "seconds": 600}  # wrong codes from one address
MOST = 1_000_000_000  # đồng: one purchase is not larger, or it is a slip of the pen


@transaction.atomic
def issue(itinerary, *, first_day, size, by):
    """A code for one group of a published tour, from its first day for 30 days; returns the `GroupCode`.

    Raises `Refused` at the field: another operator's tour, one that is not on the site, a past day, odd sizes.
    """
    if not acts_for(by, itinerary.operator):
        raise Refused(_("This is another operator's tour."), field="itinerary")
    if itinerary.stage != itinerary.Stage.PUBLISHED or not itinerary.operator.may_lead:
        raise Refused(_("Only groups of a tour on the site get a code."), field="itinerary")
    today = timezone.localdate()
    if not today <= first_day:
        raise Refused(_("This day has passed."), field="first_day")
    if (first_day - today).days > AHEAD:
        raise Refused(_("This is more than a year and a half ahead."), field="first_day")
    if not 1 <= size <= MOST_GUESTS:
        raise Refused(_("A group has from 1 to %(most)d guests.") % {"most": MOST_GUESTS}, field="size")
    return GroupCode.objects.create(
        operator=itinerary.operator,
        itinerary=itinerary,
        code=_free_code(),
        size=size,
        first_day=first_day,
        last_day=first_day + COUNTS_FOR,
        made_by=by,
    )


def cleaned(text):
    """What somebody typed as a code is kept as: "ht 7k4m-9q" → "HT7K4M9Q"."""
    return "".join(letter for letter in text.upper() if letter.isalnum())[:12]


def find(text, *, on=None, who=""):
    """The group whose code this is and which counts on day `on` (today).

    Raises `Refused` at `group`: no such code, not begun, over; and when `who` (an address) guesses too often. Right
    codes count for nobody as guesses: a coach full of guests has one address.
    """
    if who and tried_enough("group-code", who, **GUESSES):
        raise Refused(_("Too many tries. Please wait ten minutes."), field="group")
    group = GroupCode.objects.filter(code=cleaned(text)).select_related("itinerary", "operator").first()
    if group is None:
        if who:
            too_often("group-code", who, **GUESSES)
        raise Refused(_("There is no such group code."), field="group")
    day = on or timezone.localdate()
    if day < group.first_day:
        raise Refused(
            _("This code counts from %(day)s.") % {"day": f"{group.first_day:%d/%m/%Y}"}, field="group"
        )
    if day > group.last_day:
        raise Refused(
            _("This code counted until %(day)s.") % {"day": f"{group.last_day:%d/%m/%Y}"}, field="group"
        )
    return group


def credit(group, *, amount, reference, outlet=None, on=None, by=None):
    """Credit a purchase of `amount` đồng; the same `reference` again changes nothing and gives the first row.

    `reference` names the purchase in its own room ("order:HT…"). Raises `Refused` at the field for odd amounts.
    """
    if not 0 < amount <= MOST:
        raise Refused(_("Give the amount in đồng."), field="amount")
    facts = {"group": group, "outlet": outlet, "day": on or timezone.localdate(), "amount": amount, "by": by}
    return Credit.objects.get_or_create(reference=reference, defaults=facts)[0]


def credit_at_counter(outlet, *, group, amount, receipt, by, again=False):
    """A keeper credits what a group bought there today, by the number of the `receipt`.

    Raises `Refused` to others, for a wrong code, when this receipt of the outlet is credited already and was not
    wholly taken back, and, unless it is said to be `again` as much, when the group has been credited the same amount
    there today: a sale of goods in commission may have done so.
    """
    if not keeps(by, outlet):
        raise Refused(_("Only the keepers of the point of sale credit purchases there."))
    if not receipt.strip():
        raise Refused(_("Give the number of the receipt."), field="receipt")
    found = find(group)
    reference = _free_reference(f"{AT_COUNTER}{outlet.pk}:{receipt.strip().upper()}")
    if not 0 < amount <= MOST:
        raise Refused(_("Give the amount in đồng."), field="amount")
    today = timezone.localdate()
    same = Credit.objects.filter(group=found, outlet=outlet, day=today, amount=amount, returned=0)
    before = same.exclude(reference=reference).first()  # one's own number is told below
    if before is not None and not again:
        _refuse_twice(before)
    try:
        with transaction.atomic():
            return Credit.objects.create(
                group=found,
                outlet=outlet,
                day=today,
                amount=amount,
                reference=reference,
                by=by,
            )
    except IntegrityError as twice:
        raise Refused(_("This receipt is credited already."), field="receipt") from twice


def at_counter(outlet):
    """The purchases a keeper credited there by receipts, the latest first."""
    rows = Credit.objects.filter(outlet=outlet, reference__startswith=AT_COUNTER)
    return rows.select_related("group").order_by("-pk")


@transaction.atomic
def take_back_at_counter(credit, *, amount, by):
    """Of what was credited by a receipt, `amount` đồng in all came back or had been typed too much; 0 for nothing.

    The operator is told. Raises `Refused` to others than its keepers, and for more than was credited.
    """
    if credit.outlet is None or not keeps(by, credit.outlet):
        raise Refused(_("Only the keepers of the point of sale credit purchases there."))
    if not 0 <= amount <= credit.amount:
        raise Refused(_("At most %(amount)s was credited.") % {"amount": dong(credit.amount)}, field="amount")
    was = Credit.objects.select_for_update(of=("self",)).get(pk=credit.pk).returned
    credit = take_back(credit.reference, amount=amount)
    if amount != was:
        _tell_operator(credit)
    return credit


@transaction.atomic
def take_back(reference, *, amount):
    """Of the purchase `reference`, `amount` đồng in all went back to the buyer; unknown ones change nothing."""
    row = Credit.objects.select_for_update().filter(reference=reference).first()
    if row is not None and row.returned != amount:
        row.returned = min(amount, row.amount)
        row.save(update_fields=["returned"])
    return row


@dataclass(frozen=True, slots=True)
class Line:
    """What was bought on one day at one place (`place` is "" for the site), in đồng."""

    day: date
    place: str
    purchases: int
    amount: int
    returned: int

    @property
    def kept(self):
        return self.amount - self.returned


def statement(groups):
    """[Line] by day and place of these group codes (a query set). 1 query."""
    rows = (
        Credit.objects.filter(group__in=groups)
        .values("day", place=F("outlet__name"))
        .annotate(n=Count("pk"), bought=Sum("amount"), back=Sum("returned"))
        .order_by("day", "place")
    )
    return [Line(row["day"], row["place"] or "", row["n"], row["bought"], row["back"]) for row in rows]


def _tell_operator(credit):
    """In Vietnamese, the language of those who work with it."""
    with override(settings.LANGUAGE_CODE):
        said = _(
            "%(outlet)s: of %(amount)s credited to group %(code)s on %(day)s, %(returned)s was taken back."
        ) % {
            "outlet": credit.outlet,
            "amount": dong(credit.amount),
            "code": credit.group,
            "day": f"{credit.day:%d/%m/%Y}",
            "returned": dong(credit.returned),
        }
        for person in credit.group.operator.users.filter(is_active=True):
            tell(
                person,
                said,
                link=reverse("visits:code", args=[credit.group_id]),
                about=f"group:{credit.group_id}",
            )


def _free_reference(reference):
    """`reference`; with a number behind it when what was credited under it was wholly taken back."""
    tries = Credit.objects.filter(Q(reference=reference) | Q(reference__startswith=f"{reference}{TRY}"))
    gone = tries.filter(returned=F("amount")).count()
    return f"{reference}{TRY}{gone + 1}" if gone else reference


def _refuse_twice(before):
    """Raise `Refused` at `again`: it may be the purchase that is credited `before`."""
    said = {"amount": dong(before.amount), "time": f"{timezone.localtime(before.made_at):%H:%M}"}
    raise Refused(
        _("%(amount)s was credited to this group here at %(time)s. Tick this if it bought as much once more.")
        % said,
        field="again",
    )


def _free_code():
    """A code nobody has: of 31^6 the chance to meet one that is taken is small, and then it is drawn again."""
    while True:
        code = PREFIX + "".join(secrets.choice(LETTERS) for _each in range(LENGTH))
        if not GroupCode.objects.filter(code=code).exists():
            return code
