"""A parcel that was called off before it left, and one that came back without having been delivered."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .given_back import GivenBack


class Whose(models.TextChoices):
    """Whose word it was."""

    BUYER = "buyer", _("the buyer")
    PRODUCER = "producer", _("the producer")
    SHOP = "shop", _("the shop")


class Cancellation(GivenBack):
    """One per parcel, made in the transaction that cancels it."""

    class Reason(models.TextChoices):
        CHANGED_MIND = "changed_mind", _("No longer needed")
        MISTAKE = "mistake", _("Ordered the wrong goods or number")
        ADDRESS = "address", _("Wrong address or phone number")
        TOO_SLOW = "too_slow", _("Delivery takes too long")
        ELSEWHERE = "elsewhere", _("Found elsewhere")
        SOLD_OUT = "sold_out", _("Sold out, or the harvest failed")
        NO_DELIVERY = "no_delivery", _("Cannot deliver there or on time")
        NO_ANSWER = "no_answer", _("The buyer cannot be reached")
        BUYER_ASKED = "buyer_asked", _("The buyer asked for it by phone")
        PRICE = "price", _("A price or description was wrong")
        UNFETCHED = "unfetched", _("Not fetched in time")
        OTHER = "other", _("Another reason")

    OF_BUYERS = (
        Reason.CHANGED_MIND,
        Reason.MISTAKE,
        Reason.ADDRESS,
        Reason.TOO_SLOW,
        Reason.ELSEWHERE,
        Reason.OTHER,
    )
    OF_SELLERS = (
        Reason.SOLD_OUT, Reason.NO_DELIVERY, Reason.NO_ANSWER, Reason.BUYER_ASKED, Reason.PRICE, Reason.OTHER,
    )  # fmt: skip

    parcel = models.OneToOneField("order.Parcel", models.CASCADE, related_name="cancellation")
    reason = models.CharField(_("reason"), max_length=16, choices=Reason.choices)
    text = models.CharField(_("in your words"), max_length=500, blank=True)
    whose = models.CharField(_("cancelled by"), max_length=10, choices=Whose.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(GivenBack.Meta):
        abstract = False
        verbose_name = _("cancellation")
        verbose_name_plural = _("cancellations")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.parcel} {self.get_reason_display()}"


class FailedDelivery(GivenBack):
    """A parcel the carrier brought back. `sellable` is unknown until the producer has looked at the goods."""

    class Reason(models.TextChoices):
        NOBODY = "nobody", _("Nobody there, several times")
        REFUSED = "refused", _("Not accepted at the door")
        ADDRESS = "address", _("Address or phone number is wrong")
        DAMAGED = "damaged", _("Damaged on the way")
        UNFETCHED = "unfetched", _("Not fetched in time")
        OTHER = "other", _("Another reason")

    parcel = models.OneToOneField("order.Parcel", models.CASCADE, related_name="failed_delivery")
    reason = models.CharField(_("reason"), max_length=10, choices=Reason.choices)
    text = models.CharField(_("in your words"), max_length=500, blank=True)
    sellable = models.BooleanField(_("the goods can be sold again"), null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta(GivenBack.Meta):
        abstract = False
        verbose_name = _("failed delivery")
        verbose_name_plural = _("failed deliveries")
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.parcel} {self.get_reason_display()}"
