"""What an order keeps of its discounts: by offer, by line, by voucher; and giving a voucher back."""

from collections import Counter

from django.db.models import F, Q
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _
from oscar.apps.voucher.models import Voucher, VoucherApplication

from office.accounts.models import User
from office.prepared import Prepared
from office.stages import Refused
from shop.basket.discounting import offers_run
from shop.offer.models import ConditionalOffer

from .models import LinePrice, OrderDiscount, OrderLineDiscount  # type: ignore[attr-defined]

_USAGES = Prepared(lambda basket: Voucher.objects.filter(basket=basket).values_list("pk", "usage"))


def lock(basket, *, by):
    """Lock what may be used once: the vouchers of `basket` that are limited, and the uses of the buyer `by`.

    After the basket, before the stock. One query when there is nothing to discount.
    """
    usages = dict(_USAGES(basket.pk))
    if not usages and not offers_run():
        return
    if by is not None:
        list(User.objects.select_for_update(no_key=True).filter(pk=by.pk).values_list("pk"))
    limited = [pk for pk, usage in usages.items() if usage != Voucher.MULTI_USE]
    _lock_vouchers(Voucher.objects.filter(pk__in=limited))


def lock_used(order):
    """Lock the limited vouchers of `order`, which is about to be cancelled: before the stock, as `lock` does."""
    limited = Voucher.objects.exclude(usage=Voucher.MULTI_USE)
    _lock_vouchers(limited.filter(pk__in=VoucherApplication.objects.filter(order=order).values("voucher")))


def _lock_vouchers(vouchers):
    list(vouchers.select_for_update(no_key=True).order_by("pk").values_list("pk"))


def refuse_lost(wanted, expected_total):
    """Raises `Refused` with the voucher's own reason when it took something off that it no longer does."""
    for each in wanted.vouchers:
        if each.problem and wanted.total > expected_total:
            text = _("Voucher “%(code)s”: %(problem)s Nothing has been ordered.")
            raise Refused(text % {"code": each.voucher.code, "problem": each.problem}, field="basket")


def record(order, wanted, lines, *, by):
    """Write the discounts of `wanted` to `order`, whose `lines` stand in the same order; count their use.

    Raises `Refused` when an offer has been used up by somebody else just now. No query without discounts.
    """
    if not wanted.discounts:
        return
    of_basket_line = {was.line.pk: line for was, line in zip(wanted.lines, lines, strict=True)}
    made = OrderDiscount.objects.bulk_create(_by_offer(order, each) for each in wanted.discounts)
    OrderLineDiscount.objects.bulk_create(
        OrderLineDiscount(line=of_basket_line[pk], order_discount=row, is_incl_tax=True, amount=share)
        for row, each in zip(made, wanted.discounts, strict=True)
        for pk, share in each.by_line.items()
    )
    LinePrice.objects.bulk_create(price for line in lines for price in _prices(order, line))
    for each in sorted(wanted.discounts, key=lambda one: one.offer.pk):
        _count(each)
    _use_vouchers(order, wanted, by)


def _by_offer(order, each):
    return OrderDiscount(
        order=order,
        category=OrderDiscount.SHIPPING if each.by_parcel else OrderDiscount.BASKET,
        offer_id=each.offer.pk,
        offer_name=each.offer.name,
        voucher_id=each.voucher.pk if each.voucher else None,
        voucher_code=each.voucher.code if each.voucher else "",
        frequency=each.times,
        amount=each.amount,
    )


def _prices(order, line):
    """Pieces and the price of each after discounts, in whole đồng: at most two rows that sum to the line."""
    price, dearer = divmod(int(line.line_price_incl_tax), line.quantity)
    for pieces, each in ((line.quantity - dearer, price), (dearer, price + 1)):
        if pieces:
            yield LinePrice(order=order, line=line, quantity=pieces, price_incl_tax=each, price_excl_tax=each)


def _count(each):
    """Count the use of an offer, in one statement that fails when its limit is reached."""
    offer = ConditionalOffer.objects.filter(pk=each.offer.pk).exclude(status=ConditionalOffer.SUSPENDED)
    free = offer.filter(
        Q(max_global_applications=None) | Q(max_global_applications__gte=F("num_applications") + each.times),
        Q(max_discount=None) | Q(total_discount__lt=F("max_discount")),
    )
    counted = free.update(
        num_applications=F("num_applications") + each.times,
        total_discount=F("total_discount") + each.amount,
        num_orders=F("num_orders") + 1,
    )
    if not counted:
        text = _("“%(name)s” was used up by someone else just now. Nothing has been ordered.")
        raise Refused(text % {"name": each.name}, field="basket")


def _use_vouchers(order, wanted, by):
    used = {each.voucher.pk: each.voucher for each in wanted.discounts if each.voucher}
    for _pk, voucher in sorted(used.items()):
        taken = sum(each.amount for each in wanted.discounts if each.voucher == voucher)
        VoucherApplication.objects.create(voucher=voucher, order=order, user=by)
        Voucher.objects.filter(pk=voucher.pk).update(
            num_orders=F("num_orders") + 1, total_discount=F("total_discount") + taken
        )


def give_back(order):
    """An order that is cancelled as a whole has used no voucher and no offer. First the offers, then the vouchers."""
    used = list(VoucherApplication.objects.filter(order=order).values_list("voucher_id", flat=True))
    taken: Counter[int] = Counter()
    for row in OrderDiscount.objects.filter(order=order).order_by("offer_id"):
        ConditionalOffer.objects.filter(pk=row.offer_id).update(
            num_applications=Greatest(F("num_applications") - (row.frequency or 0), 0),
            total_discount=Greatest(F("total_discount") - row.amount, 0),
            num_orders=Greatest(F("num_orders") - 1, 0),
        )
        if row.voucher_id in used:
            taken[row.voucher_id] += row.amount
    for pk in sorted(used):
        Voucher.objects.filter(pk=pk).update(
            num_orders=Greatest(F("num_orders") - 1, 0),
            total_discount=Greatest(F("total_discount") - taken[pk], 0),
        )
    if used:
        VoucherApplication.objects.filter(order=order).delete()
