"""The desk of stock: what lies at which place, how it is supplied, and one more place."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalogue import shelving
from catalogue.forms import PlaceForm, ShelfForm
from catalogue.models import Product
from catalogue.producers.models import StockPlace, StockRecord, Supply
from catalogue.supply import Supplied

from .goods import OnGoods


@dataclass(slots=True)
class Shelf:
    """One product or size at one place; `record` is None where nothing of it was put yet."""

    place: StockPlace | None
    record: StockRecord | None

    @property
    def name(self):
        return self.place.name if self.place else str(_("Own store"))

    @property
    def key(self):
        return self.place.pk if self.place else 0

    @property
    def waiting(self):
        """Pieces in orders that are not paid yet."""
        return self.record.net_stock_level - self.record.free

    @property
    def is_low(self):
        low = self.record.low_stock_threshold
        return low is not None and self.record.net_stock_level <= low

    @property
    def sentence(self):
        record = self.record
        day = record.ready_from.isoformat() if record.ready_from else None
        facts = {"kind": record.supply, "days": record.ready_in_days, "day": day, "harvest": record.harvest}
        return Supplied.read(facts).sentence()


def shelves_of(product):
    """The places of the maker with what lies there of `product`. 2 queries."""
    records = {each.place_id: each for each in StockRecord.objects.with_free().filter(product=product)}
    places = StockPlace.objects.filter(producer=product.producer_id)
    return [Shelf(place, records.get(place and place.pk)) for place in (None, *places)]


class OnStock(OnGoods):
    """An act on the stock of a product without sizes, or of one size."""

    queryset = Product.objects.exclude(structure=Product.PARENT).select_related(
        "producer", "parent__producer"
    )

    def next_url(self, thing):
        return reverse("goods_desk:stock", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "subject": f"{self.thing.get_title()}",
                "back": self.next_url(self.thing),
                "product_url": reverse("goods_desk:edit", args=[self.thing.parent_id or self.thing.pk]),
            }
            | kwargs
        )


class StockPage(OnStock):
    """`…/<pk>/kho/`: every place with its number; the form opens one more place."""

    form_class = PlaceForm
    template_name = "catalogue/producer/stock.html"
    done = _("The place is there. Now say how many pieces lie in it.")

    def act(self, thing, *, by, **fields):
        return shelving.open_place(thing.producer, by=by, **fields)

    def next_url(self, thing):
        made = getattr(self, "made", None)
        if made:
            return reverse("goods_desk:shelf", args=[thing.pk, made.pk])
        return super().next_url(thing)

    def get_context_data(self, **kwargs):
        return super().get_context_data(shelves=shelves_of(self.thing), **kwargs)


class OnPlace(OnStock):
    """An act on one place of the product's maker; 0 is the own store."""

    @property
    def place(self):
        if self.kwargs["place_pk"] == 0:
            return None
        place = StockPlace.objects.filter(pk=self.kwargs["place_pk"], producer=self.thing.producer_id).first()
        if place is None:
            raise Http404
        return place


class ShelfPage(OnPlace):
    """`…/<pk>/kho/<place>/`: the number there, when it can leave, when to warn."""

    form_class = ShelfForm
    template_name = "catalogue/producer/shelf.html"
    button = _("Save")
    done = _("Saved.")

    def get_initial(self):
        record = StockRecord.objects.filter(product=self.thing, place=self.place).first() or StockRecord()
        stock = record.num_in_stock or 0
        return {
            "stock": stock,
            "seen": stock,
            "supply": record.supply or Supply.IN_STOCK,
            "ready_in_days": record.ready_in_days,
            "ready_from": record.ready_from,
            "harvest": record.harvest,
            "low_at": record.low_stock_threshold,
        }

    def act(self, thing, *, by, stock, **fields):
        return shelving.shelve(thing, self.place, pieces=stock, by=by, **fields)

    def get_context_data(self, **kwargs):
        place = self.place
        return super().get_context_data(
            place=place, heading=place.name if place else _("Own store"), **kwargs
        )


class RevisePlace(OnPlace):
    """`…/<pk>/kho/<place>/sua/`: its name, and whether orders leave from there."""

    form_class = PlaceForm
    heading = _("Change the place")
    explained = _("It is the same for all your products.")
    button = _("Save")
    done = _("Saved.")

    def get_initial(self):
        place = self.place
        if place is None:
            raise Http404
        return {"name": place.name, "sends_orders": place.sends_orders}

    def act(self, thing, *, by, **fields):
        place = self.place
        if place is None:
            raise Http404
        return shelving.revise_place(place, by=by, **fields)
