"""The shop window: lists, product, producer and certificate pages; literal query counts."""

import io
import json
import re
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from PIL import Image

from catalogue import listing, reviewing
from catalogue.models import Product
from catalogue.picturing import set_pictures, store_picture
from catalogue.search.indexing import rebuild
from catalogue.views.caching import _shared_for
from office.stages import Refused

pytestmark = pytest.mark.django_db


def warm(client, url):
    """Names of facets and the footer are kept in the process; count what a visitor after the first costs."""
    client.get(url)


@pytest.mark.parametrize("number", [3, 30])
@pytest.mark.parametrize(
    ("url", "queries"),
    [
        ("/san-pham/", 1),
        ("/san-pham/?sao=3&sao=4&nhom=mat-ong", 1),
        ("/tim/?q=mat ong", 1),
        ("/chu-the/", 3),
        ("/tra-cuu/?q=QĐ", 2),
    ],
)
def test_lists_cost_the_same_for_3_rows_and_30(client, shop, django_assert_num_queries, number, url, queries):
    shop.products(number)
    rebuild()
    warm(client, url)
    with django_assert_num_queries(queries):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("number", [1, 8])
def test_product_page_costs_the_same_with_few_neighbours_and_many(
    client, shop, django_assert_num_queries, number
):
    product = shop.product(stars=4)
    for _ in range(number):
        shop.product(producer=product.producer, stars=3)
        shop.product(stars=3)
    rebuild()
    url = product.get_absolute_url()
    warm(client, url)
    with django_assert_num_queries(4):
        client.get(url)


def test_product_page_with_reviews_costs_two_more_however_many(client, shop, django_assert_num_queries):
    product = shop.product(stars=4)
    shop.product(producer=product.producer)
    for _ in range(25):
        review = reviewing.write(
            product, score=5, title="Ngon", body="Thơm", name="Hoa", by=shop.user("buyer")
        )
        reviewing.approve(review, by=shop.office)
    rebuild()
    url = product.get_absolute_url()
    warm(client, url)
    with django_assert_num_queries(6):
        first = client.get(url).content.decode()
    second = client.get(f"{url}?danh-gia=2").content.decode()
    assert (first.count('class="review"'), second.count('class="review"')) == (20, 5)
    assert '"reviewCount":25' in first


def test_only_a_drawing_is_called_an_illustration(client, shop):
    drawn, photographed = shop.product(), shop.product()
    for product, illustration in ((drawn, True), (photographed, False)):
        out = io.BytesIO()
        Image.new("RGB", (300, 300), "green" if illustration else "red").save(out, "PNG")
        picture = store_picture(out.getvalue(), title="x", alt="Ảnh", illustration=illustration)
        set_pictures(product, [picture])
    caption = 'class="caption"'
    assert caption in client.get(drawn.get_absolute_url()).content.decode()
    assert caption not in client.get(photographed.get_absolute_url()).content.decode()


def test_browsers_ask_each_time_proxies_may_keep_a_minute_and_nobody_past_midnight(client, shop):
    url = shop.product().get_absolute_url()
    answer = client.get(url)
    assert answer["Cache-Control"] == "public, max-age=0, s-maxage=60"
    again = client.get(url, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    late = timezone.make_aware(datetime(2026, 11, 25, 23, 59, 42))  # noqa: DTZ001
    assert _shared_for(late) == 18


def test_a_facet_names_thirty_at_most_and_those_chosen_first(client, shop):
    makers = [shop.producer(name=f"Chủ thể {n:02}") for n in range(33)]
    for maker in makers:
        shop.product(producer=maker)
    rebuild()
    page = client.get(f"/san-pham/?chu-the={makers[32].code}").content.decode()
    assert page.count('type="checkbox" name="chu-the"') == 30
    assert f'value="{makers[32].code}" checked' in page
    assert 'href="/chu-the/">Còn 3 ' in page


@pytest.mark.parametrize("query", ["nhom=khong-co", "chu-the=xyz", "xa=99999", "sao=12", "khu-vuc=mars"])
def test_choice_that_nobody_has_is_no_choice(client, shop, query):
    shop.product()
    rebuild()
    page = client.get(f"/san-pham/?{query}").content.decode()
    assert page.count('<article class="card') == 1
    assert 'class="chips"' not in page


def test_choices_are_chips_and_counts_follow(client, shop):
    shop.products(6)
    rebuild()
    page = client.get("/san-pham/?sao=4").content.decode()
    assert page.count('class="card') == 2
    assert 'href="/san-pham/"' in page


def test_empty_list_says_what_to_loosen(client, shop):
    shop.product("Mật ong rừng", price=100_000)
    rebuild()
    page = client.get("/san-pham/?q=mat+ong&gia-tu=500000").content.decode()
    assert "Bỏ bớt một lựa chọn" in page
    assert "/san-pham/?q=mat+ong" in page


@pytest.mark.parametrize("value", ["abc", "-5", "1e9"])
def test_price_that_is_none_is_told_at_its_field_and_kept(client, reference, value):
    page = client.get("/san-pham/", {"gia-tu": value}).content.decode()
    assert 'aria-describedby="gia-tu-error"' in page
    assert f'value="{value}"' in page


@pytest.mark.parametrize(
    "query", ["trang=0", "trang=abc", "trang=99999", "sao=9", "nhom=khong-co", "sap-xep=x", "xa=%00"]
)
def test_nonsense_in_the_address_is_no_error(client, reference, query):
    assert client.get(f"/san-pham/?{query}", follow=True).status_code == 200


def test_deep_page_costs_what_the_first_does(client, shop, django_assert_num_queries):
    shop.products(30)
    rebuild()
    warm(client, "/san-pham/")
    with django_assert_num_queries(1):
        page = client.get("/san-pham/?trang=2").content.decode()
    assert page.count('class="card') == 6


def test_page_beyond_the_last_leads_to_the_last(client, shop):
    shop.product()
    rebuild()
    assert client.get("/san-pham/?trang=40")["Location"] == "/san-pham/"


def test_nonsense_among_producers_is_no_error(client, reference):
    assert client.get("/chu-the/?khu-vuc=%00&q=%00&trang=x").status_code == 200


def test_htmx_gets_the_results_only(client, shop):
    page = client.get("/san-pham/", headers={"HX-Request": "true", "HX-Target": "results"}).content.decode()
    assert page.lstrip().startswith('<div id="results"')


def test_list_may_be_kept_by_a_proxy_until_the_visitor_differs(client, reference):
    assert "public" in client.get("/san-pham/")["Cache-Control"]
    assert not client.get("/san-pham/").cookies
    client.cookies["ocop_18"] = "1"
    assert "private" in client.get("/san-pham/")["Cache-Control"]


def test_star_shows_on_the_page_while_valid_and_the_end_afterwards(client, shop):
    product = shop.product()
    shop.award(product, 4, days_ago=50, valid_to=timezone.localdate())
    page = client.get(product.get_absolute_url()).content.decode()
    assert "4 sao, còn hiệu lực" in page
    ended = shop.product()
    shop.award(ended, 4, days_ago=50, valid_to=timezone.localdate() - timedelta(days=1))
    page = client.get(ended.get_absolute_url()).content.decode()
    assert "sao, còn hiệu lực" not in page
    assert "Hết hạn ngày" in page
    assert "hasCertification" not in page


def test_product_never_certified_says_so(client, shop):
    assert "Chưa được chứng nhận OCOP" in client.get(shop.product().get_absolute_url()).content.decode()


def test_structured_data_is_json_and_carries_the_certificate(client, shop):
    product = shop.product(stars=5, story="Mật </script><script>alert(1)</script>")
    page = client.get(product.get_absolute_url()).content.decode()
    blocks = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    data = json.loads(blocks[0])
    assert data["hasCertification"]["certificationRating"]["ratingValue"] == 5
    assert data["offers"]["price"] == 85_000
    assert "<script>alert" not in page


def test_alcohol_asks_the_age_first_and_opens_afterwards(client, shop):
    wine = shop.product("Rượu nếp", group="ruou-trang")
    url = wine.get_absolute_url()
    assert "Bạn đã đủ 18 tuổi chưa?" in client.get(url).content.decode()
    response = client.post(
        "/san-pham/18/", {"adult": "1", "next": url}, headers={"Origin": "http://testserver"}
    )
    assert response["Location"] == url
    assert "có hại cho sức khỏe" in client.get(url).content.decode()


def test_declaration_from_another_site_is_refused(client, reference):
    response = client.post("/san-pham/18/", {"adult": "1"}, headers={"Origin": "https://elsewhere.example"})
    assert response.status_code == 403


def test_age_gate_leads_to_no_other_site(client, reference):
    response = client.post(
        "/san-pham/18/",
        {"adult": "1", "next": "https://elsewhere.example/"},
        headers={"Origin": "http://testserver"},
    )
    assert response["Location"] == "/san-pham/"


def test_medicine_has_a_page_and_no_basket(client, shop):
    medicine = shop.product("Viên hoàn", group="duoc-lieu", legal_class="medicine")
    page = client.get(medicine.get_absolute_url()).content.decode()
    assert "không bán trực tuyến" in page
    assert "/gio-hang/them/" not in page


def test_health_food_carries_its_fixed_sentence(client, shop):
    page = client.get(shop.product(group="duoc-lieu").get_absolute_url()).content.decode()
    assert "không phải là thuốc và không có tác dụng thay thế thuốc chữa bệnh" in page


def test_hidden_product_is_not_found_and_wrong_slug_is_led_home(client, shop):
    product = shop.product()
    assert client.get(f"/san-pham/khac_{product.pk}/").status_code == 301
    Product.objects.filter(pk=product.pk).update(is_public=False)
    assert client.get(product.get_absolute_url()).status_code == 404


def test_producer_page_keeps_valid_and_ended_apart(client, shop):
    maker = shop.producer()
    shop.product("Mật còn sao", producer=maker, stars=4)
    old = shop.product("Mật hết sao", producer=maker)
    shop.award(old, 3, days_ago=50, valid_to=timezone.localdate() - timedelta(days=1))
    page = client.get(maker.get_absolute_url()).content.decode()
    assert page.index("Mật còn sao") < page.index("Chứng nhận đã hết hiệu lực") < page.index("Mật hết sao")


def test_unknown_certificate_code_is_told_at_the_field(client, shop):
    page = client.get("/tra-cuu/?q=99-khong-co").content.decode()
    assert 'aria-describedby="q-error"' in page
    assert "99-khong-co" in page
    assert client.get("/chung-nhan/khong-co/").status_code == 404


@pytest.mark.parametrize("by", ["code", "decision_number"])
def test_certificate_is_found_and_shown_with_its_qr(client, shop, by):
    award = shop.award(shop.product(), 4, code="42-001-4-2026")
    page = client.get("/tra-cuu/", {"q": getattr(award, by)}).content.decode()
    assert award.get_absolute_url() in page
    page = client.get(award.get_absolute_url()).content.decode()
    assert "<svg" in page
    assert "Còn hiệu lực đến" in page


def test_suggestions_are_json_with_unfinished_words(client, shop):
    shop.product("Mật ong rừng")
    rebuild()
    assert client.get("/tim/goi-y/?q=mat on").json()["items"][0]["title"] == "Mật ong rừng"
    assert client.get("/tim/goi-y/?q=m").json()["items"] == []


def test_product_in_sizes_shows_each_with_its_price_and_buys_the_one_chosen(client, shop):
    product = shop.product("Mật ong hai cỡ", pack="Lọ 250 ml", price=105_000)
    litre = listing.add_size(product, pack="Chai 1 lít", price=360_000, stock=5, by=shop.office)
    shop.award(product, 4, variant=litre)
    page = client.get(product.get_absolute_url()).content.decode()
    for text in ("Lọ 250 ml", "105.000", "Chai 1 lít", "360.000"):
        assert text in page
    assert page.count('class="cert"') == 1
    assert "từ 105.000" in client.get("/san-pham/").content.decode()
    client.post(
        f"/gio-hang/them/{product.pk}/",
        {"size": litre.pk, "quantity": 2},
        headers={"Origin": "http://testserver"},
    )
    assert "720.000" in client.get("/gio-hang/").content.decode()


def test_first_size_that_can_be_bought_is_chosen(client, shop):
    product = shop.product(pack="Nhỏ", stock=0)
    large = listing.add_size(product, pack="Lớn", price=90_000, stock=3, by=shop.office)
    page = client.get(product.get_absolute_url()).content.decode()
    assert re.search(rf'value="{large.pk}" checked', page)


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"pack": " "}, "pack"), ({"pack": "Nhỏ"}, "pack"), ({"price": -1}, "price"), ({"stock": -1}, "stock")],
)
def test_bad_size_is_refused_at_its_field_and_changes_nothing(shop, facts, field):
    product = shop.product(pack="Nhỏ")
    with pytest.raises(Refused) as refused:
        listing.add_size(product, **{"pack": "Lớn", "price": 9000, "stock": 1, "by": shop.office} | facts)
    assert refused.value.field == field
    product.refresh_from_db()
    assert not product.is_parent


def test_stranger_may_not_add_a_size(shop):
    with pytest.raises(Refused):
        listing.add_size(shop.product(), pack="Lớn", price=9000, stock=1, by=shop.user("producer"))


def test_alcohol_is_ordered_where_it_can_be_paid_before_delivery(client, shop):
    wine = shop.product("Rượu nếp", group="ruou-trang", price=95_000)
    client.cookies["ocop_18"] = "1"
    page = client.get(wine.get_absolute_url()).content.decode()
    assert "/gio-hang/them/" in page
    assert "chỉ giao cho người từ 18 tuổi" in page


def test_alcohol_has_a_price_and_a_telephone_where_it_cannot(client, shop, settings):
    settings.VIETQR_ACCOUNT = settings.STRIPE_SECRET_KEY = ""
    wine = shop.product("Rượu nếp", group="ruou-trang", price=95_000)
    client.cookies["ocop_18"] = "1"
    page = client.get(wine.get_absolute_url()).content.decode()
    assert "95.000" in page
    assert f'href="tel:{wine.producer.phone}"' in page
    assert "/gio-hang/them/" not in page
    assert 'class="assure"' not in page


def test_goods_not_sold_here_promise_neither_delivery_nor_cash(client, shop):
    medicine = shop.product(group="duoc-lieu", legal_class="medicine")
    assert 'class="assure"' not in client.get(medicine.get_absolute_url()).content.decode()
    assert 'class="assure"' in client.get(shop.product().get_absolute_url()).content.decode()


def test_card_says_pack_quantity_and_unit_price_in_one_query(client, shop, django_assert_num_queries):
    shop.product(pack="Chai thủy tinh", net_quantity=500, net_unit="ml", price=125_000)
    rebuild()
    warm(client, "/san-pham/")
    with django_assert_num_queries(1):
        page = client.get("/san-pham/").content.decode()
    assert "Chai 500\u00a0ml · 250.000\u00a0₫/lít" in page


def test_makers_own_page_does_not_repeat_the_maker_on_every_card(client, shop):
    product = shop.product()
    rebuild()
    assert 'class="maker"' not in client.get(product.producer.get_absolute_url()).content.decode()
    assert 'class="maker"' in client.get("/san-pham/").content.decode()


def test_size_without_a_star_says_so_when_another_has_one(client, shop):
    product = shop.product("Mật ong hai cỡ", pack="Lọ 250 ml", price=105_000)
    litre = listing.add_size(product, pack="Chai 1 lít", price=360_000, stock=5, by=shop.office)
    words = "quy cách này không có sao"
    assert words not in client.get(product.get_absolute_url()).content.decode()
    shop.award(product, 4, variant=litre)
    assert client.get(product.get_absolute_url()).content.decode().count(words) == 1
