"""What is kept back, since when, and by which rule. Of several rows for a day the newest counts."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalogue.producers.models import LegalForm


class Supply(models.TextChoices):
    GOODS = "goods", _("goods")
    SERVICES = "services", _("services")
    TRANSPORT = "transport", _("transport and services for goods")


class RateQuerySet(models.QuerySet):
    def on(self, day):
        """The rows in force on `day`, the newest first."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day).order_by(
            "-valid_from"
        )


class Rate(models.Model):
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid until"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=200)

    objects = RateQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self):
        if self.valid_to and self.valid_from and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("It ends before it begins.")})


class FeeRate(Rate):
    """The house's commission on goods, in thousandths."""

    per_mille = models.PositiveSmallIntegerField(
        _("commission on goods, ‰"), validators=[MaxValueValidator(500)]
    )

    class Meta:
        verbose_name = _("commission rate")
        verbose_name_plural = _("commission rates")
        ordering = ["-valid_from"]
        constraints = [models.UniqueConstraint(fields=["valid_from"], name="one_fee_rate_per_day")]

    def __str__(self):
        return f"{self.per_mille} ‰ ({self.valid_from:%d/%m/%Y})"


class TaxRate(Rate):
    """What a platform that takes the payment withholds from a seller, in hundredths of a percent.

    Decree 117/2025/ND-CP. A legal form without a row is not withheld from.
    """

    legal_form = models.CharField(_("legal form"), max_length=12, choices=LegalForm.choices)
    supply = models.CharField(_("what is supplied"), max_length=10, choices=Supply.choices)
    vat = models.PositiveSmallIntegerField(
        _("VAT, hundredths of a percent"), validators=[MaxValueValidator(2000)]
    )
    pit = models.PositiveSmallIntegerField(
        _("personal income tax, hundredths of a percent"), validators=[MaxValueValidator(2000)]
    )

    class Meta:
        verbose_name = _("withholding rate")
        verbose_name_plural = _("withholding rates")
        ordering = ["legal_form", "supply", "-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["legal_form", "supply", "valid_from"], name="one_tax_rate_per_form_supply_and_day"
            )
        ]

    def __str__(self):
        return f"{self.get_legal_form_display()}, {self.get_supply_display()}: {self.vat / 100:g} % + {self.pit / 100:g} %"
