"""Filters of the field, loaded in every template: đồng, dates, packs, words that stay together."""

import re
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

import nh3
from babel.numbers import format_decimal
from django import template
from django.conf import settings
from django.template.defaultfilters import stringfilter
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue import structured_data
from catalogue.models import NetUnit

register = template.Library()


@register.filter
def dong(amount):
    """Whole đồng the Vietnamese way: 1250000 → "1.250.000 ₫"; nothing for None."""
    if amount is None or amount == "":
        return ""
    return _dong(int(amount))


@lru_cache(maxsize=8192)  # prices repeat on a page and from page to page
def _dong(amount):
    return f"{format_decimal(amount, locale='vi')}\u00a0₫"


@register.filter(name="day")
def day_text(value):
    """A day the Vietnamese way: 23/11/2026; nothing for None."""
    return f"{value:%d/%m/%Y}" if value else ""


@register.simple_tag
def card_words():
    """The words every card of a list repeats, translated once per list."""
    return {
        "star": star_words(),
        "ended": _("Expired"),
        "withdrawn": _("Withdrawn"),
        "only": _("Not sold online"),
        "sold_out": _("Sold out for now"),
        "wish": _("Put on the wish list"),
        "heart": heart(),
    }


@register.simple_tag
def heart():
    """The drawing on the button that puts something on the wish list."""
    icons = static("img/icons.svg")
    return format_html('<svg aria-hidden="true"><use href="{}#heart"/></svg>', icons)


@register.simple_tag
def star_words():
    """What stands before and after the number on a star badge: "5 sao OCOP", "OCOP 5-star"."""
    # Translators: the star badge; {n} is the number of stars.
    return _("OCOP {n}-star").partition("{n}")[::2]


@register.filter
def month_over(ended_on, withdrawn=False):  # noqa: FBT002 (a filter's arguments have no names)
    """11/2026: the month of the last day, or of the day a withdrawal took effect, which is the next."""
    over = ended_on and ended_on + timedelta(days=1 if withdrawn else 0)
    return f"{over:%m/%Y}" if over else ""


@register.filter
def net_text(product):
    """ "500 ml": what is inside, in the language of the page; nothing when it is not said."""
    if not product.net_quantity:
        return ""
    return _net(product.net_quantity, product.net_unit, get_language() or "vi")


@lru_cache(maxsize=4096)
def _net(quantity, unit, language):
    """For the page's language, which is the one the unit's name is translated into."""
    return f"{format_decimal(quantity, locale=language)}\u00a0{NetUnit(unit).label}"


@register.filter
def pack_text(product):
    """ "Chai thủy tinh · 500 ml": the pack and what is in it, neither said twice."""
    net = net_text(product)
    if not net or _says(product.pack, product):
        return product.pack
    return f"{product.pack} · {net}" if product.pack else net


@register.filter
def pack_glance(product):
    """The same in a glance, for a card: "Chai 500 ml", "Túi 8 chiếc · 400 g"."""
    head = product.pack.split(",")[0].strip()
    if product.net_unit not in WEIGHED:
        return head
    first, net = head.split(" ")[0], net_text(product)
    if not net or _says(head, product):
        return head
    if re.search(r"\d", head):
        return f"{head} · {net}"
    return f"{first if first in VESSELS else head} {net}".strip()


WEIGHED = {"g", "kg", "ml", "l"}
VESSELS = {
    "Bao",
    "Bình",
    "Bịch",
    "Can",
    "Chai",
    "Giỏ",
    "Gói",
    "Hũ",
    "Hộp",
    "Khay",
    "Lon",
    "Lọ",
    "Rổ",
    "Sọt",
    "Thùng",
    "Túi",
    "Tô",
    "Vỉ",
}


def _says(pack, product):
    """Whether the words of the pack tell the net quantity already: "Thùng 5 kg", "Hộp giấy 6 quả"."""
    return _said(pack, product.net_quantity, product.net_unit, get_language() or "vi")


@lru_cache(maxsize=4096)
def _said(pack, quantity, net_unit, _language):
    number = re.escape(f"{Decimal(quantity).normalize():f}").replace(r"\.", "[.,]")
    unit = "" if net_unit not in WEIGHED else rf"\s*(?:{net_unit}|{NetUnit(net_unit).label})\b"
    return bool(re.search(rf"(?<![\d.,]){number}(?![\d.,]){unit}", pack, re.IGNORECASE))


PHRASES = re.compile(
    r"\b(sản phẩm|chủ thể|hiệu lực|chương trình|sao thật|cu đơ|hợp tác xã|tổ hợp tác|kinh doanh|ngân hàng|thanh toán|đơn hàng"
    r"|(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật) \d+/\d+)\b",
    re.IGNORECASE,
)
LONGEST = 16  # letters kept together: about the width of a card on a small phone


@register.filter
@stringfilter
def keep(text):
    """Words that belong together stay on one line: names, numbers with their word, a few set phrases.

    Only spaces change, to no-break spaces, and never so many that a phone's column overflows.
    """
    text = PHRASES.sub(lambda found: found[0].replace(" ", "\u00a0"), text)
    words = text.split(" ")
    line = words[0]
    for before, word in pairwise(words):
        run = len(line.rpartition(" ")[2]) + 1 + len(word)
        line += ("\u00a0" if run <= LONGEST and _belong(before, word) else " ") + word
    return line


def _belong(before, word):
    names = before[:1].isupper() and word[:1].isupper() and before[-1:].isalpha()
    return names or (before.isdecimal() and word[:1].isalpha())


@register.filter
def unbroken(text):
    """A number that stays on one line."""
    return str(text).replace(" ", "\u00a0")


@register.filter
def point_shares(value):
    """How full each of the five marks of a review is, in tenths: 4.7 → 10, 10, 10, 10, 7."""
    tenths = round(float(value or 0) * 10)
    return [min(10, max(0, tenths - 10 * n)) for n in range(5)]


@register.filter
def total(things, attribute):
    """The sum of an attribute over things."""
    return sum(getattr(each, attribute) for each in things)


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

    English addresses are the Vietnamese ones below `/en/` (`i18n_patterns` in `shop.urls`). A page that is another
    one in a third language says as `original` its Vietnamese path, and `third_languages` is [(code, path)] of all of those.
    """
    request = context.get("request")
    path = str(context.get("canonical") or (request.path if request else "/"))
    here, tail = path.partition("?")[::2]
    tail = f"?{tail}" if tail else ""
    base, vietnamese = settings.SITE_URL, here.removeprefix("/en") if here.startswith("/en/") else here
    vietnamese = context.get("original") or vietnamese
    return {
        "third": [(code, f"{base}{path}") for code, path in context.get("third_languages") or ()],
        "canonical": f"{base}{here}{tail}",
        "vi": f"{base}{vietnamese}{tail}",
        "en": f"{base}/en{vietnamese}{tail}",
    }


@register.simple_tag(takes_context=True)
def other_language(context):
    """{"code", "name", "url"} of this page in the other language; None where there is no page yet."""
    request = context.get("request")
    path = request.get_full_path() if request else reverse("home")
    if path == "/en" or path.startswith("/en/"):
        return {"code": "vi", "name": "Tiếng Việt", "url": path.removeprefix("/en") or "/"}
    return {"code": "en", "name": "English", "url": f"/en{path}"}


@register.filter
def clean_html(text):
    """HTML a producer wrote, with everything dangerous taken out (nh3)."""
    return mark_safe(
        nh3.clean(text or "", tags={"p", "br", "b", "strong", "i", "em", "ul", "ol", "li", "h3"})
    )
