"""What the order's page and the desks show: per parcel the acts possible now, and states in plain sentences."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.payment.models import Refund
from office.prepared import Prepared
from shop.order.models import Parcel

from .claiming import may_escalate
from .models import Cancellation, FailedDelivery, InvoiceRequest, LineReview, Return
from .rules import WITH_GOODS, delivered_at, returnable

Stage = Return.Stage


@dataclass(slots=True)
class After:
    """What a buyer can do with one parcel now, and what has become of it."""

    may_cancel: bool = False
    delivered_at: object = None
    returnable: list = field(default_factory=list)
    returns: list = field(default_factory=list)
    called_off: object = None  # a `Cancellation` or `FailedDelivery`
    invoice: object = None
    reviewed: set = field(default_factory=set)
    unreviewed: list = field(default_factory=list)

    @property
    def until(self):
        """The last moment at which anything of it may be asked back, or None."""
        return max((each.last for each in self.returnable), default=None)

    @property
    def waits_for_account(self):
        return any(each.waits_for_account for each in (*self.returns, self.called_off) if each)

    @property
    def back(self):
        """All that is given back, for the sentences about money."""
        return [each for each in (*self.returns, self.called_off) if each and each.refund_id]


def after(order, parcels, *, now=None):
    """{parcel's number: After} of the parcels of one order. A fixed number of queries, and one for each day of
    delivery (the rules of that day).
    """
    over = [parcel for parcel in parcels if parcel.stage not in Parcel.UNDER_WAY]
    if not over:
        return _with_invoices({parcel.pk: After(may_cancel=_may_cancel(parcel)) for parcel in parcels})
    prefetch_related_objects(over, *WITH_GOODS)
    by_key = {parcel.pk: parcel for parcel in over}
    keys = list(by_key)
    open_ones, delivered = returnable(over, now=now), delivered_at(over)
    found = {
        parcel.pk: After(
            may_cancel=_may_cancel(parcel),
            delivered_at=delivered.get(parcel.pk),
            returnable=open_ones.get(parcel.pk, []),
        )
        for parcel in parcels
    }
    for each in Return.objects.filter(parcel__in=keys).select_related("refund", "parcel").order_by("pk"):
        each.parcel.order = order
        found[each.parcel_id].returns.append(each)
    for kind in (Cancellation, FailedDelivery):
        for each in kind.objects.filter(parcel__in=keys).select_related("refund"):
            each.parcel = by_key[each.parcel_id]
            found[each.parcel_id].called_off = each
    written = set(LineReview.objects.filter(line__parcel__in=keys).values_list("line", flat=True))
    for parcel in parcels:
        told = found[parcel.pk]
        for line in parcel.lines.all() if told.delivered_at else ():
            if line.pk in written:
                told.reviewed.add(line.pk)
            elif line.product is not None:
                told.unreviewed.append(line)
    return _with_invoices(found)


_INVOICES = Prepared(lambda keys: InvoiceRequest.objects.filter(parcel__in=keys).select_related("paper"))


def _with_invoices(found):
    for each in _INVOICES(list(found)):
        found[each.parcel_id].invoice = each
    return found


def _may_cancel(parcel):
    return parcel.may_become(Parcel.Stage.CANCELLED)


def money_sentence(given):
    """What becomes of the money, or "" when none goes back."""
    refund = given.refund
    if refund is None and isinstance(given, Return) and given.lowered:
        return _("%(amount)s is not asked for any more.") % {"amount": dong(given.lowered)}
    if refund is None:
        return ""
    facts = {"amount": dong(refund.amount), "days": settings.REFUND_DAYS}
    if refund.stage == Refund.Stage.DONE:
        facts["day"] = f"{timezone.localtime(refund.done_at):%d/%m/%Y}"
        return _("%(amount)s was paid back to you on %(day)s.") % facts
    if refund.stage in {Refund.Stage.FAILED, Refund.Stage.DROPPED}:
        return (
            _("%(amount)s could not be paid back yet: the shop is looking into it and will call you.") % facts
        )
    if not refund.by_hand:
        return _("%(amount)s is on its way back the way you paid. Your bank may need up to ten days.") % facts
    if not refund.account:
        return _("%(amount)s waits for you: tell us the bank account it should go to.") % facts
    facts |= {"bank": refund.account["bank"], "end": refund.account["number"][-4:]}
    return (
        _("%(amount)s is transferred to your account …%(end)s at %(bank)s within %(days)s working days.")
        % facts
    )


def called_off_sentence(given):
    """Why a parcel was called off or came back, and what is not asked for any more."""
    if isinstance(given, Cancellation):
        sentence = {
            "buyer": _("You have cancelled this parcel."),
            "producer": _("The maker has cancelled this parcel."),
            "shop": _("The shop has cancelled this parcel."),
        }[given.whose]
    else:
        sentence = _("This parcel could not be delivered and went back to the maker.")
    why = given.text or given.get_reason_display()
    parts = [sentence, f"{why[:1].upper()}{why[1:].rstrip('.')}."]
    if given.lowered and not given.to_repay:
        parts.append(_("You pay nothing for it."))
    elif given.lowered:
        parts.append(_("%(amount)s is not asked for any more.") % {"amount": dong(given.lowered)})
    if discount := sum(line.discount for line in given.parcel.lines.all()):
        parts.append(
            _(
                "This is what these goods cost you after their discount of %(amount)s. "
                "The price of all other goods in the order stays as it was."
            )
            % {"amount": dong(discount)}
        )
    return " ".join(parts)


def _where_to(trade_return):
    """Goods in commission go back to the outlet where they were fetched: there they lie again."""
    if trade_return.parcel.from_stock:
        return _("Accepted. Please bring the goods back to where you fetched them.")
    return _("Accepted. Please send the goods back to the maker.")


def state_sentence(trade_return):
    """Where a return stands, in words for the buyer."""
    facts = {
        "day": f"{timezone.localtime(trade_return.answer_by):%H:%M %d/%m/%Y}",
        "code": trade_return.replacement_code,
    }
    match trade_return.stage:
        case Stage.ASKED if trade_return.is_late:
            return _("The maker has not answered in time. You can take it to the shop now.")
        case Stage.ASKED:
            return _("The maker answers until %(day)s.") % facts
        case Stage.ESCALATED:
            return _with_the_shop(trade_return, facts)
        case Stage.ACCEPTED if trade_return.send_back:
            return _where_to(trade_return)
        case Stage.ACCEPTED if trade_return.remedy == Return.Remedy.REPLACEMENT:
            return _("Accepted. The maker sends you the same goods again.")
        case Stage.ACCEPTED:
            return _("Accepted. You may keep the goods.")
        case Stage.RECEIVED if trade_return.remedy == Return.Remedy.REPLACEMENT:
            return _("The goods are back with the maker, who sends you new ones.")
        case Stage.RECEIVED:
            return _("The goods are back with the maker.")
        case Stage.REPLACED:
            return (_("New goods are on their way to you. %(code)s") % facts).strip()
        case Stage.REFUNDED:
            return _("Done.")
        case Stage.WITHDRAWN:
            return _("You have withdrawn it.")
        case Stage.DECIDED:
            return _("The shop has decided: it is not granted.")
    return _("The maker has refused it. You may ask the shop to decide.")


def steps(trade_return):
    """The way of a return: [(label, "done", "now", "off" or "")]."""
    labels = [_("Return asked for"), _("The maker answers")]
    if trade_return.send_back:
        labels.append(_("Goods sent back"))
    labels.append(
        _("Sent again") if trade_return.remedy == Return.Remedy.REPLACEMENT else _("Money paid back")
    )
    if trade_return.stage in {Stage.REFUSED, Stage.DECIDED, Stage.WITHDRAWN}:
        return [(labels[0], "done"), (trade_return.stage_label.capitalize(), "off")]
    if trade_return.stage == Stage.ESCALATED:
        return [(labels[0], "done"), (_("With the shop manager"), "now"), (labels[-1], "")]
    at = {
        Stage.ASKED: 1,
        Stage.ACCEPTED: 2,
        Stage.RECEIVED: len(labels) - 1,
        Stage.REFUNDED: len(labels),
        Stage.REPLACED: len(labels),
    }[trade_return.stage]
    return [(label, "done" if n < at else "now" if n == at else "") for n, label in enumerate(labels)]


def _with_the_shop(trade_return, facts):
    if trade_return.lapsed_at is None:
        return _("The shop manager is looking at it and decides.")
    facts["moment"] = f"{timezone.localtime(trade_return.lapsed_at):%H:%M %d/%m/%Y}"
    return (
        _(
            "The maker has not answered by %(day)s, so your return went to the shop manager at %(moment)s,"
            " who looks at it and decides."
        )
        % facts
    )


def buyer_may(trade_return):
    """The acts open to the buyer: {"withdraw", "escalate"}."""
    acts = set()
    if trade_return.may_become(Stage.WITHDRAWN) and trade_return.refund_id is None:
        acts.add("withdraw")
    if may_escalate(trade_return):
        acts.add("escalate")
    return acts
