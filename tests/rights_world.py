"""One shop with two makers, two buyers and one of everything that belongs to one of them, for tests of rights."""

import io
from datetime import time, timedelta
from types import SimpleNamespace

import tour_rows
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from oscar.apps.customer.models import ProductAlert
from outlet_rows import itinerary, operator, outlet
from PIL import Image

from after_order import Sale
from buying import basket_with
from catalogue import listing, reviewing
from catalogue.producers.models import StockPlace
from complaining import PDF, upload
from delivery import rates
from fetching import counter, fetched, ordered
from office.accounts.models import User
from office.payment import owing, paying, remitting
from office.payment.gateways import Arrival
from office.payment.models import Attempt, Refund, Statement, Trouble
from office.persons import Person
from office.roles import ROLES, give_role
from outlets.finding import mending
from outlets.models import NetworkReport, Standard
from outlets.network import recognising, registering, verifying
from outlets.stock import consigning, stocking
from outlets.tours import translating
from outlets.visits import calendar, crediting, visiting
from shop.account import addressing, wishing
from shop.account.models import Claim
from shop.alerting.models import Contact
from shop.complaints.filing import Matter, file
from shop.complaints.models import About
from shop.granting import grant
from shop.order.consenting import take_news
from shop.personal_data import requesting
from shop.personal_data.models import DataRequest
from shop.returning import cancelling, invoicing
from shop.settling import banking, paying_out, stating
from shop.shipping.models import CarrierEvent, ClosedDay, Zone

PLAIN = ("buyer", "commune_officer", "council", "keeper", "tour_operator")  # nothing is theirs alone
BUYER_PHONE = "+84912345678"


def build(shop, settings, folder):
    """Everything of maker B and of the buyer "owner"; maker A and the buyer "stranger" have theirs as well."""
    settings.PAPERS_ROOT = folder / "papers"
    settings.VIETQR_BANK_BIN, settings.VIETQR_ACCOUNT, settings.VIETQR_HOLDER = "970436", "0071000", "OCOP"
    grant()
    world = SimpleNamespace(shop=shop, people={})
    people = world.people
    people.update({role: shop.user(role) for role in ROLES if role not in {"producer", *PLAIN}})
    people["guest"], people["plain"] = None, shop.user(*PLAIN)
    people["keeper"] = shop.user("keeper")
    people["maker A"], people["maker B"] = shop.user("producer"), shop.user("producer")
    people["owner"], people["stranger"] = (
        verified_buyer(shop, BUYER_PHONE),
        verified_buyer(shop, "+84988888888"),
    )
    world.maker_a = shop.producer(people=[people["maker A"]])
    world.maker_b = shop.producer(people=[people["maker B"]])
    _goods(world)
    _sales(world)
    _after(world)
    _settling(world)
    _accounts(world)
    _counter(world)
    _network(world)
    _tours(world)
    _visits(world)
    _fetched(world)
    world.note_of_order = world.both.notes.create(message="Gọi lại lúc 9 giờ", note_type="Info")
    return world


def _tours(world):
    """The buyer "owner" leads a tour that is on the site and plans another; "stranger" acts for another operator."""
    owner = world.people["owner"]
    world.tour = tour_rows.published(owner)
    translating.write(world.tour, "fr", by=owner, title="Une journée à Cẩm Bình")
    world.operator = world.tour.operator
    world.draft_tour = itinerary(world.operator, *tour_rows.places(2))
    world.tour_stop = world.draft_tour.stops.first()
    world.operator_waiting = operator(owner, stage="waiting")
    world.operator_suspended = operator(owner, stage="suspended")
    operator(world.people["stranger"])
    give_role(owner, "tour_operator")


def _network(world):
    """An outlet that maker B keeps, with an application, a report and a link to confirm."""
    keeper, today = world.people["maker B"], timezone.localdate()
    world.outlet = outlet(stage_since=today)
    world.keeping = registering.appoint(world.outlet, keeper, by=world.shop.office)
    standard = Standard.objects.create(code="thu", name="Tiêu chí thử", legal_basis="Thử", valid_from=today)
    standard.criteria.create(part="goods", text="Có hàng OCOP")
    world.application = recognising.begin(world.outlet, by=keeper)
    world.answer = world.application.answers.get()
    world.report = NetworkReport.objects.create(outlet=world.outlet, year=2026, half=1, due_on=today)
    world.ask = verifying.ask(world.outlet, by=world.shop.office)[0]
    world.market_year = world.outlet.market_years.create(year=today.year + 1)
    world.special_days = world.outlet.special_days.create(first=today, last=today, reason="Nghỉ bão")
    world.mistake = mending.report(world.outlet, about="hours", words="Chủ nhật đóng cửa lúc 17 giờ")


def _visits(world):
    """A visit the owner's operator asked for at maker B's outlet, B's calendar address, and a group code."""
    owner, keeper = world.people["owner"], world.people["maker B"]
    world.visit = visiting.ask(
        world.operator,
        host=world.outlet,
        day=timezone.localdate() + timedelta(days=9),
        starts=time(9),
        minutes=45,
        size=5,
        language="vi",
        by=owner,
    )
    world.calendar_key = calendar.give_out(world.outlet, by=keeper)
    world.group_code = crediting.issue(world.tour, first_day=timezone.localdate(), size=5, by=owner)
    bought = {"group": world.group_code.code, "amount": 50_000, "receipt": "HD-01"}
    world.credit = crediting.credit_at_counter(world.outlet, by=keeper, **bought)


def _fetched(world):
    """An order to fetch at an outlet of nobody here, and the code of a group."""
    at = counter(world.shop)
    world.pick_up = fetched(ordered(at))
    world.group = world.group_code


def verified_buyer(shop, phone):
    user = shop.user("buyer", name="Nguyễn Thị Hoa")
    User.objects.filter(pk=user.pk).update(phone=phone, phone_verified=True)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return User.objects.get(pk=user.pk)


def _photograph():
    content = io.BytesIO()
    Image.new("RGB", (320, 320), "#a63").save(content, "JPEG")
    return SimpleUploadedFile("hu-mat.jpg", content.getvalue(), content_type="image/jpeg")


def _goods(world):
    shop = world.shop
    world.product_a = shop.product(producer=world.maker_a, price=100_000, stock=50)
    world.product_b = shop.product(producer=world.maker_b, price=100_000, stock=50, stars=4)
    listing.add_picture(world.product_b, _photograph(), alt="Hũ mật", by=shop.office)
    world.picture = world.product_b.pictures.get().picture
    world.place = StockPlace.objects.create(producer=world.maker_b, name="Kho hai", position=1)
    world.waiting = shop.product(producer=world.maker_b, price=50_000, stock=5)
    world.sold_out = shop.product(producer=world.maker_b, price=50_000, stock=0)
    world.recognition = world.product_b.recognitions.get()
    world.closed_day = ClosedDay.objects.create(day=timezone.localdate() + timedelta(days=9), name="Nghỉ")
    world.event = CarrierEvent.objects.create(
        carrier="ghn", digest="0" * 64, body="{}", trouble="Không rõ", done_at=timezone.now()
    )


def _sales(world):
    """The owner's order of both makers (number 1 is A's parcel, 2 B's), and one of B paid by transfer."""
    shop, owner = world.shop, world.people["owner"]
    world.both = Sale(shop, world.product_a, world.product_b, by=owner).order
    world.parcel_b = world.both.parcels.get(producer=world.maker_b)
    world.due = owing.due_of(world.both)
    world.sale = Sale(shop, world.product_b, by=owner, quantity=3).pay().to("delivered")
    world.line_b = world.sale.line
    world.travelling = Sale(shop, world.product_b, by=owner).to("handed_over")
    world.guests = Sale(shop, world.product_b).order
    other = Sale(shop, world.product_a, by=world.people["stranger"], phone="+84988888888")
    world.strangers = other.order


def _after(world):
    shop, owner, manager = world.shop, world.people["owner"], world.people["shop_manager"]
    world.returned = world.sale.ask(1, by=owner)
    world.return_picture = world.returned.pictures.get()
    failed = Sale(shop, world.product_b, by=owner).to("handed_over")
    world.failed = cancelling.note_failed_delivery(failed.parcel, reason="refused", by=manager)
    facts = {"kind": "person", "name": "Hoa", "tax_code": "", "address": "12", "email": "hoa@example.com"}
    (world.invoice,) = invoicing.ask(world.sale.order, **facts, by=owner)
    file_ = SimpleUploadedFile("hoa-don.pdf", PDF, content_type="application/pdf")
    world.invoice = invoicing.issue(
        world.invoice, number="1", issued_on=timezone.localdate(), document=file_, by=world.people["maker B"]
    )
    matter = {
        "subject": "Hàng vỡ", "text": "Vỡ hai chiếc.", "name": "Hoa", "phone": BUYER_PHONE,
        "email": owner.email, "about": About.PRODUCT, "product": world.product_b,
    }  # fmt: skip
    world.complaint = file(Matter(**matter, papers=[upload()]), key="k" * 32, by=owner)
    world.evidence = world.complaint.evidence.get().paper
    person = Person(user=owner, phone=BUYER_PHONE, email=owner.email)
    world.data_request = requesting.ask(person, DataRequest.Kind.ERASE, by=owner)
    world.consent = take_news(by=owner)
    world.waiting_due = owing.due_of(Sale(shop, world.product_b, by=owner).order)
    Attempt.objects.filter(due=world.waiting_due).update(state=Attempt.State.WAITING)
    world.attempt = world.waiting_due.attempts.get()
    paying.settle("vietqr", Arrival(reference="FT-LA", amount=777, note="khong ro"))
    world.trouble = Trouble.objects.get(settlement__reference="FT-LA")
    paid = Sale(shop, world.product_b, by=owner).pay()
    world.cancelled = cancelling.cancel(paid.parcel, reason="sold_out", by=world.people["maker B"])
    world.refund = Refund.objects.get(pk=world.cancelled.refund_id)
    world.statement = Statement.objects.create(
        name="sao-ke.csv", sha256="1", shape="x", account="0071000", by=manager
    )
    review = {"score": 5, "title": "Ngon", "body": "Rất ngon", "name": "Hoa"}
    world.review = reviewing.write(world.product_b, by=owner, **review)
    world.shown_review = reviewing.write(world.product_b, by=world.people["plain"], bought=True, **review)
    reviewing.approve(world.shown_review, by=manager)
    Sale(shop, world.product_b).to("delivered")  # paid at the door
    world.courier = remitting.carriers()[0][0]


def _settling(world):
    people = world.people
    entered = {"bank": "970405", "number": "0123456789", "holder": "Nguyen Thi Loc", "by": people["maker B"]}
    world.payout_account = banking.check(banking.enter(world.maker_b, **entered), by=people["shop_manager"])
    world.batch = paying_out.propose(minimum=0, by=world.shop.user("shop_manager"))
    world.payout = world.batch.payouts.get()
    paying_out.approve(world.batch, by=people["shop_manager"])
    world.monday = f"{stating.monday_of(timezone.localdate()):%Y-%m-%d}"


def _accounts(world):
    owner = world.people["owner"]
    facts = {"name": "Hoa", "phone": BUYER_PHONE, "street": "12", "commune": world.maker_b.commune}
    world.line_in_basket = basket_with(world.shop, world.product_b).lines.get()
    world.address = addressing.keep(by=owner, **facts)
    world.wish = wishing.wish(world.product_b, by=owner)
    world.alert = ProductAlert.objects.create(product=world.sold_out, user=owner, status=ProductAlert.ACTIVE)
    world.guests_alert = ProductAlert.objects.create(product=world.sold_out, email="vang-lai@example.com")
    Contact.objects.create(alert=world.guests_alert)
    world.claim = Claim.objects.create(
        user=owner, phone=BUYER_PHONE, until=timezone.now() + timedelta(minutes=9)
    )
    session = SessionStore()
    session["_auth_user_id"] = str(owner.pk)
    session.create()
    world.method = rates()  # last: it changes what delivery costs
    world.zone = Zone.objects.first()
    world.device = UserSession.objects.create(
        user=owner, session_key=session.session_key, ip="127.0.0.1", user_agent="thử"
    )


def _counter(world):
    """An outlet of "keeper" with goods of maker B in commission, and another where B may still say yes."""
    keeper, maker = world.people["keeper"], world.people["maker B"]
    world.counter = outlet(keeper=keeper)
    world.consignment = consigning.accept(
        consigning.offer(world.counter, world.maker_b, commission=10, by=keeper), by=maker
    )
    stocking.deliver(world.consignment, {world.product_b: 9}, by=keeper)
    world.note = stocking.sell(world.consignment, {world.product_b: (1, 90_000)}, by=keeper)
    world.item = world.counter.shelf.get()
    world.offered = consigning.offer(outlet(keeper=keeper), world.maker_b, commission=10, by=keeper)


def entered(world, person):
    client = Client()
    cache.clear()
    if user := world.people[person]:
        client.force_login(user)
    return client
