"""A visit of a group at a host: asked, answered, held. And what else makes a host busy."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged

from .itinerary import Itinerary, Stop
from .operator import Operator

LONGEST = 720  # minutes
ONE_HOST = Q(outlet__isnull=False, producer=None) | Q(outlet=None, producer__isnull=False)


class VisitQuerySet(models.QuerySet):
    def at(self, host):
        """Those at one host: an outlet or a producer."""
        name = "outlet" if host._meta.model_name == "outlet" else "producer"
        return self.filter(**{name: host})

    def holding(self, now=None):
        """Those that take places of a slot: confirmed, or under way and not past their time to answer."""
        now = now or timezone.now()
        waiting = Q(stage__in=Visit.OPEN, answer_by__gt=now)
        return self.filter(waiting | Q(stage__in=Visit.AGREED))

    def lapsed(self, now=None):
        """Those nobody answered in time: they hold nothing any more."""
        return self.filter(stage__in=Visit.OPEN, answer_by__lte=now or timezone.now())

    def for_pages(self):
        return self.select_related("operator", "outlet", "producer", "itinerary")


class Visit(Staged):
    """A group of `size` guests at an outlet or a producer on `day` from `starts` (local), for `minutes`.

    `proposed_day` and `proposed_starts` are the host's other time while the stage is PROPOSED. `answer_by` is
    until when an open one keeps its places. `came` is how many guests were counted at the door.
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
        Stage.ASKED: (Stage.CONFIRMED, Stage.PROPOSED, Stage.DECLINED, Stage.CANCELLED, Stage.ASKED),
        Stage.PROPOSED: (Stage.CONFIRMED, Stage.CANCELLED, Stage.ASKED, Stage.DECLINED, Stage.PROPOSED),
        Stage.CONFIRMED: (Stage.ASKED, Stage.PROPOSED, Stage.CANCELLED, Stage.HAPPENED, Stage.NO_SHOW),
        Stage.NO_SHOW: (Stage.HAPPENED,),  # it came late
    }
    OPEN = (Stage.ASKED, Stage.PROPOSED)
    AGREED = (Stage.CONFIRMED, Stage.HAPPENED)
    LIVE = (Stage.ASKED, Stage.PROPOSED, Stage.CONFIRMED)

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
    answer_by = models.DateTimeField(_("answer until"), default=timezone.now)
    came = models.PositiveSmallIntegerField(_("guests who came"), null=True, blank=True)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.ASKED, db_index=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        ordering = ["day", "starts", "pk"]
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        indexes = [
            models.Index(fields=["outlet", "day"], name="visit_of_outlet_by_day"),
            models.Index(fields=["producer", "day"], name="visit_of_producer_by_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=ONE_HOST, name="visit_has_one_host"),
            models.CheckConstraint(condition=Q(size__range=(1, 500)), name="visit_of_some_guests"),
            models.CheckConstraint(condition=Q(minutes__range=(5, LONGEST)), name="visit_takes_minutes"),
            models.CheckConstraint(
                condition=~Q(stage="proposed") | Q(proposed_day__isnull=False, proposed_starts__isnull=False),
                name="visit_proposal_names_a_time",
            ),
        ]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} {self.starts:%H:%M} · {self.host}"

    @property
    def host(self):
        return self.outlet or self.producer

    @property
    def begins_at(self):
        return moment(self.day, self.starts)

    @property
    def ends_at(self):
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def held_spans(self):
        """[(begins, ends)] in which it takes places: a proposal keeps the old time and the new one."""
        spans = [(self.begins_at, self.ends_at)]
        if self.stage == self.Stage.PROPOSED:
            begins = moment(self.proposed_day, self.proposed_starts)
            spans.append((begins, begins + timedelta(minutes=self.minutes)))
        return spans

    @property
    def is_lapsed(self):
        return self.stage in self.OPEN and self.answer_by <= timezone.now()

    @property
    def binds(self):
        """Whether it is still to come, agreed or under way: its stop stays where it is."""
        return self.stage in self.LIVE and self.begins_at > timezone.now()

    def is_at(self, stop):
        """Whether its host is the one of this stop, which may have changed since."""
        return (self.outlet_id, self.producer_id) == (stop.outlet_id, stop.producer_id)


class Busy(models.Model):
    """A time in which a host takes no group, read from its own calendar; `uid` is the event's there."""

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, null=True, blank=True, related_name="busy")
    producer = models.ForeignKey(
        "partner.Partner", models.CASCADE, null=True, blank=True, related_name="busy"
    )
    begins_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    uid = models.CharField(max_length=255)

    class Meta:
        ordering = ["begins_at", "pk"]
        verbose_name = _("busy time")
        verbose_name_plural = _("busy times")
        constraints = [
            models.CheckConstraint(condition=ONE_HOST, name="busy_is_one_host"),
            models.CheckConstraint(condition=Q(ends_at__gt=F("begins_at")), name="busy_ends_after_start"),
        ]

    def __str__(self):
        return f"{self.begins_at} – {self.ends_at}"


def new_secret():
    return secrets.token_urlsafe(24)


class CalendarKey(models.Model):
    """The private address of a calendar of visits: of an outlet, a producer or an operator.

    Whoever has `secret` reads it without signing in; a new one makes the old address end.
    """

    outlet = models.OneToOneField("outlets.Outlet", models.CASCADE, null=True, blank=True)
    producer = models.OneToOneField("partner.Partner", models.CASCADE, null=True, blank=True)
    operator = models.OneToOneField(Operator, models.CASCADE, null=True, blank=True)
    secret = models.CharField(max_length=64, unique=True, default=new_secret)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints = [
            models.CheckConstraint(
                condition=Q(outlet__isnull=False, producer=None, operator=None)
                | Q(outlet=None, producer__isnull=False, operator=None)
                | Q(outlet=None, producer=None, operator__isnull=False),
                name="calendar_of_one",
            )
        ]

    def __str__(self):
        return str(self.owner)

    @property
    def owner(self):
        return self.outlet or self.producer or self.operator


def moment(day, starts):
    """The aware moment of a local time of day."""
    return timezone.make_aware(datetime.combine(day, starts))
