"""The desk of makers: taken in by the office, revised by their people, checked, suspended."""

import pytest

from catalogue.producers import joining
from catalogue.producers.models import Partner
from office.roles import has_role
from office.stages import Refused
from shop.basket.filling import add, contents
from shop.basket.models import Basket

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/chu-the/"


def form(**changes):
    return {
        "name": "Tổ hợp tác Ong Thử", "legal_form": "group", "tax_code": "3000000001", "commune": "18652",
        "street": "Thôn 4", "phone": "0912 345 678", "story": "Mười hai hộ nuôi ong.",
    } | changes  # fmt: skip


def test_office_takes_a_producer_in_appoints_its_person_and_checks_it(client, shop):
    person = shop.user("buyer")
    client.force_login(shop.user("programme_office"))
    client.post(f"{DESK}moi/", form())
    producer = Partner.objects.get()
    assert (producer.code, str(producer.phone)) == ("to-hop-tac-ong-thu", "+84912345678")
    client.post(f"{DESK}{producer.pk}/nguoi/", {"login": person.email.upper()})
    client.post(f"{DESK}{producer.pk}/dinh-danh/")
    producer.refresh_from_db()
    assert producer.identity_state == "verified"
    assert list(producer.users.all()) == [person]
    assert has_role(type(person).objects.get(pk=person.pk), "producer")


def test_account_nobody_has_is_told_at_the_field(client, shop):
    producer = shop.producer()
    client.force_login(shop.user("programme_office"))
    page = client.post(f"{DESK}{producer.pk}/nguoi/", {"login": "ai@example.com"}).content.decode()
    assert 'id="id_login_error"' in page
    assert "ai@example.com" in page


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"phone": "12"}, "phone"), ({"story": "Cao chữa bệnh."}, "story"), ({"commune": "1"}, "commune"), ({"name": ""}, "name")],
)  # fmt: skip
def test_bad_facts_are_told_at_their_field_and_what_was_typed_stays(client, shop, changes, field):
    client.force_login(shop.user("programme_office"))
    page = client.post(f"{DESK}moi/", form(**changes)).content.decode()
    assert f'id="id_{field}_error"' in page
    assert "3000000001" in page
    assert not Partner.objects.exists()


def test_makers_people_change_their_story_and_phone_but_not_who_they_are(client, shop):
    person = shop.user()
    producer = shop.producer(name="Hợp tác xã Cũ", people=[person])
    client.force_login(person)
    client.post(f"{DESK}{producer.pk}/", {"phone": "0987654321", "story": "Chuyện mới.", "name": "Tên khác"})
    producer.refresh_from_db()
    assert (str(producer.phone), producer.story, producer.name) == (
        "+84987654321",
        "Chuyện mới.",
        "Hợp tác xã Cũ",
    )
    with pytest.raises(Refused):
        joining.revise(producer, name="Tên khác", by=person)


def test_others_may_not_open_it_and_its_people_may_not_check_it(client, shop):
    person, stranger = shop.user(), shop.user()
    producer = shop.producer(people=[person])
    shop.producer(people=[stranger])
    client.force_login(stranger)
    assert client.get(f"{DESK}{producer.pk}/").status_code == 403
    client.force_login(person)
    assert client.post(f"{DESK}{producer.pk}/dinh-danh/").status_code == 403
    assert client.post(f"{DESK}{producer.pk}/dinh-chi/", {"reason": "x"}).status_code == 403
    assert client.get(f"{DESK}{producer.pk}/nguoi/").status_code == 403


def test_new_name_is_checked_again(shop):
    producer = shop.producer()
    joining.verify_identity(producer, by=shop.office)
    joining.revise(producer, name="Tên mới", by=shop.office)
    producer.refresh_from_db()
    assert producer.identity_state == "unchecked"


def test_of_a_suspended_maker_nothing_can_be_bought(client, shop):
    product = shop.product()
    basket = Basket.objects.create()
    add(basket, product, 1, adult=False)
    joining.suspend(product.producer, reason="Giấy tờ giả.", by=shop.office)
    assert contents(basket).problems
    product.refresh_from_db()
    with pytest.raises(Refused):
        add(Basket.objects.create(), type(product).objects.get(pk=product.pk), 1, adult=False)
    page = client.get(product.get_absolute_url()).content.decode()
    assert 'name="quantity"' not in page


@pytest.mark.parametrize("number", [3, 30])
def test_list_costs_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    for _ in range(number):
        shop.producer()
    client.force_login(shop.user("programme_office"))
    client.get(DESK)
    with django_assert_num_queries(6):
        client.get(DESK)
