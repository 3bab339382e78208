"""What payments write in the ledger, in Vietnamese whoever causes it. Asset accounts: `bank`, `stripe`,
`courier:<code>`.
"""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from office.ledger import posting
from office.ledger.accounts import Kind, register

PAYERS = "payers"
UNASSIGNED = "unassigned"  # received, and not yet known for whom
DIFFERENCES = "differences"
BANK = "bank"
FEES = "gateway-fees"
COURIER = "courier:"
WAYS = {
    "vietqr": _("transfer"), "cod": _("cash on delivery"), "stripe": "Stripe", "invoice": _("transfer on invoice"),
}  # fmt: skip


def register_accounts():
    """What our accounts are. Called in the app's `ready`."""
    register(UNASSIGNED, Kind.LIABILITY, _("Received, not yet known for what"))
    register("stripe", Kind.ASSET, _("Money lying at Stripe"))
    register(FEES, Kind.EXPENSE, _("Fees of payment providers"))
    register(COURIER, Kind.ASSET, lambda code: _("Cash collected by %(courier)s") % {"courier": code})


def arrived(settlement):
    """Money for a due."""
    about = settlement.due.reference
    posting.post(
        f"settlement:{settlement.pk}",
        _said(_("Received by %(way)s, %(reference)s"), settlement),
        [(settlement.asset, settlement.amount), (PAYERS, -settlement.amount, about)],
        about=about,
    )


def arrived_unassigned(settlement):
    """Money nobody has a due for yet."""
    posting.post(
        f"settlement:{settlement.pk}",
        _said(_("Received by %(way)s, %(reference)s"), settlement),
        [(settlement.asset, settlement.amount), (UNASSIGNED, -settlement.amount, settlement.reference)],
    )


def assigned(settlement, *, by):
    """A person found its due."""
    about = settlement.due.reference
    posting.post(
        f"assignment:{settlement.pk}",
        _said(_("Found what was paid for by %(way)s, %(reference)s"), settlement),
        [(UNASSIGNED, settlement.amount, settlement.reference), (PAYERS, -settlement.amount, about)],
        about=about,
        by=by,
    )


def sent_back(settlement, bank_reference, *, by):
    """Unassigned money back with its sender, from the bank."""
    posting.post(
        f"sent-back:{settlement.pk}",
        _said(
            _("Sent back to who paid %(reference)s, by the bank as %(bank)s"), settlement, bank=bank_reference
        ),
        [(UNASSIGNED, settlement.amount, settlement.reference), (BANK, -settlement.amount)],
        by=by,
    )


def paid_out(settlement, *, by):
    """Unassigned money was Stripe's payout to our bank."""
    posting.post(
        f"payout:{settlement.pk}",
        _said(_("Paid out by Stripe to our bank, %(reference)s"), settlement),
        [(UNASSIGNED, settlement.amount, settlement.reference), ("stripe", -settlement.amount)],
        by=by,
    )


def refunded(refund, asset):
    """Money back with the payer."""
    about = refund.due.reference
    posting.post(
        f"refund:{refund.pk}:{refund.round}",
        _said(_("Refund %(key)s"), refund),
        [(PAYERS, refund.amount, about), (asset, -refund.amount)],
        about=about,
        by=refund.by,
    )


def refund_came_back(refund, asset):
    """A provider took a refund back after it was done."""
    about = refund.due.reference
    posting.post(
        f"refund-back:{refund.pk}:{refund.round}",
        _said(_("Refund %(key)s came back"), refund),
        [(asset, refund.amount), (PAYERS, -refund.amount, about)],
        about=about,
    )


def kept(fee, asset):
    """The provider's fee is the house's cost: nobody is asked for it, and no maker bears it."""
    about = fee.due.reference if fee.due else ""
    posting.post(
        f"gateway-fee:{fee.pk}",
        _said(_("Fee of %(way)s, %(reference)s (%(said)s)"), fee),
        [(FEES, fee.amount), (asset, -fee.amount)],
        about=about,
    )


def remitted(remittance, collected, *, by, arrived=None):
    """A courier handed over `remittance.amount` for the `collected` đồng; `arrived` is its settlement, if the
    bank told us before.
    """
    money = (UNASSIGNED, remittance.amount, arrived.reference) if arrived else (BANK, remittance.amount)
    posting.post(
        f"remittance:{remittance.pk}",
        _said(_("Cash handed over by %(carrier)s, %(bank)s"), remittance, bank=remittance.bank_reference),
        [
            money,
            (COURIER + remittance.carrier, -collected),
            (DIFFERENCES, collected - remittance.amount, remittance.bank_reference),
        ],
        by=by,
    )


def remittance_corrected(remittance, over):
    """The bank says that `over` đồng more came (below 0: less) than the courier's list summed to."""
    posting.post(
        f"remittance-came:{remittance.pk}",
        _said(
            _("What the bank says came of the cash of %(carrier)s, %(bank)s"),
            remittance,
            bank=remittance.bank_reference,
        ),
        [(BANK, over), (DIFFERENCES, -over, remittance.bank_reference)],
    )


def _said(sentence, thing, **more):
    """The sentence of an entry in the language of the books, with what it may name of the thing."""
    with override(settings.LANGUAGE_CODE):
        way = getattr(thing, "gateway", "")
        named = {name: getattr(thing, name, "") for name in ("reference", "key", "said", "carrier")}
        return str(sentence) % {**named, "way": WAYS.get(way, way), **more}
