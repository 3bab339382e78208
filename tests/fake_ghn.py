"""A loop-back server that speaks GHN's wire format; it can be slow, broken, or lie."""

import itertools
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN, SHOP = "the-token", "4242"


class FakeGHN:
    """Shaped after GHN's public pages (see the docstring of the carrier). `orders` by their code; `asked` every (path, body); `faults` is a list used up one by one:
    "500", "slow", "hang-up" (the order is made, the answer is lost), "nonsense".
    """

    def __init__(self):
        self.orders, self.asked, self.faults = {}, [], []
        self.numbers = itertools.count(1)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/shiip/public-api"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def status(self, code, status):
        self.orders[code]["status"] = status

    def callback(self, code, status, **changes):
        """The body of a webhook for an order of ours."""
        order = self.orders[code]
        return json.dumps(
            {
                "OrderCode": code,
                "ClientOrderCode": order["client_order_code"],
                "Status": status,
                "CODAmount": order["cod_amount"],
                "ShopID": int(SHOP),
                "Time": "2026-11-26T03:00:00Z",
                "Type": "switch_status",
                **changes,
            }
        ).encode()

    def _handler(fake):  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                what = self.path.removeprefix("/shiip/public-api/v2/")
                fake.asked.append((what, body))
                if (self.headers["Token"], self.headers["ShopId"]) != (TOKEN, SHOP):
                    return self.answer(401, {"code": 401, "message": "Token is not valid!"})
                fault = fake.faults.pop(0) if fake.faults else ""
                if fault == "500":
                    return self.answer(500, {"code": 500, "message": "Internal"})
                if fault == "nonsense":
                    return self.answer(200, raw=b"<html>maintenance</html>")
                if fault == "slow":
                    time.sleep(1.5)
                status, said = fake.reply(what, body)
                if fault == "hang-up":
                    self.close_connection = True
                    return self.connection.close()
                return self.answer(status, said)

            def answer(self, status, said=None, raw=None):
                data = raw if raw is not None else json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *args):
                pass

        return Handler

    def reply(self, what, body):
        if what == "shipping-order/create":
            return self._create(body)
        if what == "shipping-order/detail-by-client-code":
            found = [o for o in self.orders.values() if o["client_order_code"] == body["client_order_code"]]
            return _found(found[-1] if found else None, listed=True)
        if what == "shipping-order/detail":
            return _found(self.orders.get(body["order_code"]))
        if what == "switch-status/cancel":
            return 200, {
                "code": 200,
                "message": "Success",
                "data": [self._cancel(c) for c in body["order_codes"]],
            }
        if what == "shipping-order/preview":
            fault = _fault(body)
            if fault:
                return 400, {"code": 400, "message": fault, "code_message": "USER_ERR_COMMON"}
            fee = {"order_code": "", "total_fee": 20_000 + body["weight"]}
            return 200, {"code": 200, "message": "Success", "data": fee}
        return 404, {"code": 404, "message": "no such thing"}

    def _cancel(self, code):
        open_yet = self.orders.get(code, {}).get("status") in {
            "ready_to_pick",
            "picking",
            "money_collect_picking",
        }
        if open_yet:
            self.status(code, "cancel")
        return {
            "order_code": code,
            "result": open_yet,
            "message": "OK" if open_yet else "cannot be cancelled now",
        }

    def _create(self, body):
        if fault := _fault(body):
            return 400, {"code": 400, "message": fault, "code_message": "USER_ERR_COMMON"}
        if any(o["client_order_code"] == body["client_order_code"] for o in self.orders.values()):
            return 400, {"code": 400, "message": "client_order_code exists"}
        code = f"GHN{next(self.numbers):05d}"
        self.orders[code] = {**body, "order_code": code, "status": "ready_to_pick"}
        return 200, {"code": 200, "message": "Success", "data": {"order_code": code, "total_fee": 31_000}}


def _fault(body):
    """What GHN would not take, or ""."""
    needed = (
        "to_name",
        "to_phone",
        "to_address",
        "to_ward_name",
        "to_province_name",
        "required_note",
        "weight",
    )
    missing = next((name for name in needed if not body.get(name)), "")
    if missing:
        return f"{missing} is required"
    for side in ("to", "from"):
        if not body.get(f"{side}_district_name") and not body.get(f"is_new_{side}_address"):
            return f"{side}_district_name is required"
    if body["service_type_id"] not in {2, 5} or body["payment_type_id"] not in {1, 2}:
        return "unknown service or payment"
    if body["weight"] > 50_000 or body["insurance_value"] > 5_000_000 or body["cod_amount"] > 50_000_000:
        return "over the limit"
    if body["service_type_id"] == 5 and not all(
        item.get("weight") and item.get("length") for item in body["items"]
    ):
        return "heavy goods are measured by their items"
    return ""


def _found(order, *, listed=False):
    if order is None:
        return 400, {"code": 400, "message": "order not found"}
    return 200, {"code": 200, "message": "Success", "data": [order] if listed else order}
