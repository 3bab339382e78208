"""What search engines read of a tour: schema.org's TouristTrip in JSON-LD."""

from catalogue.structured_data import SCHEMA, absolute


def trip_json_ld(guide, *, url):
    """A `TouristTrip` with its stops in order, and one `subTrip` a day where there are several.

    `inLanguage` is what it is written in here, `availableLanguage` what the guide speaks.
    """
    itinerary, operator = guide.itinerary, guide.itinerary.operator
    data = {
        "@context": SCHEMA,
        "@type": "TouristTrip",
        "@id": url,
        "name": guide.words.title.text,
        "url": url,
        "description": guide.words.summary.text,
        "inLanguage": guide.words.tongue.code,
        "availableLanguage": itinerary.languages,
        "itinerary": _stops(guide.halts),
        "provider": {
            "@type": "TravelAgency",
            "name": operator.name,
            "telephone": str(operator.phone),
            "identifier": {"@type": "PropertyValue", "name": "Giấy phép lữ hành", "value": operator.licence},
        },
    }
    if len(guide.days) > 1:
        data["subTrip"] = [
            {
                "@type": "TouristTrip",
                "name": f"{guide.words.title} ({day.number}/{len(guide.days)})",
                "itinerary": _stops(day.halts),
            }
            for day in guide.days
        ]
    if image := itinerary.picture_set.get("page"):
        data["image"] = absolute(image["jpeg"])
    return {key: value for key, value in data.items() if value not in (None, "", [])}


def _stops(halts):
    return {
        "@type": "ItemList",
        "numberOfItems": len(halts),
        "itemListElement": [
            {"@type": "ListItem", "position": number, "item": _place(halt)}
            for number, halt in enumerate(halts, 1)
        ],
    }


def _place(halt):
    kinds = {"outlet": "Store", "producer": "LocalBusiness", "meal": "FoodEstablishment"}
    data = {
        "@type": kinds.get(halt.stop.kind, "TouristAttraction"),
        "name": halt.words.name.text,
        "description": halt.words.reason.text,
    }
    if halt.url:
        data["url"] = absolute(halt.url)
    if host := halt.stop.host:
        data["address"] = {
            "@type": "PostalAddress",
            "streetAddress": host.street,
            "addressLocality": halt.place,
            "addressCountry": "VN",
        }
    if halt.plan.point:
        latitude, longitude = halt.plan.point
        data["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return data
