"""What somebody owes."""

import re

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.signed import Signed

from .attempt import Attempt
from .settlement import Settlement

SPOKEN = 4  # digits of a phone number by which a payer can be looked for


class DueQuerySet(models.QuerySet):
    def of(self, subject):
        """The dues of one subject: at most one."""
        kind = ContentType.objects.get_for_model(subject)
        return self.filter(content_type=kind, object_id=subject.pk)

    def of_all(self, model, keys):
        """The dues of several subjects of one model."""
        return self.filter(content_type=ContentType.objects.get_for_model(model), object_id__in=keys)

    def named(self, text):
        """Those a person means by `text`: a reference or order number, a payer's phone number however it is
        spelt, or the provider's reference of a payment.
        """
        word = re.sub(r"[\s.-]", "", text).upper()
        found = models.Q(reference__contains=word) | models.Q(
            pk__in=Settlement.objects.filter(reference=text.strip()).values("due")
        )
        if digits := re.sub(r"\D", "", text).removeprefix("84").lstrip("0"):
            found |= models.Q(phone__contains=digits) if len(digits) >= SPOKEN else models.Q()
        return self.filter(found)

    def by_way(self, code):
        """Those something came for by this way, or whose payer is trying it now."""
        came = Settlement.objects.filter(gateway=code, due__isnull=False).values("due")
        tried = Attempt.objects.filter(gateway=code, state__in=Attempt.LIVE).values("due")
        return self.filter(models.Q(pk__in=came) | models.Q(pk__in=tried))


class Due(Signed, models.Model):
    """One sum owed for one subject (an order, a fee). Amounts in đồng.

    `reference` goes into transfer notes. `paid` is all that came for it, `refunded` all that goes back
    or has gone; both change only under the row lock (`owing.lock`).
    """

    SALT = "payment-page"
    SIGNED = "reference"

    class State(models.TextChoices):
        OPEN = "open", _("to be paid")
        PAID = "paid", _("paid")
        CLOSED = "closed", _("no longer asked for")

    reference = models.CharField(
        _("reference"), max_length=20, unique=True, validators=[RegexValidator(r"^[A-Z0-9]{4,20}$")]
    )
    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey()
    amount = models.BigIntegerField(_("amount"))
    paid = models.BigIntegerField(_("paid"), default=0)
    refunded = models.BigIntegerField(_("refunded"), default=0)
    until = models.DateTimeField(_("held until"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, db_index=True
    )
    payer = models.CharField(_("payer"), max_length=120)
    phone = models.CharField(_("phone number"), max_length=20, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=5, default="vi", choices=settings.LANGUAGES, editable=False)
    restrictions = models.JSONField(default=list, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    paid_at = models.DateTimeField(null=True, blank=True)
    closed_for = models.TextField(_("why it was closed"), blank=True)

    objects = DueQuerySet.as_manager()

    class Meta:
        app_label = "payment"
        verbose_name = _("sum owed")
        verbose_name_plural = _("sums owed")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["state", "amount"])]
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id"], name="one_due_per_subject"),
            models.CheckConstraint(condition=models.Q(amount__gte=0, paid__gte=0), name="due_not_negative"),
            models.CheckConstraint(
                condition=models.Q(refunded__gte=0, refunded__lte=models.F("paid")),
                name="no_more_back_than_was_paid",
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """The payment page, open to whoever has this address (it carries a signature)."""
        return f"{reverse('payment:pay', args=[self.reference])}?k={self.signature}"

    @property
    def rest(self):
        """What is still to be paid, đồng; never negative."""
        return max(self.amount - self.paid, 0)

    @property
    def returnable(self):
        """What may still go back, đồng."""
        return self.paid - self.refunded

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_paid(self):
        return self.state == self.State.PAID
