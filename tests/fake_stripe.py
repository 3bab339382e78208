"""A small server that speaks Stripe's wire format, for tests and for trying out by hand.

Checkout Sessions, PaymentIntents, Refunds, idempotency keys, an over-refund refused, and a hosted page
with success, decline, 3-D Secure and closing. Webhooks are signed and sent when told to: late, doubled,
reordered, forged. It can be `down`, `slow` or `dies_after` (does the work and drops the connection).

By itself: `python tests/fake_stripe.py --port 12111 --webhook http://localhost:8000/thanh-toan/goi-lai/stripe/`
"""

import argparse
import hashlib
import hmac
import itertools
import json
import os
import re
import signal
import sys
import threading
import time
import urllib.request
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import parse_qsl, urlsplit

SECRET = "whsec_fake"


def nested(body):
    """Stripe's form encoding: "a[b][0]=1" as {"a": {"b": {"0": "1"}}}."""
    root = {}
    for name, value in parse_qsl(body, keep_blank_values=True):
        keys = re.findall(r"[^\[\]]+", name)
        at = root
        for key in keys[:-1]:
            at = at.setdefault(key, {})
        at[keys[-1]] = value
    return root


class Refusal(Exception):
    def __init__(self, status, kind, message, code=""):
        super().__init__(message)
        self.status, self.body = status, {"error": {"type": kind, "message": message, "code": code}}


class FakeStripe:
    """`with FakeStripe() as fake:` — `fake.url`; what it holds: `sessions`, `payments`, `refunds`, `events`."""

    def __init__(self, port=0, webhook="", secret=SECRET):
        self.webhook, self.secret = webhook, secret
        self.sessions, self.payments, self.refunds = {}, {}, {}
        self.events, self.answers, self.asked = [], {}, []
        self.down = self.dies_after = False
        self.kills = 0  # the process to kill once its next request has been done, before it is answered
        self.slow = 0.0
        self.refund_status = "succeeded"
        self.per_mille, self.fixed, self.refund_fee = 0, 0, 0  # what it keeps, in đồng
        self.kept_in, self.rate = "vnd", 1  # the currency of our account there, and đồng for one of its coins
        self.books_late = False  # no balance transaction is known yet
        self.lock = threading.RLock()
        self.numbers = itertools.count(1)
        self.server = ThreadingHTTPServer(("127.0.0.1", port), handler_for(self))
        self.server.daemon_threads = True

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()
        return self

    def __exit__(self, *fault):
        self.server.shutdown()
        self.server.server_close()

    def id(self, prefix):
        return f"{prefix}_fake_{next(self.numbers):06d}"

    # What the shop asks.

    def create_session(self, said):
        item = said["line_items"]["0"]
        currency = item["price_data"]["currency"]
        amount = int(item["price_data"]["unit_amount"]) * int(item["quantity"])
        expires = int(said.get("expires_at") or time.time() + 86400)
        if not 1790 <= expires - time.time() <= 86410:
            raise Refusal(400, "invalid_request_error", "expires_at must be 30 minutes to 24 hours away")
        if currency == "vnd" and amount < 10_000:
            raise Refusal(400, "invalid_request_error", "amount too small", "amount_too_small")
        made = {
            "id": self.id("cs"),
            "object": "checkout.session",
            "amount_total": amount,
            "currency": currency,
            "status": "open",
            "payment_status": "unpaid",
            "payment_intent": None,
            "client_reference_id": said.get("client_reference_id"),
            "metadata": said.get("metadata", {}),
            "payment_intent_data": said.get("payment_intent_data", {}),
            "success_url": said["success_url"],
            "cancel_url": said["cancel_url"],
            "expires_at": expires,
        }
        made["url"] = f"{self.url}/pay/{made['id']}"
        self.sessions[made["id"]] = made
        return made

    def expire_session(self, session):
        if session["status"] != "open":
            raise Refusal(400, "invalid_request_error", "This Session is not open.")
        session["status"], session["url"] = "expired", None
        self.happened("checkout.session.expired", session)
        return session

    def create_refund(self, said):
        payment = self.payments.get(said.get("payment_intent"))
        if payment is None or payment["status"] != "succeeded":
            raise Refusal(400, "invalid_request_error", "No such payment_intent", "resource_missing")
        amount = int(said.get("amount") or payment["amount"] - payment["amount_refunded"])
        if amount > payment["amount"] - payment["amount_refunded"]:
            raise Refusal(
                400,
                "invalid_request_error",
                "Refund amount is greater than unrefunded amount",
                "charge_already_refunded",
            )
        made = {
            "id": self.id("re"),
            "object": "refund",
            "amount": amount,
            "currency": payment["currency"],
            "payment_intent": payment["id"],
            "status": self.refund_status,
            "metadata": said.get("metadata", {}),
        }
        payment["amount_refunded"] += amount
        self.refunds[made["id"]] = made
        self.happened("refund.created", made)
        self.happened("charge.refunded", self.charge_of(payment))
        return made

    def balance_of(self, thing, amount, fee):
        """The movement on our account there; None while it has not been written."""
        if self.books_late:
            return None
        return {
            "id": f"txn_{thing['id']}",
            "object": "balance_transaction",
            "amount": round(amount / self.rate),
            "currency": self.kept_in,
            "fee": round(fee / self.rate),
            "exchange_rate": None if self.kept_in == "vnd" else 1 / self.rate,
        }

    def with_books(self, thing, expand):
        """The payment or refund as it is shown with what `expand` asks for."""
        if "latest_charge.balance_transaction" in expand:
            fee = thing["amount"] * self.per_mille // 1000 + self.fixed
            charge = self.charge_of(thing)
            charge["balance_transaction"] = self.balance_of(charge, thing["amount"], fee)
            return thing | {"latest_charge": charge if thing["status"] == "succeeded" else None}
        if "balance_transaction" in expand:
            moved = self.balance_of(thing, -thing["amount"], self.refund_fee)
            return thing | {"balance_transaction": moved}
        return thing

    def charge_of(self, payment):
        return {
            "id": f"ch_{payment['id']}",
            "object": "charge",
            "payment_intent": payment["id"],
            "amount": payment["amount"],
            "amount_refunded": payment["amount_refunded"],
            "currency": payment["currency"],
        }

    # What the payer does on the hosted page.

    def pay(self, session_id, *, amount=None, currency=None):
        """The card is taken."""
        with self.lock:
            session = self.sessions[session_id]
            if session["status"] != "open":
                return session
            payment = self._payment(session, "succeeded")
            session |= {"status": "complete", "payment_status": "paid", "payment_intent": payment["id"]}
            if amount:
                session["amount_total"] = payment["amount"] = amount
            if currency:
                session["currency"] = payment["currency"] = currency
            self.happened("payment_intent.succeeded", payment)
            self.happened("checkout.session.completed", session)
            return session

    def decline(self, session_id, code="card_declined"):
        """The bank says no; the page stays open for another card."""
        with self.lock:
            payment = self._payment(self.sessions[session_id], "requires_payment_method")
            payment["last_payment_error"] = {"code": code, "message": "Your card was declined."}
            self.happened("payment_intent.payment_failed", payment)

    def _payment(self, session, status):
        payment = {
            "id": self.id("pi"),
            "object": "payment_intent",
            "amount": session["amount_total"],
            "amount_refunded": 0,
            "currency": session["currency"],
            "status": status,
            "metadata": session["payment_intent_data"].get("metadata", {}),
        }
        self.payments[payment["id"]] = payment
        return payment

    def fail_refund(self, refund_id, reason="expired_or_canceled_card"):
        refund = self.refunds[refund_id]
        refund |= {"status": "failed", "failure_reason": reason}
        self.payments[refund["payment_intent"]]["amount_refunded"] -= refund["amount"]
        self.happened("refund.failed", refund)

    def dispute(self, payment_id):
        payment = self.payments[payment_id]
        self.happened(
            "charge.dispute.created",
            {
                "id": self.id("dp"),
                "object": "dispute",
                "payment_intent": payment_id,
                "amount": payment["amount"],
                "currency": payment["currency"],
                "reason": "fraudulent",
            },
        )

    # What Stripe tells the shop.

    def happened(self, kind, thing):
        event = {
            "id": self.id("evt"),
            "object": "event",
            "type": kind,
            "api_version": "2025-01-01",
            "created": int(time.time()),
            "livemode": False,
            "data": {"object": json.loads(json.dumps(thing))},
        }
        self.events.append(event)
        if self.webhook and self.webhook_by_itself:
            threading.Thread(target=self.send, args=[event], daemon=True).start()
        return event

    webhook_by_itself = False

    def last(self, kind):
        return next(event for event in reversed(self.events) if event["type"] == kind)

    def signed(self, event, *, secret=None, at=None):
        """(body, headers) as Stripe would send them."""
        body = json.dumps(event).encode()
        at = int(at or time.time())
        mac = hmac.new((secret or self.secret).encode(), f"{at}.".encode() + body, hashlib.sha256).hexdigest()
        return body, {"Stripe-Signature": f"t={at},v1={mac}", "Content-Type": "application/json"}

    def send(self, event, **forgery):
        """Deliver an event to `webhook`; returns the status."""
        body, headers = self.signed(event, **forgery)
        request = urllib.request.Request(self.webhook, body, headers, method="POST")  # noqa: S310
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
                return answer.status
        except HTTPError as fault:
            return fault.code


def handler_for(fake):
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *args):
            pass

        def do_GET(self):
            self.answer("GET")

        def do_POST(self):
            self.answer("POST")

        def answer(self, method):
            path, query = urlsplit(self.path)[2:4]
            body = query or self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            if path.startswith("/pay/"):
                return self.hosted(method, path.split("/")[2], dict(parse_qsl(body)))
            fake.asked.append((method, path, nested(body)))
            if fake.slow:
                time.sleep(fake.slow)
            if fake.down:
                return self.drop()
            status, said = self.api(method, path, body)
            if fake.kills:
                os.kill(fake.kills, signal.SIGKILL)
                fake.kills = 0
                return self.drop()
            if fake.dies_after:
                return self.drop()
            return self.say(status, said)

        def api(self, method, path, body):
            if not self.headers.get("Authorization", "").startswith("Bearer sk_"):
                return 401, {"error": {"type": "invalid_request_error", "message": "No API key"}}
            key = self.headers.get("Idempotency-Key")
            with fake.lock:
                if method == "POST" and key in fake.answers:
                    before, answer = fake.answers[key]
                    if before != (path, body):
                        return 400, {"error": {"type": "idempotency_error", "message": "Other parameters"}}
                    return answer
                try:
                    answer = 200, self.route(method, path, nested(body))
                except Refusal as refusal:
                    answer = refusal.status, refusal.body
                if method == "POST" and key:
                    fake.answers[key] = (path, body), json.loads(json.dumps(answer))
                return answer

        def route(self, method, path, said):
            parts = path.strip("/").split("/")[1:]
            if parts == ["checkout", "sessions"] and method == "POST":
                return fake.create_session(said)
            if parts[:2] == ["checkout", "sessions"] and parts[2] in fake.sessions:
                session = fake.sessions[parts[2]]
                return fake.expire_session(session) if parts[3:] == ["expire"] else session
            if parts == ["refunds"] and method == "POST":
                return fake.create_refund(said)
            if parts[0] == "refunds" and parts[1:] and parts[1] in fake.refunds:
                return fake.with_books(fake.refunds[parts[1]], said.get("expand", {}).values())
            if parts[0] == "payment_intents" and parts[1:] and parts[1] in fake.payments:
                return fake.with_books(fake.payments[parts[1]], said.get("expand", {}).values())
            raise Refusal(
                404, "invalid_request_error", f"Unrecognized request URL {path}", "resource_missing"
            )

        def hosted(self, method, session_id, said):
            session = fake.sessions.get(session_id)
            if session is None:
                return self.page(404, "<p>No such session</p>")
            what = said.get("what", "")
            if method == "POST" and what == "decline":
                fake.decline(session_id)
                return self.page(200, self.form(session, "Thẻ bị từ chối. Hãy thử thẻ khác."))
            if method == "POST" and what == "secure":
                return self.page(200, self.secure())
            if method == "POST" and what == "refuse":
                fake.decline(session_id, "authentication_required")
                return self.page(200, self.form(session, "Không xác thực được."))
            if method == "POST" and what in {"pay", "confirmed"}:
                fake.pay(session_id)
                return self.go(session["success_url"])
            if session["status"] != "open":
                return self.go(session["success_url" if session["status"] == "complete" else "cancel_url"])
            return self.page(200, self.form(session))

        def form(self, session, error=""):
            buttons = (("pay", "Thanh toán"), ("secure", "Thẻ cần 3-D Secure"), ("decline", "Thẻ bị từ chối"))
            return (
                f"<h1>{session['amount_total']} {session['currency']}</h1><p role=alert>{error}</p><form method=post>"
                + "".join(f"<p><button name=what value={value}>{text}</button>" for value, text in buttons)
                + f'</form><p><a href="{escape(session["cancel_url"])}">Quay lại</a>'
            )

        def secure(self):
            return (
                "<h1>Ngân hàng của bạn</h1><form method=post><p><button name=what value=confirmed>Xác nhận</button>"
                "<p><button name=what value=refuse>Từ chối</button></form>"
            )

        def page(self, status, html):
            self.raw(
                status,
                f"<!doctype html><meta charset=utf-8><title>Stripe (fake)</title>{html}".encode(),
                "text/html",
            )

        def say(self, status, said):
            self.raw(status, json.dumps(said).encode(), "application/json")

        def raw(self, status, body, kind):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def go(self, url):
            self.send_response(303)
            self.send_header("Location", url)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def drop(self):
            self.close_connection = True
            self.connection.close()

    return Handler


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=12111)
    parser.add_argument("--webhook", default="")
    parser.add_argument("--secret", default=SECRET)
    given = parser.parse_args()
    fake = FakeStripe(given.port, given.webhook, given.secret)
    fake.webhook_by_itself = bool(given.webhook)
    sys.stdout.write(f"{fake.url} for STRIPE_API_BASE, STRIPE_CHECKOUT_ORIGIN; secret {given.secret}\n")
    sys.stdout.flush()
    fake.server.serve_forever()


if __name__ == "__main__":
    main()
