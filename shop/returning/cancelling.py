"""Calling a parcel off until it is handed over, and noting one that came back undelivered."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from catalogue.templatetags.ocop import dong
from office.payment import owing
from office.roles import has_role
from office.stages import Refused
from shop.order.fulfilling import carry_out, lock, may_move, put_back
from shop.order.models import Parcel

from .models import Cancellation, FailedDelivery
from .models.cancellation import Whose
from .repaying import call_off, worth_of
from .telling import in_language_of, tell_buyer, tell_producer

Stage = Parcel.Stage


@transaction.atomic
def cancel_for_buyer(order, parcels, *, reason, text="", account=None, by=None):
    """The buyer calls parcels of `order` off, all or none (`by` is None for a guest let in by the signature).

    Stock is free again, what was not paid is no longer asked for, what was paid goes back; `account`
    ({"bank", "number", "holder"}) where it cannot go back by itself. Returns the cancellations.
    Raises `Refused` once one is handed over or cancelled already, or without words for "other".
    """
    return _cancel(order, parcels, reason, text, Whose.BUYER, by, Cancellation.OF_BUYERS, account)


@transaction.atomic
def cancel(parcel, *, reason, text="", by):
    """The producer or the shop manager calls a parcel off; the rest as above. Raises `Refused` for others."""
    if not may_move(by, parcel):
        raise Refused(_("This parcel is another producer's."))
    return _cancel(parcel.order, [parcel], reason, text, _whose(by), by, Cancellation.OF_SELLERS, None)[0]


def _whose(user):
    return Whose.SHOP if has_role(user, "shop_manager", "administrator") else Whose.PRODUCER


def _cancel(order, parcels, reason, text, whose, by, reasons, account):
    text = text.strip()
    if reason not in reasons:
        raise Refused(_("Please choose a reason."), field="reason")
    if reason == Cancellation.Reason.OTHER and not text:
        raise Refused(_("Please say why in a few words."), field="text")
    locked = lock(order)
    fresh = _fresh(locked, parcels)
    if not fresh:
        raise Refused(_("No parcel of this order can be cancelled any more."))
    for parcel in fresh:
        if not parcel.may_become(Stage.CANCELLED):
            raise Refused(_why_not(parcel))
    made = Cancellation.objects.bulk_create(
        Cancellation(parcel=each, reason=reason, text=text, whose=whose, by=by, account=account or {})
        for each in fresh
    )
    carry_out(locked, fresh, Stage.CANCELLED, by=by, reason=_words(made[0]))  # the money follows: `moved`
    for each in made:
        each.refresh_from_db()
        tell_about(each)
    return made


def _fresh(order, parcels):
    """The parcels as they are under the order's lock, in their order."""
    rows = Parcel.objects.select_related("producer").filter(order=order, pk__in=[each.pk for each in parcels])
    fresh = list(rows.prefetch_related("lines").order_by("number"))
    for parcel in fresh:
        parcel.order = order
    return fresh


def _why_not(parcel):
    if parcel.stage == Stage.CANCELLED:
        return _("This parcel has been cancelled already.")
    if parcel.stage == Stage.HANDED_OVER and parcel.is_fetched:
        return _(
            "This parcel is on its way to the point of sale or lies there: it cannot be cancelled any more. "
            "If you do not fetch it, it goes back and you pay nothing."
        )
    if parcel.stage == Stage.HANDED_OVER:
        return _(
            "This parcel has just been handed over to the carrier: it cannot be cancelled any more. "
            "You may refuse it at the door."
        )
    return _("This parcel cannot be cancelled any more: it is “%(stage)s”.") % {"stage": parcel.stage_label}


def _words(record):
    return ". ".join(filter(None, [record.get_reason_display(), record.text]))


@transaction.atomic
def note_failed_delivery(parcel, *, reason, text="", sellable=None, by):
    """The carrier brought the parcel back. `sellable`: the goods go back on the shelf, do not, or None: not
    looked at yet (`look_at`). Money as after a cancellation. Raises `Refused` when it is not on its way.
    """
    if not may_move(by, parcel):
        raise Refused(_("This parcel is another producer's."))
    if reason not in FailedDelivery.Reason.values:
        raise Refused(_("Please choose a reason."), field="reason")
    locked = lock(parcel.order)
    (fresh,) = _fresh(locked, [parcel])
    if fresh.stage != Stage.HANDED_OVER or fresh.from_stock:
        raise Refused(_("This parcel is not on its way: it is “%(stage)s”.") % {"stage": fresh.stage_label})
    made = FailedDelivery.objects.create(parcel=fresh, reason=reason, text=text.strip(), by=by)
    carry_out(locked, [fresh], Stage.RETURNED, by=by, reason=_words(made))
    made.refresh_from_db()
    tell_about(made)
    if sellable is not None:
        look_at(made, sellable=sellable, by=by)
    return made


@transaction.atomic
def look_at(failed, *, sellable, by):
    """The producer says, once, whether the goods that came back can be sold; if so they are in stock again."""
    if not may_move(by, failed.parcel):
        raise Refused(_("This parcel is another producer's."))
    fresh = FailedDelivery.objects.select_for_update(of=("self",)).select_related("parcel").get(pk=failed.pk)
    if fresh.sellable is not None:
        raise Refused(_("This has been said already."))
    fresh.sellable = failed.sellable = sellable
    fresh.save(update_fields=["sellable"])
    if sellable:
        put_back(fresh.parcel, by=by)
    return fresh


def moved(parcel, before, by):
    """Whoever moved it, by whichever door: a parcel that is cancelled or came back takes its money along."""
    given: Cancellation | FailedDelivery
    if parcel.stage == Stage.CANCELLED:
        given, _new = Cancellation.objects.get_or_create(
            parcel=parcel, defaults=_defaults(parcel, by, Cancellation, whose=_whose_moved(by))
        )
    elif parcel.stage == Stage.RETURNED and before == Stage.HANDED_OVER:
        given, _new = FailedDelivery.objects.get_or_create(
            parcel=parcel, defaults=_defaults(parcel, by, FailedDelivery)
        )
    else:
        return
    given.goods, fee = worth_of(parcel)
    given.delivery = fee if isinstance(given, Cancellation) else _fee_back(parcel, fee)
    given.save(update_fields=["goods", "delivery"])
    call_off(given, by=by, reason=f"{parcel}: {_words(given)}"[:300])


def _fee_back(parcel, fee):
    """Delivery paid for a parcel nobody took: given back, unless the shop's rule says the buyer bears it."""
    due = owing.due_of(parcel.order)
    paid = due is not None and due.rest == 0
    return 0 if paid and settings.FAILED_DELIVERY_KEEPS_FEE else fee


def _defaults(parcel, by, kind, **more):
    move = parcel.moves().last()
    return {"reason": kind.Reason.OTHER, "text": (move.reason if move else "")[:500], "by": by, **more}


def _whose_moved(by):
    return Whose.SHOP if by is None else _whose(by)


def tell_about(given):
    """That it was called off or came back, why, and what goes back: to the buyer; the buyer's word to the maker."""
    order = given.parcel.order
    with in_language_of(order):
        sentence = _sentence(given)
        if given.refund_id:
            repaid = _("%(amount)s is being paid back to you.") % {"amount": dong(given.to_repay)}
            sentence = f"{sentence} {repaid}"
        tell_buyer(order, sentence, text=True)
    if getattr(given, "whose", "") == Whose.BUYER:
        link = "/ban-lam-viec/don-hang/?trang-thai=cancelled"
        tell_producer(
            given.parcel, lambda: _("The buyer has called it off.") + f" {_sentence(given)}", link=link
        )


def _sentence(given):
    facts = {"parcel": str(given.parcel), "why": _words(given)}
    if isinstance(given, FailedDelivery):
        return _("Parcel %(parcel)s could not be delivered and came back. %(why)s.") % facts
    return _("Parcel %(parcel)s has been cancelled. %(why)s.") % facts
