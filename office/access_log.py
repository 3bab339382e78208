"""Who of the staff opened whose data, when and where: never changed, never shown to others than the officer.

Decree 356/2025 has sensitive data kept under internal rules of access and a log.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Access(models.Model):
    """One opening of personal data. `about` names the record (its number), never the person's data itself."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who opened it")
    )
    what = models.CharField(_("what"), max_length=60)
    about = models.CharField(_("about"), max_length=80, db_index=True)
    at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)

    class Meta:
        app_label = "office"
        ordering = ["-at", "-pk"]
        verbose_name = _("access to personal data")
        verbose_name_plural = _("accesses to personal data")

    def __str__(self):
        return f"{self.by} {self.what} {self.about}"


def opened(what, about, *, by):
    """Note that `by` has been shown personal data: `what` of it, in the record `about`."""
    return Access.objects.create(by=by, what=str(what)[:60], about=str(about)[:80])
