"""A running shop with two makers, a bank and a card service: where the journeys happen."""

import json
import urllib.request
from datetime import date
from itertools import count

import pytest
from django.utils import timezone
from people import Buyer, Maker, Manager

from after_order import WAY
from cms.planting import plant_pages
from delivery import rates
from fake_stripe import SECRET, FakeStripe
from office.outbox import Job, drain
from office.roles import give_role
from shop.order.fulfilling import move
from shop.settling.models import FeeRate


class Town:
    """The shop's address, its honey and its candy (of a co-operative and a household), and who comes."""

    def __init__(self, shop, chromium, address):
        self.shop, self.chromium, self.address = shop, chromium, address
        self.coop_person = give_role(shop.user(name="Trần Văn Nam"), "producer")
        self.home_person = give_role(shop.user(name="Lê Thị Hương"), "producer")
        coop = shop.producer(name="Hợp tác xã Mật ong Vũ Quang", people=[self.coop_person])
        home = shop.producer(name="Cơ sở Cu đơ Bà Hường", people=[self.home_person])
        self.honey = shop.product("Mật ong hoa rừng", producer=coop, price=185_000, stock=10)
        self.candy = shop.product("Cu đơ gừng", producer=home, price=65_000, stock=10)
        self.people = []

    def _comes(self, person):
        self.people.append(person)
        return person

    def buyer(self, **facts):
        return self._comes(Buyer(self.chromium, self.address, **facts))

    def maker(self, user=None, **facts):
        return self._comes(Maker(self.chromium, self.address, user=user or self.coop_person, **facts))

    def manager(self, **facts):
        user = self.shop.user("shop_manager", name="Phan Thị Quản")
        return self._comes(Manager(self.chromium, self.address, user=user, **facts))

    def delivers(self, parcel):
        """What the parcels' desk does, where the journey is about something else."""
        parcel.tracking_code = "VN123456"
        parcel.save(update_fields=["tracking_code"])
        for stage in WAY:
            move(parcel, stage, by=self.shop.office)

    def later(self, kind):
        """What was put off to a later hour is done now."""
        Job.objects.filter(kind=kind).update(due_at=timezone.now())
        drain(kind)


@pytest.fixture
def town(live_server, shop, settings, chromium, tmp_path):
    settings.SITE_URL = live_server.url
    settings.PAPERS_ROOT = tmp_path / "papers"
    FeeRate.objects.create(per_mille=50, valid_from=date(2026, 1, 1))
    plant_pages()
    rates(fees=(30_000, 30_000, 40_000))
    town = Town(shop, chromium, live_server.url)
    yield town
    for person in town.people:
        person.leaves()


class Bank:
    """Our bank: tells the shop of a transfer the way SePay does; returns the answer's status."""

    def __init__(self, address, settings):
        self.address, self.settings, self.numbers = address, settings, count(7001)

    def brings(self, amount, note, *, number=None):
        number = number or next(self.numbers)
        said = {
            "id": number,
            "gateway": "Agribank",
            "transactionDate": f"{timezone.localtime():%Y-%m-%d %H:%M:%S}",
            "accountNumber": self.settings.VIETQR_ACCOUNT,
            "subAccount": None,
            "code": None,
            "content": f"MBVCB.{number}.{note}.CT tu 0071000 NGUYEN THI HOA",
            "transferType": "in",
            "transferAmount": amount,
            "accumulated": 0,
            "referenceCode": f"FT{number}",
            "description": "",
        }
        request = urllib.request.Request(  # noqa: S310
            f"{self.address}/thanh-toan/goi-lai/vietqr/",
            json.dumps(said).encode(),
            {"Authorization": f"Apikey {self.settings.SEPAY_API_KEY}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
            return answer.status


@pytest.fixture
def bank(town, settings):
    settings.SEPAY_API_KEY = "khoa-thu"
    return Bank(town.address, settings)


@pytest.fixture
def stripe(town, settings):
    """The card service; its webhooks come by themselves."""
    with FakeStripe(webhook=f"{town.address}/thanh-toan/goi-lai/stripe/") as server:
        server.webhook_by_itself = True
        settings.STRIPE_SECRET_KEY = "sk_test_fake"
        settings.STRIPE_WEBHOOK_SECRET = SECRET
        settings.STRIPE_API_BASE = settings.STRIPE_CHECKOUT_ORIGIN = server.url
        yield server
