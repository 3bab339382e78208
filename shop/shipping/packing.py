"""What makers say of their parcels: how heavy, how long fresh goods keep, and where they bring them themselves."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.listing import may_list
from office.stages import Refused

from .models import Handling, OwnDelivery

MOST_WEIGHT = 200_000  # g
MOST_FEE = 10_000_000  # đồng


@transaction.atomic
def say_how_packed(product, *, by, weight_g=None, keeps_hours=None, not_sent_weekdays=(), fragile=False):
    """Packed weight (g), hours it keeps on the way, weekdays it is not sent on. Returns the `Handling`.

    Raises `Refused` without the right, for a weight or hours of nothing, or when no day is left.
    """
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    if weight_g is not None and not 0 < weight_g <= MOST_WEIGHT:
        raise Refused(_("Give the weight in grams, up to 200 kg."), field="weight_g")
    if keeps_hours is not None and not 0 < keeps_hours <= 2_000:
        raise Refused(_("Give hours, one at least."), field="keeps_hours")
    off = sorted({int(day) for day in not_sent_weekdays})
    if len(off) > 6:
        raise Refused(_("It must be sent on one day of the week at least."), field="not_sent_weekdays")
    facts = {"weight_g": weight_g, "keeps_hours": keeps_hours, "not_sent_weekdays": off, "fragile": fragile}
    return Handling.objects.update_or_create(product=product, defaults=facts)[0]


@transaction.atomic
def bring(producer, *, by, is_active, areas=(), communes=(), fee=0, free_from=None, weekdays=()):
    """Where and when `producer` brings parcels itself, and for how much. Returns the `OwnDelivery`.

    Raises `Refused` without the right; while active also without a place or a day.
    """
    if not may_list(by, producer):
        raise Refused(_("This is another producer."))
    areas, communes = list(areas), list(communes)
    if is_active and not areas and not communes:
        raise Refused(_("Choose at least one area or commune you deliver to."), field="areas")
    if is_active and not weekdays:
        raise Refused(_("Choose at least one day on which you deliver."), field="weekdays")
    if not 0 <= fee <= MOST_FEE:
        raise Refused(_("A fee is 0 ₫ or more."), field="fee")
    if free_from is not None and free_from < 0:
        raise Refused(_("An amount is 0 ₫ or more."), field="free_from")
    own, _made = OwnDelivery.objects.update_or_create(
        producer=producer,
        defaults={
            "is_active": is_active,
            "fee": fee,
            "free_from": free_from,
            "weekdays": sorted({int(day) for day in weekdays}),
        },
    )
    own.areas.set(areas)
    own.communes.set(communes)
    return own
