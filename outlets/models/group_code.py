"""A group's code, and the purchases credited to it: sums only, nothing about who bought."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .itinerary import Itinerary
from .operator import Operator

COUNTS_FOR = timedelta(days=30)


class GroupCodeQuerySet(models.QuerySet):
    def counting(self, on=None):
        """Those purchases on day `on` (today) are credited to."""
        day = on or timezone.localdate()
        return self.filter(first_day__lte=day, last_day__gte=day)


class GroupCode(models.Model):
    """The code one group of a tour buys with, from its first day for 30 days (both ends included)."""

    operator = models.ForeignKey(Operator, models.PROTECT, related_name="group_codes")
    itinerary = models.ForeignKey(
        Itinerary, models.PROTECT, related_name="group_codes", verbose_name=_("tour")
    )
    code = models.CharField(_("code"), max_length=12, unique=True)
    size = models.PositiveSmallIntegerField(_("guests"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    objects = GroupCodeQuerySet.as_manager()

    class Meta:
        ordering = ["-first_day", "-pk"]
        verbose_name = _("group code")
        verbose_name_plural = _("group codes")
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=F("first_day")), name="group_code_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(size__range=(1, 500)), name="group_of_some_guests"),
        ]

    def __str__(self):
        return self.code

    @property
    def size_in_words(self):
        """ "24 guests"."""
        return ngettext("%(n)d guest", "%(n)d guests", self.size) % {"n": self.size}


class Credit(models.Model):
    """One purchase credited to a group: `amount` đồng, of which `returned` went back to the buyer.

    `reference` is the purchase's own (an order, a receipt of an outlet), so that it counts once; operators never
    see it. `outlet` is where it was bought, empty for the shop on the site.
    """

    group = models.ForeignKey(GroupCode, models.PROTECT, related_name="credits")
    outlet = models.ForeignKey(
        "outlets.Outlet", models.PROTECT, null=True, blank=True, related_name="credits"
    )
    day = models.DateField(_("day"))
    amount = models.PositiveBigIntegerField(_("amount"))
    returned = models.PositiveBigIntegerField(_("returned"), default=0)
    reference = models.CharField(max_length=80, unique=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["day", "pk"]
        verbose_name = _("credited purchase")
        verbose_name_plural = _("credited purchases")
        constraints = [
            models.CheckConstraint(condition=Q(amount__gt=0), name="credit_of_some_money"),
            models.CheckConstraint(
                condition=Q(returned__lte=F("amount")), name="credit_returned_of_what_was_paid"
            ),
        ]

    def __str__(self):
        return f"{self.group} {self.amount}"

    @property
    def receipt(self):
        """The number of the outlet's receipt, of what was credited at its counter."""
        return self.reference.split(":", 2)[-1]
