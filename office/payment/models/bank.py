"""Lines of our bank account, told by a webhook or read from a statement."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Statement(models.Model):
    """A file somebody brought; read, shown, then taken over."""

    name = models.CharField(_("file name"), max_length=120)
    sha256 = models.CharField(max_length=64)
    shape = models.CharField(_("bank's layout"), max_length=20)
    account = models.CharField(_("our account"), max_length=40)
    lines = models.JSONField(default=list)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    taken_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "payment"
        verbose_name = _("bank statement")
        verbose_name_plural = _("bank statements")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.name


class BankLine(models.Model):
    """One movement on our account, once. `amount` in đồng, negative when it left.

    One told by the webhook gets an `alias` when a statement names it differently; so does one of a statement that
    gave no reference (`NAMELESS` begins ours), when the webhook comes later.
    """

    NAMELESS = "hash:"

    class Source(models.TextChoices):
        WEBHOOK = "webhook", _("told by the bank service")
        STATEMENT = "statement", _("read from a statement")

    account = models.CharField(_("our account"), max_length=40)
    reference = models.CharField(_("bank's reference"), max_length=100)
    alias = models.CharField(_("reference in the statement"), max_length=100, blank=True)
    amount = models.BigIntegerField(_("amount"))
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("booked"))
    source = models.CharField(max_length=10, choices=Source.choices)
    statement = models.ForeignKey(Statement, models.PROTECT, null=True, blank=True, related_name="bank_lines")
    settlement = models.OneToOneField(
        "payment.Settlement", models.PROTECT, null=True, blank=True, related_name="bank_line"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "payment"
        verbose_name = _("bank line")
        verbose_name_plural = _("bank lines")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["account", "reference"], name="bank_line_once"),
        ]

    def __str__(self):
        return f"{self.account} {self.reference}"
