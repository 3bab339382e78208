"""A place where the programme's goods are shown and sold."""

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from catalogue.producers.folding import fold
from office.stages import Staged

STALE_AFTER = timedelta(days=90)
# The box around Vietnam with its islands, in degrees (WGS 84): what lies outside is a slip of the pen.
LATITUDES = (Decimal("6.0"), Decimal("23.5"))
LONGITUDES = (Decimal("102.0"), Decimal("118.0"))


class OutletQuerySet(models.QuerySet):
    def public(self):
        """What visitors may see: all but those planned; closed ones too, shown as closed."""
        return self.exclude(stage=Outlet.Stage.PLANNED)

    def called(self, text):
        """Those whose name, street or places have all the words of `text`; marks on letters do not matter."""
        rows = self
        for word in fold(text).split():
            rows = rows.filter(search_text__contains=word)
        return rows

    def serving(self):
        """Those that receive visitors at their hours."""
        return self.filter(stage__in=Outlet.SERVING)

    def open_at(self, moment):
        """Those open at `moment`, by the spans written ahead (`outlets.hours.opening`).

        Spans written for other hours than the outlet has now count for nothing.
        """
        from .hours import OpenSpan

        now = OpenSpan.objects.filter(outlet=OuterRef("pk"), opens_at__lte=moment, closes_at__gt=moment)
        return self.serving().filter(
            Exists(now), by_appointment=False, spans_for=Concat("hours", Value("|"), "on_holidays")
        )

    def unwritten(self, day):
        """Serving ones whose open spans do not reach `day`, or are those of other hours."""
        right = Q(spans_until__gte=day, spans_for=Concat("hours", Value("|"), "on_holidays"))
        return self.serving().exclude(hours="").exclude(right)

    def stale(self, today=None):
        """Serving ones nobody has verified for 90 days."""
        day = (today or timezone.localdate()) - STALE_AFTER
        return self.serving().filter(Q(verified_on=None) | Q(verified_on__lt=day))

    def recognised(self, on=None):
        """Serving ones whose recognition is true on day `on` (today unless given)."""
        from .recognition import recognised_now

        return self.serving().filter(recognised_now(on))

    def kept_by(self, user):
        return self.filter(keepings__user=user, keepings__until=None)


class Outlet(Staged):
    """A showroom or point of sale; never deleted. Kinds and criteria: Decision 950/QD-BCT, 18/04/2023.

    `hours` is OpenStreetMap's `opening_hours`, written by the weekly grid of `outlets.hours.opening`, season
    included. With `lunar_days` (3, 8, …) these hours count on market days only (`MarketYear`). `spans_for` and
    `spans_until` say for which hours and up to which day `OpenSpan` is written. Latitude and longitude are degrees
    of WGS 84. The province is the commune's: it may lie outside Hà Tĩnh. `search_text` is kept by `outlets.finding.searching`.
    """

    class Kind(models.TextChoices):
        CENTRE = "centre", _("OCOP centre")
        POINT = "point", _("point of sale")
        SUPERMARKET = "supermarket", _("corner in a supermarket")
        MARKET = "market", _("stand in a market")
        REST_STOP = "rest_stop", _("rest stop")
        HOTEL = "hotel", _("hotel corner")
        POST_OFFICE = "post_office", _("post office")

    class Funding(models.TextChoices):
        STATE = "state", _("supported by the state")
        OWN = "own", _("own money")

    class Stage(models.TextChoices):
        PLANNED = "planned", _("planned")
        OPEN = "open", _("open")
        SEASONAL = "seasonal", _("open in season")
        SUSPENDED = "suspended", _("suspended")
        CLOSED = "closed", _("closed for good")

    SERVING = (Stage.OPEN, Stage.SEASONAL)
    MOVES = {
        Stage.PLANNED: (Stage.OPEN, Stage.SEASONAL, Stage.CLOSED),
        Stage.OPEN: (Stage.SEASONAL, Stage.SUSPENDED, Stage.CLOSED),
        Stage.SEASONAL: (Stage.OPEN, Stage.SUSPENDED, Stage.CLOSED),
        Stage.SUSPENDED: (Stage.OPEN, Stage.SEASONAL, Stage.CLOSED),
        Stage.CLOSED: (Stage.OPEN, Stage.SEASONAL),
    }

    class Payment(models.TextChoices):
        CASH = "cash", _("cash")
        TRANSFER = "transfer", _("transfer by QR code")
        CARD = "card", _("card")

    class Language(models.TextChoices):
        VI = "vi", _("Vietnamese")
        EN = "en", _("English")
        LO = "lo", _("Lao")
        ZH = "zh", _("Chinese")
        KO = "ko", _("Korean")
        JA = "ja", _("Japanese")
        TH = "th", _("Thai")
        FR = "fr", _("French")

    class OnHolidays(models.TextChoices):
        USUAL = "usual", _("open as usual on public holidays")
        CLOSED = "closed", _("closed on public holidays")
        OWN = "own", _("own hours on public holidays")

    slug = models.SlugField(_("address on the site"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.PLANNED, db_index=True)
    stage_since = models.DateField(_("since"), default=timezone.localdate)
    stage_reason = models.CharField(_("reason"), max_length=300, blank=True)
    funding = models.CharField(_("funding"), max_length=8, choices=Funding.choices, default=Funding.OWN)
    operator = models.CharField(_("operator"), max_length=160)
    producer = models.ForeignKey(
        "partner.Partner",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="outlets",
        verbose_name=_("run by the producer"),
    )
    commune = models.ForeignKey(
        "partner.Commune", models.PROTECT, related_name="outlets", verbose_name=_("commune")
    )
    street = models.CharField(_("street or hamlet"), max_length=200)
    old_address = models.CharField(_("address before July 2025"), max_length=200, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    phone = PhoneNumberField(_("phone number"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    about = models.TextField(_("about the place"), blank=True)
    coach_places = models.PositiveSmallIntegerField(_("parking places for coaches"), default=0)
    languages = models.JSONField(_("languages"), default=list, blank=True)
    payments = models.JSONField(_("payment kinds"), default=list, blank=True)
    picks_up = models.BooleanField(_("hands over orders"), default=False)
    hours = models.CharField(_("hours"), max_length=1000, blank=True)
    by_appointment = models.BooleanField(_("by appointment only"), default=False)
    on_holidays = models.CharField(
        _("public holidays"), max_length=8, choices=OnHolidays.choices, default=OnHolidays.USUAL
    )
    lunar_days = models.JSONField(_("market days by the lunar calendar"), default=list, blank=True)
    spans_for = models.CharField(max_length=1020, default="", editable=False)
    spans_until = models.DateField(null=True, editable=False)
    visit_capacity = models.PositiveSmallIntegerField(_("guests a visit slot can take"), default=30)
    verified_on = models.DateField(_("last verified on"), null=True, blank=True)
    verified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    keepers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="Keeping", related_name="outlets", verbose_name=_("keepers")
    )
    picture = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    picture_set = models.JSONField(default=dict, editable=False)
    search_text = models.TextField(default="", editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    objects = OutletQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("point of sale")
        verbose_name_plural = _("points of sale")
        indexes = [models.Index(fields=["latitude", "longitude"], name="outlet_by_place")]
        constraints = [
            models.CheckConstraint(
                condition=Q(latitude=None, longitude=None)
                | Q(latitude__range=LATITUDES, longitude__range=LONGITUDES),
                name="outlet_lies_in_vietnam",
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=["suspended", "closed"]) | ~Q(stage_reason=""),
                name="outlet_says_why_it_serves_nobody",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("outlets:detail", args=[self.slug])

    @property
    def serves(self):
        return self.stage in self.SERVING

    @property
    def is_stale(self):
        """Whether nobody has verified it for 90 days."""
        return self.verified_on is None or self.verified_on < timezone.localdate() - STALE_AFTER


class Keeping(models.Model):
    """Who keeps an outlet, from when until when."""

    outlet = models.ForeignKey(Outlet, models.CASCADE, related_name="keepings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="keepings")
    since = models.DateField(_("since"), default=timezone.localdate)
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["outlet", "user"], condition=Q(until=None), name="keeper_once_per_outlet"
            )
        ]

    def __str__(self):
        return f"{self.user} – {self.outlet}"
