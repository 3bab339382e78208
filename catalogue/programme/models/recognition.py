"""The certificate, and everything that happened to it."""

from dataclasses import dataclass

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.producers.folding import fold

SOON = 90  # days before the end in which a page says so


def folded_number(text):
    """A decision's number or a code as it is compared: folded, without blanks, every dash a hyphen.

    "2210 / QĐ–UBND" and "2210/qd-ubnd" are the same number.
    """
    return fold(text).replace(" ", "").replace("–", "-")


@dataclass(frozen=True, slots=True)
class State:
    """What a certificate says on a day: `kind` is valid, soon, expired, withdrawn, downgraded or renewed."""

    kind: str
    sentence: str


class RecognitionQuerySet(models.QuerySet):
    def valid_on(self, day):
        """Certificates in force on `day`, both ends included."""
        return self.filter(valid_from__lte=day, ends_on__gte=day)

    def told(self):
        """With what `state` reads, in the same query."""
        return self.select_related("ended_by")

    def numbered(self, text):
        """Certificates with `text` in their code, in their decision or in one that lowered or ended them."""
        number = folded_number(text)
        return self.filter(search_text__contains=number) if number else self.none()


class Recognition(models.Model):
    """A certificate: `stars` for a product by a numbered decision, 36 months unless it says otherwise.

    `valid_to` is the last day the decision names; `ends_on` the last day it really holds, earlier
    when it was withdrawn, downgraded or superseded, and `ended_by` the change that ended it or took over
    the next day: None while it runs and when it simply lapsed. The issuer is kept by its name on that
    day: it may be a district that no longer exists. The code is opaque text and may be missing.
    `search_text` is kept by `catalogue.programme.recognising`.
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
    ended_by = models.ForeignKey(
        "programme.StarChange",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="ended",
        verbose_name=_("ended by"),
    )
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
    search_text = models.TextField(default="", editable=False)

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
            # Two, because a missing size is NULL, and NULLs are never equal.
            models.UniqueConstraint(
                fields=["issuer", "decision_number", "decision_date", "product"],
                condition=Q(variant=None),
                name="one_recognition_per_decision_and_product",
            ),
            models.UniqueConstraint(
                fields=["issuer", "decision_number", "decision_date", "product", "variant"],
                condition=Q(variant__isnull=False),
                name="one_recognition_per_decision_and_size",
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
        """The plain state on `day` (today), from the certificate and what ended it (`told` reads both)."""
        day = day or timezone.localdate()
        if self.is_valid_on(day):
            left = (self.ends_on - day).days
            text = gettext("Valid until %(day)s") % {"day": f"{self.ends_on:%d/%m/%Y}"}
            return State("soon" if left <= SOON else "valid", text)
        last = self.ended_by
        if last is None:
            return State("expired", gettext("Expired on %(day)s") % {"day": f"{self.ends_on:%d/%m/%Y}"})
        facts = {
            "day": f"{last.effective_on:%d/%m/%Y}",
            "number": last.decision_number,
            "body": last.decided_by,
            "stars": last.stars_after,
        }
        match last.kind:
            case StarChange.Kind.WITHDRAW:
                text = gettext("Withdrawn on %(day)s by decision %(number)s of %(body)s")
                return State("withdrawn", text % facts)
            case StarChange.Kind.DOWNGRADE:
                text = gettext("Downgraded to %(stars)d stars on %(day)s by decision %(number)s")
                return State("downgraded", text % facts)
        return State("renewed", gettext("Followed by a new certificate on %(day)s") % facts)


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
            models.UniqueConstraint(
                fields=["recognition"], condition=Q(kind="expire"), name="a_certificate_expires_once"
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.effective_on}"
