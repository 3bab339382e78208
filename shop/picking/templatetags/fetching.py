"""`{% fetched parcel as it %}`: where and when a parcel is fetched, with its code once it is ready."""

from django import template

from shop.picking import reading

register = template.Library()


@register.simple_tag
def fetched(parcel):
    """`ForBuyer`, or None for a parcel that is sent."""
    return reading.for_buyer(parcel) if parcel.is_fetched else None
