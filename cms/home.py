"""What the home page reads from the shop."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from catalogue.cards import cards, for_cards
from catalogue.models import Product
from catalogue.producers.models import Area
from catalogue.programme.models import Recognition
from catalogue.structured_data import site_json_ld
from catalogue.views.producers import with_star_counts

SHOWN = 8


def home_context(page):
    """Starred products, producers of the month, areas and counters; every count names its day. 7 queries.

    Each count is of what its link opens to a stranger: public, no sizes, no alcohol.
    """
    today = timezone.localdate()
    public = Product.objects.on_sale_list().open_to(adult=False)
    starred = public.starred(today)
    counts = starred.aggregate(
        products=Count("pk"),
        three_up=Count("pk", filter=Q(stars__gte=3)),
        five=Count("pk", filter=Q(stars=5)),
        makers=Count("producer", distinct=True),
    )
    areas = (
        Area.objects.annotate(
            n=Count(
                "communes__producers__products",
                filter=Q(communes__producers__products__in=public.order_by().values("pk")),
                distinct=True,
            )
        )
        .filter(n__gt=0)
        .order_by("-n", "name")
    )
    producers = with_star_counts(page.producers.select_related("commune__area"), adult=False, on=today)
    ever = Recognition.objects.filter(product__in=public.order_by().values("pk"), variant=None)
    return {
        "today": today,
        "starred": cards(for_cards(starred.order_by("-stars", "-stars_from", "pk"))[:SHOWN], on=today),
        "producers": producers,
        "areas": areas,
        "counts": counts,
        "ever": ever.order_by().values("product").distinct().count(),
        "json_ld": [site_json_ld(name="OCOP Hà Tĩnh", search_url=reverse("search_all:index"))],
    }
