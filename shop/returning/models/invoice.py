"""A buyer's wish for an e-invoice, passed to the seller of each parcel."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged


class InvoiceRequestQuerySet(models.QuerySet):
    def of_begun(self):
        """Those a seller knows of: the order is paid or confirmed."""
        return self.exclude(parcel__stage="awaiting")


class InvoiceRequest(Staged):
    """The seller issues (Decree 123/2020/NĐ-CP, amended by 70/2025/NĐ-CP) and stores number, day, link or PDF."""

    class Stage(models.TextChoices):
        ASKED = "asked", _("asked for")
        ISSUED = "issued", _("issued")
        DROPPED = "dropped", _("not needed any more")

    MOVES = {Stage.ASKED: (Stage.ISSUED, Stage.DROPPED), Stage.ISSUED: (Stage.ISSUED,)}  # the last: corrected

    class Kind(models.TextChoices):
        COMPANY = "company", _("Company or organisation")
        PERSON = "person", _("Person")

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.ASKED, db_index=True
    )
    parcel = models.OneToOneField("order.Parcel", models.CASCADE, related_name="invoice_request")
    kind = models.CharField(_("issued to"), max_length=8, choices=Kind.choices)
    name = models.CharField(_("name on the invoice"), max_length=200)
    tax_code = models.CharField(_("tax code"), max_length=14, blank=True)
    address = models.CharField(_("address"), max_length=300)
    email = models.EmailField(_("e-mail"))
    asked_at = models.DateTimeField(default=timezone.now)
    issue_by = models.DateTimeField(_("issue until"))
    number = models.CharField(_("invoice number"), max_length=40, blank=True)
    issued_on = models.DateField(_("issued on"), null=True, blank=True)
    link = models.URLField(_("link to the invoice"), max_length=500, blank=True)
    paper = models.ForeignKey("office.Paper", models.PROTECT, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    objects = InvoiceRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("invoice request")
        verbose_name_plural = _("invoice requests")
        ordering = ["issue_by", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(stage="issued")
                | (~Q(number="") & Q(issued_on__isnull=False) & (~Q(link="") | Q(paper__isnull=False))),
                name="issued_invoice_can_be_found",
            ),
            models.CheckConstraint(
                condition=~Q(kind="company") | ~Q(tax_code=""), name="company_invoice_has_a_tax_code"
            ),
        ]

    def __str__(self):
        return f"{self.parcel} {self.name}"

    @property
    def is_late(self):
        return self.stage == self.Stage.ASKED and self.issue_by < timezone.now()
