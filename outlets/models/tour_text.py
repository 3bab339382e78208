"""A tour's texts in languages beside Vietnamese and English, which are its own columns (`outlets.translation`)."""

import re
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from .itinerary import Itinerary, Stop


@dataclass(frozen=True, slots=True)
class Written:
    """A language tours may be written in.

    `code` is its tag (BCP 47) in small letters, as in addresses; `name` what its speakers call it; `said` what the
    desk calls it; `locale` whose facts Babel formats; `letters` a letter of its script; `on_paper` whether the
    typeface of our papers has them all.
    """

    code: str
    name: str
    said: str
    locale: str
    letters: re.Pattern
    on_paper: bool = False


LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
LANGUAGES = {
    row.code: row
    for row in (
        Written("ko", "한국어", _("Korean"), "ko", re.compile(r"[\uac00-\ud7a3]")),
        Written("zh-hans", "简体中文", _("Chinese (simplified)"), "zh_Hans", re.compile(r"[\u4e00-\u9fff]")),
        Written("ja", "日本語", _("Japanese"), "ja", re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")),
        Written("fr", "Français", _("French"), "fr", LATIN, on_paper=True),
        Written("lo", "ລາວ", _("Lao"), "lo", re.compile(r"[\u0e80-\u0eff]")),
        Written("th", "ไทย", _("Thai"), "th", re.compile(r"[\u0e00-\u0e7f]")),
        Written("de", "Deutsch", _("German"), "de", LATIN, on_paper=True),
    )
}
LONGEST = 8


class TourText(models.Model):
    """A tour in one more language: without a title there is none. `source` has the Vietnamese it was written from."""

    FIELDS = ("title", "summary", "price_note")

    itinerary = models.ForeignKey(Itinerary, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=LONGEST)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("summary"), blank=True)
    price_note = models.CharField(_("price"), max_length=120, blank=True)
    source = models.JSONField(default=dict, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["language"]
        constraints = [
            models.UniqueConstraint(fields=["itinerary", "language"], name="tour_once_in_a_language"),
            models.CheckConstraint(condition=~models.Q(title=""), name="tour_text_has_title"),
        ]

    def __str__(self):
        return self.title

    def stale(self, field):
        """Whether the Vietnamese text of `field` has changed since this one was written."""
        return bool(getattr(self, field)) and self.source.get(field) != getattr(self.itinerary, f"{field}_vi")


class StopText(models.Model):
    """Why a tour stops there, in one more language; `name` only where the stop has a name of its own."""

    FIELDS = ("name", "reason")

    stop = models.ForeignKey(Stop, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=LONGEST)
    name = models.CharField(_("name"), max_length=120, blank=True)
    reason = models.CharField(_("why we stop here"), max_length=300, blank=True)
    source = models.JSONField(default=dict, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["stop", "language"], name="stop_once_in_a_language"),
        ]

    def __str__(self):
        return self.reason

    def stale(self, field):
        """Whether the Vietnamese text of `field` has changed since this one was written."""
        return bool(getattr(self, field)) and self.source.get(field) != getattr(self.stop, f"{field}_vi")
