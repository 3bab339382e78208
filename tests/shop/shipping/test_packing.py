"""What makers say: weight and keeping of their goods, and where they deliver themselves; of their own only."""

import pytest

from catalogue.producers.models import Area, Commune
from office.stages import Refused
from shop.shipping import packing
from shop.shipping.models import Handling, OwnDelivery
from shop.shipping.weighing import in_words, weight_of

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/giao-hang/"


@pytest.fixture
def maker(shop):
    return shop.user()


@pytest.fixture
def goods(shop, maker):
    return shop.product(producer=shop.producer(people=[maker]))


def test_maker_says_how_the_own_goods_are_packed(client, maker, goods):
    client.force_login(maker)
    sent = {"weight_g": "1250", "keeps_hours": "48", "not_sent_weekdays": ["5", "6"], "fragile": "on"}
    assert client.post(f"{DESK}dong-goi/{goods.pk}/", sent).status_code == 302
    said = Handling.objects.get(product=goods)
    assert (said.weight_g, said.keeps_hours, said.not_sent_weekdays, said.fragile) == (1250, 48, [5, 6], True)
    assert 'value="1250"' in client.get(f"{DESK}dong-goi/{goods.pk}/").content.decode()


def test_another_maker_says_nothing_of_them(client, shop, goods):
    other = shop.user()
    shop.producer(people=[other])
    client.force_login(other)
    assert client.get(f"{DESK}dong-goi/{goods.pk}/").status_code == 403
    assert goods.title not in client.get(f"{DESK}dong-goi/").content.decode()
    with pytest.raises(Refused):
        packing.say_how_packed(goods, by=other, weight_g=1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weight_g": "0"}, "weight_g"),
        ({"weight_g": "-5"}, "weight_g"),
        ({"weight_g": "999999999"}, "weight_g"),
        ({"weight_g": "nặng"}, "weight_g"),
        ({"keeps_hours": "0"}, "keeps_hours"),
        ({"not_sent_weekdays": list("0123456")}, "not_sent_weekdays"),
        ({"not_sent_weekdays": ["7"]}, "not_sent_weekdays"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(client, maker, goods, changes, field):
    client.force_login(maker)
    answer = client.post(f"{DESK}dong-goi/{goods.pk}/", changes)
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not Handling.objects.exists()


def test_weight_is_the_makers_word_else_estimated_from_the_net_quantity(shop, settings):
    honey = shop.product(net_quantity=500, net_unit="ml")
    assert weight_of(honey) == 750
    assert weight_of(shop.product(net_quantity=2, net_unit="kg")) == 2_200
    assert weight_of(shop.product(net_quantity=1, net_unit="set")) == settings.DELIVERY_WEIGHT_UNKNOWN
    Handling.objects.create(product=honey, weight_g=900)
    honey.refresh_from_db()
    assert weight_of(honey) == 900


@pytest.mark.parametrize(
    ("grams", "words"), [(850, "850 g"), (1_000, "1 kg"), (1_250, "1,3 kg"), (10_000, "10 kg")]
)
def test_weight_in_words(grams, words):
    assert in_words(grams).replace("\u00a0", " ") == words


@pytest.mark.parametrize("number", [3, 30])
def test_list_costs_the_same_for_3_and_30(client, shop, maker, goods, django_assert_num_queries, number):
    for _ in range(number - 1):
        shop.product(producer=goods.producer)
    client.force_login(maker)
    client.get(f"{DESK}dong-goi/")
    with django_assert_num_queries(7):
        page = client.get(f"{DESK}dong-goi/").content.decode()
    assert page.count('class="packed"') == number


def test_maker_says_where_the_own_car_goes(client, maker, goods):
    client.force_login(maker)
    area = Area.objects.first()
    sent = {
        "is_active": "on", "areas": [area.pk], "communes": "Thành Sen, Hà Tĩnh", "weekdays": ["1", "3"],
        "fee": "15.000", "free_from": "300k",
    }  # fmt: skip
    assert client.post(f"{DESK}tu-giao/{goods.producer_id}/", sent).status_code == 302
    own = OwnDelivery.objects.get()
    assert (own.fee, own.free_from, own.weekdays) == (15_000, 300_000, [1, 3])
    assert list(own.areas.all()) == [area]
    assert [each.name for each in own.communes.all()] == ["Thành Sen"]
    assert "15.000" in client.get(DESK).content.decode()


def test_nobody_else_sends_it(client, shop, goods):
    other = shop.user()
    shop.producer(people=[other])
    client.force_login(other)
    assert client.get(f"{DESK}tu-giao/{goods.producer_id}/").status_code == 403
    with pytest.raises(Refused):
        packing.bring(goods.producer, by=other, is_active=False)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"communes": ""}, "areas"),
        ({"weekdays": []}, "weekdays"),
        ({"fee": "-1"}, "fee"),
        ({"fee": ""}, "fee"),
        ({"communes": "Không Đâu Cả"}, "communes"),
    ],
)
def test_own_delivery_that_cannot_be_is_told_at_its_field(client, maker, goods, changes, field):
    client.force_login(maker)
    sent = {"is_active": "on", "communes": "Thành Sen, Hà Tĩnh", "weekdays": ["1"], "fee": "0", **changes}
    answer = client.post(f"{DESK}tu-giao/{goods.producer_id}/", sent)
    assert answer.status_code == 200
    assert f'id="id_{field}_error"' in answer.content.decode()
    assert not OwnDelivery.objects.exists()


def test_own_delivery_is_put_to_rest_without_losing_its_places(maker, goods):
    place = Commune.objects.get(pk="18073")
    packing.bring(goods.producer, by=maker, is_active=True, communes=[place], fee=0, weekdays=[1])
    own = packing.bring(goods.producer, by=maker, is_active=False, communes=[place], fee=0, weekdays=[1])
    assert not own.is_active
    assert own.communes.count() == 1
