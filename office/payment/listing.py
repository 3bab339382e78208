"""The list of all that is owed and came, as a file."""

from django.utils.translation import gettext as _

from office.tables import Sheet, as_xlsx

from .models.due import Due
from .models.settlement import Settlement

MOST = 10_000  # rows of a sheet; the newest


def as_file(dues) -> bytes:
    """Two sheets of these dues: what is owed, and every payment that came for them. 3 queries."""
    dues = list(dues.order_by("-made_at", "-pk")[:MOST])
    came = Settlement.objects.filter(due__in=[due.pk for due in dues]) if dues else Settlement.objects.none()
    rows = list(came.select_related("due").prefetch_related("fees").order_by("-at", "-pk")[:MOST])
    return as_xlsx(_owed(dues), _received(rows))


def _owed(dues):
    header = [
        _("Reference"),
        _("Payer"),
        _("Phone number"),
        _("State"),
        _("Asked for"),
        _("Paid"),
        _("Goes back"),
        _("Still to be paid"),
        _("Made"),
        _("Paid at"),
    ]
    rows = [
        [
            due.reference,
            due.payer,
            due.phone,
            Due.State(due.state).label,
            due.amount,
            due.paid,
            due.refunded,
            due.rest if due.is_open else 0,
            due.made_at,
            due.paid_at,
        ]
        for due in dues
    ]
    sums = [sum(row[n] for row in rows) for n in range(4, 8)]
    return Sheet(_("Sums owed"), header, rows, footer=[[_("Together"), "", "", "", *sums, "", ""]])


def _received(settlements):
    header = [
        _("Received"),
        _("For"),
        _("Way to pay"),
        _("Provider's reference"),
        _("Amount"),
        _("Currency"),
        _("Gone back"),
        _("Provider's fee"),
        _("Note"),
    ]
    rows = [
        [
            each.at,
            each.due.reference,
            each.gateway,
            each.reference,
            each.amount,
            each.currency,
            each.refunded,
            sum(fee.amount for fee in each.fees.all()),
            each.note,
        ]
        for each in settlements
    ]
    return Sheet(_("Payments received"), header, rows)
