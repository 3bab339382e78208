"""Labels: what a courier reads and scans; for the parcel's maker and the shop manager alone."""

import subprocess

import pytest

from buying import basket_with, buyer
from delivery import rates
from shop.basket.filling import add, contents
from shop.order.models import Parcel
from shop.order.placing import place
from shop.shipping.models import Handling

pytestmark = pytest.mark.django_db


def parcel_of(shop, maker, *, key="x", **handling):
    goods = shop.product("Nước mắm Cửa Gió", producer=shop.producer(people=[maker]), price=120_000)
    if handling:
        Handling.objects.create(product=goods, **handling)
    basket = basket_with(shop, goods, 2)
    return place(
        basket, buyer(name="Trần Thị Đượm"), key=key, expected_total=contents(basket).total
    ).parcels.get()


def text_of(response, tmp_path):
    file = tmp_path / "nhan.pdf"
    file.write_bytes(response.content)
    return subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, text=True, check=True
    ).stdout


def test_label_says_who_where_how_heavy_and_how_much(client, shop, tmp_path):
    rates()
    maker = shop.user()
    parcel = parcel_of(shop, maker, weight_g=700, fragile=True, keeps_hours=72)
    client.force_login(maker)
    answer = client.get(f"/ban-lam-viec/don-hang/{parcel.pk}/nhan/")
    assert answer["Content-Type"] == "application/pdf"
    text = text_of(answer, tmp_path)
    for words in (
        str(parcel), "Trần Thị Đượm", "0912 345 678", "Phường Thành Sen", "Hà Tĩnh", "2 × Nước mắm Cửa Gió",
        "265.000", "1,4", parcel.producer.name, "Tiết kiệm",
    ):  # fmt: skip
        assert words in text.replace("\u00a0", " "), words


def test_label_is_a_page_of_a6_and_its_code_opens_the_look_up(client, shop, tmp_path, settings):
    settings.SITE_URL = "https://ocop.example"
    maker = shop.user()
    parcel = parcel_of(shop, maker)
    client.force_login(maker)
    file = tmp_path / "nhan.pdf"
    file.write_bytes(client.get(f"/ban-lam-viec/don-hang/{parcel.pk}/nhan/").content)
    facts = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1" in facts
    assert "297.64 x 419.53" in facts
    subprocess.run(["pdftoppm", "-r", "150", "-png", str(file), str(tmp_path / "bild")], check=True)
    picture = next(tmp_path.glob("bild*.png"))
    read = subprocess.run(
        ["zbarimg", "-q", "--raw", str(picture)], capture_output=True, text=True, check=False
    )
    assert read.stdout.strip() == f"https://ocop.example/don-hang/tra-cuu/?so={parcel.order.number}&kien=1"


def test_look_up_by_the_code_asks_only_for_the_phone_number(client, reference):
    assert 'value="HT26-000001"' in client.get("/don-hang/tra-cuu/?so=HT26-000001&kien=1").content.decode()


def test_label_of_another_maker_is_not_found(client, shop):
    parcel = parcel_of(shop, shop.user())
    other = shop.user()
    shop.producer(people=[other])
    client.force_login(other)
    assert client.get(f"/ban-lam-viec/don-hang/{parcel.pk}/nhan/").status_code == 404
    assert client.get(f"/ban-lam-viec/don-hang/nhan/?kien={parcel.pk}").status_code == 302


def test_choice_with_a_parcel_of_another_maker_is_not_found(client, shop):
    maker = shop.user()
    mine, other = parcel_of(shop, maker), parcel_of(shop, shop.user(), key="y")
    client.force_login(maker)
    assert client.get(f"/ban-lam-viec/don-hang/nhan/?kien={mine.pk}&kien={other.pk}").status_code == 404


def test_labels_need_somebody_signed_in(client, shop):
    parcel = parcel_of(shop, shop.user())
    assert client.get(f"/ban-lam-viec/don-hang/{parcel.pk}/nhan/").status_code == 302


@pytest.mark.parametrize("number", [3, 12])
def test_several_labels_are_one_file_in_as_many_queries(client, shop, django_assert_num_queries, number):
    manager = shop.user("shop_manager")
    goods = shop.product(stock=50)
    for n in range(number):
        basket = basket_with(shop, goods)
        add(basket, goods, 1, adult=False)
        place(basket, buyer(), key=f"many-{n}", expected_total=contents(basket).total)
    client.force_login(manager)
    query = "&".join(f"kien={pk}" for pk in Parcel.objects.values_list("pk", flat=True))
    client.get(f"/ban-lam-viec/don-hang/nhan/?{query}")
    with django_assert_num_queries(9):
        answer = client.get(f"/ban-lam-viec/don-hang/nhan/?{query}")
    assert answer.content.count(b"/Type /Page\n") == number


@pytest.mark.parametrize("query", ["", "?kien=x", "?kien=99999999999999999999", "?kien=0"])
def test_choice_of_nothing_goes_back_to_the_parcels(client, shop, query):
    client.force_login(shop.user("shop_manager"))
    assert client.get(f"/ban-lam-viec/don-hang/nhan/{query}").status_code == 302
