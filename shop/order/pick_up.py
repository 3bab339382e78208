"""A parcel that its buyer fetches at an outlet: where, until when, and who gave it to whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

DIGITS = 6


class PickUpQuerySet(models.QuerySet):
    def at(self, outlet):
        return self.filter(outlet=outlet)

    def to_lay_aside(self):
        """Goods that lie there and are to be put aside for a buyer."""
        return self.filter(source="stock", ready_at=None, parcel__stage__in=("new", "confirmed"))

    def arriving(self):
        """Sent there by the maker, or about to be."""
        return self.filter(source="sent", ready_at=None, parcel__stage__in=PickUp.COMING)

    def ready(self):
        """Waiting for their buyers."""
        return self.filter(
            ready_at__isnull=False, handed_over_at=None, parcel__stage__in=("packed", "handed_over")
        )

    def over(self, on=None):
        """Ready ones that were kept as long as promised before day `on` (today)."""
        return self.ready().filter(keep_until__lt=on or timezone.localdate())

    def for_pages(self):
        return self.select_related("parcel__order", "parcel__producer", "outlet")


class PickUp(models.Model):
    """`source` says whether the goods lay there or were sent there by the maker, by the method `carriage`.

    Once ready it is kept through the day `keep_until`, `keeps_days` after. The code is computed from the server's
    secret, so no row tells it; `code_number` counts the codes made. `identity` is how a keeper knew the buyer
    without the code.
    """

    class Source(models.TextChoices):
        STOCK = "stock", _("lies at the point of sale")
        SENT = "sent", _("sent there by the maker")

    COMING = ("new", "confirmed", "packed", "handed_over")

    parcel = models.OneToOneField("order.Parcel", models.CASCADE, related_name="pick_up")
    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, related_name="pick_ups")
    source = models.CharField(_("source"), max_length=6, choices=Source.choices)
    carriage = models.CharField(_("sent by"), max_length=40, blank=True)
    keeps_days = models.PositiveSmallIntegerField(_("days it is kept"))
    ready_at = models.DateTimeField(_("ready at"), null=True, blank=True)
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    keep_until = models.DateField(_("kept until"), null=True, blank=True, db_index=True)
    reminded_at = models.DateTimeField(null=True, blank=True)
    code_number = models.PositiveSmallIntegerField(default=1)
    handed_over_at = models.DateTimeField(_("handed over at"), null=True, blank=True)
    handed_over_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    identity = models.CharField(_("known without the code by"), max_length=300, blank=True)

    objects = PickUpQuerySet.as_manager()

    class Meta:
        app_label = "order"
        verbose_name = _("parcel to fetch")
        verbose_name_plural = _("parcels to fetch")
        ordering = ["parcel"]
        indexes = [models.Index(fields=["outlet", "ready_at"], name="pick_up_at_outlet")]
        constraints = [
            models.CheckConstraint(
                condition=Q(ready_at=None, keep_until=None)
                | Q(ready_at__isnull=False, keep_until__isnull=False),
                name="pick_up_kept_once_ready",
            ),
            models.CheckConstraint(
                condition=Q(handed_over_at=None) | Q(ready_at__isnull=False),
                name="pick_up_handed_over_once_ready",
            ),
        ]

    def __str__(self):
        return f"{self.parcel} – {self.outlet}"

    @property
    def code(self):
        """The six digits the buyer says, "" before it is ready and after it was fetched."""
        if not self.is_ready:
            return ""
        made = salted_hmac("pick-up", f"{self.pk}:{self.code_number}", algorithm="sha256").digest()
        return f"{int.from_bytes(made[:8], 'big') % 10**DIGITS:0{DIGITS}d}"

    @property
    def from_stock(self):
        return self.source == self.Source.STOCK

    @property
    def is_ready(self):
        """Whether its buyer may come for it."""
        waits = self.ready_at is not None and self.handed_over_at is None
        return waits and self.parcel.stage in {"packed", "handed_over"}
