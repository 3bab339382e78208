"""A mistake a visitor found in what the site says of an outlet."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from office.stages import Staged


class Mistake(Staged):
    """What a visitor says is wrong. Its keeper or the Department answers: put right, or not so.

    `phone` and `email` are the visitor's, if one wants to be told; they go `FORGOTTEN_AFTER` days after the
    answer (`outlets.finding.mending`).
    """

    class Stage(models.TextChoices):
        OPEN = "open", _("to be looked at")
        FIXED = "fixed", _("put right")
        NOT_SO = "not_so", _("not so")

    MOVES = {Stage.OPEN: (Stage.FIXED, Stage.NOT_SO)}

    class About(models.TextChoices):
        HOURS = "hours", _("the hours are wrong")
        SHUT = "shut", _("it was shut while said to be open")
        PLACE = "place", _("it is somewhere else")
        PHONE = "phone", _("the phone number is wrong")
        SHELF = "shelf", _("the goods are not there")
        STAR = "star", _("a star is shown that is not valid")
        GONE = "gone", _("there is no such place any more")
        OTHER = "other", _("something else")

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="mistakes")
    about = models.CharField(_("what is wrong"), max_length=8, choices=About.choices)
    words = models.TextField(_("how it is really"), max_length=1000)
    phone = PhoneNumberField(_("phone number"), blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    stage = models.CharField(max_length=30, choices=Stage.choices, default=Stage.OPEN, db_index=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )

    class Meta:
        ordering = ["made_at", "pk"]
        verbose_name = _("reported mistake")
        verbose_name_plural = _("reported mistakes")
        constraints = [
            models.CheckConstraint(
                condition=Q(stage="open", answered_at=None) | ~Q(stage="open") & ~Q(answer=""),
                name="mistake_answered_in_words",
            )
        ]

    def __str__(self):
        return f"{self.outlet}: {self.get_about_display()}"
