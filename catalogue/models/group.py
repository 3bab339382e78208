"""Product groups of both generations of criteria, and what the law asks of each."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LegalClass(models.TextChoices):
    """What kind of goods the law sees; it drives warnings, age gate, payment and the basket."""

    FOOD = "food", _("ordinary food")
    HEALTH_FOOD = "health_food", _("health food")
    ALCOHOL = "alcohol", _("alcohol")
    MEDICINE = "medicine", _("medicine")
    COSMETICS = "cosmetics", _("cosmetics")
    CRAFT = "craft", _("craft")
    ORNAMENTAL = "ornamental", _("live ornamental")
    SERVICE = "service", _("service")


class CriteriaGeneration(models.Model):
    """A set of criteria with its legal basis and the days it was in force."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    legal_basis = models.CharField(_("legal basis"), max_length=200)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        verbose_name = _("generation of criteria")
        verbose_name_plural = _("generations of criteria")
        ordering = ["valid_from"]

    def __str__(self):
        return self.code


class ProductGroup(models.Model):
    """A sub-group ("bộ sản phẩm") of one generation, with its successor in the next.

    `verified` is false for rows taken from general knowledge: type them from the gazette.
    """

    generation = models.ForeignKey(CriteriaGeneration, models.PROTECT, related_name="groups")
    code = models.CharField(_("code"), max_length=20, unique=True)
    sector_number = models.PositiveSmallIntegerField(_("sector number"))
    sector = models.CharField(_("sector"), max_length=120)
    name = models.CharField(_("name"), max_length=160)
    legal_class = models.CharField(_("legal class"), max_length=12, choices=LegalClass.choices)
    successors = models.ManyToManyField(
        "self", symmetrical=False, related_name="predecessors", blank=True, verbose_name=_("successors")
    )
    verified = models.BooleanField(_("verified"), default=False)

    class Meta:
        verbose_name = _("product group")
        verbose_name_plural = _("product groups")
        ordering = ["generation", "sector_number", "code"]

    def __str__(self):
        return self.name
