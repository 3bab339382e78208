"""Offers and vouchers: Oscar's applicator decides how much, we divide it over the lines to the đồng.

It runs on the lines that `filling` has read, and only when an offer runs or a voucher lies in the basket.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.db.models import Exists, OuterRef, Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.apps.offer.applicator import Applicator
from oscar.apps.partner.prices import FixedPrice
from oscar.apps.partner.strategy import PurchaseInfo
from oscar.apps.voucher.models import Voucher

from catalogue.rules import allows_promotion
from catalogue.templatetags.ocop import dong
from shop.offer.apps import RUNNING
from shop.offer.models import Bearer, ConditionalOffer
from shop.offer.rounding import apportion, whole_dong

from .models import Basket  # type: ignore[attr-defined]  # Oscar defines it in a condition

CHECKED_EVERY = 60  # seconds after which an offer that begins or ends by its date is noticed


@dataclass(slots=True)
class Discount:
    """What one offer takes off: of goods `by_line`, {key of the basket's line: đồng}, or of delivery fees `by_parcel`,
    {producer's key: đồng}. They sum to `amount`.
    """

    offer: ConditionalOffer
    voucher: Voucher | None
    times: int
    by_line: dict[int, int] = field(default_factory=dict)
    by_parcel: dict[int, int] = field(default_factory=dict)

    @property
    def amount(self):
        return sum(self.by_line.values()) + sum(self.by_parcel.values())

    @property
    def name(self):
        return f"{self.voucher.name} ({self.voucher.code})" if self.voucher else self.offer.name


@dataclass(slots=True)
class InBasket:
    """A voucher that lies in the basket; `problem` is a sentence when it takes nothing off."""

    voucher: Voucher
    problem: str = ""


class _Lines:
    """What Oscar's offers ask of a basket."""

    currency = "VND"
    offer_applications: Iterable[dict[str, Any]] = ()

    def __init__(self, lines, owner):
        self.lines, self.owner = lines, owner

    def all_lines(self):
        return self.lines


def holds_voucher():
    """For a query of basket lines: whether a voucher lies in their basket."""
    return Exists(Basket.vouchers.through.objects.filter(basket_id=OuterRef("basket_id")))


def offers_run():
    """Whether an offer runs that needs no voucher; known to the cache for a minute."""
    running = cache.get(RUNNING)
    if running is None:
        running = ConditionalOffer.active.filter(offer_type=ConditionalOffer.SITE).exists()
        cache.set(RUNNING, running, CHECKED_EVERY)
    return running


def discount(found, basket, *, with_vouchers):
    """Put discounts into `found` (`lines.Contents`) and return it.

    No query when nothing runs; otherwise as many for 3 lines as for 30.
    """
    if not found.lines or not (with_vouchers or offers_run()):
        return found
    vouchers = _vouchers_in(basket) if with_vouchers else []
    found.vouchers = [InBasket(voucher, why_not(voucher, basket.owner)) for voucher in vouchers]
    good = {line.line.pk: line for line in found.lines if not line.problem}
    offers = _offers(found.vouchers)
    lines = _Lines([_weighed(line) for line in good.values()], basket.owner)
    _look_at_ranges(offers, [line.product for line in good.values()])
    Applicator().apply_offers(lines, offers)
    for application in lines.offer_applications:
        if application["result"].affects_shipping:
            found.on_delivery.append(application)
        else:
            _divide(application, lines.lines, good, found.discounts)
    used = [each.voucher for each in found.discounts] + [each["voucher"] for each in found.on_delivery]
    for each in found.vouchers:
        if not each.problem and each.voucher not in used:
            each.problem = _why_nothing(each.voucher, lines)
    return found


def _vouchers_in(basket):
    offers = ConditionalOffer.objects.exclude(status=ConditionalOffer.SUSPENDED)
    return basket.vouchers.order_by("pk").prefetch_related(Prefetch("offers", _whole(offers)))


def _whole(offers):
    related = offers.select_related("condition__range", "benefit__range")
    return related.prefetch_related("combinations")


def _offers(vouchers):
    """The offers that may apply, the most important first."""
    offers = []
    if offers_run():
        offers += _whole(ConditionalOffer.active.filter(offer_type=ConditionalOffer.SITE))
    for each in vouchers:
        if not each.problem:
            for offer in each.voucher.offers.all():
                offer.set_voucher(each.voucher)
                offers.append(offer)
    return sorted(offers, key=lambda offer: (-offer.priority, offer.pk))


def _look_at_ranges(offers, products):
    for offer in offers:
        for part in (offer.condition, offer.benefit):
            if part.range_id:
                part.range.look_at(products)


def _weighed(line):
    """Oscar's line at today's price, not discounted yet."""
    row = line.line
    row.clear_discount()
    row._info = PurchaseInfo(FixedPrice("VND", Decimal(line.price), tax=Decimal(0)), None, row.stockrecord)
    return row


def _divide(application, rows, good, discounts):
    """What Oscar took off as a whole, over the lines it took it from, each never below nothing."""
    offer = application["offer"]
    taken = {row.pk: sum(each.amount for each in row.discounts if each.offer == offer) for row in rows}
    touched = [pk for pk, amount in taken.items() if amount]
    if not touched:
        return
    shares = apportion(
        whole_dong(application["discount"]),
        [taken[pk] for pk in touched],
        [good[pk].payable for pk in touched],
    )
    by_line = {pk: share for pk, share in zip(touched, shares, strict=True) if share}
    if not by_line:
        return
    for pk, share in by_line.items():
        if offer.borne_by == Bearer.PRODUCER:
            good[pk].discount_producer += share
        else:
            good[pk].discount_platform += share
    discounts.append(Discount(offer, application["voucher"], application["freq"], by_line))


def why_not(voucher, user):
    """The sentence why `user` (None: a guest) may not use this voucher now, or ""."""
    now = timezone.now()
    if now < voucher.start_datetime:
        day = timezone.localtime(voucher.start_datetime)
        return _("This voucher counts from %(day)s on.") % {"day": f"{day:%d/%m/%Y}"}
    if now > voucher.end_datetime:
        day = timezone.localtime(voucher.end_datetime)
        return _("This voucher ended on %(day)s.") % {"day": f"{day:%d/%m/%Y}"}
    if voucher.usage == Voucher.ONCE_PER_CUSTOMER and user is None:
        return _("This voucher is for signed-in customers, once for each. Please sign in first.")
    if not voucher.is_available_to_user(user=user or AnonymousUser())[0]:
        if voucher.usage == Voucher.ONCE_PER_CUSTOMER:
            return _("You have used this voucher already, and it is given once to each customer.")
        return _("This voucher has been used already.")
    return ""


def _why_nothing(voucher, lines):
    rows = lines.all_lines()
    if rows and not any(allows_promotion(row.product) for row in rows):
        return _("The law allows no discount on these goods (alcohol, medicine).")
    offers = [offer for offer in voucher.offers.all() if offer.get_max_applications(lines.owner)]
    if not offers:
        return _("This voucher has been used up.")
    condition = offers[0].condition.proxy()
    inside = [row for row in rows if condition.range is None or condition.can_apply_condition(row)]
    if not inside:
        return _("This voucher does not count for the goods in your basket.")
    if condition.type == condition.VALUE:
        worth = sum(row.quantity * row.purchase_info.price.excl_tax for row in inside)
        if worth < condition.value:
            facts = {"least": dong(condition.value), "missing": dong(condition.value - worth)}
            return _("This voucher counts from %(least)s of goods on: %(missing)s is missing.") % facts
    elif condition.type and sum(row.quantity for row in inside) < condition.value:
        return _("This voucher counts from %(n)d pieces on.") % {"n": condition.value}
    return _("Another offer counts for these goods already, and the two do not go together.")
