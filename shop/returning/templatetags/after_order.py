"""What the order's page says after the order: `{% after_order order parcels %}` gives each parcel its `after`."""

from django import template

from shop.returning import reading
from shop.returning.reading import called_off_sentence, money_sentence, state_sentence

register = template.Library()


@register.simple_tag
def after_order(order, parcels):
    """Set `after` on each parcel. Returns {"cancel_all", "account", "invoice"}: what concerns the whole order."""
    found = reading.after(order, parcels)
    for parcel in parcels:
        parcel.after = found[parcel.pk]
    cancellable = [each for each in found.values() if each.may_cancel]
    return {
        "cancel_all": len(cancellable) if len(found) > 1 else 0,
        "account": any(each.waits_for_account for each in found.values()),
        "invoice": any(parcel.stage not in {"cancelled", "returned"} for parcel in parcels),
        "asked": any(each.invoice for each in found.values()),
    }


register.filter("called_off_sentence", called_off_sentence)
register.filter("money_sentence", money_sentence)
register.filter("state_sentence", state_sentence)
