"""Orders. An order has one parcel per producer; what was true on the day is kept with it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder
from phonenumber_field.modelfields import PhoneNumberField

from office.prepared import Prepared
from office.signed import Signed
from office.stages import Refused, Staged
from shop.shipping.models import FROM_STOCK, NOTHING_SENT, OWN, SENT_THERE
from shop.shipping.wording import arrival, ready

from .pick_up import PickUp

__all__ = ["Consent", "Line", "Order", "Parcel", "PickUp"]


class Order(Signed, AbstractOrder):
    """`key` comes from the form: the same form sent twice is the same order. Amounts in whole đồng."""

    SALT = "order-page"

    key = models.CharField(max_length=64, unique=True, null=True, editable=False)
    buyer_name = models.CharField(_("buyer"), max_length=120, blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True, db_index=True)
    note = models.TextField(_("note"), blank=True)
    group_code = models.CharField(_("group code"), max_length=12, blank=True, db_index=True)
    language = models.CharField(
        _("language of the buyer"), max_length=5, default="vi", choices=settings.LANGUAGES, editable=False
    )

    class Meta(AbstractOrder.Meta):
        abstract = False

    def get_absolute_url(self):
        """The order's page, open to whoever has this address (it carries a signature)."""
        return f"{reverse('orders:detail', args=[self.number])}?k={self.signature}"

    @property
    def goods(self):
        """The goods after discounts, đồng."""
        return int(self.total_incl_tax - self.shipping_incl_tax)

    @cached_property
    def taken_off(self):
        """Its discounts, the name of each to be read as `said`. One query."""
        rows = _DISCOUNTS(self.pk)
        for row in rows:
            row.said = f"{row.offer_name} ({row.voucher_code})" if row.voucher_code else row.offer_name
        return rows

    @property
    def goods_before(self):
        """The goods before discounts, đồng."""
        return self.goods + sum(int(row.amount) for row in self.taken_off if not row.is_shipping_discount)

    @property
    def delivery_before(self):
        """Delivery before offers on it, đồng."""
        off = sum(int(row.amount) for row in self.taken_off if row.is_shipping_discount)
        return int(self.shipping_incl_tax) + off


_DISCOUNTS = Prepared(
    lambda order: Order.discounts.rel.related_model.objects.filter(order=order).order_by("pk")
)


class ParcelQuerySet(models.QuerySet):
    def late(self, on=None):
        """Parcels that should have arrived before day `on` (today) and are still on their way, or not even that.

        One that waits at an outlet for its buyer has arrived.
        """
        day = on or timezone.localdate()
        late = self.filter(promised_to__lt=day, stage__in=Parcel.ON_THE_WAY)
        return late.exclude(pick_up__ready_at__isnull=False)


class Parcel(Staged):
    """The lines of one producer, on their own way to the buyer; what lies at an outlet is a parcel of its own."""

    class Stage(models.TextChoices):
        AWAITING = "awaiting", _("waiting for payment or confirmation")
        NEW = "new", _("new")
        CONFIRMED = "confirmed", _("confirmed")
        PACKED = "packed", _("packed")
        HANDED_OVER = "handed_over", _("handed over to the carrier")
        DELIVERED = "delivered", _("delivered")
        CANCELLED = "cancelled", _("cancelled")
        RETURNED = "returned", _("returned")

    ON_THE_WAY = (Stage.NEW, Stage.CONFIRMED, Stage.PACKED, Stage.HANDED_OVER)
    UNDER_WAY = (Stage.AWAITING, *ON_THE_WAY)  # neither delivered nor called off: nothing can have come back
    MOVES = {stage: tuple(after) for stage, after in settings.OSCAR_ORDER_STATUS_PIPELINE.items()}

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.NEW, db_index=True
    )
    order = models.ForeignKey("order.Order", models.CASCADE, related_name="parcels")
    producer = models.ForeignKey(
        "partner.Partner", models.PROTECT, null=True, related_name="parcels", verbose_name=_("producer")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    fee = models.PositiveIntegerField(_("delivery fee, đồng"), default=0)
    fee_borne = models.PositiveIntegerField(_("delivery the shop bears, đồng"), default=0)
    method = models.CharField(_("delivery method"), max_length=40, blank=True)
    method_name = models.CharField(_("its name that day"), max_length=80, blank=True)
    carrier = models.CharField(_("carrier"), max_length=20, blank=True)
    tracking_code = models.CharField(_("tracking code"), max_length=60, blank=True, db_index=True)
    tracking_link = models.CharField(_("tracking address"), max_length=260, blank=True)
    is_tracked = models.BooleanField(_("travels with a tracking code"), default=False)
    weight_g = models.PositiveIntegerField(_("weight, g"), default=0)
    leaves_on = models.DateField(_("leaves on"), null=True, blank=True)
    promised_from = models.DateField(_("promised from"), null=True, blank=True)
    promised_to = models.DateField(_("promised until"), null=True, blank=True)

    objects = ParcelQuerySet.as_manager()

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="parcel_numbers_in_order"),
            models.UniqueConstraint(
                fields=["order", "producer"],
                condition=~models.Q(method__startswith=FROM_STOCK),
                name="one_parcel_sent_per_producer",
            ),
        ]

    def __str__(self):
        return f"{self.order.number}-{self.number}"

    def advance(self, stage, *, by, reason=""):
        """As `Staged`; also raises `Refused` when it is handed over without the tracking code its way has."""
        if stage == self.Stage.HANDED_OVER and self.is_tracked and not self.tracking_code:
            raise Refused(
                gettext("Give the tracking code of the courier: the buyer follows the parcel by it."),
                field="tracking_code",
            )
        return super().advance(stage, by=by, reason=reason)

    @property
    def total(self):
        """Goods and delivery, đồng."""
        return int(sum(line.line_price_incl_tax for line in self.lines.all())) + self.fee

    @property
    def fee_before(self):
        """What sending it costs: what the buyer pays and what the shop bears, đồng."""
        return self.fee + self.fee_borne

    @property
    def stock_key(self):
        """What its goods are kept under (`catalogue.producers.stocking`)."""
        return f"{self.order_id}:{self.number}"

    @property
    def is_late(self):
        late = self.promised_to and self.promised_to < timezone.localdate()
        if not late or self.stage not in self.ON_THE_WAY:
            return False
        return not (self.is_fetched and self.pick_up.ready_at)

    @property
    def way(self):
        """How it is sent, in words; "" for parcels from before there were several ways."""
        return gettext("Brought by the maker") if self.method == OWN else self.method_name

    @property
    def days(self):
        """When it comes, or can be fetched, in words; "" for what is not sent."""
        return (ready if self.is_fetched else arrival)(self.promised_from, self.promised_to)

    @property
    def is_fetched(self):
        """Whether its buyer fetches it at an outlet (`pick_up`)."""
        return self.method.startswith((FROM_STOCK, SENT_THERE))

    @property
    def from_stock(self):
        """Whether it is made up at an outlet, of goods that lie there."""
        return self.method.startswith(FROM_STOCK)

    @property
    def goes_to(self):
        """[street, commune, province] it is sent to: the outlet's where it is fetched, else the buyer's."""
        if self.is_fetched:
            outlet = self.pick_up.outlet
            return [f"{outlet.name}, {outlet.street}", str(outlet.commune), outlet.commune.province.name]
        address = self.order.shipping_address
        return [address.line1, address.line4, address.state]

    @property
    def is_sent(self):
        """Whether anything travels: a visit or a night is not sent."""
        return self.method != NOTHING_SENT


class Line(AbstractLine):
    """`stars` is what the product had on the day of the order.

    `line_price_incl_tax` is what is paid and refunded; the two discounts (đồng) say who bears the rest.
    """

    parcel = models.ForeignKey(Parcel, models.CASCADE, null=True, related_name="lines")
    stars = models.PositiveSmallIntegerField(_("stars that day"), default=0)
    discount_platform = models.PositiveIntegerField(_("discount borne by the shop, đồng"), default=0)
    discount_producer = models.PositiveIntegerField(_("discount borne by the maker, đồng"), default=0)

    class Meta(AbstractLine.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    line_price_before_discounts_incl_tax=models.F("line_price_incl_tax")
                    + models.F("discount_platform")
                    + models.F("discount_producer")
                ),
                name="line_discounts_add_up",
            )
        ]

    @property
    def discount(self):
        return self.discount_platform + self.discount_producer


class Consent(models.Model):
    """What somebody agreed to, when, in which words (Law 91/2025/QH15 on personal data).

    Given with an order, or without one by somebody signed in. Withdrawn, the row stays as proof of both days.
    """

    class Kind(models.TextChoices):
        TERMS = "terms", _("terms of sale")
        MARKETING = "marketing", _("news and offers")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    order = models.ForeignKey(Order, models.CASCADE, null=True, blank=True, related_name="consents")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="consents"
    )
    text = models.TextField()
    given_at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(fields=["order", "kind"], name="one_consent_of_a_kind_per_order"),
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=models.Q(order=None, withdrawn_at=None),
                name="one_running_consent_without_an_order",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.given_at:%d/%m/%Y}"

    @property
    def may_be_withdrawn(self):
        """Terms of sale are part of a contract that was made; everything else may be taken back."""
        return self.withdrawn_at is None and self.kind != self.Kind.TERMS


from oscar.apps.order.models import *  # noqa: E402
