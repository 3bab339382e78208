"""Offers and vouchers for tests, as the dashboard makes them."""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone
from oscar.apps.voucher.models import Voucher

from shop.offer.models import Benefit, Condition, ConditionalOffer, Range


def everything():
    return Range.objects.get_or_create(name="Tất cả", defaults={"includes_all_products": True})[0]


def offer(name="Chào hè", *, percent=None, amount=None, least=1, kind="Value", goods=None, **facts):
    goods = goods or everything()
    benefit = Benefit.objects.create(
        type="Percentage" if percent else "Absolute", value=Decimal(percent or amount), range=goods
    )
    condition = Condition.objects.create(type=kind, value=least, range=goods)
    facts = {"offer_type": ConditionalOffer.SITE, **facts}
    return ConditionalOffer.objects.create(name=name, benefit=benefit, condition=condition, **facts)


def voucher(code="CHAOHE", *, usage=Voucher.MULTI_USE, begins=-1, ends=30, **facts):
    """`begins` and `ends` in days from now; the rest is its offer's."""
    made = Voucher.objects.create(
        name=f"Phiếu {code}",
        code=code,
        usage=usage,
        start_datetime=timezone.now() + timedelta(days=begins),
        end_datetime=timezone.now() + timedelta(days=ends),
    )
    facts = {"percent": 10, **facts} if "amount" not in facts else facts
    made.offers.add(offer(f"Ưu đãi {code}", offer_type=ConditionalOffer.VOUCHER, **facts))
    return made


def free_delivery(code="SHIP0", *, kind="Shipping percentage", value=100, least=1):
    """A voucher that lessens delivery fees."""
    made = voucher(code, amount=1, least=least)
    benefit = Benefit.objects.create(type=kind, value=Decimal(value))
    ConditionalOffer.objects.filter(pk=made.offers.get().pk).update(benefit=benefit)
    return made
