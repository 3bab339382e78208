"""Filters of the field, loaded in every template: đồng, dates, communes."""

import nh3
from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from catalogue import structured_data

register = template.Library()


@register.filter
def dong(amount):
    """Whole đồng the Vietnamese way: 1250000 → "1.250.000 ₫"; nothing for None."""
    if amount is None or amount == "":
        return ""
    return f"{format_decimal(int(amount), locale='vi')}\u00a0₫"


@register.filter(name="day")
def day_text(value):
    """A day the Vietnamese way: 23/11/2026; nothing for None."""
    return f"{value:%d/%m/%Y}" if value else ""


@register.simple_tag
def card_words():
    """The words every card of a list repeats, translated once per list."""
    return {
        "stars": _("stars OCOP"),
        "ended": _("Certificate ended"),
        "withdrawn": _("Certificate withdrawn"),
        "only": _("Not sold online"),
        "sold_out": _("Sold out for now"),
    }


@register.filter
def absolute_url(url):
    """An address other sites can follow; the site's own picture when there is none."""
    return structured_data.absolute(url or static("img/og.png"))


@register.filter
def json_ld_script(data):
    """A dict as a JSON-LD script element."""
    return structured_data.script(data)


@register.simple_tag(takes_context=True)
def page_addresses(context):
    """{"canonical", "vi", "en"} of this page: absolute, without tracking parameters.

    English addresses are the Vietnamese ones below `/en/` (`i18n_patterns` in `shop.urls`).
    """
    request = context.get("request")
    path = str(context.get("canonical") or (request.path if request else "/"))
    here, tail = path.partition("?")[::2]
    tail = f"?{tail}" if tail else ""
    base, vietnamese = settings.SITE_URL, here.removeprefix("/en") if here.startswith("/en/") else here
    return {
        "canonical": f"{base}{here}{tail}",
        "vi": f"{base}{vietnamese}{tail}",
        "en": f"{base}/en{vietnamese}{tail}",
    }


@register.filter
def clean_html(text):
    """HTML a producer wrote, with everything dangerous taken out (nh3)."""
    return mark_safe(
        nh3.clean(text or "", tags={"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h3"})
    )
