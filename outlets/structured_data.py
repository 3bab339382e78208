"""What search engines read of an outlet: schema.org's LocalBusiness in JSON-LD."""

from datetime import timedelta

from django.utils import timezone

from catalogue.structured_data import SCHEMA, absolute

from . import opening

DAYS = 14  # of hours told ahead, day by day: exceptions and market days are in them
PAYMENTS = {"cash": "Cash", "transfer": "Bank transfer", "card": "Credit card"}


def outlet_json_ld(outlet, almanac, *, url):
    """A `LocalBusiness`, or for the smaller kinds a `Store`; closed for good says so by no hours at all."""
    data = {
        "@context": SCHEMA,
        "@type": ["LocalBusiness", "Store"],
        "@id": url,
        "name": outlet.name,
        "url": url,
        "description": outlet.about,
        "telephone": str(outlet.phone or ""),
        "email": outlet.email,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": outlet.street,
            "addressLocality": str(outlet.commune),
            "addressRegion": outlet.commune.province.name,
            "addressCountry": "VN",
        },
        "paymentAccepted": ", ".join(PAYMENTS[each] for each in outlet.payments if each in PAYMENTS),
        "knowsLanguage": outlet.languages,
        "openingHoursSpecification": _hours(outlet, almanac),
    }
    if outlet.latitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(outlet.latitude),
            "longitude": float(outlet.longitude),
        }
    if image := outlet.picture_set.get("page"):
        data["image"] = absolute(image["jpeg"])
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _hours(outlet, almanac):
    """The days ahead one by one, with `validFrom` and `validThrough`: so Tết and market days are told right."""
    if not outlet.serves or outlet.by_appointment:
        return []
    today = timezone.localdate()
    told = []
    for step in range(DAYS):
        day = today + timedelta(days=step)
        dated = {"@type": "OpeningHoursSpecification", "validFrom": f"{day}", "validThrough": f"{day}"}
        spans = opening.spans_on(outlet, day, almanac)
        told += [dated | {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"} for opens, closes in spans]
        if not spans:
            told.append(dated | {"opens": "00:00", "closes": "00:00"})
    return told
