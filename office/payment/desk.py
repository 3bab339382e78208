"""What the payments put on the desk: one tray for the shop manager."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.todo import Task, Tray, register

from .models.attempt import Attempt
from .models.refund import Refund
from .models.trouble import Trouble
from .solving import may_solve


def register_tray():
    """Called in the app's `ready`."""
    register(Tray(gettext_lazy("Payments"), "payment_desk:troubles", may_solve, tasks))  # type: ignore[arg-type]  # translated when shown


def waiting_for_us():
    """Tries that a person has to confirm: phone calls for cash, terms for organisations."""
    return Attempt.objects.filter(state=Attempt.State.WAITING)


def refunds_by_hand():
    """Refunds a person has to transfer."""
    return Refund.objects.filter(stage=Refund.Stage.ASKED, gateway="")


def tasks(user):
    """What waits in the tray. 3 queries."""
    return [
        Task(
            _("Payments to look at"),
            Trouble.objects.filter(solved_at=None).count(),
            reverse("payment_desk:troubles"),
        ),
        Task(_("Payments to confirm"), waiting_for_us().count(), reverse("payment_desk:waiting")),
        Task(_("Refunds to transfer"), refunds_by_hand().count(), reverse("payment_desk:refunds")),
    ]
