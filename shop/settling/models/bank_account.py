"""Where a producer wants its money. A changed account is a new row, and has to be checked again."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged
from shop.settling.banks import bank_name


class PayoutAccount(Staged):
    class Stage(models.TextChoices):
        WAITING = "waiting", _("waiting for the check")
        CHECKED = "checked", _("checked")
        REFUSED = "refused", _("refused")
        REPLACED = "replaced", _("replaced")

    MOVES = {
        Stage.WAITING: (Stage.CHECKED, Stage.REFUSED, Stage.REPLACED),
        Stage.CHECKED: (Stage.REPLACED, Stage.REFUSED),
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.WAITING, db_index=True
    )
    producer = models.ForeignKey("partner.Partner", models.PROTECT, related_name="payout_accounts")
    bank = models.CharField(_("bank"), max_length=6, help_text=_("Its BIN, as NAPAS gives it."))
    number = models.CharField(_("account number"), max_length=19)
    holder = models.CharField(_("account holder"), max_length=70)
    note = models.CharField(_("note"), max_length=300, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("bank account of a producer")
        verbose_name_plural = _("bank accounts of producers")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["producer"],
                condition=Q(stage__in=["waiting", "checked"]),
                name="one_payout_account_in_use",
            )
        ]

    def __str__(self):
        return f"{self.bank_name} {self.number}"

    @property
    def bank_name(self):
        return bank_name(self.bank)
