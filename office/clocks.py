"""How long something may take: limits of law and house rule, dated rows with their legal basis."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .calendar import add_working_days, working_day_from


class Clock(models.Model):
    """The limit `code` from `valid_from` to `valid_to`. `code` is chosen by the room that uses it.

    DAYS are calendar days, and a limit that would end on a day off ends on the next working day (Civil
    Code 91/2015/QH13, Article 148). YEARS run from the end of the year, as for papers of accounting.
    """

    class Unit(models.TextChoices):
        WORKING = "working", _("working days")
        DAYS = "days", _("days")
        YEARS = "years", _("years after the end of the year")

    code = models.CharField(_("code"), max_length=60)
    number = models.PositiveSmallIntegerField(_("how many"))
    unit = models.CharField(_("unit"), max_length=8, choices=Unit.choices)
    legal_basis = models.CharField(_("legal basis"), max_length=300)
    valid_from = models.DateField(_("valid from"))
    valid_to = models.DateField(_("valid to"), null=True, blank=True)

    class Meta:
        app_label = "office"
        ordering = ["code", "valid_from"]
        verbose_name = _("time limit")
        verbose_name_plural = _("time limits")
        constraints = [
            models.UniqueConstraint(fields=["code", "valid_from"], name="one_clock_of_a_code_per_day"),
        ]

    def __str__(self):
        return f"{self.code}: {self.said}"

    @property
    def said(self):
        """The limit in words: "3 working days"."""
        texts = {
            self.Unit.WORKING: ngettext("%(n)d working day", "%(n)d working days", self.number),
            self.Unit.DAYS: ngettext("%(n)d day", "%(n)d days", self.number),
            self.Unit.YEARS: ngettext(
                "%(n)d year after the end of the year", "%(n)d years after the end of the year", self.number
            ),
        }
        return texts[self.Unit(self.unit)] % {"n": self.number}

    def end(self, start: date) -> date:
        """The last day of a limit that begins on `start`."""
        if self.unit == self.Unit.WORKING:
            return add_working_days(start, self.number)
        if self.unit == self.Unit.YEARS:
            return date(start.year + self.number, 12, 31)
        return working_day_from(start + timedelta(days=self.number))


def clock(code, on):
    """The row of `code` in force on day `on`. Raises `Clock.DoesNotExist` when there is none."""
    row = in_force(on, prefix=code).get(code)
    if row is None:
        raise Clock.DoesNotExist(f"No time limit “{code}” is in force on {on:%d/%m/%Y}.")
    return row


def in_force(on, *, prefix):
    """{code: row} of the rows whose code begins with `prefix`, in force on day `on`; one query."""
    rows = Clock.objects.filter(code__startswith=prefix, valid_from__lte=on)
    running = rows.filter(models.Q(valid_to=None) | models.Q(valid_to__gte=on))
    return {row.code: row for row in running.order_by("valid_from")}


def due(code, start: date) -> date:
    """The last day of limit `code` for what begins on `start`."""
    return clock(code, start).end(start)
