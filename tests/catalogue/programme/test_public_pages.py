"""Looking certificates up, and the page of one: anyone may ask, and every end is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalogue import listing
from catalogue.models import CriteriaGeneration
from catalogue.programme import recognising
from catalogue.search.indexing import rebuild

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
URL = "/tra-cuu/"


def today():
    return timezone.localdate()


def decided(days_ago, number, by):
    return {"decision_number": number, "decision_date": today() - days_ago * DAY, "by": by}


def renewed(shop, award, *, days_ago=5, number="77/QĐ-UBND"):
    return recognising.renew(
        award,
        stars=4,
        issuer="UBND tỉnh Hà Tĩnh",
        criteria=CriteriaGeneration.objects.get(code="148"),
        **decided(days_ago, number, shop.office),
    )


def lowered(shop, award, *, days_ago=5, number="88/QĐ-UBND"):
    return recognising.downgrade(
        award, stars=2, reason="x", decided_by="UBND", **decided(days_ago, number, shop.office)
    )


def withdrawn(shop, award, *, days_ago=5, number="99/QĐ-UBND"):
    recognising.withdraw(award, reason="x", decided_by="UBND", **decided(days_ago, number, shop.office))
    return award


@pytest.mark.parametrize("text", ["2210/QĐ-UBND", "2210/qd-ubnd", "2210 / qđ–ubnd", "42-0001-4", "42-0001"])
def test_code_and_decision_are_found_however_they_are_typed(client, shop, text):
    award = shop.award(shop.product(), decision_number="2210/QĐ-UBND", code="42-0001-4")
    shop.product(stars=3)
    assert list(client.get(URL, {"q": text}).context["found"]) == [award]


def test_the_decision_that_withdrew_or_lowered_a_certificate_finds_it(client, shop):
    gone = withdrawn(shop, shop.award(shop.product(), days_ago=900))
    high = shop.award(shop.product(), days_ago=900)
    low = lowered(shop, high)
    assert list(client.get(URL, {"q": "99/qd-ubnd"}).context["found"]) == [gone]
    assert list(client.get(URL, {"q": "88/qd-ubnd"}).context["found"]) == [low, high]


@pytest.mark.parametrize("text", ["\u0301", "%", "_", "–"])
def test_a_text_of_no_letters_finds_nothing_and_says_so(client, shop, text):
    shop.product(stars=3)
    rebuild()
    answer = client.get(URL, {"q": text})
    if text != "–":  # a hyphen stands in every decision's number
        assert list(answer.context["found"]) == []
        assert 'id="q-error"' in answer.content.decode()


def test_long_answers_come_in_pages_and_say_how_many(client, shop):
    for _ in range(31):
        shop.award(shop.product(), decision_number="2210/QĐ-UBND")
    first, second = (client.get(URL, {"q": "2210/QĐ", "trang": n}).context["page"] for n in (1, 2))
    assert (len(first), len(second)) == (30, 1)
    assert first.paginator.count == 31
    assert not set(first) & set(second)


def test_alcohol_is_found_by_adults_only(client, shop):
    shop.award(shop.product(group="ruou-trang"), decision_number="2210/QĐ-UBND")
    assert not client.get(URL, {"q": "2210"}).context["found"]
    client.cookies["ocop_18"] = "1"
    assert client.get(URL, {"q": "2210"}).context["found"]


@pytest.mark.parametrize("number", [3, 10])
@pytest.mark.parametrize(("text", "queries"), [("QĐ-UBND", 2), ("mat ong", 3), ("khong co gi", 2)])
def test_look_up_costs_the_same_for_few_and_many_superseded(
    client, shop, number, text, queries, django_assert_num_queries
):
    for _ in range(number):
        renewed(shop, shop.award(shop.product("Mật ong"), days_ago=900))
        lowered(shop, shop.award(shop.product("Mật ong"), days_ago=900))
        withdrawn(shop, shop.award(shop.product("Mật ong"), days_ago=900))
    rebuild()
    client.get(URL, {"q": text})
    with django_assert_num_queries(queries):
        client.get(URL, {"q": text})


@pytest.mark.parametrize("number", [1, 10])
def test_feed_costs_one_query_for_few_and_many_superseded(client, shop, number, django_assert_num_queries):
    for _ in range(number):
        renewed(shop, shop.award(shop.product(), days_ago=900))
        lowered(shop, shop.award(shop.product(), days_ago=900))
    client.get("/feeds/chung-nhan/")
    with django_assert_num_queries(1):
        client.get("/feeds/chung-nhan/")


def test_the_61st_look_up_of_a_minute_is_turned_away_and_another_address_is_not(client, shop):
    award = shop.award(shop.product(), code="42-1")
    for _ in range(60):
        assert client.get(URL, {"q": "42-1"}).status_code == 200
    answer = client.get(URL, {"q": "42-1"})
    assert answer.status_code == 429
    assert award.get_absolute_url() not in answer.content.decode()
    assert 'id="q-error"' in answer.content.decode()
    assert "public" not in answer.get("Cache-Control", "")
    assert client.get(URL, {"q": "42-1"}, REMOTE_ADDR="10.0.0.9").status_code == 200
    assert client.get(URL).status_code == 200


def test_an_ended_certificate_offers_the_one_in_force_and_a_running_one_offers_none(client, shop):
    old = shop.award(shop.product(), 3, days_ago=900)
    new = renewed(shop, old)
    gone = withdrawn(shop, shop.award(shop.product(), 3, days_ago=900))
    offered = [client.get(each.get_absolute_url()).context["current"] for each in (old, new, gone)]
    assert offered == [new, None, None]


def test_the_one_in_force_is_of_the_same_size_or_of_all(client, shop):
    product = shop.product(pack="Lọ")
    litre = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
    jar = product.children.get(pack="Lọ")
    of_jar = shop.award(product, 3, days_ago=400, valid_to=today() - 100 * DAY, variant=jar)
    of_litre = shop.award(product, 3, days_ago=390, valid_to=today() - 100 * DAY, variant=litre)
    new = renewed(shop, of_litre)
    offered = [client.get(each.get_absolute_url()).context["current"] for each in (of_jar, of_litre)]
    assert offered == [None, new]


@pytest.mark.parametrize("number", [1, 6])
def test_certificate_page_costs_the_same_however_long_its_history(
    client, shop, number, django_assert_num_queries
):
    award = shop.award(shop.product(), days_ago=900)
    for n in range(number):
        award = renewed(shop, award, days_ago=800 - n * 50, number=f"{n}/QĐ")
    first = award.product.recognitions.last()
    client.get(first.get_absolute_url())
    with django_assert_num_queries(3):
        client.get(first.get_absolute_url())


def test_an_expiry_written_at_night_is_not_told_when_a_renewal_recorded_later_took_over(client, shop):
    award = shop.award(shop.product(), days_ago=40, valid_to=today() - DAY)
    recognising.expire_lapsed()
    renewed(shop, award, days_ago=0)
    kinds = [change.kind for change in client.get(award.get_absolute_url()).context["changes"]]
    assert kinds == ["award", "renew"]


@pytest.mark.parametrize("number", [1, 6])
def test_product_page_costs_the_same_however_many_of_its_certificates_have_ended(
    client, shop, number, django_assert_num_queries
):
    product = shop.product(pack="Lọ")
    litre = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
    award = shop.award(product, days_ago=900, variant=litre)
    for n in range(number):
        award = renewed(shop, award, days_ago=800 - n * 50, number=f"{n}/QĐ")
    withdrawn(shop, award)
    withdrawn(shop, shop.award(product, days_ago=4), days_ago=2)
    rebuild()
    client.get(product.get_absolute_url())
    with django_assert_num_queries(4):
        page = client.get(product.get_absolute_url())
    assert page.context["shown"].state.kind == "withdrawn"
