"""The book of complaints for the shop manager and the Department: no name, no number, no address of anybody."""

from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Complaint, Side


def header():
    return [
        _("Number"), _("Received"), _("About"), _("Product"), _("Producer"), _("Asked for"), _("Protected first"),
        _("Stage"), _("Answer until"), _("Overdue"), _("Seller answered"), _("With the Department since"),
        _("Closed"), _("Outcome"), _("Opened again"),
    ]  # fmt: skip


def rows(first, last):
    """One row for each complaint received from `first` to `last` (days), in order of number; 2 queries."""
    found = (
        Complaint.objects.filter(made_at__date__gte=first, made_at__date__lte=last)
        .select_related("product", "producer")
        .prefetch_related("entries")
        .order_by("number")
    )
    return [_row(complaint) for complaint in found]


def _row(complaint):
    answers = [each.at for each in complaint.entries.all() if each.side == Side.SELLER and each.offer]
    return [
        complaint.number,
        _day(complaint.made_at),
        complaint.get_about_display(),
        complaint.product.get_title() if complaint.product else "",
        complaint.producer.name if complaint.producer else "",
        complaint.get_wish_display(),
        _yes(complaint.vulnerable),
        complaint.stage_label,
        None if complaint.is_closed else complaint.due_on,
        _yes(complaint.is_overdue),
        _day(min(answers, default=None)),
        _day(complaint.passed_to_trade_at),
        _day(complaint.closed_at),
        complaint.get_outcome_display() if complaint.outcome else "",
        _yes(complaint.reopened_at is not None),
    ]


def _yes(value):
    return _("yes") if value else ""


def _day(moment):
    return timezone.localdate(moment) if moment else None
