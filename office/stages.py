"""Stages: how a record moves on, who moved it, when and why; and the refusal every act may raise."""

from typing import ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _


class Refused(Exception):
    """An act says no. `message` is a translated sentence for the person; `field` the input it concerns."""

    def __init__(self, message, *, field=None):
        super().__init__(str(message))
        self.message = str(message)
        self.field = field


class StageMove(models.Model):
    """One move of one record. Never changed, never deleted."""

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey()
    before = models.CharField(max_length=30)
    after = models.CharField(max_length=30)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "office"
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return f"{self.before} → {self.after}"


class Staged(models.Model):
    """A record with a `stage` and a map `MOVES` of what may follow what: {stage: (next, …)}."""

    MOVES: ClassVar[dict[str, tuple[str, ...]]] = {}
    stage = models.CharField(max_length=30, db_index=True)

    class Meta:
        abstract = True

    def may_become(self, stage):
        return stage in self.MOVES.get(self.stage, ())

    @transaction.atomic
    def advance(self, stage, *, by, reason=""):
        """Move to `stage` under a row lock and log it. Raises `Refused` when the map has no such move."""
        fresh = type(self)._base_manager.select_for_update(no_key=True).get(pk=self.pk)
        if not fresh.may_become(stage):
            raise Refused(
                _("This cannot be done any more: it is “%(stage)s” now.") % {"stage": fresh.stage_label},
                field="stage",
            )
        StageMove.objects.create(
            content_type=ContentType.objects.get_for_model(self),
            object_id=self.pk,
            before=fresh.stage,
            after=stage,
            reason=reason,
            by=by if by is not None and by.pk else None,
        )
        type(self)._base_manager.filter(pk=self.pk).update(stage=stage)
        self.stage = stage
        return self

    @property
    def stage_label(self):
        field = self._meta.get_field("stage")
        return str(dict(getattr(field, "flatchoices", ())).get(self.stage, self.stage))

    def moves(self):
        """The moves made so far, oldest first."""
        return StageMove.objects.filter(
            content_type=ContentType.objects.get_for_model(self), object_id=self.pk
        )
