"""Tours: an itinerary is a string of stops."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from office.stages import Staged

from .operator import Operator
from .outlet import LATITUDES, LONGITUDES

MOST_DAYS = 14
MOST_GUESTS = 500


class ItineraryQuerySet(models.QuerySet):
    def published(self, on=None):
        """Those on the site: of operators whose licence is checked and still valid on day `on` (today)."""
        day = on or timezone.localdate()
        return self.filter(
            Q(operator__licence_until=None) | Q(operator__licence_until__gte=day),
            stage=Itinerary.Stage.PUBLISHED,
            operator__stage=Operator.Stage.CHECKED,
        )

    def of(self, user):
        """Those of the operators `user` acts for."""
        return self.filter(operator__in=Operator.objects.filter(users=user))


class Itinerary(Staged):
    """A tour of one or more days. Titles and texts in Vietnamese and, where given, English (`translation`).

    `price_note` is words ("từ 890.000 ₫ một khách"); months of the season are 1–12, both included, and may
    run over the new year (11–2). `weekdays` are those it may start on, Monday is 0; empty for every day.
    """

    class Stage(models.TextChoices):
        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES = {
        Stage.DRAFT: (Stage.PUBLISHED,),
        Stage.PUBLISHED: (Stage.WITHDRAWN, Stage.DRAFT),
        Stage.WITHDRAWN: (Stage.PUBLISHED, Stage.DRAFT),
    }

    operator = models.ForeignKey(Operator, models.PROTECT, related_name="itineraries")
    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)
    days = models.PositiveSmallIntegerField(_("days"), default=1)
    group_min = models.PositiveSmallIntegerField(_("smallest group"), default=1)
    group_max = models.PositiveSmallIntegerField(_("largest group"), default=30)
    by_coach = models.BooleanField(_("travels by coach"), default=True)
    season_from = models.PositiveSmallIntegerField(_("season from month"), default=1)
    season_to = models.PositiveSmallIntegerField(_("season to month"), default=12)
    weekdays = models.JSONField(_("starts on"), default=list, blank=True)
    price_note = models.CharField(_("price"), max_length=120, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.DRAFT, db_index=True)
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    picture_set = models.JSONField(default=dict, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = ItineraryQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("tour")
        verbose_name_plural = _("tours")
        constraints = [
            models.CheckConstraint(condition=Q(days__range=(1, MOST_DAYS)), name="itinerary_of_1_to_14_days"),
            models.CheckConstraint(
                condition=Q(group_min__gte=1, group_max__gte=F("group_min"), group_max__lte=MOST_GUESTS),
                name="itinerary_group_sizes",
            ),
            models.CheckConstraint(
                condition=Q(season_from__range=(1, 12), season_to__range=(1, 12)),
                name="itinerary_season_of_months",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("tours:detail", args=[self.slug])

    def address_in(self, language):
        """Its page in `language`: "vi" and "en" are the site's own, others stand in the English site."""
        own = language in {"vi", "en"}
        with override(language if own else "en"):
            if own:
                return self.get_absolute_url()
            return reverse("tours:translated", args=[self.slug, language])

    @property
    def months(self):
        """The months of the season in order, over the new year where it runs so."""
        length = (self.season_to - self.season_from) % 12 + 1
        return [(self.season_from + n - 1) % 12 + 1 for n in range(length)]


class Stop(models.Model):
    """One stop of a tour: an outlet, a producer, a sight or a meal; with a time, a length and a reason.

    `starts` is local time of day, `minutes` the length. Outlets and producers are hosts: a tour is published
    when they have said yes (`Visit`). Sights and meals have a name and a point on the map of their own.
    """

    LENGTHS = (5, 720)

    class Kind(models.TextChoices):
        OUTLET = "outlet", _("point of sale")
        PRODUCER = "producer", _("producer")
        SIGHT = "sight", _("sight")
        MEAL = "meal", _("meal")

    itinerary = models.ForeignKey(Itinerary, models.CASCADE, related_name="stops")
    day = models.PositiveSmallIntegerField(_("day"), default=1)
    starts = models.TimeField(_("arrival"))
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices)
    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, null=True, blank=True, related_name="stops")
    producer = models.ForeignKey(
        "partner.Partner", models.PROTECT, null=True, blank=True, related_name="tour_stops"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    reason = models.CharField(_("why we stop here"), max_length=300)

    class Meta:
        ordering = ["day", "starts", "pk"]
        verbose_name = _("stop")
        verbose_name_plural = _("stops")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="outlet", outlet__isnull=False, producer=None)
                | Q(kind="producer", producer__isnull=False, outlet=None)
                | Q(kind__in=["sight", "meal"], outlet=None, producer=None) & ~Q(name=""),
                name="stop_is_somewhere",
            ),
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=LATITUDES, longitude__range=LONGITUDES),
                name="stop_lies_in_vietnam",
            ),
            models.CheckConstraint(condition=Q(minutes__range=(5, 720)), name="stop_takes_minutes"),
        ]

    def __str__(self):
        return self.name or str(self.outlet or self.producer)

    @property
    def host(self):
        """Who has to say yes: the outlet or the producer; None at a sight or a meal."""
        return self.outlet or self.producer
