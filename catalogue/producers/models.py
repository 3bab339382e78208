"""Places and producers.

A place is today's commune (since 1 July 2025 there is no district), the former area it belongs to
in people's minds, and the former communes it was formed from. A producer is Oscar's partner.
"""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner
from phonenumber_field.modelfields import PhoneNumberField

from .stock import Hold, StockPlace, StockRecord, Supply  # noqa: F401  (models are found here)


class Province(models.Model):
    """One of the 34 provinces and cities since 1 July 2025 (Resolution 202/2025/QH15)."""

    code = models.PositiveSmallIntegerField(_("code"), primary_key=True)
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=40)
    folded = models.CharField(max_length=80, db_index=True, editable=False)

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Area(models.Model):
    """A former district of Hà Tĩnh: gone as an authority, alive as the name people shop by."""

    slug = models.SlugField(unique=True)
    name = models.CharField(_("name"), max_length=80)
    short_name = models.CharField(_("short name"), max_length=60)
    code = models.CharField(_("statistics code"), max_length=5, blank=True)
    valid_to = models.DateField(_("district until"), null=True, blank=True)
    verified = models.BooleanField(_("code verified"), default=False)
    folded = models.CharField(max_length=80, db_index=True, editable=False)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["name"]

    def __str__(self):
        return self.short_name


class Commune(models.Model):
    """A commune, ward or special zone in force since `valid_from`.

    `area` is set for the 69 units of Hà Tĩnh only. `search_text` holds its name and those of its
    predecessors without diacritics.
    """

    code = models.CharField(_("code"), max_length=5, primary_key=True)
    province = models.ForeignKey(
        Province, models.PROTECT, related_name="communes", verbose_name=_("province")
    )
    area = models.ForeignKey(
        Area, models.PROTECT, related_name="communes", null=True, blank=True, verbose_name=_("area")
    )
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=20)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    folded = models.CharField(max_length=80, db_index=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    class Meta:
        verbose_name = _("commune")
        verbose_name_plural = _("communes")
        ordering = ["name"]

    def __str__(self):
        return f"{self.kind.capitalize()} {self.name}"


class FormerCommune(models.Model):
    """A commune that ended, wholly or in part, in the commune it was merged into."""

    name = models.CharField(_("name"), max_length=80)
    area = models.ForeignKey(Area, models.PROTECT, related_name="former_communes")
    successor = models.ForeignKey(Commune, models.PROTECT, related_name="predecessors")
    part_only = models.BooleanField(_("part only"), default=False)
    folded = models.CharField(max_length=80, db_index=True, editable=False)
    valid_to = models.DateField(_("valid to"))

    class Meta:
        verbose_name = _("former commune")
        verbose_name_plural = _("former communes")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name", "successor"], name="former_commune_once_per_successor")
        ]

    def __str__(self):
        return self.name


class LegalForm(models.TextChoices):
    HOUSEHOLD = "household", _("household business")
    GROUP = "group", _("co-operative group")
    COOPERATIVE = "cooperative", _("co-operative")
    ENTERPRISE = "enterprise", _("enterprise")


class IdentityState(models.TextChoices):
    UNCHECKED = "unchecked", _("not checked yet")
    VERIFIED = "verified", _("verified")
    SUSPENDED = "suspended", _("suspended")


class Partner(AbstractPartner):
    """A producer ("chủ thể"): Oscar's partner with what Vietnamese law asks a seller to show."""

    legal_form = models.CharField(
        _("legal form"), max_length=12, choices=LegalForm.choices, default=LegalForm.HOUSEHOLD
    )
    tax_code = models.CharField(_("tax code or registration number"), max_length=20, blank=True)
    commune = models.ForeignKey(
        Commune, models.PROTECT, related_name="producers", null=True, blank=True, verbose_name=_("commune")
    )
    street = models.CharField(_("street or hamlet"), max_length=200, blank=True)
    old_address = models.CharField(_("address before July 2025"), max_length=200, blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    founded = models.PositiveSmallIntegerField(_("founded in"), null=True, blank=True)
    story = models.TextField(_("story"), blank=True)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    picture_set = models.JSONField(default=dict, editable=False)
    identity_state = models.CharField(
        _("identity"), max_length=12, choices=IdentityState.choices, default=IdentityState.UNCHECKED
    )
    identity_checked_on = models.DateField(_("identity checked on"), null=True, blank=True)

    class Meta(AbstractPartner.Meta):
        abstract = False
        verbose_name = _("producer")
        verbose_name_plural = _("producers")

    def get_absolute_url(self):
        return reverse("producers:detail", args=[self.code])

    @property
    def is_suspended(self):
        """Whether nothing of theirs may be sold for now."""
        return self.identity_state == IdentityState.SUSPENDED


from oscar.apps.partner.models import *  # noqa: E402
