"""A visit of a group at a host: asked, answered, held."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from office.stages import Staged

from .itinerary import Itinerary, Stop
from .operator import Operator


class Visit(Staged):
    """A group of `size` guests at an outlet or a producer on `day` from `starts`, for `minutes`.

    `proposed_day` and `proposed_starts` are the host's other time while the stage is PROPOSED.
    """

    class Stage(models.TextChoices):
        ASKED = "asked", _("waiting for the host")
        PROPOSED = "proposed", _("another time proposed")
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("declined")
        CANCELLED = "cancelled", _("cancelled")
        HAPPENED = "happened", _("happened")
        NO_SHOW = "no_show", _("nobody came")

    MOVES = {
        Stage.ASKED: (Stage.CONFIRMED, Stage.PROPOSED, Stage.DECLINED, Stage.CANCELLED),
        Stage.PROPOSED: (Stage.CONFIRMED, Stage.CANCELLED, Stage.ASKED),
        Stage.CONFIRMED: (Stage.ASKED, Stage.CANCELLED, Stage.HAPPENED, Stage.NO_SHOW),
    }

    operator = models.ForeignKey(Operator, models.PROTECT, related_name="visits")
    itinerary = models.ForeignKey(Itinerary, models.PROTECT, null=True, blank=True, related_name="visits")
    stop = models.ForeignKey(Stop, models.SET_NULL, null=True, blank=True, related_name="visits")
    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, null=True, blank=True, related_name="visits")
    producer = models.ForeignKey(
        "partner.Partner", models.PROTECT, null=True, blank=True, related_name="visits"
    )
    day = models.DateField(_("day"))
    starts = models.TimeField(_("arrival"))
    minutes = models.PositiveSmallIntegerField(_("minutes"), default=45)
    size = models.PositiveSmallIntegerField(_("guests"))
    language = models.CharField(_("language"), max_length=2, default="vi")
    tasting = models.BooleanField(_("tasting"), default=False)
    note = models.CharField(_("note"), max_length=300, blank=True)
    proposed_day = models.DateField(null=True, blank=True)
    proposed_starts = models.TimeField(null=True, blank=True)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.ASKED, db_index=True)

    class Meta:
        ordering = ["day", "starts", "pk"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        constraints = [
            models.CheckConstraint(
                condition=Q(outlet__isnull=False, producer=None) | Q(outlet=None, producer__isnull=False),
                name="visit_has_one_host",
            ),
            models.CheckConstraint(condition=Q(size__range=(1, 500)), name="visit_of_some_guests"),
        ]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} {self.starts:%H:%M} · {self.outlet or self.producer}"
