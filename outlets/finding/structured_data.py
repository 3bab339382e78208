"""What search engines read of an outlet: schema.org's LocalBusiness in JSON-LD."""

from catalogue.structured_data import SCHEMA, absolute

from ..hours.timetable import specification

PAYMENTS = {"cash": "Cash", "transfer": "Bank transfer", "card": "Credit card"}


def outlet_json_ld(outlet, *, url):
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
        "openingHoursSpecification": specification(outlet),
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
