"""The buyer's side of a return: asked for in time, withdrawn, taken to the shop when the producer says no or nothing."""

from collections.abc import Mapping
from contextlib import ExitStack
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from office.numbering import next_number
from office.papers import kept_for_act
from office.stages import Refused
from shop.order.fulfilling import lock
from shop.order.models import Parcel

from .models import Reason, Return, ReturnLine, ReturnPicture
from .rules import WITH_GOODS, Returnable, returnable, sent_back
from .telling import in_language_of, tell_buyer, tell_managers, tell_producer

Stage = Return.Stage
PICTURES = 5
SHOWN_BY_PICTURE = (Reason.DAMAGED, Reason.SPOILED)


def asked_before(parcel, key):
    """The return of `parcel` the form with this key has made already, or None."""
    return Return.objects.filter(parcel=parcel, key=key).first() if key else None


def ask(parcel, pieces, *, reason, text, wanted, pictures=(), account=None, key="", by=None, now=None):
    """Ask to send back `pieces` ({line's number: how many}) of a delivered parcel. Returns the `Return`.

    `pictures` are uploads, at most five, kept as private papers; broken or spoiled goods need one.
    `by` is None for a guest, whom the page's signature let in; `account` is where money may go. The same `key`
    of a form gives the same return, unless it is empty.
    Raises `Refused` at its field: nothing chosen, more than is left, too late or not taken back for this
    reason (`ReturnRule`), no picture, a file that is none.
    """
    now = now or timezone.now()
    if reason in SHOWN_BY_PICTURE and not pictures:
        raise Refused(_("Please add a picture that shows it."), field="pictures")
    if len(pictures) > PICTURES:
        raise Refused(_("At most five pictures, please."), field="pictures")
    with ExitStack() as kept:
        kept.enter_context(transaction.atomic())
        lock(parcel.order)
        if there := asked_before(parcel, key):  # sent twice at once
            return there
        fresh = _with_lines(parcel)
        if fresh.stage != Parcel.Stage.DELIVERED:
            raise Refused(_("A parcel can be sent back once it has been delivered."))
        chosen = _chosen(fresh, pieces, reason, now)
        papers = [kept.enter_context(kept_for_act(each, by=by, field="pictures")) for each in pictures]
        made = _record(fresh, chosen, reason, text.strip(), wanted, account, key, by, now)
        ReturnPicture.objects.bulk_create(ReturnPicture(trade_return=made, paper=paper) for paper in papers)
    return made


def _with_lines(parcel):
    rows = Parcel.objects.select_related("order", "producer").prefetch_related(*WITH_GOODS)
    return rows.get(pk=parcel.pk)


def _chosen(parcel, pieces: Mapping[int, int], reason, now) -> list[tuple[Returnable, int]]:
    """The lines with their pieces, all of them open for this reason now."""
    wanted = {pk: number for pk, number in pieces.items() if number}
    if not wanted:
        raise Refused(_("Please say what you want to send back, and how many of it."), field="pieces")
    lines = {line.pk: line for line in parcel.lines.all()}
    open_ones = {each.line.pk: each for each in returnable([parcel], now=now).get(parcel.pk, [])}
    chosen = []
    for pk, number in sorted(wanted.items()):
        if pk not in lines or number < 0:
            raise Refused(_("This is not in the parcel."), field="pieces")
        each, title = open_ones.get(pk), lines[pk].title
        if each is None or reason not in each.until:
            raise Refused(_too_late(title, reason, each), field="reason")
        if number > each.left:
            raise Refused(
                ngettext(
                    "Only %(left)d of “%(title)s” can still be sent back.",
                    "Only %(left)d of “%(title)s” can still be sent back.",
                    each.left,
                )
                % {"left": each.left, "title": title},
                field="pieces",
            )
        chosen.append((each, number))
    return chosen


def _too_late(title, reason, each):
    if each is None:
        return _("“%(title)s” cannot be sent back any more.") % {"title": title}
    return _("“%(title)s” is not taken back for this reason (any more): %(reason)s.") % {
        "title": title,
        "reason": Reason(reason).label,
    }


def _record(parcel, chosen, reason, text, wanted, account, key, by, now):
    before = sent_back([parcel.pk])
    whole = all(
        line.quantity == before.get(line.pk, 0) + {e.line.pk: n for e, n in chosen}.get(line.pk, 0)
        for line in parcel.lines.all()
    )
    fee_back = whole and all(each.rules[reason].fee_back for each, _number in chosen)
    made = Return.objects.create(
        parcel=parcel,
        number=f"TH{timezone.localdate(now):%y}-{next_number('return', year=timezone.localdate(now).year):05d}",
        key=key,
        reason=reason,
        text=text,
        wanted=wanted,
        account=account or {},
        fee_back=parcel.fee if fee_back and not _fee_given_back(parcel) else 0,
        answer_by=now + timedelta(days=settings.RETURN_ANSWER_DAYS),
        asked_at=now,
        by=by,
    )
    ReturnLine.objects.bulk_create(_line(made, each.line, number) for each, number in chosen)
    tell_producer(
        parcel,
        lambda: (
            _("Return %(number)s of parcel %(parcel)s waits for your answer until %(day)s.")
            % {
                "number": made.number,
                "parcel": str(parcel),
                "day": f"{timezone.localtime(made.answer_by):%d/%m/%Y}",
            }
        ),
        link=f"/ban-lam-viec/tra-hang/{made.number}/",
    )
    return made


def _fee_given_back(parcel):
    return Return.objects.filter(parcel=parcel, fee_back__gt=0).exclude(stage__in=Return.OFF).exists()


def _line(made, line, pieces):
    """With what `pieces` of a line cost after discounts, and what the house bore of those."""
    others = ReturnLine.objects.filter(line=line).exclude(trade_return__stage__in=Return.OFF)
    gone = list(others.values_list("quantity", "worth", "borne"))
    last = sum(quantity for quantity, _worth, _borne in gone) + pieces == line.quantity

    def part(whole, before):
        left = whole - before
        return left if last else min(whole * pieces // line.quantity, left)

    worth = part(int(line.line_price_incl_tax), sum(worth for _quantity, worth, _borne in gone))
    borne = part(line.discount_platform, sum(borne for _quantity, _worth, borne in gone))
    return ReturnLine(trade_return=made, line=line, quantity=pieces, worth=worth, borne=borne)


@transaction.atomic
def withdraw(trade_return, *, by=None):
    """The buyer lets it be, until the goods have been received or money has been asked for."""
    lock(trade_return.parcel.order)
    trade_return.refresh_from_db()
    if trade_return.refund_id is not None:
        raise Refused(_("The money is on its way back already."))
    trade_return.advance(Stage.WITHDRAWN, by=by)
    tell_producer(
        trade_return.parcel,
        lambda: _("The buyer has withdrawn return %(number)s.") % {"number": trade_return.number},
        link=f"/ban-lam-viec/tra-hang/{trade_return.number}/",
    )
    return trade_return


def may_escalate(trade_return, now=None):
    """Whether the buyer may take it to the shop: refused not long ago, or not answered in time."""
    now = now or timezone.now()
    if trade_return.stage == Stage.ASKED:
        return trade_return.answer_by < now
    if trade_return.stage == Stage.REFUSED:
        last = trade_return.moves().filter(after=Stage.REFUSED).last()
        return last is not None and now <= last.at + timedelta(days=settings.RETURN_ESCALATION_DAYS)
    return False


@transaction.atomic
def escalate(trade_return, *, text, by=None, now=None):
    """The buyer takes it to the shop manager, who decides finally.

    Raises `Refused` while the producer still has time to answer, too long after the refusal, without words,
    or when the pieces are in another return now.
    """
    if not text.strip():
        raise Refused(_("Please say in a few words why you do not agree."), field="text")
    lock(trade_return.parcel.order)
    trade_return.refresh_from_db()
    if not may_escalate(trade_return, now):
        raise Refused(_("This return cannot be taken to the shop now."))
    if trade_return.stage == Stage.REFUSED:
        gone = sent_back([trade_return.parcel_id])
        for each in trade_return.lines.select_related("line"):
            if gone.get(each.line_id, 0) + each.quantity > each.line.quantity:
                raise Refused(_("“%(title)s” is in another return now.") % {"title": each.line.title})
    trade_return.advance(Stage.ESCALATED, by=by, reason=text.strip())
    link = f"/ban-lam-viec/tra-hang/{trade_return.number}/"
    tell_managers(
        lambda: (
            _("Return %(number)s has been brought to the shop: please decide.")
            % {"number": trade_return.number}
        ),
        link=link,
    )
    return trade_return


def take_on_late(now=None):
    """Returns whose producer let the time run out go to the shop manager; buyer, producer and shop are told.

    For the nightly run; safe to run twice. Returns how many went.
    """
    now = now or timezone.now()
    late = Return.objects.filter(stage=Stage.ASKED, answer_by__lt=now).order_by("pk")
    rows = late.select_related("parcel__order", "parcel__producer")
    return sum(_take_on(trade_return, now) for trade_return in list(rows))


@transaction.atomic
def _take_on(trade_return, now):
    """Whether it went: it may have been answered or withdrawn while others were taken on."""
    lock(trade_return.parcel.order)
    trade_return.refresh_from_db(fields=["stage", "answer_by"])
    if trade_return.stage != Stage.ASKED or trade_return.answer_by >= now:
        return False
    with override(settings.LANGUAGE_CODE):
        reason = _("The maker has not answered in time.")
    trade_return.lapsed_at = now
    trade_return.save(update_fields=["lapsed_at"])
    trade_return.advance(Stage.ESCALATED, by=None, reason=reason)
    _tell_lapsed(trade_return)
    return True


def _tell_lapsed(trade_return):
    number, order = {"number": trade_return.number}, trade_return.parcel.order
    link = f"/ban-lam-viec/tra-hang/{trade_return.number}/"
    with in_language_of(order):
        sentence = _("The maker has not answered return %(number)s in time: the shop manager decides now.")
        tell_buyer(order, sentence % number, link=trade_return.get_absolute_url(), text=True)
    tell_producer(
        trade_return.parcel,
        lambda: _("Your time to answer return %(number)s has ended: the shop manager decides now.") % number,
        link=link,
    )
    tell_managers(
        lambda: _("Return %(number)s was not answered by its maker in time: please decide.") % number,
        link=link,
    )
