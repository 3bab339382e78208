"""A loop-back server that speaks GHN's wire format; it can be slow, broken, or lie."""

import itertools
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOKEN, SHOP = "the-token", "4242"


class FakeGHN:
    """`orders` by their code; `asked` every (path, body); `faults` is a list used up one by one:
    "500", "slow", "hang-up" (the order is made, the answer is lost), "nonsense".
    """

    def __init__(self):
        self.orders, self.asked, self.faults = {}, [], []
        self.numbers = itertools.count(1)
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
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
                what = self.path.rpartition("/")[2]
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
        if what == "create":
            return self._create(body)
        if what == "detail-by-client-code":
            found = [o for o in self.orders.values() if o["client_order_code"] == body["client_order_code"]]
            return _found(found[-1] if found else None)
        if what == "detail":
            return _found(self.orders.get(body["order_code"]))
        if what == "cancel":
            for code in body["order_codes"]:
                self.status(code, "cancel")
            return 200, {"code": 200, "message": "Success", "data": {}}
        if what == "fee":
            return 200, {"code": 200, "message": "Success", "data": {"total": 20_000 + body["weight"]}}
        return 404, {"code": 404, "message": "no such thing"}

    def _create(self, body):
        if not body["to_phone"]:
            return 400, {"code": 400, "message": "to_phone is required"}
        if any(o["client_order_code"] == body["client_order_code"] for o in self.orders.values()):
            return 400, {"code": 400, "message": "client_order_code exists"}
        code = f"GHN{next(self.numbers):05d}"
        self.orders[code] = {**body, "order_code": code, "status": "ready_to_pick"}
        return 200, {"code": 200, "message": "Success", "data": {"order_code": code, "total_fee": 31_000}}


def _found(order):
    if order is None:
        return 400, {"code": 400, "message": "order not found"}
    return 200, {"code": 200, "message": "Success", "data": order}
