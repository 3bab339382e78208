"""Home, pages of text, feeds, sitemap, robots, refusals."""

import re
from urllib.parse import unquote

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils import timezone

from catalogue import listing
from catalogue.producers.models import StockRecord
from catalogue.programme import recognising
from catalogue.search.indexing import rebuild
from cms.models import TextPage
from cms.planting import plant_pages
from cms.texts import TEXTS
from shop.granting import grant

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [3, 30])
def test_home_costs_the_same_for_3_products_and_30(client, shop, django_assert_num_queries, number):
    plant_pages(producers=[shop.producer()])
    shop.products(number)
    client.get("/")
    with django_assert_num_queries(10):
        assert client.get("/").status_code == 200


@pytest.mark.parametrize("demo", [True, False])
def test_invented_owner_is_named_by_the_demo_only(client, settings, demo):
    settings.DEMO = demo
    plant_pages()
    page = client.get("/").content.decode()
    assert ["0950 000 000" in page, "trình diễn" in page] == [demo, demo]
    assert "OCOP Hà Tĩnh" in page


@pytest.mark.parametrize("start", ["", "/en"])
def test_home_leads_to_the_points_of_sale(client, start):
    plant_pages()
    panel = client.get(f"{start}/").content.decode().partition('class="pair"')[2].partition("</section>")[0]
    assert f'href="{start}/diem-ban/"' in panel


def test_home_names_the_day_of_its_counts_and_never_shows_alcohol(client, shop):
    plant_pages()
    shop.product("Mật có sao", stars=4)
    shop.product("Rượu có sao", group="ruou-trang", stars=5)
    page = client.get("/").content.decode()
    assert f"{timezone.localdate():%d/%m/%Y}" in page
    assert "Mật có sao" in page
    assert "Rượu có sao" not in page


def test_every_count_of_the_home_page_is_what_its_link_opens(client, shop):
    plant_pages()
    area = shop.producer().commune.area
    shop.product("Mật có sao", stars=4)
    shop.product("Mật không sao")
    shop.product("Mật bốn sao nhiều cỡ", stars=3)
    shop.product("Rượu kín", group="ruou-trang", stars=5)
    sized = shop.product("Mật nhiều cỡ", pack="Lọ nhỏ")
    listing.add_size(sized, pack="Lọ lớn", price=90_000, stock=2, by=shop.office)
    rebuild()
    page = client.get("/").content.decode()
    links = re.findall(rf'href="([^"]*khu-vuc={area.slug})">[^<]*<i>(\d+)</i>', page)
    links += re.findall(r'class="btn big" href="([^"]*)">\D*(\d+)', page)
    assert len(links) == 2
    for link, count in links:
        opened = client.get(unquote(link.replace("&amp;", "&"))).content.decode()
        assert re.search(r'class="tally">(\d+)', opened)[1] == count


def test_ever_recognised_counts_the_same_goods_as_valid_today(client, shop):
    plant_pages()
    shop.product(stars=4)
    shop.product(group="ruou-trang", stars=4)
    page = client.get("/").content.decode()
    counts = re.findall(r"<b>(\d+)</b><span>", page)
    assert (counts[0], counts[3]) == ("1", "1")


def test_page_leads_to_itself_in_the_other_language_with_what_was_chosen(client, shop):
    rebuild()
    page = client.get("/san-pham/?sao=4&q=mat").content.decode()
    assert '<a href="/en/san-pham/?sao=4&amp;q=mat" hreflang="en" lang="en">English</a>' in page
    page = client.get("/en/san-pham/?sao=4").content.decode()
    assert '<a href="/san-pham/?sao=4" hreflang="vi" lang="vi">Tiếng Việt</a>' in page


def test_page_of_a_withdrawn_certificate_does_not_say_every_star_is_true(client, shop):
    award = shop.award(shop.product("Mật ong"), 4)
    recognising.withdraw(
        award,
        reason="Không còn sản xuất",
        decision_number="9/QĐ-UBND",
        decision_date=timezone.localdate(),
        decided_by="UBND tỉnh Hà Tĩnh",
        by=shop.office,
    )
    page = client.get(award.get_absolute_url()).content.decode()
    said = re.search(r'property="og:description" content="([^"]*)"', page)[1]
    assert "9/QĐ-UBND" in said
    assert 'property="og:title" content="Mật ong"' in page


def test_planting_twice_changes_nothing_and_the_footer_carries_the_rules(client, shop):
    home = plant_pages()
    assert plant_pages() == home
    cache.clear()
    page = client.get("/dieu-khoan/").content.decode()
    assert "Khi giấy hết" in page
    for slug in ("/bao-mat/", "/doi-tra/", "/khieu-nai/", "/xep-hang/"):
        assert f'href="{slug}"' in page


def test_pages_editors_renamed_or_threw_away_are_not_planted_again(shop):
    plant_pages()
    contact = TextPage.objects.get(slug="lien-he", locale__language_code="vi")
    contact.slug = "gap-chung-toi"
    contact.save()
    TextPage.objects.get(slug="ocop-la-gi", locale__language_code="vi").delete()
    TextPage.objects.get(slug="doi-tra", locale__language_code="en").delete()
    left = set(TextPage.objects.values_list("pk", "url_path"))
    plant_pages()
    assert set(TextPage.objects.values_list("pk", "url_path")) == left


PUBLIC = [
    "/",
    "/dieu-khoan/",
    "/san-pham/",
    "/tim/?q=mat",
    "/chu-the/",
    "/tra-cuu/",
    "/en/san-pham/",
    "/robots.txt",
]


@pytest.mark.parametrize("path", PUBLIC)
def test_public_pages_are_the_same_for_everybody_and_say_so(client, shop, path):
    plant_pages()
    client.force_login(shop.user("buyer"))
    answer = client.get(path)
    assert answer.status_code == 200
    assert "s-maxage=" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


@pytest.mark.parametrize("name", ["headline", "lead", "fair_text"])
def test_editor_is_refused_a_claim_to_heal_at_its_field(shop, name):
    home = plant_pages()
    setattr(home, name, "Nhung hươu đặc trị đau lưng")
    with pytest.raises(ValidationError) as refused:
        home.full_clean()
    assert list(refused.value.message_dict) == [name]
    assert "đặc trị" in refused.value.message_dict[name][0]


def test_claim_in_a_page_of_text_is_refused(shop):
    plant_pages()
    page = TextPage.objects.first()
    page.body = [("text", "<p>Mật ong <b>chữa</b> bệnh dạ dày.</p>")]
    with pytest.raises(ValidationError):
        page.full_clean()


def test_sitemap_of_pages_names_the_sites_own_address(client, shop, settings):
    settings.SITE_URL = "https://ocop.example.vn"
    plant_pages()
    assert (
        "<loc>https://ocop.example.vn/dieu-khoan/</loc>" in client.get("/sitemap-pages.xml").content.decode()
    )


def test_robots_keep_out_of_the_private_pages_in_both_languages(client, reference):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /gio-hang/" in text
    assert "Disallow: /en/gio-hang/" in text


def test_editor_may_put_a_picture_into_the_library(client, shop):
    grant()
    client.force_login(shop.user("editor"))
    assert client.get("/quan-tri/images/add/").status_code == 200
    client.force_login(shop.user("inspector"))
    assert client.get("/quan-tri/images/add/").status_code == 403


def test_merchant_feed_leaves_out_what_may_not_be_advertised(client, shop):
    shop.product("Mật ong bán", stars=4)
    shop.product("Rượu kín", group="ruou-trang")
    shop.product("Thuốc kín", group="duoc-lieu", legal_class="medicine")
    feed = b"".join(client.get("/feeds/san-pham.xml")).decode()
    assert "Mật ong bán" in feed
    assert "OCOP 4 sao" in feed
    assert "kín" not in feed


def test_merchant_feed_has_sized_goods_and_leaves_out_what_is_promised_to_orders(client, shop):
    sized = shop.product("Mật nhiều cỡ", stock=0, pack="Lọ nhỏ")
    listing.add_size(sized, pack="Lọ lớn", price=90_000, stock=2, by=shop.office)
    gone = shop.product("Mật hết", stock=3)
    StockRecord.objects.filter(product=gone).update(num_allocated=3)
    feed = b"".join(client.get("/feeds/san-pham.xml")).decode()
    assert feed.count("Mật nhiều cỡ</title>") == 1
    assert "Mật hết" not in feed


def test_certificate_feed_is_atom(client, shop):
    shop.product("Mật ong mới", stars=4)
    response = client.get("/feeds/chung-nhan/")
    assert "atom" in response["Content-Type"]
    assert "Mật ong mới" in response.content.decode()


def test_sitemap_lists_products_and_hides_alcohol(client, shop):
    plant_pages()
    honey, wine = shop.product(), shop.product(group="ruou-trang")
    assert client.get("/sitemap.xml").status_code == 200
    listed = client.get("/sitemap-products.xml").content.decode()
    assert honey.get_absolute_url() in listed
    assert wine.get_absolute_url() not in listed
    assert client.get("/sitemap-pages.xml").status_code == 200


def test_robots_keeps_private_places_out(client):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /don-hang/" in text
    assert "Sitemap: http" in text


def test_unknown_page_is_404_in_vietnamese(client, shop):
    response = client.get("/khong-co-trang-nay/")
    assert response.status_code == 404
    assert "Không tìm thấy trang" in response.content.decode()


def test_english_pages_speak_english_and_name_their_vietnamese_twin(client, shop):
    rebuild()
    page = client.get("/en/san-pham/").content.decode()
    assert '<html lang="en">' in page
    assert "Nothing matches all of that" in page
    assert 'hreflang="vi" href="http://localhost:8000/san-pham/"' in page


def test_every_first_page_exists_in_english_and_each_names_its_other_self(client, shop):
    plant_pages()
    home = client.get("/en/").content.decode()
    assert "every star is true" in home
    cache.clear()
    for text in TEXTS["en"]:
        page = client.get(f"/en/{text.slug}/").content.decode()
        assert f"<h1>{text.title}" in page
        assert f'hreflang="vi" href="http://localhost:8000/{text.slug}/"' in page
        assert f'href="/en/{text.slug}/"' in page  # the footer stays in English
        assert (
            f'hreflang="en" href="http://localhost:8000/en/{text.slug}/"'
            in client.get(f"/{text.slug}/").content.decode()
        )


def test_texts_are_the_same_pages_in_both_languages():
    assert [(text.slug, text.place) for text in TEXTS["vi"]] == [
        (text.slug, text.place) for text in TEXTS["en"]
    ]


def test_sitemap_lists_the_pages_of_both_languages(client, shop):
    plant_pages()
    pages = client.get("/sitemap-pages.xml").content.decode()
    assert "/dieu-khoan/" in pages
    assert "/en/dieu-khoan/" in pages


def test_facets_name_the_groups_in_the_language_of_the_page(client, shop):
    shop.product(group="mat-ong", stars=4)
    assert "Honey, other syrups" in client.get("/en/san-pham/").content.decode()
    assert "Mật ong, mật khác" in client.get("/san-pham/").content.decode()
