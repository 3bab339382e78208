"""The invoice box of the checkout: unused it is nothing, used it is the order page's wish, placed with the order."""

import pytest

from buying import FORM, ORIGIN, fill, send
from shop.order.models import Order
from shop.order.placing import confirm
from shop.returning.models import InvoiceRequest

pytestmark = pytest.mark.django_db
WISH = {
    "hoa-don-wanted": "on",
    "hoa-don-kind": "company",
    "hoa-don-tax_code": "0100109106",
    "hoa-don-name": "Công ty Thử",
    "hoa-don-address": "Số 1, Vinh",
    "hoa-don-email": "ketoan@example.com",
}


def notices(maker):
    return [each.sentence for each in maker.notices.all() if "hóa đơn" in each.sentence.lower()]


def test_box_used_asks_each_seller_with_the_order(client, shop):
    maker = shop.user()
    fill(client, shop.product(producer=shop.producer(people=[maker])))
    fill(client, shop.product())
    send(client, **WISH)
    rows = list(InvoiceRequest.objects.order_by("pk"))
    assert [row.parcel.order for row in rows] == [Order.objects.get()] * 2
    assert {(row.kind, row.tax_code, row.name, row.address, row.email) for row in rows} == {
        ("company", "0100109106", "Công ty Thử", "Số 1, Vinh", "ketoan@example.com")
    }
    assert len(notices(maker)) == 1


def test_box_not_ticked_asks_for_nothing_whatever_lies_in_it(client, shop):
    fill(client, shop.product())
    send(client, **{**WISH, "hoa-don-wanted": "", "hoa-don-email": "không phải thư"})
    assert Order.objects.exists()
    assert not InvoiceRequest.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hoa-don-tax_code": "0100109107"}, "tax_code"),
        ({"hoa-don-tax_code": ""}, "tax_code"),
        ({"hoa-don-name": ""}, "name"),
        ({"hoa-don-address": " "}, "address"),
        ({"hoa-don-email": "ketoan@"}, "email"),
        ({"hoa-don-email": "", "email": ""}, "email"),
        ({"hoa-don-kind": "nobody"}, "kind"),
    ],
)
def test_wrong_facts_are_told_at_their_field_and_everything_typed_stays(client, shop, changes, field):
    fill(client, shop.product())
    answer = send(client, **{**WISH, "street": "99 Ngõ Đợi", **changes})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="#id_hoa-don-{field}"' in page
    assert "99 Ngõ Đợi" in page
    if field != "name":
        assert "Công ty Thử" in page
    assert not Order.objects.exists()


def test_without_an_e_mail_of_its_own_the_invoice_goes_to_the_buyers(client, shop):
    fill(client, shop.product())
    send(client, **{**WISH, "hoa-don-email": ""})
    assert InvoiceRequest.objects.get().email == FORM["email"]


def test_person_needs_no_tax_code(client, shop):
    fill(client, shop.product())
    send(client, **{**WISH, "hoa-don-kind": "person", "hoa-don-tax_code": "", "hoa-don-name": "Hoa"})
    assert InvoiceRequest.objects.get().tax_code == ""


def test_seller_hears_of_it_when_the_order_is_paid_and_not_before(client, shop):
    maker = shop.user()
    fill(client, shop.product(producer=shop.producer(people=[maker])))
    send(client, way="vietqr", **WISH)
    order = Order.objects.get()
    request = InvoiceRequest.objects.get()
    desk = f"/ban-lam-viec/tra-hang/hoa-don/{request.pk}/"
    client.force_login(maker)
    assert order.status == "awaiting"
    assert notices(maker) == []
    assert client.get(desk).status_code == 404
    confirm(order)
    assert len(notices(maker)) == 1
    assert client.get(desk).status_code == 200


def test_same_form_sent_twice_asks_once(client, shop):
    fill(client, shop.product())
    page = client.get("/thanh-toan/").content.decode()
    key = page.split('name="key" value="')[1].split('"')[0]
    total = page.split('name="total" value="')[1].split('"')[0]
    for _ in range(2):
        client.post("/thanh-toan/", {**FORM, **WISH, "key": key, "total": total}, **ORIGIN)
    assert InvoiceRequest.objects.count() == 1


def test_box_is_closed_at_first(client, shop):
    fill(client, shop.product())
    page = client.get("/thanh-toan/").content.decode()
    tick = page.split('name="hoa-don-wanted"')[1].split(">")[0]
    assert "checked" not in tick
