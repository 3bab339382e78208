"""What machines read: structured data, sitemaps and counts say the same as the pages, at the site's own address."""

import json
import re

import pytest

from catalogue import listing
from catalogue.models import Product
from catalogue.structured_data import owner_json_ld

pytestmark = pytest.mark.django_db
SITE = "https://ocop.example"


@pytest.fixture
def site(settings):
    settings.SITE_URL = SITE


def blocks(page):
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    return [json.loads(block) for block in found]


def test_producer_page_names_the_sites_own_address_whatever_host_was_asked(client, shop, site):
    producer = shop.producer()
    page = client.get(producer.get_absolute_url(), headers={"Host": "127.0.0.1"}).content.decode()
    data, trail = blocks(page)
    assert data["url"] == SITE + producer.get_absolute_url()
    assert [each["item"] for each in trail["itemListElement"]] == [f"{SITE}/chu-the/", data["url"]]


def test_goods_in_sizes_are_one_offer_from_the_lowest_to_the_highest_price(client, shop):
    product = shop.product(pack="Lọ", price=105_000)
    assert blocks(client.get(product.get_absolute_url()).content.decode())[0]["offers"]["price"] == 105_000
    listing.add_size(product, pack="Chai", price=360_000, stock=5, by=shop.office)
    offers = blocks(client.get(product.get_absolute_url()).content.decode())[0]["offers"]
    assert (offers["@type"], offers["lowPrice"], offers["highPrice"], offers["offerCount"]) == (
        "AggregateOffer",
        105_000,
        360_000,
        2,
    )
    assert "price" not in offers


@pytest.mark.parametrize(("stock", "told"), [(1, "InStock"), (0, "OutOfStock")])
def test_offer_says_whether_something_is_left(client, shop, stock, told):
    page = client.get(shop.product(stock=stock).get_absolute_url()).content.decode()
    assert blocks(page)[0]["offers"]["availability"].endswith(told)


def test_the_owner_is_an_organization_with_what_is_known_of_it(site):
    data = owner_json_ld(name="Văn phòng", phone="02393 000 000")
    assert (data["@type"], data["url"], data["telephone"]) == ("Organization", SITE, "02393 000 000")
    assert "email" not in data


def test_number_of_starred_products_in_the_list_is_what_the_producers_page_shows(client, shop):
    maker = shop.producer()
    whole = shop.product(producer=maker, pack="Lọ", stars=4)
    sized = shop.product(producer=maker, pack="Lọ")
    litre = listing.add_size(sized, pack="Chai", price=9000, stock=1, by=shop.office)
    shop.award(sized, variant=litre)
    shop.product(producer=maker, group="ruou-trang", stars=4)
    hidden = shop.product(producer=maker, stars=3)
    Product.objects.filter(pk=hidden.pk).update(is_public=False)
    shop.product(producer=maker)
    for adult, number in ((False, 1), (True, 2)):
        if adult:
            client.cookies["ocop_18"] = "1"
        listed = next(each for each in client.get("/chu-the/").context["page"] if each == maker)
        shown = client.get(maker.get_absolute_url()).context["starred"]
        assert listed.starred == len(shown) == number
    assert whole.pk in {card.pk for card in shown}


def test_sitemaps_name_both_languages_of_every_page_at_the_sites_own_address(client, shop, site):
    product = shop.product(stars=4)
    path = product.get_absolute_url()
    listed = client.get("/sitemap-products.xml").content.decode()
    for address in (f"{SITE}{path}", f"{SITE}/en{path}"):
        assert f"<loc>{address}</loc>" in listed
    assert f'hreflang="en" href="{SITE}/en{path}"' in listed
    assert f'hreflang="x-default" href="{SITE}{path}"' in listed


def test_the_lists_are_in_a_sitemap(client, shop, site):
    assert "/sitemap-lists.xml" in client.get("/sitemap.xml").content.decode()
    listed = client.get("/sitemap-lists.xml").content.decode()
    for path in ("/san-pham/", "/chu-the/", "/tra-cuu/", "/en/san-pham/", "/en/chu-the/"):
        assert f"<loc>{SITE}{path}</loc>" in listed


@pytest.mark.parametrize("section", ["products", "certificates"])
def test_alcohol_stands_in_no_sitemap(client, shop, section):
    honey, wine = shop.product(stars=3), shop.product(group="ruou-trang", stars=3)
    listed = client.get(f"/sitemap-{section}.xml").content.decode()
    address = {
        "products": lambda product: product.get_absolute_url(),
        "certificates": lambda product: product.recognitions.get().get_absolute_url(),
    }[section]
    assert address(honey) in listed
    assert address(wine) not in listed


def test_certificate_feed_links_to_the_sites_own_address(client, shop, site):
    award = shop.award(shop.product())
    assert f'href="{SITE}{award.get_absolute_url()}"' in client.get("/feeds/chung-nhan/").content.decode()
