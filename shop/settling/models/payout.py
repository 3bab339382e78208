"""Payouts: one transfer to one producer, covering parcels; proposed and approved in batches."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged

from .bank_account import PayoutAccount


class PayoutBatch(Staged):
    """What one person proposed to pay and another approved."""

    class Stage(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("approved")
        SENT = "sent", _("handed to the bank")
        CLOSED = "closed", _("finished")
        DROPPED = "dropped", _("dropped")

    MOVES = {
        Stage.PROPOSED: (Stage.APPROVED, Stage.DROPPED),
        Stage.APPROVED: (Stage.SENT, Stage.CLOSED),
        Stage.SENT: (Stage.CLOSED,),
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.PROPOSED, db_index=True
    )
    number = models.CharField(_("number"), max_length=20, unique=True)
    minimum = models.PositiveBigIntegerField(_("least amount, đồng"), default=0)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("payout batch")
        verbose_name_plural = _("payout batches")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(approved_by=F("proposed_by")) | Q(approved_by=None),
                name="payout_approved_by_a_second_person",
            )
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("payouts:batch", args=[self.pk])


class Payout(Staged):
    """Approved, it is taken from what the producer is owed; failed, it is given back."""

    class Stage(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        APPROVED = "approved", _("on its way")
        PAID = "paid", _("paid")
        FAILED = "failed", _("failed")
        DROPPED = "dropped", _("dropped")

    OPEN = (Stage.PROPOSED, Stage.APPROVED)
    MOVES = {
        Stage.PROPOSED: (Stage.APPROVED, Stage.DROPPED),
        Stage.APPROVED: (Stage.PAID, Stage.FAILED),
        Stage.PAID: (Stage.FAILED,),  # the bank took it back, days later
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.PROPOSED, db_index=True
    )
    batch = models.ForeignKey(PayoutBatch, models.PROTECT, related_name="payouts")
    producer = models.ForeignKey("partner.Partner", models.PROTECT, related_name="payouts")
    account = models.ForeignKey(PayoutAccount, models.PROTECT, related_name="payouts")
    amount = models.PositiveBigIntegerField(_("amount, đồng"))
    bank_reference = models.CharField(_("the bank's reference"), max_length=60, null=True, unique=True)
    paid_on = models.DateField(_("paid on"), null=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("payout")
        verbose_name_plural = _("payouts")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="payout_is_of_something"),
            models.UniqueConstraint(
                fields=["producer"],
                condition=Q(stage__in=["proposed", "approved"]),
                name="one_open_payout_per_producer",
            ),
        ]

    def __str__(self):
        return f"{self.batch.number}-{self.producer_id}"

    @property
    def reference(self):
        """What stands in the transfer, letters and digits only."""
        return f"{self.batch.number}P{self.pk}".replace("-", "")


class PayoutLine(models.Model):
    """What a payout covers of one parcel; below 0 for what came back after it was paid."""

    payout = models.ForeignKey(Payout, models.CASCADE, related_name="lines")
    about = models.CharField(_("parcel"), max_length=60, db_index=True)
    amount = models.BigIntegerField(_("amount, đồng"))

    class Meta:
        verbose_name = _("line of a payout")
        verbose_name_plural = _("lines of payouts")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["payout", "about"], name="one_line_per_payout_and_parcel")
        ]

    def __str__(self):
        return f"{self.about}: {self.amount}"
