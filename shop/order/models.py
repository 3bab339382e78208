"""Orders. An order has one parcel per producer; what was true on the day is kept with it."""

from django.conf import settings
from django.core.signing import Signer
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder
from phonenumber_field.modelfields import PhoneNumberField

from office.stages import Staged


class Order(AbstractOrder):
    """`key` comes from the form: the same form sent twice is the same order. Amounts in whole đồng."""

    key = models.CharField(max_length=64, unique=True, null=True, editable=False)
    buyer_name = models.CharField(_("buyer"), max_length=120, blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True, db_index=True)
    note = models.TextField(_("note"), blank=True)
    language = models.CharField(
        _("language of the buyer"), max_length=5, default="vi", choices=settings.LANGUAGES, editable=False
    )

    class Meta(AbstractOrder.Meta):
        abstract = False

    def get_absolute_url(self):
        """The order's page, open to whoever has this address (it carries a signature)."""
        return f"{reverse('orders:detail', args=[self.number])}?k={self.signature}"

    @property
    def signature(self):
        return Signer(salt="order-page").signature(self.number)

    @property
    def goods(self):
        return int(self.total_incl_tax - self.shipping_incl_tax)


class Parcel(Staged):
    """The lines of one producer, on their own way to the buyer."""

    class Stage(models.TextChoices):
        AWAITING = "awaiting", _("waiting for payment or confirmation")
        NEW = "new", _("new")
        CONFIRMED = "confirmed", _("confirmed")
        PACKED = "packed", _("packed")
        HANDED_OVER = "handed_over", _("handed over to the carrier")
        DELIVERED = "delivered", _("delivered")
        CANCELLED = "cancelled", _("cancelled")
        RETURNED = "returned", _("returned")

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

    class Meta:
        verbose_name = _("parcel")
        verbose_name_plural = _("parcels")
        ordering = ["order", "number"]
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="parcel_numbers_in_order"),
            models.UniqueConstraint(fields=["order", "producer"], name="one_parcel_per_producer"),
        ]

    def __str__(self):
        return f"{self.order.number}-{self.number}"

    @property
    def stock_key(self):
        """What its goods are kept under (`catalogue.producers.stocking`)."""
        return f"{self.order_id}:{self.number}"


class Line(AbstractLine):
    """`stars` is what the product had on the day of the order."""

    parcel = models.ForeignKey(Parcel, models.CASCADE, null=True, related_name="lines")
    stars = models.PositiveSmallIntegerField(_("stars that day"), default=0)

    class Meta(AbstractLine.Meta):
        abstract = False


class Consent(models.Model):
    """What a buyer agreed to, when, in which words (Law 91/2025/QH15 on personal data)."""

    class Kind(models.TextChoices):
        TERMS = "terms", _("terms of sale")
        MARKETING = "marketing", _("news and offers")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    order = models.ForeignKey(Order, models.CASCADE, related_name="consents")
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
            models.UniqueConstraint(fields=["order", "kind"], name="one_consent_of_a_kind_per_order")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.given_at:%d/%m/%Y}"


from oscar.apps.order.models import *  # noqa: E402
