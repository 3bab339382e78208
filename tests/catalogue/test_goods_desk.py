"""The desk of goods: from a draft to the shop window, by its maker and by who reads it."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from catalogue import listing, publishing
from catalogue.models import Product, ProductGroup
from catalogue.producers import joining
from catalogue.producers.models import StockRecord
from office.notices import Notice
from office.stages import Refused

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/san-pham/"


def picture(name="mat.jpg", side=400):
    out = io.BytesIO()
    Image.new("RGB", (side, side), "gold").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


@pytest.fixture
def maker(shop):
    person = shop.user()
    producer = shop.producer(people=[person])
    joining.verify_identity(producer, by=shop.office)
    person.producer = producer
    return person


@pytest.fixture
def draft(shop, maker):
    product = listing.put_on_sale(
        maker.producer,
        title="Mật ong Thử",
        group=ProductGroup.objects.get(code="mat-ong"),
        by=maker,
        price=80_000,
        stock=5,
        story="Ong nhà, hoa keo.",
        is_public=False,
    )
    listing.add_picture(product, picture(), alt="Lọ mật", by=maker)
    product.refresh_from_db()
    return product


def facts(producer, **changes):
    group = ProductGroup.objects.get(code="mat-ong")
    return {
        "producer": producer.pk, "title": "Mật ong rừng keo", "group": group.pk, "price": "85.000", "stock": "12",
        "pack": "Chai 500 ml", "net_quantity": "500", "net_unit": "ml", "story": "Ong ăn hoa keo.",
    } | changes  # fmt: skip


def test_maker_writes_a_product_adds_a_picture_sends_it_and_the_shop_shows_it(client, shop, maker):
    client.force_login(maker)
    answer = client.post(f"{DESK}moi/", facts(maker.producer))
    product = Product.objects.get(title="Mật ong rừng keo")
    assert answer["Location"] == f"{DESK}{product.pk}/anh/"
    assert (product.stage, product.is_public, product.price) == ("draft", False, 85_000)
    assert client.get(product.get_absolute_url()).status_code == 404
    client.post(f"{DESK}{product.pk}/anh/", {"picture": picture(), "alt": "Chai mật"})
    client.post(f"{DESK}{product.pk}/gui/")
    product.refresh_from_db()
    assert product.stage == "waiting"
    client.force_login(shop.user("shop_manager"))
    assert f"{DESK}{product.pk}/" in client.get(f"{DESK}?trang-thai=waiting").content.decode()
    client.post(f"{DESK}{product.pk}/dang/")
    page = client.get(product.get_absolute_url())
    assert page.status_code == 200
    assert "Chai mật" in page.content.decode()
    assert Notice.objects.filter(user=maker, sentence__contains="Mật ong rừng keo").exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"story": "Chữa bệnh dạ dày."}, "story"),
        ({"title": "Mật đặc trị ho"}, "title"),
        ({"price": "năm chục"}, "price"),
        ({"stock": "-1"}, "stock"),
        ({"net_quantity": "-5"}, "net_quantity"),
        ({"title": ""}, "title"),
        ({"group": "0"}, "group"),
    ],
)
def test_bad_facts_are_told_at_their_field_and_what_was_typed_stays(client, maker, changes, field):
    client.force_login(maker)
    page = client.post(f"{DESK}moi/", facts(maker.producer, **changes)).content.decode()
    assert f'id="id_{field}_error"' in page
    assert "Chai 500 ml" in page
    assert not Product.objects.exists()


def test_alcohol_without_its_strength_is_refused_at_the_strength(client, maker):
    group = ProductGroup.objects.get(code="ruou-trang")
    client.force_login(maker)
    page = client.post(f"{DESK}moi/", facts(maker.producer, group=group.pk)).content.decode()
    assert 'id="id_abv_error"' in page


def test_maker_may_not_say_what_the_law_sees_in_the_goods(client, maker):
    group = ProductGroup.objects.get(code="ruou-trang")
    client.force_login(maker)
    client.post(f"{DESK}moi/", facts(maker.producer, group=group.pk, abv="30", legal_class="food"))
    assert Product.objects.get().legal_class == "alcohol"


def test_producer_of_somebody_else_is_no_choice(client, shop, maker):
    client.force_login(maker)
    client.post(f"{DESK}moi/", facts(shop.producer()))
    assert not Product.objects.exists()


def test_stranger_may_not_open_change_or_move_it(client, shop, draft):
    other = shop.user()
    shop.producer(people=[other])
    client.force_login(other)
    for tail in ("", "anh/", "gia/", "quy-cach/"):
        assert client.get(f"{DESK}{draft.pk}/{tail}").status_code == 403
    for tail in ("gui/", "dang/", "an/"):
        assert client.post(f"{DESK}{draft.pk}/{tail}").status_code == 403
    draft.refresh_from_db()
    assert draft.stage == "draft"


def test_maker_may_not_show_the_goods_alone(client, maker, draft):
    client.force_login(maker)
    assert client.post(f"{DESK}{draft.pk}/dang/").status_code == 403
    with pytest.raises(Refused):
        publishing.publish(draft, by=maker)


def test_nothing_is_shown_of_a_maker_whose_identity_is_unchecked(shop, draft):
    type(draft.producer).objects.update(identity_state="unchecked")
    draft.refresh_from_db()
    with pytest.raises(Refused):
        publishing.publish(draft, by=shop.office)


def test_product_without_a_picture_is_not_sent(maker, draft):
    listing.remove_picture(draft, draft.pictures.get().picture, by=maker)
    draft.refresh_from_db()
    with pytest.raises(Refused):
        publishing.submit(draft, by=maker)


def test_sent_back_with_a_reason_the_maker_reads_it_on_the_product(client, shop, maker, draft):
    publishing.submit(draft, by=maker)
    client.force_login(shop.user("shop_manager"))
    assert client.post(f"{DESK}{draft.pk}/tra-lai/", {"reason": ""}).status_code == 200
    client.post(f"{DESK}{draft.pk}/tra-lai/", {"reason": "Ảnh mờ, xin chụp lại."})
    client.force_login(maker)
    assert "Ảnh mờ, xin chụp lại." in client.get(f"{DESK}{draft.pk}/").content.decode()
    draft.refresh_from_db()
    assert draft.stage == "draft"


def test_taken_off_it_is_gone_with_its_sizes_and_shown_again_with_them(client, shop, maker, draft):
    listing.add_size(draft, pack="Chai 1 lít", price=150_000, stock=3, by=maker)
    draft.refresh_from_db()
    publishing.publish(draft, by=shop.office)
    assert client.get(draft.get_absolute_url()).status_code == 200
    publishing.take_off(draft, by=maker)
    assert client.get(draft.get_absolute_url()).status_code == 404
    assert not Product.objects.filter(is_public=True).exists()
    draft.refresh_from_db()
    publishing.publish(draft, by=shop.office)
    assert Product.objects.filter(is_public=True).count() == 3


def test_revised_facts_show_at_once_and_a_new_group_brings_its_class(client, maker, draft):
    client.force_login(maker)
    group = ProductGroup.objects.get(code="duoc-lieu")
    form = {"title": "Mật ong Mới", "group": group.pk, "net_unit": "g", "story": "Chuyện mới."}
    client.post(f"{DESK}{draft.pk}/", form)
    draft.refresh_from_db()
    assert (draft.title, draft.story, draft.legal_class) == ("Mật ong Mới", "Chuyện mới.", "health_food")


def test_claim_in_a_revision_is_refused_at_its_field(client, maker, draft):
    client.force_login(maker)
    form = {"title": draft.title, "group": draft.group_id, "net_unit": "g", "story": "Điều trị ho."}
    page = client.post(f"{DESK}{draft.pk}/", form).content.decode()
    assert 'id="id_story_error"' in page
    assert "Điều trị" in page


def test_price_and_stock_are_changed_and_what_is_promised_bounds_the_stock(client, maker, draft):
    client.force_login(maker)
    client.post(f"{DESK}{draft.pk}/gia/", {"price": "90k", "stock": "7", "seen": "5"})
    record = StockRecord.objects.get(product=draft)
    assert (int(record.price), record.num_in_stock) == (90_000, 7)
    StockRecord.objects.update(num_allocated=4)
    page = client.post(f"{DESK}{draft.pk}/gia/", {"price": "95k", "stock": "3", "seen": "7"}).content.decode()
    assert 'id="id_stock_error"' in page
    record.refresh_from_db()
    assert (int(record.price), record.num_in_stock) == (90_000, 7)


def test_pieces_handed_over_since_the_form_was_opened_do_not_come_back(client, maker, draft):
    client.force_login(maker)
    StockRecord.objects.update(num_in_stock=2)  # three left the house meanwhile
    page = client.post(f"{DESK}{draft.pk}/gia/", {"price": "80k", "stock": "6", "seen": "5"}).content.decode()
    assert 'id="id_stock_error"' in page
    client.post(f"{DESK}{draft.pk}/gia/", {"price": "90k", "stock": "5", "seen": "5"})
    record = StockRecord.objects.get(product=draft)
    assert (int(record.price), record.num_in_stock) == (90_000, 2)


@pytest.mark.parametrize(
    "content", [b"\x89PNG not really" * 700_000, b"<svg onload=alert(1)>", b"%PDF-1.4", b""]
)
def test_file_that_is_no_picture_is_told_at_the_field(client, maker, draft, content):
    client.force_login(maker)
    upload = SimpleUploadedFile("anh.png", content, "image/png")
    page = client.post(f"{DESK}{draft.pk}/anh/", {"picture": upload, "alt": "Lọ to"}).content.decode()
    assert 'id="id_picture_error"' in page
    assert "Lọ to" in page
    assert draft.pictures.count() == 1


def test_another_picture_may_lead_and_the_list_shows_it(client, maker, draft):
    client.force_login(maker)
    client.post(f"{DESK}{draft.pk}/anh/", {"picture": picture(side=500), "alt": "Vườn ong"})
    second = draft.pictures.last().picture
    client.post(f"{DESK}{draft.pk}/anh/{second.pk}/dau/")
    draft.refresh_from_db()
    assert draft.picture_set["alt"] == "Vườn ong"
    client.post(f"{DESK}{draft.pk}/anh/{second.pk}/bo/")
    draft.refresh_from_db()
    assert draft.picture_set["alt"] == "Lọ mật"
    assert client.post(f"{DESK}{draft.pk}/anh/{second.pk}/bo/").status_code == 404


@pytest.mark.parametrize("number", [3, 30])
def test_list_costs_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    shop.products(number)
    client.force_login(shop.user("shop_manager"))
    client.get(DESK)
    with django_assert_num_queries(6):
        client.get(DESK)
