"""What pages say of fetching: `{% fetched parcel as it %}` where and when, with the code once it is ready;
`{% fetching_terms as fetch %}` the conditions, before anybody buys; `{% fetching_at outlet as fetch %}` those of one;
`{% lying_at_outlets shown as there %}` where that lies which the maker cannot send at the moment.
"""

from django import template

from shop.picking import reading
from shop.shipping import lying

register = template.Library()


@register.simple_tag
def fetched(parcel):
    """`ForBuyer`, or None for a parcel that is sent."""
    return reading.for_buyer(parcel) if parcel.is_fetched else None


@register.simple_tag
def fetching_terms():
    """{"places", "least", "most"}: outlets that hand orders over, and how many days they keep them."""
    return reading.terms_in_short()


@register.simple_tag
def lying_at_outlets(shown):
    """[(choice, `lying.Lying`)] of what is sold out at its maker and lies at outlets that hand orders over.

    `shown` is a `catalogue.showing.Shown`. 1 query where something is sold out, else none.
    """
    sold_out = [choice for choice in shown.choices if choice.sold_out]
    if not sold_out or not shown.orderable or shown.suspended:
        return []
    there = lying.at_outlets([choice.product.pk for choice in sold_out])
    return [(choice, place) for choice in sold_out for place in there.get(choice.product.pk, [])]


@register.simple_tag
def fetching_at(outlet):
    """{"days", "is_free"} of an outlet that hands orders over, None of another. 1 query, none of another."""
    return reading.terms_of(outlet)
