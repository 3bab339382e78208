"""The product: Oscar's, with what a buyer of Vietnamese specialities has the right to know."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import AbstractProduct
from oscar.apps.catalogue.managers import ProductQuerySet as OscarProductQuerySet

from office.stages import Staged

from .group import LegalClass


class NetUnit(models.TextChoices):
    """The unit a net quantity is given in."""

    G = "g", _("g")
    KG = "kg", _("kg")
    ML = "ml", _("ml")
    L = "l", _("litre")
    PIECE = "piece", _("piece")
    SET = "set", _("set")
    NIGHT = "night", _("night")
    TOUR = "tour", _("tour")


# Each unit in its small one, and of how much a pack's unit price is told: (packs up to, amount).
_SMALL_UNITS = {
    NetUnit.G: (NetUnit.G, 1),
    NetUnit.KG: (NetUnit.G, 1000),
    NetUnit.ML: (NetUnit.ML, 1),
    NetUnit.L: (NetUnit.ML, 1000),
}
_TOLD_PER = {NetUnit.G: ((10, 1), (100, 100), (None, 1000)), NetUnit.ML: ((50, 10), (None, 1000))}


def _unit_name(amount, unit):
    """ "kg", "litre", "g", "100 g": how an amount of grams or millilitres is called."""
    if amount == 1000:
        return str((NetUnit.KG if unit == NetUnit.G else NetUnit.L).label)
    return str(unit.label) if amount == 1 else f"{amount}\u00a0{unit.label}"


class ProductQuerySet(OscarProductQuerySet):
    def on_sale_list(self):
        """Products that may stand in a list: public, published by their producer, not a size of another."""
        return self.filter(is_public=True, structure__in=(Product.STANDALONE, Product.PARENT))

    def starred(self, on=None):
        """Products whose star is valid on day `on` (today by default)."""
        day = on or timezone.localdate()
        return self.filter(stars__gt=0, stars_from__lte=day, stars_until__gte=day)

    def open_to(self, *, adult):
        """Without alcohol, unless the visitor declared to be 18 (Law 44/2019/QH14)."""
        return self if adult else self.exclude(legal_class=LegalClass.ALCOHOL)


# What others keep on the row by `update`, under their own locks: the programme its stars, the shop what was
# sold, the stock record its price. A form that loaded the row before must not write it back.
COPIES = frozenset(
    {
        "stars", "stars_from", "stars_until", "stars_withdrawn", "sold", "picture_set", "search_text", "price",
        "rating",
    }
)  # fmt: skip


class Product(Staged, AbstractProduct):
    """The columns `stars…` are written by `catalogue.programme.recognising` alone.

    A size (a child) has those of a certificate for that size only; the product's own cover all sizes.
    `is_public` follows `stage` (`catalogue.publishing`).
    """

    class Stage(models.TextChoices):
        DRAFT = "draft", _("draft")
        WAITING = "waiting", _("waiting to be read")
        PUBLIC = "public", _("shown")
        OFF = "off", _("taken off")

    MOVES = {
        Stage.DRAFT: (Stage.WAITING, Stage.PUBLIC),
        Stage.WAITING: (Stage.PUBLIC, Stage.DRAFT),
        Stage.PUBLIC: (Stage.OFF,),
        Stage.OFF: (Stage.WAITING, Stage.PUBLIC),
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.PUBLIC, db_index=True, editable=False
    )
    producer = models.ForeignKey(
        "partner.Partner",
        models.PROTECT,
        related_name="products",
        null=True,
        blank=True,
        verbose_name=_("producer"),
    )
    group = models.ForeignKey(
        "catalogue.ProductGroup",
        models.PROTECT,
        related_name="products",
        null=True,
        blank=True,
        verbose_name=_("group"),
    )
    legal_class = models.CharField(
        _("legal class"), max_length=12, choices=LegalClass.choices, default=LegalClass.FOOD, db_index=True
    )
    abv = models.DecimalField(
        _("alcohol by volume, %"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    pack = models.CharField(_("pack"), max_length=80, blank=True)
    net_quantity = models.DecimalField(
        _("net quantity"), max_digits=9, decimal_places=2, null=True, blank=True
    )
    net_unit = models.CharField(_("unit"), max_length=6, choices=NetUnit.choices, default=NetUnit.G)
    ingredients = models.TextField(_("ingredients"), blank=True)
    storage = models.TextField(_("storage"), blank=True)
    shelf_life = models.CharField(_("shelf life"), max_length=120, blank=True)
    declaration_number = models.CharField(_("declaration number"), max_length=80, blank=True)
    origin = models.TextField(_("origin of raw material"), blank=True)
    story = models.TextField(_("story"), blank=True)
    vat_note = models.CharField(_("VAT remark"), max_length=80, blank=True)

    price = models.PositiveBigIntegerField(
        _("price, đồng"),
        null=True,
        blank=True,
        db_index=True,
        editable=False,
        help_text=_("Copy of the stock record's price (the lowest of the sizes), so that lists are fast."),
    )
    sold = models.PositiveIntegerField(_("pieces sold"), default=0, editable=False)
    picture_set = models.JSONField(default=dict, editable=False)
    search_text = models.TextField(default="", editable=False)

    stars = models.PositiveSmallIntegerField(
        _("stars"), default=0, editable=False, validators=[MinValueValidator(0), MaxValueValidator(5)]
    )
    stars_from = models.DateField(_("stars from"), null=True, editable=False)
    stars_until = models.DateField(_("stars until"), null=True, editable=False)
    stars_withdrawn = models.BooleanField(_("stars ended by withdrawal"), default=False, editable=False)

    objects = ProductQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["is_public", "structure", "-stars_from"], name="product_newest"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(stars__gte=0, stars__lte=5), name="product_stars_0_to_5"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(stage="public"), name="only_shown_products_are_public"
            ),
            models.CheckConstraint(
                condition=Q(stars=0) | Q(stars_from__isnull=False, stars_until__gte=F("stars_from")),
                name="product_stars_have_days",
            ),
            models.CheckConstraint(
                condition=~Q(legal_class="alcohol") | Q(abv__isnull=False) | Q(structure="child"),
                name="alcohol_says_its_strength",
            ),
        ]

    def get_title(self):
        """The name of a size names the size: "Mật ong Sao La · Chai 700 ml"."""
        if self.is_child and self.pack:
            return f"{self.title or self.parent.title} · {self.pack}"
        return super().get_title()

    def save(self, *args, **kwargs):
        """Save without `COPIES`, unless they are named in `update_fields` or the row is new."""
        known = self.pk and not self._state.adding and not args and not kwargs.get("force_insert")
        if known and kwargs.get("update_fields") is None:
            left_out = COPIES | self.get_deferred_fields()
            kwargs["update_fields"] = [
                field.name
                for field in self._meta.concrete_fields
                if not field.primary_key and not {field.name, field.attname} & left_out
            ]
        super().save(*args, **kwargs)

    def update_rating(self):
        """Oscar's, writing the rating alone: a moderator's stale copy must not bring a star back."""
        self.rating = self.calculate_rating()
        type(self)._base_manager.filter(pk=self.pk).update(rating=self.rating)

    update_rating.alters_data = True  # type: ignore[attr-defined]

    def stars_on(self, day=None):
        """The number of stars valid on `day` (today by default); 0 when there is none."""
        day = day or timezone.localdate()
        valid = self.stars and self.stars_from <= day <= self.stars_until
        return self.stars if valid else 0

    @property
    def star_ended_on(self):
        """The last day of a certificate that has ended, else None."""
        ended = self.stars_until and self.stars_until < timezone.localdate()
        return self.stars_until if ended else None

    @property
    def sells_online(self):
        """Whether it may go into a basket: medicine and live ornamentals have a page only."""
        return self.legal_class not in {LegalClass.MEDICINE, LegalClass.ORNAMENTAL}

    @property
    def unit_price(self):
        """(đồng, unit): the price of an amount one really buys, or None for goods sold by the piece.

        Saffron by the kilogram frightens and tells nothing: small packs are told per gram, 100 g or 10 ml.
        Nothing is told when the pack is that amount exactly: its price says it.
        """
        small, factor = _SMALL_UNITS.get(self.net_unit, (None, 1))
        if not small or not self.net_quantity or self.price is None:
            return None
        net = Decimal(self.net_quantity) * factor
        base = next(step for limit, step in _TOLD_PER[small] if limit is None or net <= limit)
        if base == net:
            return None
        return int((Decimal(self.price) * base / net).quantize(Decimal(1))), _unit_name(base, small)


class ProductPicture(models.Model):
    """A picture of a product, in the order the producer gives."""

    product = models.ForeignKey(Product, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey("catalogue.Picture", models.PROTECT, related_name="+")
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return str(self.picture)
