"""Until when goods of a kind may be sent back, and for which reasons: dated rows with their legal basis."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from catalogue.models import LegalClass


class Reason(models.TextChoices):
    """Why something goes back."""

    DAMAGED = "damaged", _("Broken or damaged on arrival")
    SPOILED = "spoiled", _("Spoiled or past its date")
    WRONG_ITEM = "wrong_item", _("Wrong goods, or some are missing")
    NOT_AS_DESCRIBED = "not_as_described", _("Not as described on the page")
    CHANGED_MIND = "changed_mind", _("I have changed my mind (unopened, unused)")


class ReturnRule(models.Model):
    """For one `reason`: `hours` from delivery in which it may be asked; 0 says it is not taken back.

    The narrowest rule in force on the day of delivery counts: of the product's group, else of its legal
    class, else of all goods. No rule: not taken back for this reason.
    """

    group_code = models.CharField(_("code of the product group"), max_length=20, blank=True)
    legal_class = models.CharField(_("legal class"), max_length=12, choices=LegalClass.choices, blank=True)
    reason = models.CharField(_("reason"), max_length=16, choices=Reason.choices)
    hours = models.PositiveIntegerField(_("hours from delivery"))
    fee_back = models.BooleanField(_("a whole parcel sent back gets its delivery fee back"), default=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    verified = models.BooleanField(_("checked against the text of the law"), default=False)

    class Meta:
        verbose_name = _("rule of return")
        verbose_name_plural = _("rules of return")
        ordering = ["legal_class", "group_code", "reason", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["group_code", "legal_class", "reason", "valid_from"],
                name="one_return_rule_per_kind_reason_and_day",
            ),
            models.CheckConstraint(
                condition=Q(group_code="") | Q(legal_class=""), name="return_rule_of_a_group_or_a_class"
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="return_rule_days_in_order",
            ),
        ]

    def __str__(self):
        return f"{self.group_code or self.get_legal_class_display() or '*'} {self.reason}: {self.hours} h"

    def until(self, delivered_at):
        """The last moment to ask for a return, for goods delivered at `delivered_at`."""
        return delivered_at + timedelta(hours=self.hours)
