"""Recognition of an outlet by the criteria of the Ministry of Industry and Trade: dated rows of law, and applications.

Criteria: Decision 920/QD-BCT (16/04/2019) and Decision 950/QD-BCT (18/04/2023). What follows them is data
that the Department enters: no date and no rule of a successor is known here.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from office.stages import Staged


class StandardQuerySet(models.QuerySet):
    def in_force(self, on=None):
        """Those by which one may apply on day `on` (today unless given), the newest first."""
        day = on or timezone.localdate()
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day).order_by(
            "-valid_from"
        )


class Standard(models.Model):
    """A set of criteria, in force from `valid_from` to `valid_to` (both included)."""

    code = models.CharField(_("code"), max_length=30, unique=True)
    name = models.CharField(_("name"), max_length=160)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects = StandardQuerySet.as_manager()

    class Meta:
        ordering = ["-valid_from"]
        verbose_name = _("criteria for points of sale")
        verbose_name_plural = _("criteria for points of sale")

    def __str__(self):
        return self.name


class Criterion(models.Model):
    """One criterion of a standard; without a `must_have` one there is no recognition.

    `source` says where its wording stands or was read; until a person has compared it with the text of the
    decision, `compared_on` is empty and pages say so.
    """

    class Part(models.TextChoices):
        LOCATION = "location", _("location")
        GOODS = "goods", _("goods")
        FACILITIES = "facilities", _("facilities")
        STAFF = "staff", _("staff and running")

    standard = models.ForeignKey(Standard, models.CASCADE, related_name="criteria")
    part = models.CharField(_("part"), max_length=10, choices=Part.choices)
    text = models.CharField(_("criterion"), max_length=600)
    source = models.CharField(_("where it stands"), max_length=200, blank=True)
    compared_on = models.DateField(_("compared with the text on"), null=True, blank=True)
    compared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+"
    )
    must_have = models.BooleanField(_("must be met"), default=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["standard", "position", "pk"]
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self):
        return self.text


class ApplicationQuerySet(models.QuerySet):
    def valid(self, on=None):
        """Recognitions true on day `on` (today unless given): by their dates, no job has to run."""
        day = on or timezone.localdate()
        return self.filter(
            Q(revoked_on=None) | Q(revoked_on__gt=day),
            stage=RecognitionApplication.Stage.RECOGNISED,
            valid_from__lte=day,
            valid_to__gte=day,
        )

    def undecided(self):
        """What the Department has to do something about."""
        return self.filter(stage__in=RecognitionApplication.WAITING)


class RecognitionApplication(Staged):
    """An outlet asks to be recognised; the decision, when there is one, is on the same row.

    `decision_number`, `decision_date`, `valid_from` and `valid_to` are set exactly when it is recognised.
    """

    class Stage(models.TextChoices):
        DRAFT = "draft", _("being filled in")
        SUBMITTED = "submitted", _("submitted")
        VISIT_PLANNED = "visit_planned", _("visit planned")
        VISITED = "visited", _("visited, waits for the decision")
        RECOGNISED = "recognised", _("recognised")
        REFUSED = "refused", _("not recognised")
        WITHDRAWN = "withdrawn", _("taken back by the applicant")

    RUNNING = (Stage.DRAFT, Stage.SUBMITTED, Stage.VISIT_PLANNED, Stage.VISITED)
    WAITING = (Stage.SUBMITTED, Stage.VISIT_PLANNED, Stage.VISITED)
    MOVES = {
        Stage.DRAFT: (Stage.SUBMITTED, Stage.WITHDRAWN),
        Stage.SUBMITTED: (Stage.VISIT_PLANNED, Stage.WITHDRAWN),
        Stage.VISIT_PLANNED: (Stage.VISIT_PLANNED, Stage.VISITED, Stage.WITHDRAWN),
        Stage.VISITED: (Stage.RECOGNISED, Stage.REFUSED, Stage.WITHDRAWN),
    }

    outlet = models.ForeignKey("outlets.Outlet", models.PROTECT, related_name="applications")
    standard = models.ForeignKey(Standard, models.PROTECT, related_name="applications")
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.DRAFT, db_index=True)
    applicant = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("applicant")
    )
    made_at = models.DateTimeField(default=timezone.now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    visit_on = models.DateField(_("day of the visit"), null=True, blank=True)
    visitor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision_number = models.CharField(_("decision number"), max_length=60, blank=True)
    decision_date = models.DateField(_("day of the decision"), null=True, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    revoked_on = models.DateField(_("revoked on"), null=True, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("application for recognition")
        verbose_name_plural = _("applications for recognition")
        constraints = [
            models.UniqueConstraint(
                fields=["outlet"],
                condition=Q(stage__in=["draft", "submitted", "visit_planned", "visited"]),
                name="one_running_application_per_outlet",
            ),
            models.CheckConstraint(
                condition=~Q(stage="recognised")
                | Q(decision_date__isnull=False, valid_from__isnull=False, valid_to__isnull=False)
                & ~Q(decision_number=""),
                name="recognised_by_a_decision",
            ),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="recognition_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("applicant")),
                name="nobody_decides_their_own_application",
            ),
        ]

    def __str__(self):
        return f"{self.outlet} · {self.standard}"

    @property
    def is_running(self):
        return self.stage in self.RUNNING

    @property
    def holds(self):
        """Whether this recognition is true today."""
        if self.stage != self.Stage.RECOGNISED:
            return False
        today = timezone.localdate()
        return self.valid_from <= today <= self.valid_to and (
            self.revoked_on is None or self.revoked_on > today
        )

    @property
    def said(self):
        """Its state in words, expiry and revocation included."""
        if self.stage != self.Stage.RECOGNISED or self.holds:
            return self.stage_label
        if self.revoked_on and self.revoked_on <= timezone.localdate():
            return str(_("revoked"))
        return str(_("not yet valid") if self.valid_from > timezone.localdate() else _("expired"))


class Answer(models.Model):
    """One criterion of an application: what the applicant claims and shows, and what the visitor found."""

    application = models.ForeignKey(RecognitionApplication, models.CASCADE, related_name="answers")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="+")
    claimed = models.BooleanField(_("met"), null=True)
    claim = models.CharField(_("how it is met"), max_length=300, blank=True)
    papers = models.ManyToManyField("office.Paper", blank=True, related_name="outlet_answers")
    found = models.BooleanField(_("found to be met"), null=True)
    finding = models.CharField(_("what was found"), max_length=300, blank=True)

    class Meta:
        ordering = ["criterion__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["application", "criterion"], name="criterion_answered_once")
        ]

    def __str__(self):
        return str(self.criterion)


def recognised_now(on):
    """For query sets of outlets: whether the row is recognised on day `on`."""
    return Exists(RecognitionApplication.objects.valid(on).filter(outlet=OuterRef("pk")))
