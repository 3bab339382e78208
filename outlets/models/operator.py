"""Travel companies that bring visitors."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from office.stages import Staged


class OperatorQuerySet(models.QuerySet):
    def licensed(self, on=None):
        """Those whose licence is checked and valid on day `on` (today)."""
        day = on or timezone.localdate()
        return self.filter(
            Q(licence_until=None) | Q(licence_until__gte=day), stage=Operator.Stage.CHECKED
        )


class Operator(Staged):
    """A travel company that brings visitors. The Department checks its licence (Law on Tourism 09/2017/QH14).

    `licence_until` is empty where the licence names no end. Whether it has run out is computed, never stored.
    """

    class Stage(models.TextChoices):
        WAITING = "waiting", _("waiting for the check")
        CHECKED = "checked", _("licence checked")
        REFUSED = "refused", _("refused")
        SUSPENDED = "suspended", _("suspended")

    class LicenceKind(models.TextChoices):
        DOMESTIC = "domestic", _("domestic travel")
        INTERNATIONAL = "international", _("international travel")

    MOVES = {
        Stage.WAITING: (Stage.CHECKED, Stage.REFUSED),
        Stage.REFUSED: (Stage.WAITING,),
        Stage.CHECKED: (Stage.SUSPENDED, Stage.WAITING),
        Stage.SUSPENDED: (Stage.CHECKED,),
    }

    name = models.CharField(_("name"), max_length=160)
    licence = models.CharField(_("licence number"), max_length=40, unique=True)
    licence_kind = models.CharField(
        _("kind of licence"), max_length=13, choices=LicenceKind.choices, default=LicenceKind.DOMESTIC
    )
    licence_until = models.DateField(_("licence valid until"), null=True, blank=True)
    licence_paper = models.ForeignKey(
        "office.Paper", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("licence")
    )
    phone = PhoneNumberField(_("phone number"))
    email = models.EmailField(_("e-mail address"), blank=True)
    commune = models.ForeignKey(
        "partner.Commune", models.PROTECT, related_name="+", verbose_name=_("commune")
    )
    street = models.CharField(_("street or hamlet"), max_length=200)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.WAITING, db_index=True)
    users = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="operators", blank=True)

    objects = OperatorQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("tour operator")
        verbose_name_plural = _("tour operators")

    def __str__(self):
        return self.name

    @property
    def licence_expired(self):
        """Whether the licence named an end that has passed."""
        return self.licence_until is not None and self.licence_until < timezone.localdate()

    @property
    def may_lead(self):
        """Whether its tours may be on the site today."""
        return self.stage == self.Stage.CHECKED and not self.licence_expired
