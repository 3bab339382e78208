"""What the payment page shows."""

import io

import segno
from django.conf import settings
from django.utils.safestring import mark_safe

from . import owing, paying, vietqr
from .gateways import gateway
from .models.attempt import Attempt
from .models.refund import Refund
from .models.trouble import Trouble
from .troubles import surplus_of


def shown(due):
    """The due, its live attempt, the ways there are, and a token that changes when any of it does."""
    live = owing.live_attempt(due)
    last = live or due.attempts.first()
    return {
        "due": due,
        "attempt": live,
        "failed": last if last and last.state == Attempt.State.FAILED else None,
        "way": gateway(live.gateway) if live else None,
        "transfer": transfer(due, live) if live and live.gateway == "vietqr" else None,
        "bank": bank(due) if live and live.gateway == "invoice" and live.state == "promised" else None,
        "ways": other_ways(due, live) if due.is_open else [],
        "refunds": list(due.refunds.exclude(stage=Refund.Stage.DROPPED)),
        "undelivered": due.is_paid
        and due.troubles.filter(kind=Trouble.Kind.UNDELIVERED, solved_at=None).exists(),
        "surplus": surplus_of(due) if due.is_paid else 0,
        "subject_url": _address_of(due.subject),
        "subject_name": str(due.subject._meta.verbose_name).lower() if due.subject else "",
        "overdue": owing.is_overdue(due),
        "token": f"{due.state}-{due.paid}-{last.pk if last else 0}-{last.state if last else ''}",
    }


def other_ways(due, live):
    """The ways that are not the one that runs."""
    return [way for way in paying.ways(due) if not live or way.code != live.gateway]


def bank(due):
    """Our account and the note to write."""
    return {
        "name": settings.VIETQR_BANK_NAME,
        "account": settings.VIETQR_ACCOUNT,
        "holder": settings.VIETQR_HOLDER,
        "note": due.reference,
    }


def payload_of(due, amount):
    """The text of the QR code."""
    return vietqr.payload(
        bank_bin=settings.VIETQR_BANK_BIN,
        account=settings.VIETQR_ACCOUNT,
        amount=amount,
        purpose=due.reference,
    )


def transfer(due, attempt):
    """What the page of a transfer shows: our account, the note, the code as SVG."""
    code = _code(due, attempt)
    svg = code.svg_inline(border=3, omitsize=True, dark="#111", light="#fff")
    return bank(due) | {"amount": attempt.amount, "svg": mark_safe(svg)}  # noqa: S308  (segno's own)


def picture(due, attempt):
    """The code as PNG: who pays on the phone the page is on keeps it and has the bank's app read it from there."""
    kept = io.BytesIO()
    _code(due, attempt).save(kept, kind="png", scale=10, border=4)
    return kept.getvalue()


def _code(due, attempt):
    return segno.make(payload_of(due, attempt.amount), error="m", micro=False)


def _address_of(subject):
    address = getattr(subject, "get_absolute_url", None)
    return address() if address else ""
