"""The rows of an order: what was true on the day is written down with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.sites.models import Site
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from oscar.apps.address.models import Country

from catalogue.producers.models import Commune
from office.numbering import next_number

from .models import (  # type: ignore[attr-defined]  # Oscar defines one in a condition
    Consent,
    Line,
    Order,
    Parcel,
    PickUp,
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
    commune: Commune | None  # None and "" where all is fetched at outlets: no address is asked for
    street: str
    note: str = ""
    email: str = ""
    marketing: bool = False
    methods: Mapping[int, str] = field(default_factory=dict)  # how each maker's parcel is to be sent
    group: str = ""  # the code of the group of a tour it is bought with


def record(basket, wanted, buyer, *, key, stage, by):
    """The order with its address; its number comes last (`give_number`)."""
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
    street, commune = _destination(wanted, buyer)
    address = ShippingAddress(
        first_name=buyer.name,
        line1=street,
        line4=str(commune),
        state=commune.province.name,
        country=country,
        phone_number=buyer.phone,
        notes=buyer.note,
    )
    super(type(address), address).save()
    return Order.objects.create(
        number=key,  # until `give_number`
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
        status=stage,
        guest_email=buyer.email,
        buyer_name=buyer.name,
        phone=buyer.phone,
        note=buyer.note,
        group_code=buyer.group,
        language=get_language() or settings.LANGUAGE_CODE,
        date_placed=timezone.now(),
    )


def _destination(wanted, buyer):
    """(street, commune) the order goes to. Where all is fetched, the outlet's: the buyer's is not kept."""
    if not wanted.is_fetched:
        return buyer.street, buyer.commune
    outlet = next(group.quote.fetching.outlet for group in wanted.groups if group.is_fetched)
    return f"{outlet.name}, {outlet.street}"[:255], outlet.commune


def give_number(order):
    """The next number of the year, for which all orders queue."""
    today = timezone.localdate()
    order.number = f"HT{today:%y}-{next_number('order', year=today.year):06d}"
    Order.objects.filter(pk=order.pk).update(number=order.number)


def parcels(order, wanted, *, stage):
    """One parcel per producer; with a `PickUp` where it is fetched at an outlet."""
    made = Parcel.objects.bulk_create(
        Parcel(
            order=order,
            producer=group.producer,
            number=n,
            fee=group.fee,
            fee_borne=group.fee_borne,
            stage=stage,
            **_promise(group.quote),
        )
        for n, group in enumerate(wanted.groups, 1)
    )
    fetched = [
        PickUp(
            parcel=parcel,
            outlet=fetching.outlet,
            source=PickUp.Source.STOCK if fetching.from_stock else PickUp.Source.SENT,
            carriage=fetching.carriage,
            keeps_days=fetching.keeps_days,
        )
        for parcel, group in zip(made, wanted.groups, strict=True)
        if group.quote and (fetching := group.quote.fetching)
    ]
    if fetched:
        PickUp.objects.bulk_create(fetched)
    return made


def _promise(quote):
    """What was said of the parcel's way when it was ordered."""
    return {
        "method": quote.method,
        "method_name": quote.name[:80],
        "carrier": quote.carrier,
        "is_tracked": quote.is_tracked,
        "weight_g": quote.weight_g,
        "leaves_on": quote.leaves,
        "promised_from": quote.earliest,
        "promised_to": quote.latest,
    }


def lines(order, wanted, parcels):
    """What lies in the parcels. `Hold` alone says what is kept for them: Oscar's `num_allocated` is 0."""
    rows = []
    for parcel, group in zip(parcels, wanted.groups, strict=True):
        for line in group.lines:
            stock = line.line.stockrecord
            shown = line.product.parent if line.product.is_child else line.product
            rows.append(
                Line(
                    order=order,
                    parcel=parcel,
                    partner=group.producer,
                    partner_name=group.producer.name,
                    partner_sku=stock.partner_sku,
                    stockrecord=stock,
                    product=line.product,
                    title=line.product.get_title(),
                    quantity=line.quantity,
                    line_price_incl_tax=line.payable,
                    line_price_excl_tax=line.payable,
                    line_price_before_discounts_incl_tax=line.total,
                    line_price_before_discounts_excl_tax=line.total,
                    unit_price_incl_tax=line.price,
                    unit_price_excl_tax=line.price,
                    status=parcel.stage,
                    discount_platform=line.discount_platform,
                    discount_producer=line.discount_producer,
                    num_allocated=0,
                    stars=shown.stars_on() or line.product.stars_on(),
                )
            )
    return Line.objects.bulk_create(rows)


def consents(order, buyer, by):
    """What the buyer ticked, in the words that stood there."""
    rows = [Consent(kind=Consent.Kind.TERMS, order=order, user=by, text=str(TERMS))]
    if buyer.marketing:
        rows.append(Consent(kind=Consent.Kind.MARKETING, order=order, user=by, text=str(MARKETING)))
    Consent.objects.bulk_create(rows)
