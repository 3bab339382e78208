"""How an order stands with its money: what its page, its copy and its mail say about paying."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.payment import owing
from office.payment.gateways import gateway
from office.payment.models import Attempt, Refund
from office.payment.troubles import surplus_of
from office.prepared import Prepared

from .models import Parcel

OVER = {Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED}


@dataclass(slots=True)
class Standing:
    """`kind`: "open" (to be paid now), "claimed" (said to be transferred), "phone" (a code is to be typed),
    "checking" (terms asked for), "cash", "term" (within the term of an invoice), "paid", "too_late" (paid when
    the goods were gone) or "closed".

    `amount` is what is still to be paid, `received` what came, `given_up` what is
    not asked for any more since the order was made, all in đồng; `way` the gateway in words or "".
    """

    kind: str
    amount: int
    received: int = 0
    given_up: int = 0
    way: str = ""
    due: object = None
    surplus: int = 0  # came beyond what was owed, and is to be sent back
    overdue: bool = False
    fetched: bool = False  # all of it at outlets, so that cash is paid there
    scattered: bool = False  # and at more than one
    refunds: list = field(default_factory=list)

    @property
    def to_do(self):
        """Whether the buyer has something to do before the makers get the order."""
        return self.kind in {"open", "phone"}

    @property
    def held_until(self):
        """Until when the goods are kept for the buyer, or None when nothing runs out."""
        return self.due.until if self.kind in {"open", "claimed", "phone", "checking"} else None

    @property
    def waits_for_account(self):
        """Whether money waits for the number of a bank account."""
        return any(
            each.by_hand and each.stage == Refund.Stage.ASKED and not each.account for each in self.refunds
        )

    def cash_of(self, parcel):
        """What is asked for in cash when `parcel` (with its `goods`) comes, đồng; 0 once it has, or paid otherwise."""
        if self.kind not in {"cash", "phone"} or parcel.stage in {Parcel.Stage.DELIVERED, *OVER}:
            return 0
        return min(parcel.goods + parcel.fee, self.amount)

    @property
    def sentence(self):
        """The way of payment and the amount on one line, for papers and mails."""
        facts = {"amount": dong(self.amount), "received": dong(self.received)}
        match self.kind:
            case "paid" | "too_late":
                return _("Paid: %(received)s") % facts
            case "closed":
                return _("Nothing is to be paid any more.")
            case "cash" | "phone" if self.fetched:
                return _("In cash when you fetch it: %(amount)s") % facts
            case "cash" | "phone":
                return _("In cash on delivery: %(amount)s") % facts
            case "checking" | "term":
                return _("By transfer on invoice: %(amount)s") % facts
            case "claimed":
                return _("You have transferred %(amount)s: we wait for the bank") % facts
        return _("Not paid yet: %(amount)s") % facts


_TRIES = Prepared(
    lambda due: Attempt.objects.filter(due=due, state__in=[*Attempt.LIVE, Attempt.State.SUCCEEDED])[:1]
)
_REFUNDS = Prepared(
    lambda due: Refund.objects.filter(due=due).exclude(stage=Refund.Stage.DROPPED).order_by("pk")
)


def standing(order, parcels):
    """How `order` with its `parcels` stands. 1 query without a due, 3 with one."""
    due = owing.due_of(order)
    fetched = all(parcel.is_fetched for parcel in parcels)
    if due is None:  # from before there were several ways to pay
        over = all(parcel.stage in OVER for parcel in parcels)
        return Standing("closed" if over else "cash", 0 if over else int(order.total_incl_tax))
    attempt = next(iter(_TRIES(due.pk)), None)
    return Standing(
        _kind(order, due, attempt),
        due.rest,
        received=due.paid,
        given_up=_given_up(order, due) if due.is_open or due.is_paid else 0,
        way=str(gateway(attempt.gateway).label) if attempt else "",
        due=due,
        surplus=surplus_of(due) if due.is_paid else 0,
        overdue=owing.is_overdue(due),
        fetched=fetched,
        scattered=fetched and len({parcel.pick_up.outlet_id for parcel in parcels}) > 1,
        refunds=_REFUNDS(due.pk),
    )


def _given_up(order, due):
    """What of the order is not asked for any more: what was paid goes back instead, and is told of there."""
    return max(int(order.total_incl_tax) - max(due.amount, due.paid), 0)


def _kind(order, due, attempt):
    if due.is_paid:
        return "too_late" if order.status == Parcel.Stage.AWAITING else "paid"
    if not due.is_open:
        return "closed"
    if attempt is None or not attempt.is_live:
        return "open"
    state, way = attempt.state, attempt.gateway
    if state == Attempt.State.PROMISED:
        return "cash" if way == "cod" else "term"
    if state == Attempt.State.WAITING:
        return "phone" if way == "cod" else "checking"
    return "claimed" if attempt.claimed_at else "open"
