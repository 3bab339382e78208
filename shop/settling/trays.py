"""What settling puts on the desk: statements for producers, payouts and withheld tax for the shop manager."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office.todo import Task, Tray, register

from .banking import IN_USE, pays_out
from .models import Payout, PayoutAccount, PayoutBatch
from .views import statements


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(gettext_lazy("Statements"), "statements:index", statements.may_open, statement_tasks))
    register(Tray(gettext_lazy("Payouts"), "payouts:index", pays_out, payout_tasks))
    register(Tray(gettext_lazy("Tax withheld"), "withheld:index", pays_out))


def statement_tasks(user):
    """A bank account to give, for producers of this person that have sold and gave none."""
    if not acts_for_somebody(user):
        return []
    without = Partner.objects.filter(users=user, parcels__stage="delivered").exclude(
        payout_accounts__stage__in=IN_USE
    )
    return [
        Task(
            _("Bank accounts to give, so that you can be paid"),
            without.distinct().count(),
            reverse("statements:index"),
        )
    ]


def payout_tasks(user):
    """Accounts to check, batches somebody else proposed, transfers to match with the bank's lines."""
    accounts = PayoutAccount.objects.filter(stage=PayoutAccount.Stage.WAITING).exclude(entered_by=user)
    batches = PayoutBatch.objects.filter(stage=PayoutBatch.Stage.PROPOSED).filter(~Q(proposed_by=user))
    link = reverse("payouts:index")
    return [
        Task(_("Bank accounts to check"), accounts.count(), link),
        Task(_("Payout batches to approve"), batches.count(), link),
        Task(
            _("Transfers to match with the bank"),
            Payout.objects.filter(stage=Payout.Stage.APPROVED).count(),
            link,
        ),
    ]
