"""Offers on delivery: Oscar says whether they count, we divide what they take off over the parcels' fees.

Only after the ways were quoted. The house bears it, whatever the offer says of its other discounts: a fee belongs to
who drives. A parcel with goods the law allows no promotion of (alcohol) keeps its whole fee.
"""

from decimal import Decimal

from django.utils.translation import gettext as _

from catalogue.rules import allows_promotion
from shop.offer.rounding import apportion, whole_dong

from .discounting import Discount


def take_off_delivery(found):
    """Lessen the fees of `found` (`lines.Contents`) by its offers on delivery; returns it. No query."""
    for application in found.on_delivery:
        offer, voucher = application["offer"], application["voucher"]
        groups = [group for group in found.groups if group.fee and _may_be_promoted(group)]
        fees = [group.fee for group in groups]
        amount = whole_dong(offer.benefit.proxy().shipping_discount(Decimal(sum(fees))))
        by_parcel = {}
        for group, share in zip(groups, apportion(amount, fees, fees), strict=True):
            if share:
                group.fee_borne += share
                by_parcel[group.producer.pk] = share
        if by_parcel:
            found.discounts.append(Discount(offer, voucher, application["freq"], by_parcel=by_parcel))
        elif voucher is not None:
            _say_why_nothing(found, voucher)
    return found


def _may_be_promoted(group):
    return all(allows_promotion(line.product) for line in group.lines)


def _say_why_nothing(found, voucher):
    kept = any(group.fee and not _may_be_promoted(group) for group in found.groups)
    for each in found.vouchers:
        if each.voucher == voucher and not each.problem:
            each.problem = (
                _("Delivery of parcels with alcohol in them is not made free.")
                if kept
                else _("Delivery costs nothing already.")
            )
