"""Accounts, entries and their rows."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Account(models.Model):
    """One account of the books, e.g. `bank` or `producer:12`."""

    class Kind(models.TextChoices):
        ASSET = "asset", _("asset")
        LIABILITY = "liability", _("liability")
        INCOME = "income", _("income")
        EXPENSE = "expense", _("expense")

    code = models.CharField(_("code"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["code"]

    def __str__(self):
        return f"{self.code} {self.name}"


class Entry(models.Model):
    """One thing that happened to money. `key` makes it happen once; `about` is what it concerns."""

    key = models.CharField(max_length=120, unique=True)
    text = models.CharField(_("text"), max_length=300)
    about = models.CharField(_("about"), max_length=60, blank=True, db_index=True)
    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.at:%d/%m/%Y} {self.text}"


class Row(models.Model):
    """One side of an entry: `amount` in đồng, debit above 0, credit below."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="rows")
    account = models.ForeignKey(Account, models.PROTECT, related_name="rows")
    about = models.CharField(max_length=60, blank=True)
    amount = models.BigIntegerField()

    class Meta:
        verbose_name = _("ledger row")
        verbose_name_plural = _("ledger rows")
        ordering = ["pk"]
        indexes = [models.Index(fields=["account", "about"], name="ledger_row_account_about")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(amount=0), name="ledger_row_is_not_nothing")
        ]

    def __str__(self):
        return f"{self.account_id} {self.amount:+}"

    @property
    def credit(self):
        """What it credits, đồng; 0 for a debit."""
        return max(-self.amount, 0)
