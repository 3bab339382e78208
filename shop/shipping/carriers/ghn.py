"""Giao Hàng Nhanh: JSON over HTTPS with `Token` and `ShopId`, statuses by webhook.

`GHN_URL` ends with `/shiip/public-api`; without it and `GHN_TOKEN` the courier is hidden.

Checked in November 2026 against the courier's public pages api.ghn.vn/home/docs/detail?id=… and what others
wrote down of developer.ghn.vn in September and October 2026, never against the courier itself:
- create (123): `shipping-order/create`, places by name. Since 1 July 2025 `is_new_to_address` and
  `is_new_from_address` say that province and ward are those of today, without a district; the names have to be
  those of GHN's own list. The second stands in no page we saw, but in answers of the courier that others kept.
- kinds of service (95): 2 is light, 5 heavy (from 20 kg) and measured by `items`; insurance up to 5,000,000 đồng.
- fee (76, 95): wants `to_district_id` and `to_ward_code` of before 2025, so `shipping-order/preview` is asked: the
  body of create, answered with `total_fee` and nothing made.
- cancel (73, 102): `switch-status/cancel`, answered with a list of `order_code`, `result`, `message`.
- order by our code (118, 119): `data` is shown as a list of one, and met as an object; both are read.
- callbacks (47): `OrderCode`, `ClientOrderCode`, `Status`, `CODAmount`, `Time`, `Type`, a secret in a header of our
  choice; whatever is not answered with 200 comes again. Of the 23 statuses `scrap` was missing here.
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
LIGHT, HEAVY = 2, 5  # kinds of service; what is heavy is measured by its items
HEAVY_FROM_G = 20_000
MOST_INSURED = 5_000_000  # đồng

_WAYS = {
    Way.REGISTERED: ("ready_to_pick", "picking", "money_collect_picking"),
    Way.COLLECTED: (
        "picked", "storing", "transporting", "sorting", "delivering", "money_collect_delivering",
        "delivery_fail", "waiting_to_return", "return", "return_transporting", "return_sorting", "returning",
        "return_fail",
    ),
    Way.DELIVERED: ("delivered",),
    Way.BACK: ("returned",),
    Way.LOST: ("exception", "damage", "lost", "scrap"),
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
        """Asked by `preview`: `fee` wants the districts and ward codes that ended on 1 July 2025."""
        return _whole(self._ask("shipping-order/preview", _as_order(consignment)).get("total_fee"))

    def register(self, consignment):
        """Looks first whether an earlier try arrived: an answer may have been lost on the way."""
        if known := self._known(consignment.code):
            return known
        data = self._ask("shipping-order/create", _as_order(consignment))
        if not data.get("order_code"):
            raise Down("created without an order_code")
        return Registered(str(data["order_code"]), _whole(data.get("total_fee")))

    def _known(self, ours):
        try:
            data = self._ask("shipping-order/detail-by-client-code", {"client_order_code": ours})
        except Rejected:
            return None
        if WAY_OF.get(data.get("status")) == Way.CANCELLED or not data.get("order_code"):
            return None
        return Registered(str(data["order_code"]))

    def cancel(self, code):
        said = self._ask("switch-status/cancel", {"order_codes": [code]})
        if said.get("result") is False and self.track(code).way != Way.CANCELLED:
            raise Rejected(str(said.get("message") or "not cancelled")[:300])

    def track(self, code):
        data = self._ask("shipping-order/detail", {"order_code": code})
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
        """The `data` of an answer: an object, or the first of a list of them.

        Raises `Rejected` for a no, `Down` for everything that is no answer.
        """
        headers = {"Token": settings.GHN_TOKEN, "ShopId": settings.GHN_SHOP_ID}
        url = f"{settings.GHN_URL.rstrip('/')}/v2/{what}"
        try:
            answer = requests.post(url, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False)
            said = answer.json()
        except (requests.RequestException, ValueError) as fault:
            raise Down(repr(fault)[:300]) from fault
        if not isinstance(said, dict):
            raise Down(f"{answer.status_code}: no object")
        if answer.status_code == 200 and said.get("code") == 200:
            data = said.get("data")
            first = data[0] if isinstance(data, list) and data else data
            return first if isinstance(first, dict) else {}
        reason = str(said.get("code_message_value") or said.get("message") or answer.status_code)[:300]
        if 400 <= answer.status_code < 500 and answer.status_code not in {401, 403, 408, 429}:
            raise Rejected(reason)
        raise Down(f"{answer.status_code}: {reason}")


def _as_order(consignment: Consignment):
    sender, receiver = consignment.sender, consignment.receiver
    content = "; ".join(f"{n} × {title}" for title, n in consignment.contents)[:2000]
    heavy = consignment.weight_g >= HEAVY_FROM_G
    items = [{"name": title, "quantity": n} for title, n in consignment.contents]
    if heavy:
        items = [{"name": content[:300], "quantity": 1, "weight": consignment.weight_g, **BOX}]
    return {
        "client_order_code": consignment.code,
        "payment_type_id": SELLER_PAYS,
        "service_type_id": HEAVY if heavy else LIGHT,
        "required_note": LOOK_ALLOWED,
        "note": consignment.note[:500],
        "from_name": sender.name,
        "from_phone": sender.phone,
        "from_address": sender.street,
        "from_ward_name": sender.commune,
        "from_province_name": sender.province,
        "is_new_from_address": True,
        "to_name": receiver.name,
        "to_phone": receiver.phone,
        "to_address": receiver.street,
        "to_ward_name": receiver.commune,
        "to_province_name": receiver.province,
        "is_new_to_address": True,
        "cod_amount": consignment.cash,
        "insurance_value": min(consignment.value, MOST_INSURED),
        "weight": consignment.weight_g,
        "content": content,
        "items": items,
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
