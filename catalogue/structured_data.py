"""What search engines read: schema.org in JSON-LD. A star is told only while its certificate is valid."""

import json

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import mark_safe

from catalogue.producers.stock import Supply

SCHEMA = "https://schema.org"


def script(data):
    """`data` as the body of a JSON-LD script: data, not code, and unable to close its element."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for mark, escaped in (("<", "\\u003C"), (">", "\\u003E"), ("&", "\\u0026")):
        body = body.replace(mark, escaped)
    return mark_safe(f'<script type="application/ld+json">{body}</script>')  # noqa: S308  (escaped above)


def absolute(url):
    """`url` at the site's own address (`SITE_URL`), as the canonical links have it, whatever host was asked."""
    return url if url.startswith("http") else f"{settings.SITE_URL}{url}"


def product_json_ld(shown, *, url):
    """A `Product` with its offer, its rating and, while it holds, its certification (from `showing.Shown`)."""
    product = shown.product
    data = {
        "@context": SCHEMA,
        "@type": "Product",
        "name": product.title,
        "url": url,
        "description": product.story or product.description,
        "brand": {"@type": "Brand", "name": product.producer.name} if product.producer else None,
        "category": product.group.name if product.group else None,
        "sku": str(product.pk),
    }
    if image := product.picture_set.get("page"):
        data["image"] = absolute(image["jpeg"])
    if shown.running and shown.stars:
        data["hasCertification"] = {
            "@type": "Certification",
            "name": f"OCOP {shown.stars} sao",
            "certificationRating": {"@type": "Rating", "ratingValue": shown.stars, "bestRating": 5},
            "certificationIdentification": shown.running.code or shown.running.decision_number,
            "issuedBy": {"@type": "Organization", "name": shown.running.issuer},
            "validFrom": shown.running.valid_from.isoformat(),
            "expires": shown.running.ends_on.isoformat(),
            "url": absolute(shown.running.get_absolute_url()),
        }
    if shown.can_buy or (product.sells_online and product.price is not None):
        data["offers"] = _offers(shown, url)
    if shown.rating:
        data["aggregateRating"] = {
            "@type": "AggregateRating",
            "ratingValue": round(shown.rating, 1),
            "reviewCount": shown.reviews.paginator.count,
        }
    return _without_none(data)


def _offers(shown, url):
    """An `Offer`, or for goods in sizes an `AggregateOffer` over their prices."""
    product = shown.product
    offer = {
        "@type": "Offer",
        "priceCurrency": "VND",
        "url": url,
        "availability": f"{SCHEMA}/{_availability(shown)}",
        "seller": {"@type": "Organization", "name": product.producer.name if product.producer else ""},
    }
    prices = [choice.product.price for choice in shown.choices]
    if product.is_parent and prices:
        return offer | {
            "@type": "AggregateOffer",
            "lowPrice": min(prices),
            "highPrice": max(prices),
            "offerCount": len(prices),
        }
    return offer | {"price": product.price}


def _availability(shown):
    """What schema.org calls it: for sizes, that of the one chosen at first."""
    if not shown.can_buy:
        return "OutOfStock"
    names = {Supply.MADE_TO_ORDER: "MadeToOrder", Supply.PRE_ORDER: "PreOrder"}
    return names.get(shown.default.supplied.kind, "InStock")


def producer_json_ld(producer, *, url):
    return _without_none(
        {
            "@context": SCHEMA,
            "@type": "LocalBusiness",
            "name": producer.name,
            "url": url,
            "telephone": str(producer.phone) or None,
            "foundingDate": str(producer.founded) if producer.founded else None,
            "address": {
                "@type": "PostalAddress",
                "streetAddress": producer.street,
                "addressLocality": str(producer.commune) if producer.commune else "",
                "addressRegion": "Hà Tĩnh",
                "addressCountry": "VN",
            },
        }
    )


def breadcrumbs_json_ld(trail):
    """`trail` is [(name, absolute address)] from the top down."""
    return {
        "@context": SCHEMA,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": str(name), "item": url}
            for number, (name, url) in enumerate(trail, 1)
        ],
    }


def site_json_ld(*, name, search_url):
    """The site and its search box, for the home page."""
    return {
        "@context": SCHEMA,
        "@type": "WebSite",
        "name": name,
        "url": settings.SITE_URL,
        "dateModified": timezone.localdate().isoformat(),
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{absolute(search_url)}?q={{q}}",
            "query-input": "required name=q",
        },
    }


def owner_json_ld(*, name, phone="", email="", address=""):
    """The `Organization` that runs the site, for the home page."""
    return _without_none(
        {
            "@context": SCHEMA,
            "@type": "Organization",
            "@id": f"{settings.SITE_URL}/#owner",
            "name": name,
            "url": settings.SITE_URL,
            "logo": absolute(static("img/logo.svg")),
            "telephone": phone,
            "email": email,
            "address": address,
        }
    )


def _without_none(data):
    return {key: value for key, value in data.items() if value not in (None, "")}
