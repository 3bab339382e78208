"""Requests about personal data, with their two clocks."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from office.persons import Person
from office.signed import Signed
from office.stages import Staged


class DataRequest(Signed, Staged):
    """What somebody asks about their data. `phone` and `email` are proven, not typed. `answer_by` and
    `do_by` are the last days, written from the rows of the day it came (Decree 356/2025).
    """

    SALT = "data-request-page"

    class Kind(models.TextChoices):
        VIEW = "view", _("see my data")
        COPY = "copy", _("a copy of my data")
        CORRECT = "correct", _("correct my data")
        WITHDRAW = "withdraw", _("take back a consent")
        RESTRICT = "restrict", _("restrict the use of my data")
        OBJECT = "object", _("object to a use of my data")
        ERASE = "erase", _("erase my data")

    class Stage(models.TextChoices):
        RECEIVED = "received", _("received")
        ANSWERED = "answered", _("answered, under way")
        DONE = "done", _("done")
        REFUSED = "refused", _("refused with a reason")

    MOVES: ClassVar = {
        Stage.RECEIVED: (Stage.ANSWERED, Stage.DONE, Stage.REFUSED),
        Stage.ANSWERED: (Stage.DONE, Stage.REFUSED),
    }

    stage = models.CharField(
        _("stage"), max_length=30, choices=Stage.choices, default=Stage.RECEIVED, db_index=True
    )
    number = models.CharField(_("number"), max_length=20, unique=True)
    kind = models.CharField(_("request"), max_length=10, choices=Kind.choices)
    details = models.TextField(_("details"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="data_requests"
    )
    phone = PhoneNumberField(_("phone number"), blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(max_length=5, default="vi", choices=settings.LANGUAGES, editable=False)
    made_at = models.DateTimeField(_("received"), default=timezone.now)
    answer_by = models.DateField(_("answer until"))
    do_by = models.DateField(_("done until"))
    processor = models.BooleanField(_("another firm processes these data"), default=False)
    extended_for = models.TextField(_("why it takes longer"), blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    outcome = models.TextField(_("what was done, or why not"), blank=True)

    class Meta:
        verbose_name = _("personal-data request")
        verbose_name_plural = _("personal-data requests")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["stage", "do_by"])]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return f"{reverse('personal_data:request', args=[self.number])}?k={self.signature}"

    @property
    def person(self):
        """Whom it is about, as far as it was proven when it was made."""
        return Person(user=self.user, phone=str(self.phone or ""), email=self.email)

    @property
    def is_open(self):
        return self.stage in {self.Stage.RECEIVED, self.Stage.ANSWERED}

    @property
    def is_overdue(self):
        """Whether the answer or the deed is late today."""
        today = timezone.localdate()
        late_answer = self.stage == self.Stage.RECEIVED and self.answer_by < today
        return self.is_open and (late_answer or self.do_by < today)

    @property
    def may_be_extended(self):
        """Once, and only what has fifteen days: withdrawing, restricting, objecting."""
        return self.is_open and self.kind in FIFTEEN and not self.extended_for


FIFTEEN = (DataRequest.Kind.WITHDRAW, DataRequest.Kind.RESTRICT, DataRequest.Kind.OBJECT)
