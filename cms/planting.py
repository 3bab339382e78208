"""The pages every shop needs on its first day; editors take over from there. Planting again changes nothing."""

from dataclasses import asdict
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sites.models import Site as NamedSite
from django.db import transaction
from wagtail.models import Locale, Page, Site

from .models import HomePage, SiteSettings, TextPage
from .texts import HOMES, TEXTS

# Elsewhere the footer says nothing until somebody has entered what is true.
OWNER_OF_DEMO = {
    "operator": "Văn phòng Điều phối Chương trình OCOP (bản trình diễn)",
    "address": "Phường Thành Sen, tỉnh Hà Tĩnh",
    "phone": "0950 000 000",
    "email": "lien-he@demo.ocop.example",
    "establishment": "Theo quyết định năm 2019 của UBND tỉnh Hà Tĩnh về đề án OCOP",
    "registration": "Website đang làm thủ tục đăng ký với Bộ Công Thương",
}


@transaction.atomic
def plant_pages(*, picture=None, producers=()):
    """The home page with its site, the rules of the shop and the help pages, in Vietnamese and English.

    Returns the Vietnamese home page. English pages are translations of the Vietnamese ones, so that
    each page knows its other self.
    """
    NamedSite.objects.update_or_create(  # the name in mails about accounts
        pk=settings.SITE_ID,
        defaults={"name": settings.OSCAR_SHOP_NAME, "domain": urlsplit(settings.SITE_URL).netloc},
    )
    Site.objects.filter(is_default_site=True).update(**_address())
    vietnamese = _locale("vi")
    home = HomePage.objects.filter(locale=vietnamese).first()
    if home is None:  # what editors have renamed or thrown away since does not come back
        home = _home(picture, vietnamese)
        for text in TEXTS["vi"]:
            home.add_child(instance=TextPage(slug=text.slug, locale=vietnamese, **_words(text)))
        _translate(home)
    if producers and not home.producers.exists():
        home.producers.set(producers)
        home.save()
    SiteSettings.objects.get_or_create(site=home.get_site(), defaults=OWNER_OF_DEMO if settings.DEMO else {})
    return home


def _translate(home):
    english = _locale("en")
    _say(home.copy_for_translation(english), asdict(HOMES["en"]))
    for text in TEXTS["en"]:
        page = TextPage.objects.get(locale=home.locale, slug=text.slug)
        _say(page.copy_for_translation(english), _words(text))


def _say(page, words):
    for name, value in words.items():
        setattr(page, name, value)
    page.save_revision().publish()


def _words(text):
    return {"title": text.title, "intro": text.intro, "place": text.place, "body": [("text", text.html)]}


def _locale(code):
    return Locale.objects.get_or_create(language_code=code)[0]


def _home(picture, locale):
    root = Page.objects.filter(depth=1).first()
    root = root or Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    home = HomePage(
        title="OCOP Hà Tĩnh", slug="ocop-ha-tinh", picture=picture, locale=locale, **asdict(HOMES["vi"])
    )
    for old in Page.objects.filter(depth=2):
        old.delete()
    root.refresh_from_db()
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={**_address(), "root_page": home, "site_name": settings.OSCAR_SHOP_NAME},
    )
    return home


def _address():
    """Where the site is, as Wagtail's `Site` says it: the sitemap and the mails of editors use it."""
    parts = urlsplit(settings.SITE_URL)
    return {
        "hostname": parts.hostname or "localhost",
        "port": parts.port or (443 if parts.scheme == "https" else 80),
    }
