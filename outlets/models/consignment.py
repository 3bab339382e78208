"""Goods of a producer in commission at an outlet: the terms, and the notes of what moved."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged

MOST_COMMISSION = Decimal("50.0")  # percent
MOST_PIECES = 100_000  # in one line of a note
MOST_PRICE = 1_000_000_000  # đồng for one piece


class ConsignmentQuerySet(models.QuerySet):
    def running(self):
        return self.filter(stage=Consignment.Stage.RUNNING)

    def count_due(self, today=None):
        """Running ones that nobody has counted for as long as agreed."""
        day = today or timezone.localdate()
        return self.running().filter(count_by__lte=day)


class Consignment(Staged):
    """A producer's goods at an outlet, in commission, by terms both have agreed to.

    `commission` is what the outlet keeps of each sale, in percent; `offered` other terms that wait for the
    other side's yes, by `offered_by`. The goods lie at `place`, a stock place of the producer that sends no
    orders. `count_by` is the day of the next count, every `count_every` days.
    """

    class Stage(models.TextChoices):
        OFFERED = "offered", _("offered")
        RUNNING = "running", _("running")
        DECLINED = "declined", _("declined")
        ENDED = "ended", _("ended")

    MOVES = {
        Stage.OFFERED: (Stage.RUNNING, Stage.DECLINED),
        Stage.DECLINED: (Stage.OFFERED,),
        Stage.RUNNING: (Stage.ENDED,),
        Stage.ENDED: (Stage.OFFERED,),
    }

    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, related_name="consignments")
    producer = models.ForeignKey("partner.Partner", models.PROTECT, related_name="consignments")
    place = models.OneToOneField(
        "partner.StockPlace", models.PROTECT, null=True, blank=True, related_name="consignment"
    )
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.OFFERED, db_index=True)
    commission = models.DecimalField(
        _("commission, %"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    offered = models.DecimalField(
        _("commission offered, %"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    by_outlet = models.BooleanField(_("offered by the point of sale"), default=True)
    count_every = models.PositiveSmallIntegerField(_("days between counts"), default=30)
    count_by = models.DateField(_("count due"), null=True, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)

    objects = ConsignmentQuerySet.as_manager()

    class Meta:
        ordering = ["outlet__name", "producer__name", "pk"]
        verbose_name = _("consignment")
        verbose_name_plural = _("consignments")
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "producer"], name="one_consignment_of_a_producer_at_an_outlet"
            ),
            models.CheckConstraint(
                condition=Q(commission=None) | Q(commission__range=(0, MOST_COMMISSION)),
                name="consignment_commission_is_a_share",
            ),
            models.CheckConstraint(
                condition=Q(offered=None) | Q(offered__range=(0, MOST_COMMISSION)),
                name="consignment_offer_is_a_share",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["running", "ended"])
                | Q(place__isnull=False, commission__isnull=False, since__isnull=False),
                name="running_consignment_has_place_and_terms",
            ),
            models.CheckConstraint(
                condition=Q(count_every__range=(1, 366)), name="consignment_counted_within_a_year"
            ),
        ]

    def __str__(self):
        return f"{self.producer} – {self.outlet}"

    def get_absolute_url(self):
        return reverse("keeping:consignment", args=[self.pk])

    @property
    def code(self):
        """What the books call it: "HG-12"."""
        return f"HG-{self.pk}"

    @property
    def runs(self):
        return self.stage == self.Stage.RUNNING

    @property
    def count_is_due(self):
        return self.runs and self.count_by is not None and self.count_by <= timezone.localdate()


class NoteQuerySet(models.QuerySet):
    def counted(self):
        """Those that moved goods or money: all but deliveries still under way or refused."""
        return self.filter(stage__in=(Note.Stage.WRITTEN, Note.Stage.AGREED, Note.Stage.DISPUTED))

    def to_confirm(self):
        """Those the producer has to confirm. Sales it hears of as it chose, and may dispute."""
        return self.filter(stage=Note.Stage.WRITTEN).exclude(kind=Note.Kind.SOLD)

    def disputed(self):
        """Those the producer says are not right, while nobody has reversed them."""
        return self.filter(stage=Note.Stage.DISPUTED, reversed_by=None)

    def for_pages(self):
        return self.select_related("consignment__outlet", "consignment__producer", "by", "reverses").order_by(
            "-at", "-pk"
        )


class Note(Staged):
    """One note of a consignment: goods in, sold, fetched by who ordered on the site, back to the producer, counted,
    or the debt paid.

    What it says is never changed: the database refuses it. A mistake is put right by a note that
    `reverses` it. `day` is the day it happened, `at` the moment it was written; `amount` in đồng what was
    sold for or paid, `commission` the outlet's part of a sale. `key` lets one form write one note.
    """

    class Kind(models.TextChoices):
        IN = "in", _("goods in")
        SOLD = "sold", _("sold at the counter")
        BACK = "back", _("returned to the producer")
        COUNT = "count", _("count")
        PAID = "paid", _("payment to the producer")
        ORDER = "order", _("fetched, ordered on the site")

    class Stage(models.TextChoices):
        UNDER_WAY = "under_way", _("under way to the point of sale")
        REFUSED = "refused", _("not accepted")
        WRITTEN = "written", _("written by one side")
        AGREED = "agreed", _("confirmed by both sides")
        DISPUTED = "disputed", _("disputed by the producer")

    MOVES = {
        Stage.UNDER_WAY: (Stage.AGREED, Stage.REFUSED),
        Stage.WRITTEN: (Stage.AGREED, Stage.DISPUTED),
        Stage.DISPUTED: (Stage.AGREED,),
    }

    consignment = models.ForeignKey(Consignment, models.PROTECT, related_name="notes")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.WRITTEN, db_index=True)
    number = models.CharField(_("number"), max_length=20, unique=True)
    key = models.CharField(max_length=40, null=True, blank=True, unique=True, editable=False)
    day = models.DateField(_("day"))
    at = models.DateTimeField(_("written at"), default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    by_outlet = models.BooleanField(default=True)
    text = models.CharField(_("remark"), max_length=300, blank=True)
    amount = models.BigIntegerField(_("amount, đồng"), default=0)
    commission = models.BigIntegerField(_("commission, đồng"), default=0)
    reverses = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reversed_by")

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("consignment note")
        verbose_name_plural = _("consignment notes")
        indexes = [models.Index(fields=["consignment", "kind", "day"], name="note_of_consignment")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="sold") | Q(commission=0), name="only_sales_have_a_commission"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["sold", "paid"]) | Q(amount=0),
                name="only_sales_and_payments_have_an_amount",
            ),
            models.CheckConstraint(
                condition=Q(reverses=None, amount__gte=0, commission__gte=0)
                | Q(reverses__isnull=False, amount__lte=0, commission__lte=0),
                name="a_reversal_takes_back",
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("keeping:note", args=[self.number])

    @property
    def due(self):
        """What a sale leaves for the producer, in đồng."""
        return self.amount - self.commission

    @property
    def is_reversed(self):
        return hasattr(self, "reversed_by")

    @property
    def counts(self):
        return self.stage in {self.Stage.WRITTEN, self.Stage.AGREED, self.Stage.DISPUTED}


class NoteLine(models.Model):
    """One product on a note. `change` is what it does to the stock there, below 0 when goods leave.

    `quantity` is pieces moved; in a count, pieces found, where `expected` were on record; `reason` says why
    they differ. `price` in đồng is for one piece sold.
    """

    class Reason(models.TextChoices):
        LOST = "lost", _("lost or stolen")
        SPOILED = "spoiled", _("spoiled or broken")
        TASTED = "tasted", _("given to taste")
        MISCOUNTED = "miscounted", _("counted wrongly before")

    note = models.ForeignKey(Note, models.PROTECT, related_name="lines")
    product = models.ForeignKey("catalogue.Product", models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(_("pieces"))
    expected = models.PositiveIntegerField(_("expected"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices, blank=True)
    price = models.PositiveIntegerField(_("price, đồng"), null=True, blank=True)
    change = models.IntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["note", "product"], name="product_once_on_a_note"),
            models.CheckConstraint(
                condition=Q(quantity__lte=MOST_PIECES), name="line_of_not_too_many_pieces"
            ),
            models.CheckConstraint(
                condition=Q(price=None) | Q(price__range=(1, MOST_PRICE)), name="line_price_is_a_price"
            ),
            models.CheckConstraint(
                condition=(
                    Q(expected=None, quantity__gte=1)
                    & (Q(change=F("quantity")) | Q(change=0 - F("quantity")))
                )
                | (
                    Q(expected__isnull=False)
                    & (Q(change=F("quantity") - F("expected")) | Q(change=F("expected") - F("quantity")))
                ),
                name="line_changes_what_it_says",
            ),
            models.CheckConstraint(
                condition=Q(expected=None) | Q(change=0) | ~Q(reason=""), name="a_difference_has_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.quantity} × {self.product}"

    @property
    def amount(self):
        """What was sold for, in đồng; below 0 when a sale is taken back."""
        return -self.change * self.price if self.price is not None else 0


class SalesAlert(models.Model):
    """When the people of a producer want to hear what outlets sold of their goods.

    `told` is the last note they were told of; `hour` is local, 0–23.
    """

    class When(models.TextChoices):
        AT_ONCE = "at_once", _("at once, for each sale")
        DAILY = "daily", _("once a day")
        NEVER = "never", _("never")

    producer = models.OneToOneField("partner.Partner", models.CASCADE, related_name="sales_alert")
    when = models.CharField(_("when"), max_length=8, choices=When.choices, default=When.DAILY)
    hour = models.PositiveSmallIntegerField(_("hour"), default=18)
    told = models.ForeignKey(Note, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("sales alert")
        verbose_name_plural = _("sales alerts")
        constraints = [models.CheckConstraint(condition=Q(hour__range=(0, 23)), name="alert_at_an_hour")]

    def __str__(self):
        return f"{self.producer}: {self.get_when_display()}"
