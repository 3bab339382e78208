"""The list of producers and one producer."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from catalogue.cards import cards, for_cards
from catalogue.models import Product
from catalogue.producers.folding import fold
from catalogue.producers.models import Area, Partner
from catalogue.rules import is_adult
from catalogue.structured_data import absolute, breadcrumbs_json_ld, producer_json_ld

from .caching import public_page

PER_PAGE = 24


def with_star_counts(producers, *, adult, on=None):
    """`producers` with `starred`: how many products their page shows this visitor with a star on day `on`."""
    shown = Product.objects.on_sale_list().open_to(adult=adult).starred(on)
    return producers.annotate(
        starred=Count("products", filter=Q(products__in=shown.order_by().values("pk")), distinct=True)
    )


@public_page
class ProducerListView(TemplateView):
    """`/chu-the/`: producers by area and name, with how many of their stars are valid today."""

    template_name = "catalogue/producers.html"

    def get_context_data(self, **kwargs):
        area, text = (self.request.GET.get(name, "").replace("\x00", "").strip() for name in ("khu-vuc", "q"))
        producers = with_star_counts(
            Partner.objects.select_related("commune__area"), adult=is_adult(self.request)
        ).order_by("-starred", "name", "pk")
        if area:
            producers = producers.filter(commune__area__slug=area)
        if text:
            words = fold(text).split()
            names = dict(Partner.objects.values_list("pk", "name"))
            producers = producers.filter(
                pk__in=[pk for pk, name in names.items() if all(word in fold(name) for word in words)]
            )
        page = Paginator(producers, PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page, areas=Area.objects.order_by("name"), area=area, text=text, **kwargs
        )


@public_page
class ProducerDetailView(TemplateView):
    """`/chu-the/<code>/`: who they are, products with a star today and those whose star ended, apart."""

    template_name = "catalogue/producer.html"

    def get_context_data(self, **kwargs):
        producer = get_object_or_404(
            Partner.objects.select_related("commune__area", "commune__province"), code=self.kwargs["code"]
        )
        adult = is_adult(self.request)
        products = Product.objects.on_sale_list().open_to(adult=adult).filter(producer=producer)
        found = cards(for_cards(products.order_by("-stars", "title")))
        trail = [
            (_("Producers"), reverse("producers:index")),
            (producer.name, producer.get_absolute_url()),
        ]
        return super().get_context_data(
            producer=producer,
            starred=[card for card in found if card.stars],
            ended=[card for card in found if not card.stars and card.ended_on],
            others=[card for card in found if not card.stars and not card.ended_on],
            trail=trail,
            json_ld=[
                producer_json_ld(producer, url=absolute(producer.get_absolute_url())),
                breadcrumbs_json_ld([(name, absolute(url)) for name, url in trail]),
            ],
            **kwargs,
        )
