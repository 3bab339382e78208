"""Giao Hàng Nhanh: JSON over HTTPS with `Token` and `ShopId`, statuses by webhook.

Shape of its public API (`/v2/shipping-order/…`); without `GHN_URL` and `GHN_TOKEN` it is hidden.
"""

import json
from datetime import datetime

import requests
from django.conf import settings
from django.utils.crypto import constant_time_compare
from django.utils.dateparse import parse_datetime

from .base import Carrier, Consignment, Down, Registered, Rejected, Report, Way

TIMEOUT = (3, 10)  # seconds to connect, to answer
BOX = {"length": 20, "width": 20, "height": 15}  # cm, of a usual box: it counts by weight below 5 kg
LOOK_ALLOWED = "CHOXEMHANGKHONGTHU"  # the receiver may look before paying, not try
SELLER_PAYS = 1
BY_ROAD = 2

_WAYS = {
    Way.REGISTERED: ("ready_to_pick", "picking", "money_collect_picking"),
    Way.COLLECTED: (
        "picked", "storing", "transporting", "sorting", "delivering", "money_collect_delivering",
        "delivery_fail", "waiting_to_return", "return", "return_transporting", "return_sorting", "returning",
        "return_fail",
    ),
    Way.DELIVERED: ("delivered",),
    Way.BACK: ("returned",),
    Way.LOST: ("exception", "damage", "lost"),
    Way.CANCELLED: ("cancel",),
}  # fmt: skip
WAY_OF = {status: way for way, statuses in _WAYS.items() for status in statuses}


class GHN(Carrier):
    """Giao Hàng Nhanh."""

    code = "ghn"
    name = "Giao Hàng Nhanh (GHN)"

    @property
    def is_ready(self):
        return bool(settings.GHN_URL and settings.GHN_TOKEN)

    def fee(self, consignment):
        body = {
            "service_type_id": BY_ROAD,
            "to_ward_name": consignment.receiver.commune,
            "to_province_name": consignment.receiver.province,
            "weight": consignment.weight_g,
            "insurance_value": consignment.value,
            "cod_value": consignment.cash,
            **BOX,
        }
        return _whole(self._ask("fee", body).get("total"))

    def register(self, consignment):
        """Looks first whether an earlier try arrived: an answer may have been lost on the way."""
        if known := self._known(consignment.code):
            return known
        data = self._ask("create", _as_order(consignment))
        if not data.get("order_code"):
            raise Down("created without an order_code")
        return Registered(str(data["order_code"]), _whole(data.get("total_fee")))

    def _known(self, ours):
        try:
            data = self._ask("detail-by-client-code", {"client_order_code": ours})
        except Rejected:
            return None
        if WAY_OF.get(data.get("status")) == Way.CANCELLED or not data.get("order_code"):
            return None
        return Registered(str(data["order_code"]))

    def cancel(self, code):
        self._ask("cancel", {"order_codes": [code]})

    def track(self, code):
        data = self._ask("detail", {"order_code": code})
        return _report(
            data.get("order_code"),
            data.get("status"),
            data.get("cod_amount"),
            data.get("updated_date"),
            data.get("client_order_code"),
        )

    def is_genuine(self, secret):
        ours = settings.GHN_CALLBACK_SECRET
        return bool(ours) and constant_time_compare(secret, ours)

    def read(self, body):
        try:
            data = json.loads(body)
        except ValueError as fault:
            raise Rejected("not JSON") from fault
        if not isinstance(data, dict) or not data.get("OrderCode"):
            raise Rejected("no OrderCode")
        return _report(
            data["OrderCode"],
            data.get("Status"),
            data.get("CODAmount"),
            data.get("Time"),
            data.get("ClientOrderCode"),
        )

    def link(self, code):
        return f"https://donhang.ghn.vn/?order_code={code}"

    def _ask(self, what, body):
        """The `data` of an answer. Raises `Rejected` for a no, `Down` for everything that is no answer."""
        headers = {"Token": settings.GHN_TOKEN, "ShopId": settings.GHN_SHOP_ID}
        url = f"{settings.GHN_URL.rstrip('/')}/v2/shipping-order/{what}"
        try:
            answer = requests.post(url, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False)
            said = answer.json()
        except (requests.RequestException, ValueError) as fault:
            raise Down(repr(fault)[:300]) from fault
        if not isinstance(said, dict):
            raise Down(f"{answer.status_code}: no object")
        if answer.status_code == 200 and said.get("code") == 200:
            return said.get("data") if isinstance(said.get("data"), dict) else {}
        reason = str(said.get("code_message_value") or said.get("message") or answer.status_code)[:300]
        if 400 <= answer.status_code < 500 and answer.status_code not in {401, 403, 408, 429}:
            raise Rejected(reason)
        raise Down(f"{answer.status_code}: {reason}")


def _as_order(consignment: Consignment):
    sender, receiver = consignment.sender, consignment.receiver
    return {
        "client_order_code": consignment.code,
        "payment_type_id": SELLER_PAYS,
        "service_type_id": BY_ROAD,
        "required_note": LOOK_ALLOWED,
        "note": consignment.note[:500],
        "from_name": sender.name,
        "from_phone": sender.phone,
        "from_address": sender.street,
        "from_ward_name": sender.commune,
        "from_province_name": sender.province,
        "to_name": receiver.name,
        "to_phone": receiver.phone,
        "to_address": receiver.street,
        "to_ward_name": receiver.commune,
        "to_province_name": receiver.province,
        "cod_amount": consignment.cash,
        "insurance_value": consignment.value,
        "weight": consignment.weight_g,
        "content": "; ".join(f"{n} × {title}" for title, n in consignment.contents)[:2000],
        "items": [{"name": title, "quantity": n} for title, n in consignment.contents],
        **BOX,
    }


def _report(code, status, cash, at, ours):
    moment = at if isinstance(at, datetime) else parse_datetime(str(at)) if at else None
    return Report(
        code=str(code or ""),
        status=str(status or ""),
        way=WAY_OF.get(str(status or "").lower()),
        cash=_whole(cash) if cash is not None else None,
        at=moment,
        ours=str(ours or ""),
    )


def _whole(amount):
    """đồng as the courier writes them: 35000 or "35000"; -1 for what is no amount."""
    try:
        return int(amount)
    except (TypeError, ValueError):
        return -1
