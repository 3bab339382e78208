"""What the home page and every footer read from the shop."""

from django.core.cache import cache
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.models import Site

from catalogue.cards import cards, for_cards
from catalogue.models import Product
from catalogue.producers.models import Area
from catalogue.programme.models import Recognition
from catalogue.structured_data import site_json_ld

SHOWN = 8


def home_context(page):
    """Starred products, producers of the month, areas and counters; every count names its day. 7 queries."""
    today = timezone.localdate()
    public = Product.objects.on_sale_list().open_to(adult=False)
    starred = public.starred(today)
    counts = starred.aggregate(
        products=Count("pk"), five=Count("pk", filter=Q(stars=5)), makers=Count("producer", distinct=True)
    )
    areas = (
        Area.objects.annotate(
            n=Count(
                "communes__producers__products",
                filter=Q(
                    communes__producers__products__in=starred.order_by().values("pk"),
                ),
            )
        )
        .filter(n__gt=0)
        .order_by("-n", "name")
    )
    valid = Q(
        products__stars__gt=0,
        products__stars_from__lte=today,
        products__stars_until__gte=today,
        products__is_public=True,
    )
    producers = page.producers.select_related("commune__area").annotate(
        starred=Count("products", filter=valid)
    )
    return {
        "today": today,
        "starred": cards(for_cards(starred.order_by("-stars", "-stars_from", "pk"))[:SHOWN], on=today),
        "producers": producers,
        "areas": areas,
        "counts": counts,
        "ever": Recognition.objects.values("product").distinct().count(),
        "json_ld": [site_json_ld(name="OCOP Hà Tĩnh", search_url=reverse("search_all:index"))],
    }


def house(request):
    """Context processor: `house`, the facts and pages of the footer; read at most once a minute."""
    return {"house": _Facts()}


class _Facts:
    """Looks the facts up only when a template asks for one."""

    def __getattr__(self, name):
        key = f"site-facts:{get_language()}"
        facts = cache.get(key)
        if facts is None:
            facts = _read()
            cache.set(key, facts, 60)
        return facts.get(name, "")


def _read():
    from cms.models import SiteSettings, TextPage  # this module is read while the models load

    root = Site.objects.filter(is_default_site=True).first()
    if root is None:
        return {"consumer_hotline": "1800.6838"}
    facts = SiteSettings.for_site(root)
    names = [field.name for field in SiteSettings._meta.concrete_fields if field.name not in {"id", "site"}]
    found = {name: getattr(facts, name) for name in names}
    for place in ("rules", "help"):
        pages = (
            TextPage.objects.live().filter(place=place, locale__language_code=get_language()).order_by("path")
        )
        found[f"{place}_pages"] = [
            {"url": reverse("wagtail_serve", args=[f"{page.slug}/"]), "title": page.title} for page in pages
        ]
    return found
