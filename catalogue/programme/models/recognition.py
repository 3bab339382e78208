"""The certificate, and everything that happened to it."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

SOON = 90  # days before the end in which a page says so


@dataclass(frozen=True, slots=True)
class State:
    """What a certificate says on a day: `kind` is valid, soon, expired, withdrawn, downgraded or renewed."""

    kind: str
    sentence: str


class RecognitionQuerySet(models.QuerySet):
    def valid_on(self, day):
        """Certificates in force on `day`, both ends included."""
        return self.filter(valid_from__lte=day, ends_on__gte=day)


class Recognition(models.Model):
    """A certificate: `stars` for a product by a numbered decision, 36 months unless it says otherwise.

    `valid_to` is the last day the decision names; `ends_on` the last day it really holds, earlier
    when it was withdrawn, downgraded or superseded. The issuer is kept by its name on that day: it
    may be a district that no longer exists. The code is opaque text and may be missing.
    """

    product = models.ForeignKey("catalogue.Product", models.PROTECT, related_name="recognitions")
    variant = models.ForeignKey(
        "catalogue.Product",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="variant_recognitions",
        verbose_name=_("size, when the decision is for one size only"),
    )
    stars = models.PositiveSmallIntegerField(
        _("stars"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    issuer = models.CharField(_("issuing body"), max_length=160)
    decision_number = models.CharField(_("decision number"), max_length=60)
    decision_date = models.DateField(_("decision date"))
    code = models.CharField(_("certificate code"), max_length=60, unique=True, null=True, blank=True)
    slug = models.SlugField(_("public address"), max_length=80, unique=True)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"))
    ends_on = models.DateField(_("ends on"), db_index=True)
    criteria = models.ForeignKey("catalogue.CriteriaGeneration", models.PROTECT, related_name="recognitions")
    score = models.DecimalField(_("score"), max_digits=5, decimal_places=2, null=True, blank=True)
    document = models.ForeignKey(
        "office.Paper",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="recognitions",
        verbose_name=_("the decision on paper"),
    )

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(stars__gte=1, stars__lte=5), name="recognition_stars_1_to_5"),
            models.CheckConstraint(
                condition=Q(valid_to__gte=F("valid_from")), name="recognition_days_in_order"
            ),
            models.CheckConstraint(condition=Q(ends_on__lte=F("valid_to")), name="recognition_ends_in_time"),
            models.CheckConstraint(condition=~Q(decision_number=""), name="recognition_has_decision"),
            models.UniqueConstraint(
                fields=["issuer", "decision_number", "decision_date", "product", "variant"],
                name="one_recognition_per_decision_and_product",
            ),
        ]

    def __str__(self):
        return f"{self.product} · {self.stars} · {self.decision_number}"

    def get_absolute_url(self):
        return reverse("certificates:detail", args=[self.slug])

    def is_valid_on(self, day=None):
        day = day or timezone.localdate()
        return self.valid_from <= day <= self.ends_on

    @property
    def stars_today(self):
        """Its stars while it is in force, else 0."""
        return self.stars if self.is_valid_on() else 0

    def state(self, day=None):
        """The plain state on `day` (today), from the certificate and the changes after it."""
        day = day or timezone.localdate()
        if self.is_valid_on(day):
            left = (self.ends_on - day).days
            text = gettext("Valid until %(day)s") % {"day": f"{self.ends_on:%d/%m/%Y}"}
            return State("soon" if left <= SOON else "valid", text)
        last = self.last_word()
        if last and last.kind == StarChange.Kind.WITHDRAW:
            return State(
                "withdrawn",
                gettext("Withdrawn on %(day)s by decision %(number)s of %(body)s")
                % {
                    "day": f"{last.effective_on:%d/%m/%Y}",
                    "number": last.decision_number,
                    "body": last.decided_by,
                },
            )
        if last and last.kind == StarChange.Kind.DOWNGRADE:
            return State(
                "downgraded",
                gettext("Downgraded to %(stars)d stars on %(day)s by decision %(number)s")
                % {
                    "stars": last.stars_after,
                    "day": f"{last.effective_on:%d/%m/%Y}",
                    "number": last.decision_number,
                },
            )
        if last and last.kind == StarChange.Kind.RENEW:
            text = gettext("Followed by a new certificate on %(day)s") % {
                "day": f"{last.effective_on:%d/%m/%Y}"
            }
            return State("renewed", text)
        return State("expired", gettext("Expired on %(day)s") % {"day": f"{self.ends_on:%d/%m/%Y}"})

    def last_word(self):
        """The change that ended this certificate, or None: its own withdrawal, or what followed it."""
        own = [change for change in self.changes.all() if change.kind == StarChange.Kind.WITHDRAW]
        if own:
            return own[0]
        if self.ends_on == self.valid_to:
            return None
        return (
            StarChange.objects.filter(
                recognition__product_id=self.product_id,
                recognition__variant_id=self.variant_id,
                effective_on=self.ends_on + timedelta(days=1),
                kind__in=[StarChange.Kind.DOWNGRADE, StarChange.Kind.RENEW],
            )
            .order_by("pk")
            .first()
        )


class StarChange(models.Model):
    """What happened to a product's stars, when, why, and by which decision. Never changed, never deleted."""

    class Kind(models.TextChoices):
        AWARD = "award", _("awarded")
        RENEW = "renew", _("renewed")
        DOWNGRADE = "downgrade", _("downgraded")
        WITHDRAW = "withdraw", _("withdrawn")
        EXPIRE = "expire", _("expired")

    recognition = models.ForeignKey(Recognition, models.PROTECT, related_name="changes")
    kind = models.CharField(_("kind"), max_length=9, choices=Kind.choices)
    stars_before = models.PositiveSmallIntegerField(_("stars before"))
    stars_after = models.PositiveSmallIntegerField(_("stars after"))
    effective_on = models.DateField(_("effective on"))
    reason = models.TextField(_("reason"), blank=True)
    decision_number = models.CharField(_("decision number"), max_length=60, blank=True)
    decision_date = models.DateField(_("decision date"), null=True, blank=True)
    decided_by = models.CharField(_("deciding body"), max_length=160, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("recorded at"), default=timezone.now)

    class Meta:
        verbose_name = _("change of stars")
        verbose_name_plural = _("changes of stars")
        ordering = ["effective_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="expire") | ~Q(decision_number=""), name="star_change_has_decision"
            ),
            models.CheckConstraint(
                condition=~Q(kind="downgrade") | Q(stars_after__lt=F("stars_before")),
                name="downgrade_goes_down",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.effective_on}"
