"""Placing an order: stock under lock, one order per form, a number without gaps."""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.contrib.sites.models import Site
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _
from oscar.apps.address.models import Country
from oscar.apps.order.signals import order_placed

from catalogue.models import Product
from catalogue.producers.models import Commune, StockRecord
from catalogue.templatetags.ocop import dong
from office.notices import tell
from office.numbering import next_number
from office.stages import Refused
from shop.basket.filling import contents
from shop.basket.models import Basket  # type: ignore[attr-defined]  # Oscar defines it in a condition

from . import discounts
from .models import (  # type: ignore[attr-defined]  # Oscar defines one in a condition
    Consent,
    Line,
    Order,
    Parcel,
    ShippingAddress,
)

# What a buyer ticks, and what is kept of it: the same words.
TERMS = gettext_lazy("I accept the terms of sale and the return rule.")
MARKETING = gettext_lazy("Send me news and offers. I can take this back at any time.")


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who orders and where it goes. `phone` is E.164, `commune` a unit in force."""

    name: str
    phone: str
    commune: Commune
    street: str
    note: str = ""
    email: str = ""
    marketing: bool = False


@transaction.atomic
def place(basket, buyer, *, key, expected_total, by=None):
    """Make the order of what lies in `basket`; cash on delivery. Returns the `Order`.

    The same `key` (never empty) gives the same order. `expected_total` (đồng) is what the buyer saw.
    Raises `Refused` and changes nothing when the basket is empty, something is sold out or no longer
    sold, alcohol lies in it (no cash on delivery), or the total is another than seen.

    Locks: basket, buyer and vouchers if anything may be discounted, stock by key, products by key, offers
    by key, and last the number, for which all orders queue.
    """
    if not key:
        raise ValueError("An order needs the key of its form.")
    locked = Basket.objects.select_for_update().filter(pk=basket.pk).first()
    if existing := Order.objects.filter(key=key).first():
        return existing
    if locked is None or locked.status != Basket.OPEN:
        raise Refused(_("Your basket is empty: nothing has been ordered."))
    discounts.lock(locked, by=by)
    list(
        StockRecord.objects.select_for_update()
        .filter(basket_lines__basket=locked)
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    wanted = contents(locked)
    _refuse_unsellable(wanted, expected_total)
    order = _record(locked, wanted, buyer, key, by)
    parcels = _parcels(order, wanted)
    lines = _lines(order, wanted, parcels)
    _take(wanted)
    discounts.record(order, wanted, lines, by=by)
    _consents(order, buyer, by)
    Basket.objects.filter(pk=locked.pk).update(status=Basket.SUBMITTED, date_submitted=timezone.now())
    _give_number(order)
    order_placed.send(place, order=order, user=by)
    _tell(order, buyer, wanted, by)
    return order


def _refuse_unsellable(wanted, expected_total):
    if not wanted.lines:
        raise Refused(_("Your basket is empty: nothing has been ordered."))
    if wanted.problems:
        line = wanted.problems[0]
        raise Refused(
            _("“%(title)s”: %(problem)s Nothing has been ordered; your basket is as it was.")
            % {"title": line.product.get_title(), "problem": line.problem},
            field="basket",
        )
    if wanted.has_alcohol:
        raise Refused(
            _("Alcohol cannot be paid in cash on delivery. Please remove it to order the rest."),
            field="basket",
        )
    discounts.refuse_lost(wanted, expected_total)
    if wanted.total != expected_total:
        raise Refused(
            _("A price has changed: the total is now %(total)s. Please look again before you order.")
            % {"total": dong(wanted.total)},
            field="basket",
        )


def _record(basket, wanted, buyer, key, by):
    country, _made = Country.objects.get_or_create(
        iso_3166_1_a2="VN",
        defaults={
            "iso_3166_1_a3": "VNM",
            "iso_3166_1_numeric": "704",
            "printable_name": "Việt Nam",
            "name": "Việt Nam",
            "is_shipping_country": True,
        },
    )
    address = ShippingAddress(
        first_name=buyer.name,
        line1=buyer.street,
        line4=str(buyer.commune),
        state=buyer.commune.province.name,
        country=country,
        phone_number=buyer.phone,
        notes=buyer.note,
    )
    super(type(address), address).save()
    return Order.objects.create(
        number=key,  # until `_give_number`
        key=key,
        site=Site.objects.get_current(),
        basket=basket,
        user=by,
        currency="VND",
        total_incl_tax=wanted.total,
        total_excl_tax=wanted.total,
        shipping_incl_tax=wanted.delivery,
        shipping_excl_tax=wanted.delivery,
        shipping_address=address,
        shipping_method=_("Courier"),
        shipping_code="courier",
        status=Parcel.Stage.NEW,
        guest_email=buyer.email,
        buyer_name=buyer.name,
        phone=buyer.phone,
        note=buyer.note,
        language=get_language() or settings.LANGUAGE_CODE,
        date_placed=timezone.now(),
    )


def _give_number(order):
    today = timezone.localdate()
    order.number = f"HT{today:%y}-{next_number('order', year=today.year):06d}"
    order.save(update_fields=["number"])


def _parcels(order, wanted):
    return Parcel.objects.bulk_create(
        Parcel(order=order, producer=group.producer, number=n, fee=group.fee)
        for n, group in enumerate(wanted.groups, 1)
    )


def _lines(order, wanted, parcels):
    rows = []
    for parcel, group in zip(parcels, wanted.groups, strict=True):
        for line in group.lines:
            record = line.line.stockrecord
            shown = line.product.parent if line.product.is_child else line.product
            rows.append(
                Line(
                    order=order,
                    parcel=parcel,
                    partner=group.producer,
                    partner_name=group.producer.name,
                    partner_sku=record.partner_sku,
                    stockrecord=record,
                    product=line.product,
                    title=line.product.get_title(),
                    quantity=line.quantity,
                    line_price_incl_tax=line.payable,
                    line_price_excl_tax=line.payable,
                    line_price_before_discounts_incl_tax=line.total,
                    line_price_before_discounts_excl_tax=line.total,
                    unit_price_incl_tax=line.price,
                    unit_price_excl_tax=line.price,
                    status=Parcel.Stage.NEW,
                    discount_platform=line.discount_platform,
                    discount_producer=line.discount_producer,
                    num_allocated=line.quantity,
                    stars=shown.stars_on() or line.product.stars_on(),
                )
            )
    return Line.objects.bulk_create(rows)


def _take(wanted):
    for line in sorted(wanted.lines, key=lambda each: each.line.stockrecord_id):
        free = StockRecord.objects.filter(
            pk=line.line.stockrecord_id, num_in_stock__gte=F("num_allocated") + line.quantity
        ) | StockRecord.objects.filter(
            pk=line.line.stockrecord_id, num_allocated=None, num_in_stock__gte=line.quantity
        )
        if not free.update(num_allocated=_plus("num_allocated", line.quantity)):
            raise Refused(
                _("“%(title)s” was sold to someone else just now. Nothing has been ordered.")
                % {"title": line.product.get_title()},
                field="basket",
            )
    for pk, pieces in sorted(_pieces_by_product(wanted.lines).items()):
        Product.objects.filter(pk=pk).update(sold=F("sold") + pieces)


def _pieces_by_product(lines):
    pieces: Counter[int] = Counter()
    for line in lines:
        pieces[line.shown.pk] += line.quantity
    return pieces


def _plus(name, number):
    return Coalesce(F(name), 0) + number


def _consents(order, buyer, by):
    rows = [Consent(kind=Consent.Kind.TERMS, order=order, user=by, text=str(TERMS))]
    if buyer.marketing:
        rows.append(Consent(kind=Consent.Kind.MARKETING, order=order, user=by, text=str(MARKETING)))
    Consent.objects.bulk_create(rows)


def _tell(order, buyer, wanted, by):
    sentence = _("Thank you. Your order %(number)s of %(total)s has reached the makers.") % {
        "number": order.number,
        "total": dong(wanted.total),
    }
    if buyer.email:
        html = render_to_string("shop/mail/order.html", {"order": order, "contents": wanted, "buyer": buyer})
        subject = _("Order %(number)s") % {"number": order.number}
        tell(None, sentence, email=buyer.email, subject=subject, html=html, link=order.get_absolute_url())
    else:
        tell(None, sentence, phone=str(buyer.phone))
    _tell_makers(order, wanted)


def _tell_makers(order, wanted):
    """In Vietnamese, whatever language the buyer reads."""
    with override(settings.LANGUAGE_CODE):
        sentence = _("New parcel to confirm: order %(number)s.") % {"number": order.number}
        for group in wanted.groups:
            for person in group.producer.users.all():
                tell(person, sentence, link="/ban-lam-viec/don-hang/")
