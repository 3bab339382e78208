"""The producer answers a return, the shop decides what is escalated; then goods, money and parcel follow."""

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from catalogue.producers import stocking
from catalogue.templatetags.ocop import dong
from office.roles import has_role
from office.stages import Refused
from shop.order.fulfilling import carry_out, lock, may_move, put_back
from shop.order.models import Parcel
from shop.settling import rating, recording

from .models import Return, ReturnLine
from .repaying import give_back
from .telling import in_language_of, tell_buyer, tell_producer

Stage = Return.Stage
Remedy = Return.Remedy


def may_answer(user, trade_return):
    """Whether `user` answers it: people of the producer, and the shop manager on their behalf."""
    return may_move(user, trade_return.parcel)


def may_decide(user):
    """Whether `user` decides what buyers bring to the shop."""
    return has_role(user, "shop_manager", "administrator")


@transaction.atomic
def accept(trade_return, *, remedy, amount=None, send_back=False, answer="", by):
    """Accept it: money back (`amount` đồng for the goods; None for all, with the delivery fee where the rule
    gives it) or the same goods again; `send_back` when the goods are wanted back first. The money is asked
    for at once unless they are. Raises `Refused` without the right, for an amount that is none or more than
    was paid for these goods, and when it has been answered already.
    """
    _refuse_strangers(by, trade_return)
    fresh = _locked(trade_return)
    if fresh.stage != Stage.ASKED:
        raise Refused(
            _("This cannot be done any more: it is “%(stage)s” now.") % {"stage": fresh.stage_label}
        )
    return _grant(fresh, remedy, amount, send_back, answer, by)


@transaction.atomic
def refuse(trade_return, *, answer, by):
    """Refuse it with a reason the buyer reads; the buyer may then take it to the shop."""
    _refuse_strangers(by, trade_return)
    if not answer.strip():
        raise Refused(_("Please say why: the buyer reads it."), field="answer")
    fresh = _locked(trade_return)
    fresh.answer = answer.strip()
    fresh.save(update_fields=["answer"])
    fresh.advance(Stage.REFUSED, by=by, reason=fresh.answer)
    _tell(fresh, _("Return %(number)s was refused: %(answer)s You may ask the shop to decide."))
    return fresh


@transaction.atomic
def decide(trade_return, *, granted, answer, remedy=Remedy.REFUND, amount=None, send_back=False, by):
    """The shop manager's last word on what was escalated: granted as `accept` does, or refused for good."""
    if not may_decide(by):
        raise Refused(_("Only the shop manager decides what buyers bring to the shop."))
    if not answer.strip():
        raise Refused(_("Please say why: both sides read it."), field="answer")
    fresh = _locked(trade_return)
    if fresh.stage != Stage.ESCALATED:
        raise Refused(
            _("This cannot be done any more: it is “%(stage)s” now.") % {"stage": fresh.stage_label}
        )
    fresh.final = True
    tell_producer(
        fresh.parcel,
        lambda: _("The shop has decided on return %(number)s.") % {"number": fresh.number},
        link=f"/ban-lam-viec/tra-hang/{fresh.number}/",
    )
    if granted:
        return _grant(fresh, remedy, amount, send_back, answer, by)
    fresh.answer = answer.strip()
    fresh.save(update_fields=["answer", "final"])
    fresh.advance(Stage.DECIDED, by=by, reason=fresh.answer)
    _tell(fresh, _("The shop has decided on return %(number)s: it is not granted. %(answer)s"))
    return fresh


@transaction.atomic
def receive(trade_return, *, sellable, by):
    """The goods are back with the producer. `sellable` ({return line's number: pieces}) go back on the shelf.

    Raises `Refused` when they are not expected, or for more pieces than came back.
    """
    _refuse_strangers(by, trade_return)
    fresh = _locked(trade_return)
    if fresh.stage != Stage.ACCEPTED or not fresh.send_back:
        raise Refused(_("No goods are expected back: it is “%(stage)s” now.") % {"stage": fresh.stage_label})
    shelf: dict = {}
    for each in fresh.lines.select_related("line__product"):
        number = sellable.get(each.pk, 0)
        if not 0 <= number <= each.quantity:
            raise Refused(_("No more than %(n)d can come back.") % {"n": each.quantity}, field="sellable")
        if number and each.line.product is not None:
            shelf[each.line.product] = number
        each.shelved = number
        each.save(update_fields=["shelved"])
    if shelf:
        put_back(fresh.parcel, shelf, by=by)
    fresh.advance(Stage.RECEIVED, by=by)
    _money_follows(fresh, by)
    _parcel_follows(fresh, by)
    _tell(fresh, _("The goods of return %(number)s have arrived back."))
    return fresh


@transaction.atomic
def replace(trade_return, *, tracking_code="", by):
    """The same goods are on their way again. Raises `Refused` unless that was agreed, or before the old came."""
    _refuse_strangers(by, trade_return)
    fresh = _locked(trade_return)
    ready = Stage.RECEIVED if fresh.send_back else Stage.ACCEPTED
    if fresh.remedy != Remedy.REPLACEMENT or fresh.stage != ready:
        raise Refused(
            _("This cannot be done any more: it is “%(stage)s” now.") % {"stage": fresh.stage_label}
        )
    _take_from_shelf(fresh)
    fresh.replacement_code = tracking_code.strip()
    fresh.save(update_fields=["replacement_code"])
    fresh.advance(Stage.REPLACED, by=by, reason=fresh.replacement_code)
    _tell(fresh, _("New goods for return %(number)s are on their way to you. %(code)s"))
    return fresh


@transaction.atomic
def refunded(trade_return, *, by=None):
    """The money is back with the buyer (told by the payment office)."""
    fresh = _locked(trade_return)
    if fresh.stage != Stage.REFUNDED:
        fresh.advance(Stage.REFUNDED, by=by)
    return fresh


def _refuse_strangers(user, trade_return):
    if not may_answer(user, trade_return):
        raise Refused(_("This return is another producer's."))


def _locked(trade_return):
    lock(trade_return.parcel.order)
    rows = Return.objects.select_related("parcel__order", "parcel__producer")
    return rows.get(pk=trade_return.pk)


def _grant(fresh, remedy, amount, send_back, answer, by):
    lines = list(ReturnLine.objects.filter(trade_return=fresh).select_related("line"))
    worth = sum(line.worth for line in lines)
    if remedy not in Remedy.values:
        raise Refused(_("Please choose what the buyer gets."), field="remedy")
    fresh.goods = fresh.delivery = 0
    if remedy == Remedy.REFUND:
        if amount is not None and not 0 < amount <= worth:
            raise Refused(
                _("The amount has to lie between 1 ₫ and %(worth)s, which was paid for these goods.")
                % {"worth": dong(worth)},
                field="amount",
            )
        fresh.goods = worth if amount is None else amount
        fresh.delivery = fresh.fee_back if fresh.goods == worth else 0
        split(lines, fresh.goods)
        ReturnLine.objects.bulk_update(lines, ["granted"])
    fresh.remedy, fresh.send_back, fresh.answer = remedy, send_back, answer.strip()
    fresh.save(update_fields=["goods", "delivery", "remedy", "send_back", "answer", "final"])
    fresh.advance(Stage.ACCEPTED, by=by, reason=fresh.answer)
    _money_follows(fresh, by)
    _tell(fresh, _granted_sentence(fresh))
    return fresh


def split(lines, amount):
    """Share `amount` đồng out over return lines by what they cost, to the đồng, none above its cost."""
    worth = sum(line.worth for line in lines)
    for line in lines:
        line.granted = amount * line.worth // worth if worth else 0
    left = amount - sum(line.granted for line in lines)
    for line in lines:
        more = min(left, line.worth - line.granted)
        line.granted, left = line.granted + more, left - more


def _take_from_shelf(trade_return):
    """The pieces sent again leave the producer's stock."""
    wanted = {
        each.line.product: each.quantity
        for each in trade_return.lines.select_related("line__product")
        if each.line.product is not None
    }
    if wanted:
        key = f"return:{trade_return.pk}"
        stocking.hold(wanted, key=key)
        stocking.leave(key)


def came_back_whole(parcel):
    """Whether every piece of a delivered parcel has come back to its producer. 2 queries."""
    rows = ReturnLine.objects.filter(
        trade_return__parcel=parcel,
        trade_return__send_back=True,
        trade_return__remedy=Remedy.REFUND,
        trade_return__stage__in=(Stage.RECEIVED, Stage.REFUNDED),
    )
    back = dict(rows.order_by().values_list("line").annotate(pieces=Sum("quantity")))
    return all(back.get(pk, 0) >= quantity for pk, quantity in parcel.lines.values_list("pk", "quantity"))


def refuse_unless_whole(parcel, before):
    """A delivered parcel is a returned one by its returns alone: no door goes round them."""
    delivered = parcel.stage == Parcel.Stage.RETURNED and before == Parcel.Stage.DELIVERED
    if delivered and not came_back_whole(parcel):
        raise Refused(_("Goods that were delivered come back by a return the buyer asks for."))


def _parcel_follows(trade_return, by):
    """When every piece of the parcel is back with its producer, the parcel is a returned one."""
    parcel = Parcel.objects.select_related("order").get(pk=trade_return.parcel_id)
    if parcel.may_become(Parcel.Stage.RETURNED) and came_back_whole(parcel):
        carry_out(parcel.order, [parcel], Parcel.Stage.RETURNED, by=by, reason=trade_return.number)


def _money_follows(fresh, by):
    """Once nothing more is expected of the buyer: the producer's account gives it, the payment office pays it."""
    if fresh.is_settled:
        number = fresh.number
        recording.refunded(
            fresh.parcel, fresh.goods, borne=_borne_of(fresh), delivery=fresh.delivery, key=number, by=by
        )
        give_back(fresh, by=by, reason=f"{number}: {fresh.get_reason_display()}")
        if not fresh.to_repay:  # nothing was paid for them: no money will tell that it is done
            fresh.advance(Stage.REFUNDED, by=by)


def _borne_of(trade_return):
    """What the house takes back of the discount it bore: all of it, or as much of it as is granted of the price."""
    sums = trade_return.lines.aggregate(worth=Sum("worth"), borne=Sum("borne"))
    return rating.share(sums["borne"], trade_return.goods, sums["worth"]) if sums["worth"] else sums["borne"]


def _granted_sentence(trade_return):
    if trade_return.remedy == Remedy.REPLACEMENT:
        return _("Return %(number)s is accepted: you get the same goods again. %(answer)s")
    if trade_return.send_back:
        return _(
            "Return %(number)s is accepted: send the goods back, then %(amount)s is paid back. %(answer)s"
        )
    if trade_return.lowered and not trade_return.to_repay:
        return _("Return %(number)s is accepted: %(amount)s is not asked for any more. %(answer)s")
    return _("Return %(number)s is accepted: %(amount)s is paid back to you. %(answer)s")


def _tell(trade_return, template):
    order = trade_return.parcel.order
    with in_language_of(order):
        facts = {
            "number": trade_return.number,
            "answer": trade_return.answer,
            "amount": dong(trade_return.total),
            "code": trade_return.replacement_code,
        }
        tell_buyer(order, (template % facts).strip(), link=trade_return.get_absolute_url(), text=True)


def may_read(user, paper):
    """Whether `user` opens this picture because of a return: the buyer with an account, the producer, the shop."""
    rows = Return.objects.filter(pictures__paper=paper).select_related("parcel__order", "parcel__producer")
    found = rows.first()
    return found is not None and (found.parcel.order.user_id == user.pk or may_answer(user, found))
