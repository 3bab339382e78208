"""How parcels travel: zones, methods and their rates; what goods bear on the way; makers who deliver themselves.

Weights in grams, fees in whole đồng, weekdays from 0 (Monday) to 6 (Sunday), travel time in hours.
"""

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

# Ways to send that are no row of `Method`: by the maker, and not at all (a visit, a night).
OWN = "own"
NOTHING_SENT = "none"
# In front of an outlet's key: fetched there, from the goods that lie there or sent there by the maker.
FROM_STOCK, SENT_THERE = "outlet:stock:", "outlet:sent:"
LONGEST_KEEPING = 30  # days

WEEKDAYS = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


class Zone(models.Model):
    """Provinces that cost the same to reach; single communes (islands) may belong elsewhere than their province."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    provinces = models.ManyToManyField(
        "partner.Province", through="ZoneProvince", related_name="+", verbose_name=_("provinces")
    )
    communes = models.ManyToManyField(
        "partner.Commune", through="ZoneCommune", related_name="+", verbose_name=_("communes")
    )

    class Meta:
        verbose_name = _("delivery zone")
        verbose_name_plural = _("delivery zones")
        ordering = ["position", "name"]

    def __str__(self):
        return self.name


class ZoneProvince(models.Model):
    """A province lies in one zone."""

    zone = models.ForeignKey(Zone, models.CASCADE, related_name="province_rows")
    province = models.OneToOneField("partner.Province", models.CASCADE, related_name="zone_row")

    def __str__(self):
        return f"{self.zone_id}: {self.province_id}"


class ZoneCommune(models.Model):
    """A commune that lies in another zone than the rest of its province."""

    zone = models.ForeignKey(Zone, models.CASCADE, related_name="commune_rows")
    commune = models.OneToOneField("partner.Commune", models.CASCADE, related_name="zone_row")

    def __str__(self):
        return f"{self.zone_id}: {self.commune_id}"


class Method(models.Model):
    """A way to send a parcel, with a courier; the price is ours, by `Reach` and `Rate`."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = models.CharField(_("name"), max_length=80)
    carrier = models.CharField(_("connected to"), max_length=20, default="table")
    courier = models.CharField(_("courier"), max_length=80, blank=True)
    needs_tracking = models.BooleanField(_("the courier gives a tracking code"), default=True)
    tracking_url = models.CharField(_("tracking address"), max_length=200, blank=True)
    days_off = models.JSONField(_("days without collection"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_active = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("delivery method")
        verbose_name_plural = _("delivery methods")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.name

    def tracking_link(self, code):
        """Where a buyer follows `code`, or ""."""
        return self.tracking_url.replace("{code}", code) if self.tracking_url and code else ""


class Reach(models.Model):
    """A method in a zone: how long it takes, what a kilogram above the table costs, from when it is free."""

    method = models.ForeignKey(Method, models.CASCADE, related_name="reaches")
    zone = models.ForeignKey(Zone, models.CASCADE, related_name="reaches")
    per_extra_kg = models.PositiveIntegerField(
        _("each further kg, đồng"), null=True, blank=True, help_text=_("Empty: nothing heavier is taken.")
    )
    hours_min = models.PositiveSmallIntegerField(_("hours, at least"))
    hours_max = models.PositiveSmallIntegerField(_("hours, at most"))
    free_from = models.PositiveIntegerField(_("free from, đồng of goods"), null=True, blank=True)

    class Meta:
        verbose_name = _("method in a zone")
        verbose_name_plural = _("methods in zones")
        constraints = [
            models.UniqueConstraint(fields=["method", "zone"], name="one_reach_per_method_and_zone"),
            models.CheckConstraint(condition=Q(hours_min__lte=F("hours_max")), name="reach_hours_in_order"),
        ]

    def __str__(self):
        return f"{self.method} – {self.zone}"


class Rate(models.Model):
    """What a parcel up to a weight costs."""

    reach = models.ForeignKey(Reach, models.CASCADE, related_name="rates")
    up_to_g = models.PositiveIntegerField(_("up to, g"), validators=[MinValueValidator(1)])
    fee = models.PositiveIntegerField(_("fee, đồng"))

    class Meta:
        verbose_name = _("rate")
        verbose_name_plural = _("rates")
        ordering = ["reach", "up_to_g"]
        constraints = [
            models.UniqueConstraint(fields=["reach", "up_to_g"], name="one_rate_per_weight"),
            models.CheckConstraint(condition=Q(up_to_g__gt=0), name="rate_weight_above_zero"),
        ]

    def __str__(self):
        return f"≤ {self.up_to_g} g: {self.fee}"


class ClosedDay(models.Model):
    """A day on which no courier collects or delivers (holidays: Labour Code 45/2019/QH14, Art. 112)."""

    day = models.DateField(_("day"), unique=True)
    name = models.CharField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("day without delivery")
        verbose_name_plural = _("days without delivery")
        ordering = ["day"]

    def __str__(self):
        return f"{self.day:%d/%m/%Y} {self.name}"


class Handling(models.Model):
    """What the courier must know of a product, or of one of its sizes."""

    product = models.OneToOneField(
        "catalogue.Product", models.CASCADE, related_name="handling", verbose_name=_("product")
    )
    weight_g = models.PositiveIntegerField(_("packed weight, g"), null=True, blank=True)
    keeps_hours = models.PositiveSmallIntegerField(_("keeps on the way, hours"), null=True, blank=True)
    not_sent_weekdays = models.JSONField(_("not sent on"), default=list, blank=True)
    fragile = models.BooleanField(_("fragile"), default=False)

    class Meta:
        verbose_name = _("packing of a product")
        verbose_name_plural = _("packing of products")
        constraints = [
            models.CheckConstraint(
                condition=Q(weight_g=None) | Q(weight_g__gt=0), name="packed_weight_above_zero"
            ),
            models.CheckConstraint(
                condition=Q(keeps_hours=None) | Q(keeps_hours__gt=0), name="keeps_hours_above_zero"
            ),
        ]

    def __str__(self):
        return f"{self.product_id}: {self.weight_g or '–'} g"


class OwnDelivery(models.Model):
    """A maker who brings parcels himself: where, on which days, for how much."""

    producer = models.OneToOneField(
        "partner.Partner", models.CASCADE, related_name="own_delivery", verbose_name=_("producer")
    )
    is_active = models.BooleanField(_("we deliver ourselves"), default=True)
    areas = models.ManyToManyField("partner.Area", related_name="+", blank=True, verbose_name=_("areas"))
    communes = models.ManyToManyField(
        "partner.Commune", related_name="+", blank=True, verbose_name=_("communes")
    )
    fee = models.PositiveIntegerField(_("fee, đồng"), default=0)
    free_from = models.PositiveIntegerField(_("free from, đồng of goods"), null=True, blank=True)
    weekdays = models.JSONField(_("days of delivery"), default=list)

    class Meta:
        verbose_name = _("delivery by the maker")
        verbose_name_plural = _("deliveries by makers")

    def __str__(self):
        return f"{self.producer}: {self.fee}"


class PickUpTerms(models.Model):
    """How long an outlet keeps an order for its buyer, and whether the way there costs nothing.

    Without a row: `PICK_UP_DAYS`, and the way there costs what the table says.
    """

    outlet = models.OneToOneField(
        "outlets.Outlet", models.CASCADE, related_name="pick_up_terms", verbose_name=_("point of sale")
    )
    keeps_days = models.PositiveSmallIntegerField(_("days an order is kept"))
    is_free = models.BooleanField(_("the way there costs the buyer nothing"), default=False)

    class Meta:
        verbose_name = _("terms of fetching orders")
        verbose_name_plural = _("terms of fetching orders")
        constraints = [
            models.CheckConstraint(
                condition=Q(keeps_days__range=(1, LONGEST_KEEPING)), name="order_kept_for_some_days"
            )
        ]

    def __str__(self):
        return f"{self.outlet_id}: {self.keeps_days}"


class CarrierEvent(models.Model):
    """What a courier reported, as it came; `trouble` is why a person has to look at it."""

    carrier = models.CharField(max_length=20)
    digest = models.CharField(max_length=64)
    body = models.TextField()
    code = models.CharField(_("tracking code"), max_length=60, blank=True, db_index=True)
    status = models.CharField(_("status"), max_length=60, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(_("trouble"), max_length=300, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report of a courier")
        verbose_name_plural = _("reports of couriers")
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["carrier", "digest"], name="one_event_per_report")]

    def __str__(self):
        return f"{self.carrier} {self.code}: {self.status}"


from oscar.apps.shipping.models import *  # noqa: E402
