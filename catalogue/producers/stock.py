"""What there is to sell: places with goods, a record per product and place, and what is held of it.

Free = number in stock − firmly promised − temporary holds whose end is still to come. The end is part of
the question: no job has to sweep a hold for it to stop counting.
"""

from datetime import timedelta

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractStockRecord


class StockPlace(models.Model):
    """Where a producer keeps goods besides the own store. Only what `sends_orders` is sold from here."""

    class Kind(models.TextChoices):
        OWN = "own", _("the producer's own")
        OUTLET = "outlet", _("a point of sale")

    producer = models.ForeignKey(
        "partner.Partner", models.CASCADE, related_name="stock_places", verbose_name=_("producer")
    )
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.OWN)
    sends_orders = models.BooleanField(_("sends orders"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=1)

    class Meta:
        verbose_name = _("stock place")
        verbose_name_plural = _("stock places")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["producer", "name"], name="stock_place_named_once_per_producer")
        ]

    def __str__(self):
        return self.name


class Supply(models.TextChoices):
    IN_STOCK = "in_stock", _("in stock")
    MADE_TO_ORDER = "made_to_order", _("made to order")
    PRE_ORDER = "pre_order", _("pre-order")


SENDING = Q(place=None) | Q(place__sends_orders=True)


class StockRecordQuerySet(models.QuerySet):
    def sending(self):
        """Records of places that send orders; no place is the producer's own store, which does."""
        return self.filter(SENDING)

    def with_free(self, now=None):
        """With `free`: pieces that can still be promised at `now` (the database's clock by default)."""
        held = Hold.objects.counting(now).filter(record=OuterRef("pk")).order_by()
        held = Subquery(held.values("record").annotate(n=Sum("quantity")).values("n"))
        number = Coalesce(F("num_in_stock"), 0) - Coalesce(F("num_allocated"), 0)
        return self.annotate(
            free=models.ExpressionWrapper(number - Coalesce(held, 0), output_field=models.IntegerField())
        )


def left_of(product, now=None):
    """Expression: pieces of `product` (a path to its key) that can still be bought, over all places that
    send orders; NULL without a record, so without a price.
    """
    records = StockRecord.objects.with_free(now).sending().filter(product=OuterRef(product)).order_by()
    return Subquery(records.values("product").annotate(n=Sum("free")).values("n"))


class StockRecord(AbstractStockRecord):
    """Of one product in one place: price (whole đồng, VAT included or not subject to it) and number.

    `num_in_stock` is what lies there, or for what is still to be made or harvested the most that is taken;
    `num_allocated` what is firmly promised of it (the sum of firm holds). `place` is empty for the
    producer's own store. `low_told` once the producer heard that little is left, until it is refilled.
    """

    Supply = Supply

    place = models.ForeignKey(
        StockPlace, models.PROTECT, null=True, blank=True, related_name="records", verbose_name=_("place")
    )
    supply = models.CharField(_("supply"), max_length=14, choices=Supply.choices, default=Supply.IN_STOCK)
    ready_in_days = models.PositiveSmallIntegerField(_("ready in days"), null=True, blank=True)
    ready_from = models.DateField(_("ready from"), null=True, blank=True)
    harvest = models.CharField(_("harvest"), max_length=120, blank=True)
    low_told = models.BooleanField(default=False, editable=False)

    objects = StockRecordQuerySet.as_manager()

    class Meta(AbstractStockRecord.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(condition=Q(price__gte=0), name="stock_price_not_negative"),
            models.CheckConstraint(
                condition=Q(num_allocated__isnull=True) | Q(num_allocated__gte=0),
                name="stock_allocated_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(num_in_stock__isnull=True)
                | Q(num_allocated__isnull=True)
                | Q(num_in_stock__gte=F("num_allocated")),
                name="stock_never_oversold",
            ),
            models.CheckConstraint(
                condition=~Q(supply="made_to_order") | Q(ready_in_days__isnull=False),
                name="stock_made_to_order_says_days",
            ),
            models.CheckConstraint(
                condition=~Q(supply="pre_order") | Q(ready_from__isnull=False),
                name="stock_pre_order_says_the_day",
            ),
            models.UniqueConstraint(fields=["product", "place"], name="stock_once_per_product_and_place"),
            models.UniqueConstraint(
                fields=["product"], condition=Q(place__isnull=True), name="stock_once_in_the_own_store"
            ),
        ]

    def ready_on(self, day):
        """The earliest day a piece ordered on `day` can leave."""
        if self.supply == Supply.MADE_TO_ORDER:
            return day + timedelta(days=self.ready_in_days or 0)
        if self.supply == Supply.PRE_ORDER and self.ready_from:
            return max(day, self.ready_from)
        return day


class HoldQuerySet(models.QuerySet):
    def counting(self, now=None):
        """Temporary holds that have not ended at `now` (the database's clock by default)."""
        return self.filter(state=Hold.State.TEMPORARY, until__gt=now or Now())


class Hold(models.Model):
    """Pieces of one record kept for somebody; `key` is what they are kept for, the higher room's text.

    A temporary one counts until `until`; a firm one is part of the record's `num_allocated`. Of those that
    left, `returned` came back. Only `catalogue.producers.stocking` writes here.
    """

    class State(models.TextChoices):
        TEMPORARY = "temporary", _("for a while")
        FIRM = "firm", _("firm")
        RELEASED = "released", _("given back")
        LEFT = "left", _("left the house")

    record = models.ForeignKey(StockRecord, models.PROTECT, related_name="holds")
    key = models.CharField(max_length=60)
    quantity = models.PositiveIntegerField()
    returned = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FIRM)
    made_at = models.DateTimeField(default=timezone.now)

    objects = HoldQuerySet.as_manager()

    class Meta:
        verbose_name = _("hold")
        verbose_name_plural = _("holds")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["key", "record"], name="hold_once_per_key_and_record"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="hold_of_something"),
            models.CheckConstraint(
                condition=Q(returned=0) | Q(state="left", returned__lte=F("quantity")),
                name="hold_returned_of_what_left",
            ),
            models.CheckConstraint(
                condition=Q(state="temporary", until__isnull=False)
                | Q(~Q(state="temporary"), until__isnull=True),
                name="hold_ends_when_temporary",
            ),
        ]
        indexes = [
            models.Index(
                fields=["record", "until"], condition=Q(state="temporary"), name="hold_temporary_of_record"
            )
        ]

    def __str__(self):
        return f"{self.key}: {self.quantity}"
