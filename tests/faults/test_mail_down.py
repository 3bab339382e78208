"""The mail server refuses or hangs: ordering answers in time, the mail goes out once it is back."""

import email
import socket
import socketserver
import threading
import time

import pytest
from django.core.cache import cache
from standing import Checkout, claims_have_ended, is_sold_once, nothing_waits

from office.models import Job
from office.outbox import drain

PRICE, FEE = 85_000, 30_000
pytestmark = pytest.mark.django_db(transaction=True)


class Post(socketserver.StreamRequestHandler):
    """As much of SMTP as Django speaks. With `server.hangs` it takes the connection and says nothing."""

    def handle(self):
        if self.server.hangs:
            self.server.released.wait(30)
            return
        self.say("220 thu.example")
        while line := self.rfile.readline().decode().strip():
            word = line.upper()[:4]
            if word == "DATA":
                self.say("354 go on")
                lines = iter(self.rfile.readline, b".\r\n")
                self.server.mails.append(email.message_from_bytes(b"".join(lines)))
            self.say("221 bye" if word == "QUIT" else "250 ok")

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = allow_reuse_address = True
    hangs = False

    def __init__(self, port=0):
        super().__init__(("127.0.0.1", port), Post)
        self.mails, self.released = [], threading.Event()
        threading.Thread(target=self.serve_forever, args=[0.05], daemon=True).start()

    def stop(self):
        self.released.set()
        self.shutdown()
        self.server_close()


@pytest.fixture
def mail_port(settings):
    """A port of its own where nobody listens yet."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    return port


def ordered(shop, way="cod"):
    maker = shop.producer(people=[shop.user(name="Chủ thể")])
    checkout = Checkout(shop.product(producer=maker, price=PRICE, stock=3), way, PRICE + FEE)
    drain()
    claims_have_ended()
    began = time.monotonic()
    answer = checkout.send()
    assert answer.status_code == 302
    return checkout, time.monotonic() - began


def delivered(server):
    cache.clear()
    claims_have_ended()
    drain()
    drain()  # the confirmation posts its mail
    nothing_waits()
    return sorted(mail["To"] for mail in server.mails)


def test_a_server_that_refuses_costs_no_order_and_no_mail(shop, mail_port):
    checkout, _took = ordered(shop)
    is_sold_once(checkout.order)
    assert Job.objects.filter(kind="mail").exclude(error="").exists()
    server = Server(mail_port)
    try:
        maker = checkout.order.parcels.get().producer.users.get().email
        assert delivered(server) == sorted(["hoa@example.com", maker])
    finally:
        server.stop()


def test_a_server_that_hangs_costs_the_buyer_seconds_and_no_mail(shop, mail_port):
    server = Server(mail_port)
    server.hangs = True
    try:
        checkout, took = ordered(shop)
        is_sold_once(checkout.order)
        assert took < 5
        second, took = ordered(shop)
        assert took < 2  # it is known to be down
        server.hangs = False
        server.released.set()
        to = delivered(server)
        assert to.count("hoa@example.com") == 2
        assert len(to) == 4
        is_sold_once(second.order)
    finally:
        server.stop()
