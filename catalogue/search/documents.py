"""Products as the engines see them: one flat row each, read in two queries."""

from dataclasses import dataclass

from django.db.models import Prefetch

from catalogue.models import LegalClass, Product
from catalogue.producers.models import FormerCommune

from . import folding

NO_PRICE = -1


@dataclass(slots=True)
class ProductDocument:
    """Days are proleptic ordinals (`date.toordinal`); 0 where there is none."""

    pk: int
    title: str
    maker: str
    about: str
    group: str
    area: str
    commune: str
    producer: str
    stars: int
    stars_from: int
    stars_until: int
    price: int
    sold: int
    alcohol: bool

    @property
    def loose_words(self):
        """Folded words which a word typed with other marks may still mean: of the title and the maker's own
        name. Not of groups, places and legal forms: there "chè" would find "chế biến", "xà" each "xã".
        """
        maker = [word for word in folding.folded_words(self.maker) if word not in folding.FORM_WORDS]
        return [*folding.folded_words(self.title), *maker]

    @property
    def search_text(self):
        """What the database searches when no index answers: all words folded, then "~" before the loose
        ones, then "=" before those with marks.
        """
        parts = (" ".join(folding.folded_words(text)) for text in (self.title, self.maker, self.about))
        folded = f" {' | '.join(parts)} |"
        loose = sorted({f"~{word}" for word in self.loose_words})
        typed = folding.words(f"{self.title} {self.maker} {self.about}")
        exact = sorted({f"={folding.marked(word)}" for word in typed if folding.has_marks(word)})
        return f"{folded} {' '.join([*loose, *exact])} "


def searchable():
    """The query set of what a search may find."""
    return Product.objects.on_sale_list()


def documents(products=None):
    """Yield a `ProductDocument` for each product of a query set (all searchable ones by default)."""
    products = searchable() if products is None else products
    rows = (
        products.select_related("producer__commune__area", "group")
        .prefetch_related(
            Prefetch("producer__commune__predecessors", FormerCommune.objects.only("name", "successor_id"))
        )
        .order_by("pk")
    )
    for product in rows.iterator(chunk_size=1000):
        yield _document(product)


def _document(product):
    producer, group = product.producer, product.group
    commune = producer.commune if producer and producer.commune_id else None
    area = commune.area if commune and commune.area_id else None
    about = [
        group.name_vi if group else "",
        str(commune or ""),
        area.name if area else "",
        *(former.name for former in (commune.predecessors.all() if commune else ())),
        product.pack,
    ]
    return ProductDocument(
        pk=product.pk,
        title=product.title,
        maker=producer.name if producer else "",
        about=" · ".join(filter(None, about)),
        group=group.code if group else "",
        area=area.slug if area else "",
        commune=commune.code if commune else "",
        producer=producer.code if producer else "",
        stars=product.stars,
        stars_from=product.stars_from.toordinal() if product.stars_from else 0,
        stars_until=product.stars_until.toordinal() if product.stars_until else 0,
        price=product.price if product.price is not None else NO_PRICE,
        sold=product.sold,
        alcohol=product.legal_class == LegalClass.ALCOHOL,
    )
