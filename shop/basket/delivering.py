"""What delivery adds to a basket: for each parcel the ways to send it, the one chosen, its price and days."""

from django.conf import settings
from django.utils import timezone

from catalogue.producers.models import Commune
from office.prepared import Prepared
from shop.shipping import lying, picking_up
from shop.shipping.picking_up import AT_OUTLET
from shop.shipping.quoting import quote_all


def deliver(contents, commune=None, *, at=None, chosen=None, outlets=False):
    """Quote every parcel of `contents` to `commune` (else where baskets are estimated for), and take for
    each the method in `chosen` or the cheapest.

    `chosen` is {producer's key: method's code}; one that cannot be taken there counts as none, AT_OUTLET is the
    best outlet. With `outlets` a parcel that is fetched knows all outlets that hand it over, one that is not
    whether any might (`may_fetch`); else only the outlet chosen is read. Returns `contents`. 3 queries,
    however many parcels, 1 more with `outlets`; more where a parcel is fetched.
    """
    if not contents.groups:
        return contents
    _fetch(contents, at or timezone.now())
    moving = [group for group in contents.groups if group.lies_at is None]
    if not moving:
        return contents
    parcels = [(group.producer, group.lines) for group in moving]
    at, place = at or timezone.now(), commune or estimated_place()
    quotes = quote_all(parcels, place, at=at)
    fetched = _fetched(parcels, place, chosen or {}, at=at, outlets=outlets)
    offered = outlets and picking_up.is_offered()
    for group in moving:
        group.may_fetch = offered and any(quote.is_sent for quote in quotes[group.producer.pk])
        group.quotes = quotes[group.producer.pk] + fetched.get(group.producer.pk, [])
        group.asked_to_fetch = group.producer.pk in fetched
        group.quote = _taken(group.quotes, (chosen or {}).get(group.producer.pk))
    return contents


def _fetch(contents, at):
    """Goods that lie at one outlet are fetched there and nowhere else."""
    lying_there = [group for group in contents.groups if group.lies_at is not None]
    if lying_there:
        found = lying.quotes([(each.producer, each.lines, each.lies_at) for each in lying_there], at=at)
        for group, quote in zip(lying_there, found, strict=True):
            group.quotes, group.quote = [quote], quote


def _fetched(parcels, place, chosen, *, at, outlets):
    """{producer's key: quotes at outlets} of the parcels `chosen` to be fetched."""
    wanted = {key for key, method in chosen.items() if picking_up.is_fetching(method)}
    parcels = [(producer, lines) for producer, lines in parcels if producer.pk in wanted]
    if not parcels:
        return {}
    methods = [chosen[producer.pk] for producer, _lines in parcels]
    free = outlets or AT_OUTLET in methods
    return picking_up.quotes(parcels, place, at=at, only=None if free else picking_up.outlets_of(methods))


def estimated_place():
    """The commune of `DELIVERY_ESTIMATE_TO`; without it the first there is."""
    found = _COMMUNE(settings.DELIVERY_ESTIMATE_TO)
    return found[0] if found else Commune.objects.select_related("province").earliest("code")


_COMMUNE = Prepared(lambda pk: Commune.objects.select_related("province").filter(pk=pk))


def _taken(quotes, code):
    possible = [quote for quote in quotes if not quote.problem]
    sent = [quote for quote in possible if quote.fetching is None]
    if code == AT_OUTLET:
        sent = [quote for quote in possible if quote.fetching is not None] or sent
    return next((quote for quote in possible if quote.method == code), (sent or quotes)[0])
