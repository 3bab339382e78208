"""Parcels and connected couriers: registering, calling off, hearing from them. Statuses move parcels, never back."""

import hashlib

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from office.outbox import handles, post
from office.phones import in_words
from office.stages import Refused
from shop.shipping import carriers
from shop.shipping.carriers import Consignment, Party, Rejected, Way
from shop.shipping.models import CarrierEvent

from .charging import cash_at_door, cash_taken
from .fulfilling import carry_out, lock, tell_buyer
from .models import Parcel

log = structlog.get_logger(__name__)

Stage = Parcel.Stage
# From which stage on what a courier says leads where; the steps between are gone too.
_STEPS = {
    Way.COLLECTED: (Stage.HANDED_OVER,),
    Way.DELIVERED: (Stage.HANDED_OVER, Stage.DELIVERED),
    Way.BACK: (Stage.HANDED_OVER, Stage.RETURNED),
}


# To an outlet the courier only brings it: its keeper says that it has come, and hands it to the buyer.
_STEPS_TO_OUTLET = _STEPS | {Way.DELIVERED: (Stage.HANDED_OVER,)}


def consignment_of(parcel):
    """What a courier is told of `parcel`: who, where, how heavy, how much to collect."""
    order, producer = parcel.order, parcel.producer
    street, commune, province = parcel.goes_to
    lines = list(parcel.lines.all())
    return Consignment(
        code=str(parcel),
        sender=Party(
            producer.name,
            producer.phone.as_national if producer.phone else "",
            producer.street,
            str(producer.commune or ""),
            producer.commune.province.name if producer.commune else "",
        ),
        receiver=Party(
            order.buyer_name,
            in_words(str(order.phone)) if order.phone else "",
            street,
            commune,
            province,
        ),
        weight_g=max(1, parcel.weight_g),
        cash=0 if parcel.is_fetched else cash_at_door(parcel),
        value=sum(int(line.line_price_incl_tax) for line in lines),
        contents=[(line.title, line.quantity) for line in lines],
        note=order.note,
    )


def on_parcel_moved(sender, parcel, before, **kwargs):
    """A packed parcel is registered with its courier, a cancelled one called off. Listens to `parcel_moved`."""
    if parcel.carrier in {"", carriers.TABLE} or carriers.connected(parcel.carrier) is None:
        return
    if parcel.stage == Stage.PACKED and not parcel.tracking_code:
        post("carrier-register", {"parcel": parcel.pk}, key=str(parcel.pk))
    elif parcel.stage == Stage.CANCELLED and parcel.tracking_code:
        post(
            "carrier-cancel", {"carrier": parcel.carrier, "code": parcel.tracking_code, "parcel": str(parcel)}
        )


@handles("carrier-register")
def _register(payloads):
    """The courier is asked outside any transaction; what it answers is kept under the order's lock."""
    for payload in payloads:
        parcel = _parcels().filter(pk=payload["parcel"]).first()
        carrier = carriers.connected(parcel.carrier) if parcel else None
        if carrier is None or parcel.tracking_code or parcel.stage != Stage.PACKED:
            continue
        try:
            registered = carrier.register(consignment_of(parcel))
        except Rejected as refusal:
            _trouble(carrier.code, str(parcel), "register", str(refusal))
            continue
        _keep(parcel, registered.code, carrier)


@transaction.atomic
def _keep(parcel, code, carrier):
    lock(parcel.order)
    fresh = Parcel.objects.get(pk=parcel.pk)
    if fresh.stage == Stage.CANCELLED:
        post("carrier-cancel", {"carrier": carrier.code, "code": code, "parcel": str(parcel)})
    elif not fresh.tracking_code:
        Parcel.objects.filter(pk=parcel.pk).update(tracking_code=code, tracking_link=carrier.link(code))


@handles("carrier-cancel")
def _cancel(payloads):
    for payload in payloads:
        carrier = carriers.connected(payload["carrier"])
        if carrier is None:
            continue
        try:
            carrier.cancel(payload["code"])
        except Rejected as refusal:
            _trouble(carrier.code, payload["code"], "cancel", str(refusal))


@transaction.atomic
def receive(carrier, body):
    """Store a callback's `body` (bytes) as it came and have it worked off; the same body again is the same event."""
    event, made = CarrierEvent.objects.get_or_create(
        carrier=carrier.code,
        digest=hashlib.sha256(body).hexdigest(),
        defaults={"body": body.decode("utf-8", "replace")[:20_000].replace("\x00", "")},
    )
    if made:
        post("carrier-report", {"event": event.pk})
    return event


@handles("carrier-report")
def _work_off(payloads):
    for payload in payloads:
        event = CarrierEvent.objects.filter(pk=payload["event"], done_at=None).first()
        carrier = carriers.connected(event.carrier) if event else None
        if event is None or carrier is None:
            continue
        try:
            report = carrier.read(event.body.encode())
        except Rejected as refusal:
            _finish(event, trouble=str(refusal))
            continue
        event.code, event.status = report.code[:60], report.status[:60]
        _finish(event, trouble=follow(carrier, report))


def _finish(event, *, trouble):
    event.trouble, event.done_at = trouble[:300], timezone.now()
    event.save(update_fields=["code", "status", "trouble", "done_at"])


@transaction.atomic
def follow(carrier, report):
    """Move the parcel of `report` as far as the courier says. Returns "" or what a person has to look at."""
    parcel = (
        _parcels().filter(carrier=carrier.code, tracking_code=report.code).exclude(tracking_code="").first()
    )
    if parcel is None:
        return _("No parcel of ours has this code.")
    if report.ours and report.ours != str(parcel):
        return _("The courier knows it under another number: %(number)s.") % {"number": report.ours[:40]}
    if report.way is None:
        return _("We do not know the status “%(status)s”.") % {"status": report.status[:60]}
    if report.way in {Way.LOST, Way.CANCELLED}:
        mine = parcel.stage == Stage.CANCELLED and report.way == Way.CANCELLED
        return "" if mine else _("The courier says: %(status)s.") % {"status": report.status}
    if report.way == Way.DELIVERED and report.cash is not None:
        ours = 0 if parcel.is_fetched else _cash_of(parcel)
        if report.cash != ours:
            return _("The courier says it collected %(said)s đồng, the parcel says %(ours)s.") % {
                "said": report.cash,
                "ours": ours,
            }
    steps = _STEPS_TO_OUTLET if parcel.is_fetched else _STEPS
    return _go(parcel, steps.get(report.way, ()))


def _cash_of(parcel):
    return cash_taken(parcel) if parcel.stage == Stage.DELIVERED else cash_at_door(parcel)


def _go(parcel, steps):
    """Take the `steps` not taken yet; what lies behind is left alone."""
    order = lock(parcel.order)
    parcel.refresh_from_db(fields=["stage"])
    if steps and parcel.stage in {Stage.AWAITING, Stage.NEW, Stage.CONFIRMED, Stage.CANCELLED}:
        return _("The courier has it, but here it is “%(stage)s”.") % {"stage": parcel.stage_label}
    moved = False
    for stage in steps:
        if parcel.may_become(stage):
            try:
                with transaction.atomic():  # what is refused half way is not half done
                    carry_out(order, [parcel], stage, by=None, reason="")
            except Refused as refused:
                return refused.message
            moved = True
    if moved:
        tell_buyer(order, parcel, "")
    return ""


def look_after():
    """Ask the couriers about parcels whose callbacks may be lost; returns how many were asked. Never raises."""
    asked = 0
    rows = _parcels().filter(stage__in=(Stage.PACKED, Stage.HANDED_OVER)).exclude(tracking_code="")
    for parcel in rows.exclude(carrier__in=("", carriers.TABLE, "own")):
        if carrier := carriers.connected(parcel.carrier):
            asked += 1
            try:
                trouble = follow(carrier, carrier.track(parcel.tracking_code))
            except (carriers.Down, Rejected) as fault:
                log.warning("courier not heard", carrier=carrier.code, error=repr(fault))
                continue
            if trouble:
                _trouble(carrier.code, parcel.tracking_code, "look-up", trouble)
    return asked


def forget(before):
    """Throw away what couriers reported before the moment `before` and nobody has to look at; returns how many."""
    rows = CarrierEvent.objects.filter(at__lt=before, done_at__isnull=False)
    return rows.filter(Q(trouble="") | Q(settled_at__isnull=False)).delete()[0]


def _trouble(carrier, code, status, sentence):
    digest = hashlib.sha256(f"{code}:{status}:{sentence}".encode()).hexdigest()
    CarrierEvent.objects.get_or_create(
        carrier=carrier,
        digest=digest,
        defaults={"code": code[:60], "status": status, "trouble": sentence[:300], "done_at": timezone.now()},
    )


def _parcels():
    rows = Parcel.objects.select_related(
        "order__shipping_address", "producer__commune__province", "pick_up__outlet__commune__province"
    )
    return rows.prefetch_related("lines")
