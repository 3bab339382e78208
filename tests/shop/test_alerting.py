"""Who asked to be told when there is more: once, after saying yes, and then forgotten."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from oscar.apps.customer.models import ProductAlert

from buying import ORIGIN, basket_with, buyer, seen
from catalogue import listing
from catalogue.models import Product
from catalogue.producers import stocking
from catalogue.producers.models import Hold
from office.outbox import Job, drain
from office.stages import Refused
from shop.account import wishing
from shop.alerting import answering, asking
from shop.alerting.models import Contact
from shop.order.fulfilling import move
from shop.order.placing import expire, place

pytestmark = pytest.mark.django_db


def told(to):
    return [each for each in mail.outbox if each.to == [to] and "đã có hàng trở lại" in each.body]


@pytest.fixture
def jar(shop):
    return shop.product("Mật ong Vũ Quang", stock=0)


def post(client, product, contact=""):
    return client.post(f"/bao-co-hang/{product.pk}/", {"contact": contact}, **ORIGIN)


def link_in(text):
    return re.search(r"/bao-co-hang/dong-y/\w+/", text)[0]


def test_guest_says_yes_by_the_link_is_told_once_and_forgotten(
    client, shop, jar, django_capture_on_commit_callbacks
):
    page = seen(client.get(jar.get_absolute_url()))
    assert f'action="/bao-co-hang/{jar.pk}/"' in page
    with django_capture_on_commit_callbacks(execute=True):
        assert post(client, jar, "Hoa@Example.com").status_code == 200
    link = link_in(mail.outbox.pop().body)
    with django_capture_on_commit_callbacks(execute=True):
        listing.set_stock(jar, 1, by=shop.office)
    assert mail.outbox == []  # nobody has said yes
    listing.set_stock(jar, 0, by=shop.office)
    assert ProductAlert.objects.get().status == ProductAlert.UNCONFIRMED
    client.get(link)
    assert ProductAlert.objects.get().status == ProductAlert.UNCONFIRMED  # a mail program that opens links
    client.post(link, **ORIGIN)
    for _again in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            listing.set_stock(jar, 5, by=shop.office)
        listing.set_stock(jar, 0, by=shop.office)
    assert len(told("hoa@example.com")) == 1
    alert = ProductAlert.objects.get()
    assert (alert.status, alert.email, Contact.objects.count()) == (ProductAlert.CLOSED, "", 0)


def test_guest_with_a_phone_gets_the_links_by_text(
    client, shop, jar, texts, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        post(client, jar, "0912 345 678")
    number, text = texts.pop()
    assert number == "+84912345678"
    client.post(link_in(text), **ORIGIN)
    with django_capture_on_commit_callbacks(execute=True):
        listing.set_stock(jar, 5, by=shop.office)
    number, text = texts.pop()
    assert number == "+84912345678"
    assert jar.get_absolute_url() in text


def test_signed_in_person_is_noted_at_once_and_told_in_the_inbox(
    client, shop, jar, django_capture_on_commit_callbacks
):
    person = shop.user("buyer")
    client.force_login(person)
    for _again in range(2):
        assert post(client, jar).status_code == 200
    assert wishing.alerts_of(person).count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        listing.set_stock(jar, 5, by=shop.office)
    assert jar.title in person.notices.get().sentence
    assert not wishing.alerts_of(person).exists()


def test_asking_twice_is_one_wish_and_after_yes_nothing_more_is_sent(client, jar):
    alert = asking.ask(jar, email="hoa@example.com")
    assert asking.ask(jar, email="hoa@example.com") == alert
    asking.confirm(alert.key)
    before = Job.objects.count()
    assert asking.ask(jar, email="HOA@example.com") == alert
    assert Job.objects.count() == before
    assert asking.confirm(alert.key).status == ProductAlert.ACTIVE


def test_stopping_deletes_the_address_at_once_and_ends_the_wish(client, jar):
    alert = asking.ask(jar, phone="+84912345678")
    stop = f"/bao-co-hang/thoi/{alert.key}/"
    assert client.get(stop).status_code == 200
    for _again in range(2):
        assert client.post(stop, **ORIGIN).status_code == 200
    alert.refresh_from_db()
    assert (alert.status, Contact.objects.count()) == (ProductAlert.CANCELLED, 0)
    with pytest.raises(Refused):
        asking.confirm(alert.key)
    assert "kết thúc" in seen(client.post(f"/bao-co-hang/dong-y/{alert.key}/", **ORIGIN))


@pytest.mark.parametrize("contact", ["", "hoa@", "12", "x" * 121])
def test_no_way_to_reach_the_guest_is_told_at_the_field(client, jar, contact):
    answer = post(client, jar, contact)
    assert answer.status_code == 422
    assert 'id="id_contact_error"' in answer.content.decode()
    assert not ProductAlert.objects.exists()


def test_what_can_be_bought_or_is_not_shown_takes_no_wish(client, shop):
    assert post(client, shop.product(stock=1), "hoa@example.com").status_code == 422
    hidden = shop.product(stock=0, is_public=False)
    assert post(client, hidden, "hoa@example.com").status_code == 404


def test_wishes_of_one_address_are_limited_and_so_are_questions_to_one_person(client, shop, jar):
    goods = [shop.product(stock=0) for _ in range(11)]
    answers = [post(client, each, "hoa@example.com").status_code for each in goods[:6]]
    assert answers == [200] * 5 + [429]
    for n, each in enumerate(goods[6:10]):
        post(client, each, f"mai{n}@example.com")
    assert post(client, goods[10], "lan@example.com").status_code == 429


def test_page_elsewhere_cannot_ask_for_a_visitor(client, jar):
    answer = client.post(f"/bao-co-hang/{jar.pk}/", {"contact": "a@b.vn"}, headers={"Origin": "https://x.vn"})
    assert answer.status_code == 403


def test_cancelled_parcel_brings_the_last_jar_back_to_who_asked(shop, django_capture_on_commit_callbacks):
    jar, person = shop.product(stock=1, price=1000), shop.user("buyer")
    order = place(basket_with(shop, jar), buyer(), key="c", expected_total=31_000)
    asking.ask(jar, by=person)
    with django_capture_on_commit_callbacks(execute=True):
        move(order.parcels.get(), "cancelled", by=shop.office)
    assert person.notices.filter(about="back-in-stock").count() == 1


def test_order_nobody_paid_brings_it_back_too(shop, django_capture_on_commit_callbacks):
    jar, person = shop.product(stock=1, price=1000), shop.user("buyer")
    until = timezone.now() + timedelta(minutes=15)
    order = place(basket_with(shop, jar), buyer(), key="e", expected_total=31_000, hold_until=until)
    asking.ask(jar, by=person)
    with django_capture_on_commit_callbacks(execute=True):
        expire(order)
    assert person.notices.filter(about="back-in-stock").count() == 1


def test_hold_that_ends_by_itself_is_looked_at_when_it_ends(shop):
    jar, person = shop.product(stock=1), shop.user("buyer")
    stocking.hold({jar: 1}, key="a", until=timezone.now() + timedelta(minutes=15))
    asking.ask(jar, by=person)
    job = Job.objects.get(kind=answering.KIND)
    assert job.due_at > timezone.now() + timedelta(minutes=14)
    Hold.objects.update(until=timezone.now() - timedelta(seconds=1))
    Job.objects.update(due_at=timezone.now())
    drain(answering.KIND)
    assert person.notices.filter(about="back-in-stock").count() == 1


def test_more_of_one_size_tells_who_asked_for_the_product(shop, django_capture_on_commit_callbacks):
    jar, person = shop.product(stock=0), shop.user("buyer")
    size = listing.add_size(jar, pack="Lọ 1 kg", price=150_000, stock=0, by=shop.office)
    jar = Product.objects.get(pk=jar.pk)
    asking.ask(jar, by=person)
    with django_capture_on_commit_callbacks(execute=True):
        listing.set_stock(size, 3, by=shop.office)
    assert person.notices.filter(about="back-in-stock").count() == 1


def test_old_wishes_of_guests_are_forgotten_and_waiting_ones_kept(jar):
    alert = asking.ask(jar, email="hoa@example.com")
    other = asking.ask(jar, email="mai@example.com")
    asking.confirm(other.key)
    assert asking.tidy(timezone.now()) == 1
    assert ProductAlert.objects.get() == other
    assert not ProductAlert.objects.filter(pk=alert.pk).exists()
