"""Whether, when and how many guests a producer receives."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .outlet import LATITUDES, LONGITUDES


class ProducerVisiting(models.Model):
    """The conditions of one producer for visits, as its people wrote them; no row: nobody is received.

    `weekdays` (Monday is 0) and `opens` to `closes` (local time) say when; months 1–12, both included, may run
    over the new year. `minutes` is how long a visit takes as a rule. The point is where guests get out.
    """

    producer = models.OneToOneField("partner.Partner", models.CASCADE, related_name="visiting")
    welcomes = models.BooleanField(_("receives visitors"), default=False)
    weekdays = models.JSONField(_("weekdays"), default=list, blank=True)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("to"))
    season_from = models.PositiveSmallIntegerField(_("season from month"), default=1)
    season_to = models.PositiveSmallIntegerField(_("season to month"), default=12)
    receives_at_tet = models.BooleanField(_("at Tết too"), default=False)
    largest_group = models.PositiveSmallIntegerField(_("largest group"), default=15)
    coach_reaches = models.BooleanField(_("a coach can get there"), default=False)
    minutes = models.PositiveSmallIntegerField(_("minutes a visit takes"), default=45)
    tasting = models.BooleanField(_("tasting"), default=False)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["producer"]
        verbose_name = _("visiting conditions")
        verbose_name_plural = _("visiting conditions")
        constraints = [
            models.CheckConstraint(condition=Q(closes__gt=F("opens")), name="visiting_hours_end_after_start"),
            models.CheckConstraint(
                condition=Q(largest_group__range=(1, 500)), name="visiting_groups_of_some_guests"
            ),
            models.CheckConstraint(
                condition=Q(season_from__range=(1, 12), season_to__range=(1, 12)),
                name="visiting_season_of_months",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=LATITUDES, longitude__range=LONGITUDES),
                name="producer_is_visited_in_vietnam",
            ),
        ]

    def __str__(self):
        return str(self.producer)

    @property
    def months(self):
        """The months of the season in order, over the new year where it runs so."""
        length = (self.season_to - self.season_from) % 12 + 1
        return [(self.season_from + n - 1) % 12 + 1 for n in range(length)]
