"""How heavy a packed piece is: as its maker says, else estimated from what it contains."""

from decimal import ROUND_CEILING, Decimal

from django.conf import settings

from catalogue.models.product import NetUnit

# Grams of a small unit, and what pack and padding add: a jar of honey weighs more than its honey.
_GRAMS = {
    NetUnit.G: (1, Decimal("1.2")),
    NetUnit.KG: (1000, Decimal("1.1")),
    NetUnit.ML: (1, Decimal("1.5")),
    NetUnit.L: (1000, Decimal("1.4")),
}


def weight_of(product):
    """Grams of one packed piece of `product`. Reads its `handling`, then its net quantity, else a setting."""
    said = getattr(product, "handling", None)
    if said is not None and said.weight_g:
        return said.weight_g
    if product.net_unit not in _GRAMS or not product.net_quantity:
        return settings.DELIVERY_WEIGHT_UNKNOWN
    grams, tare = _GRAMS[product.net_unit]
    return int((Decimal(product.net_quantity) * grams * tare).to_integral_value(ROUND_CEILING))


def in_words(grams):
    """ "850 g", "1,2 kg": a weight as people write it."""
    if grams < 1000:
        return f"{grams}\u00a0g"
    kilos = (Decimal(grams) / 1000).quantize(Decimal("0.1"), ROUND_CEILING)
    return f"{kilos.normalize():f}".replace(".", ",") + "\u00a0kg"
