"""What pages say of fetching: `{% fetched parcel as it %}` where and when, with the code once it is ready;
`{% fetching_terms as fetch %}` the conditions, before anybody buys; `{% fetching_at outlet as fetch %}` those of one.
"""

from django import template

from shop.picking import reading

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
def fetching_at(outlet):
    """{"days", "is_free"} of an outlet that hands orders over, None of another. 1 query, none of another."""
    return reading.terms_of(outlet)
