"""How long each step may take, from dated rows; and what becomes of a step nobody took in time."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from office import clocks

from .models import Complaint

PREFIX = "complaint."
STEPS = {
    Complaint.Stage.SELLER: "complaint.seller",
    Complaint.Stage.ANSWERED: "complaint.reaction",
    Complaint.Stage.PLATFORM: "complaint.platform",
    Complaint.Stage.DECIDED: "complaint.reaction",
    Complaint.Stage.TRADE: "complaint.trade",
    Complaint.Stage.INSPECTION: "complaint.inspection",
}
REOPEN = "complaint.reopen"


def due_on(stage, since: date) -> date:
    """The last day of a step at `stage` that begins on `since`; `since` itself for a closed matter."""
    return clocks.due(STEPS[stage], since) if stage in STEPS else since


def may_reopen_until(complaint):
    """The last day on which a closed matter may be opened again; None for one that runs."""
    if complaint.closed_at is None:
        return None
    return clocks.due(REOPEN, timezone.localdate(complaint.closed_at))


def procedure():
    """The steps as the public reads them: [(who, what, `Clock`)], from the rows of today. 1 query."""
    rows = clocks.in_force(timezone.localdate(), prefix=PREFIX)
    steps = (
        (_("The seller"), _("answers and says what it offers"), "complaint.seller"),
        (_("You"), _("accept the answer or pass the matter on"), "complaint.reaction"),
        (_("The shop"), _("hears both and decides or proposes"), "complaint.platform"),
        (_("Department of Industry and Trade"), _("looks into what is still disputed"), "complaint.trade"),
    )
    return [(who, what, rows[code]) for who, what, code in steps if code in rows]


def label_procedure():
    """The one step of a label report: the `Clock` of the inspection, or None."""
    return clocks.in_force(timezone.localdate(), prefix="complaint.inspection").get("complaint.inspection")
