"""Transfer by VietQR; its arrival is told by the bank service (SePay's shape) or read from a statement."""

import json
from datetime import datetime
from hmac import compare_digest

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy

from office.payment.models.attempt import Attempt

from .base import Forged, Gateway, Line, Step


class VietQR(Gateway):
    """Our account is in `VIETQR_BANK_BIN`, `_ACCOUNT`, `_HOLDER`; absent, this way is hidden."""

    code = "vietqr"
    prepays = True
    asset = "bank"
    label = gettext_lazy("Bank transfer with a QR code")
    explained = gettext_lazy("Open your bank's app and scan. Amount and note are filled in.")
    calls_back = True

    def is_configured(self):
        return bool(settings.VIETQR_BANK_BIN and settings.VIETQR_ACCOUNT and settings.VIETQR_HOLDER)

    def begin(self, attempt, urls):
        return Step(Attempt.State.UNDER_WAY)

    def verify(self, body, headers):
        """SePay sends our key with every call; it dedupes by its own `id`."""
        key = settings.SEPAY_API_KEY
        given = headers.get("Authorization", "").strip()
        if not key or not compare_digest(given.encode(), f"Apikey {key}".encode()):
            raise Forged("key")
        try:
            event = json.loads(body)["id"]
        except (ValueError, KeyError, TypeError) as fault:
            raise Forged("no id") from fault
        if not isinstance(event, int | str) or not str(event).strip():
            raise Forged("no id")
        return str(event)[:120]

    def events(self, body):
        """The line of our account; other people's accounts are not ours.

        Raises `ValueError` when amount or direction cannot be read: the callback stays to be looked at.
        """
        said = json.loads(body)
        if not is_our_account(said):
            return []
        amount, way = said["transferAmount"], said.get("transferType")
        if isinstance(amount, bool) or int(amount) != amount or amount <= 0 or way not in {"in", "out"}:
            raise ValueError(f"{way!r} {amount!r}")
        note = " ".join(dict.fromkeys(filter(None, (said.get("code"), said.get("content")))))
        return [
            Line(
                account=settings.VIETQR_ACCOUNT,
                reference=str(said.get("referenceCode") or f"sepay:{said['id']}")[:100],
                amount=int(amount) if way == "in" else -int(amount),
                note=note or said.get("description") or "",
                at=moment(said.get("transactionDate")),
            )
        ]


def is_our_account(said):
    """Whether the line is on the account the QR codes name (or a sub-account that leads there)."""
    return settings.VIETQR_ACCOUNT in {
        str(said.get("accountNumber") or ""),
        str(said.get("subAccount") or ""),
    }


def moment(text):
    """SePay's local "2026-11-25 14:02:37" as a moment; now when it says none."""
    try:
        return timezone.make_aware(datetime.fromisoformat(text))
    except (TypeError, ValueError):
        return timezone.now()
