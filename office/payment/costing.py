"""Providers' fees: asked for after the money has moved, booked once as the house's cost."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from office.outbox import handles

from . import booking
from .gateways import Declined, Unreachable, all_of_them, gateway
from .models.fee import Fee
from .models.refund import Refund
from .models.settlement import Settlement

LOOK_BACK = timedelta(days=60)  # what is older and still unknown is a person's matter


@handles("payment-fee")
def _ask(payloads):
    """Raises `Unreachable` while the provider does not know it yet: the outbox asks again."""
    for payload in payloads:
        if "settlement" in payload:
            thing: Settlement | Refund = Settlement.objects.get(pk=payload["settlement"])
        else:
            thing = refund = Refund.objects.get(pk=payload["refund"])
            if not (refund.gateway and refund.provider_reference):  # it came back, and goes another way now
                continue
        if gateway(thing.gateway).is_configured() and ask(thing) is None:
            raise Unreachable(f"no fee known yet of {thing}")


def ask(thing):
    """Ask what was kept of a settlement or a refund, and book it; returns the `Fee`, None while nobody knows.

    Raises `Unreachable`, `Declined`.
    """
    way, is_refund = gateway(thing.gateway), isinstance(thing, Refund)
    said = way.kept_of_refund(thing) if is_refund else way.kept_of(thing)
    if said is None:
        return None
    return keep(said, **{"refund" if is_refund else "settlement": thing})


@transaction.atomic
def keep(said, *, settlement=None, refund=None):
    """Write down what a provider kept, and book it; the same reference again changes nothing."""
    thing = settlement or refund
    fee, new = Fee.objects.get_or_create(
        gateway=thing.gateway,
        reference=said.reference,
        defaults={
            "settlement": settlement,
            "refund": refund,
            "amount": said.amount,
            "said": said.said[:40],
        },
    )
    if new and fee.amount:
        booking.kept(fee, (settlement or refund.settlement).asset)
    return fee


def ask_all():
    """The nightly round: every payment and refund of the last weeks whose fee is unknown; returns how many were
    told.
    """
    told = 0
    asked = [way.code for way in all_of_them() if way.keeps and way.is_configured()]
    since = timezone.now() - LOOK_BACK
    came = Settlement.objects.filter(gateway__in=asked, made_at__gte=since, fees=None).exclude(asset="")
    gone = Refund.objects.filter(
        gateway__in=asked, done_at__gte=since, stage=Refund.Stage.DONE, fees=None
    ).exclude(provider_reference="")
    for thing in [*came.order_by("pk"), *gone.order_by("pk")]:
        try:
            told += ask(thing) is not None
        except (Unreachable, Declined):
            continue
    return told
