"""Through the pages, as a visitor, a seller, the shop and the Department go through them."""

import csv
import io
import re

import pytest
from django.utils import timezone, translation
from openpyxl import load_workbook

from buying import ORIGIN, seen
from complaining import about_product, complain, let_time_pass, order_of, upload
from shop.complaints import answering, deciding
from shop.complaints.models import About, Complaint, Outcome

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/phan-anh/"
FORM = {
    "about": "other",
    "subject": "Hàng bị vỡ",
    "text": "Mở ra thì vỡ hai chiếc.",
    "wish": "refund",
    "name": "Nguyễn Thị Hoa",
    "phone": "0912 345 678",
    "email": "hoa@example.com",
}


def send(client, address="/phan-anh/", **changes):
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'name="(key|product|producer)"(?: value="([^"]*)")?', page))
    return client.post("/phan-anh/", {**hidden, **FORM, **changes}, **ORIGIN)


def test_from_the_product_page_to_the_closed_complaint(client, shop):
    seller, manager, department = (
        shop.user("producer"),
        shop.user("shop_manager"),
        shop.user("trade_department"),
    )
    product = shop.product("Cu đơ Thử", producer=shop.producer(people=[seller]))
    link = f"/phan-anh/?san-pham={product.pk}"
    assert link in client.get(product.get_absolute_url()).content.decode()
    assert "Cu đơ Thử" in client.get(link).content.decode()
    answer = send(client, link, about="product", papers=[upload()])
    complaint = Complaint.objects.get()
    assert answer["Location"] == f"{complaint.get_absolute_url()}&moi"
    assert (complaint.product, complaint.stage) == (product, "seller")
    page = seen(client.get(answer["Location"]))
    assert complaint.number in page
    assert "anh_chup.pdf" in page

    client.force_login(seller)
    assert complaint.number in seen(client.get(DESK))
    client.post(f"{DESK}{complaint.pk}/tra-loi/", {"text": "Chúng tôi xin đổi.", "offer": "replaced"})
    client.logout()
    case = complaint.get_absolute_url()
    assert "Chúng tôi xin đổi." in seen(client.get(case))
    step = f"/phan-anh/{complaint.number}/%s/?k={complaint.signature}"
    client.post(step % "chuyen-tiep", {"text": "Tôi muốn hoàn tiền."}, **ORIGIN)

    client.force_login(manager)
    assert "Tôi muốn hoàn tiền." in seen(client.get(f"{DESK}{complaint.pk}/"))
    client.post(f"{DESK}{complaint.pk}/giai-quyet/", {"text": "Đổi hàng là đủ.", "offer": "replaced"})
    client.logout()
    client.post(step % "chuyen-tiep", {"text": ""}, **ORIGIN)

    client.force_login(department)
    client.post(f"{DESK}{complaint.pk}/nhan-tin/", {"text": "Đề nghị gửi ảnh."})
    client.post(f"{DESK}{complaint.pk}/ket-luan/", {"text": "Hoàn tiền.", "offer": "refunded"})
    client.logout()
    complaint.refresh_from_db()
    assert (complaint.stage, complaint.outcome) == ("closed", "refunded")
    client.post(step % "mo-lai", {"text": "Chưa nhận được tiền."}, **ORIGIN)
    complaint.refresh_from_db()
    assert complaint.stage == "platform"


def test_a_guest_accepts_with_one_button(client, shop):
    complaint = complain()
    deciding.decide(complaint, text="Hoàn tiền.", offer=Outcome.REFUNDED, by=shop.office)
    address = f"/phan-anh/{complaint.number}/chap-nhan/?k={complaint.signature}"
    client.post(address, **ORIGIN)
    complaint.refresh_from_db()
    assert complaint.outcome == "refunded"


def test_a_message_with_papers_goes_to_all_parties(client, shop):
    complaint, seller = about_product(shop)
    client.post(
        complaint.get_absolute_url(), {"text": "Thêm ảnh đây.", "papers": [upload(), upload()]}, **ORIGIN
    )
    assert complaint.entries.get().evidence.count() == 2
    assert seller.notices.count() == 2


def test_a_forged_post_from_elsewhere_is_forbidden(client, shop):
    complaint = complain()
    address = f"/phan-anh/{complaint.number}/rut/?k={complaint.signature}"
    assert client.post(address, headers={"Origin": "https://elsewhere.example"}).status_code == 403
    assert client.post("/phan-anh/", FORM, headers={"Origin": "https://elsewhere.example"}).status_code == 403


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("about", {"about": ""}),
        ("subject", {"subject": " "}),
        ("text", {"text": ""}),
        ("name", {"name": ""}),
        ("phone", {"phone": "12"}),
        ("phone", {"phone": "", "email": ""}),
        ("email", {"email": "hoa@"}),
        ("order_number", {"about": "parcel"}),
        ("order_number", {"about": "parcel", "order_number": "HT26-999999"}),
        ("named", {"about": "product"}),
        ("named", {"about": "producer", "named": "Không có ai"}),
        ("where", {"about": "label"}),
        ("wish", {"wish": "gold"}),
    ],
)
def test_bad_input_is_told_at_its_field_and_everything_typed_stays(client, shop, field, changes):
    answer = send(client, **changes)
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {field}
    assert not Complaint.objects.exists()
    page = answer.content.decode()
    assert f'id="id_{field}_error"' in page
    assert changes.get("subject", "Hàng bị vỡ") in page


def test_a_product_is_found_by_its_name_or_the_address_of_its_page(client, shop):
    product = shop.product("Mật ong Thử")
    for named in ("mật ong thử", f"https://shop.example{product.get_absolute_url()}?x=1"):
        send(client, about="product", named=named)
    assert [each.product for each in Complaint.objects.all()] == [product, product]


def test_a_producer_is_found_by_its_page(client, shop):
    producer = shop.producer()
    assert f"/phan-anh/?chu-the={producer.code}" in client.get(producer.get_absolute_url()).content.decode()
    send(client, f"/phan-anh/?chu-the={producer.code}", about="producer")
    assert Complaint.objects.get().producer == producer


def test_an_order_page_leads_to_a_complaint_about_it(client, shop):
    order = order_of(shop)
    assert f"/phan-anh/?don={order.number}" in client.get(order.get_absolute_url()).content.decode()
    page = client.get(f"/phan-anh/?don={order.number}").content.decode()
    assert f'value="{order.number}"' in page


@pytest.mark.parametrize("number", ["1" * 5000, "9" * 30, "²", "\x00"])
def test_a_number_that_is_no_products_opens_the_empty_form(client, reference, number):
    assert client.get("/phan-anh/", {"san-pham": number}).status_code == 200


def test_an_alcoholic_product_is_not_named_to_a_stranger(client, shop):
    product = shop.product("Rượu nếp Thử", group="ruou-trang")
    assert "Rượu nếp Thử" not in client.get(f"/phan-anh/?san-pham={product.pk}").content.decode()


def test_the_page_says_the_steps_with_their_times(client, reference):
    page = seen(client.get("/en/phan-anh/"))
    for words in ("within 3 working days", "within 7 working days", "within 15 working days"):
        assert words in page


def test_a_complaint_is_found_by_number_and_phone_and_wrong_ones_look_alike(client, shop):
    complaint = complain()
    found = client.post(
        "/phan-anh/tra-cuu/", {"number": complaint.number.lower(), "phone": "0912345678"}, **ORIGIN
    )
    assert found["Location"] == complaint.get_absolute_url()
    pages = [
        client.post("/phan-anh/tra-cuu/", {"number": number, "phone": phone}, **ORIGIN).context["form"].errors
        for number, phone in ((complaint.number, "0987654321"), ("PA26-999999", "0912345678"))
    ]
    assert pages[0] == pages[1]


def test_guessing_numbers_is_stopped(client, shop):
    statuses = [
        client.post(
            "/phan-anh/tra-cuu/", {"number": f"PA26-{n:06d}", "phone": "0912345678"}, **ORIGIN
        ).status_code
        for n in range(12)
    ]
    assert statuses == [200] * 10 + [429] * 2


def test_many_complaints_from_one_place_are_stopped(client, shop):
    statuses = [send(client).status_code for _ in range(12)]
    assert statuses == [302] * 10 + [429] * 2


def test_first_those_the_law_protects_then_the_late_then_the_oldest(client, shop):
    manager = shop.user("shop_manager")
    old, late, protected = complain(subject="Cũ"), complain(subject="Quá hạn"), complain(vulnerable=True)
    young = complain(subject="Mới")
    let_time_pass(late)
    client.force_login(manager)
    page = client.get(DESK)
    assert [each.pk for each in page.context["page"]] == [protected.pk, late.pk, old.pk, young.pk]


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_costs_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    maker = shop.user("producer")
    product = shop.product(producer=shop.producer(people=[maker]))
    for _ in range(number):
        complain(about=About.PRODUCT, product=product)
    client.force_login(maker)
    client.get(DESK)
    with django_assert_num_queries(7):
        page = client.get(DESK).content.decode()
    assert page.count("case-row") == number


@pytest.mark.parametrize("number", [3, 30])
def test_a_case_costs_the_same_with_3_messages_and_30(client, shop, number, django_assert_num_queries):
    complaint, seller = about_product(shop)
    for _ in range(number):
        answering.say(complaint, text="Thêm một tin.", papers=[upload()], by=seller)
    client.get(complaint.get_absolute_url())
    with django_assert_num_queries(6):
        page = client.get(complaint.get_absolute_url()).content.decode()
    assert page.count('<li class="by-seller"') == number
    client.force_login(seller)
    client.get(f"{DESK}{complaint.pk}/")
    with django_assert_num_queries(11):
        client.get(f"{DESK}{complaint.pk}/")


def test_an_english_complainant_is_told_in_english_and_led_to_the_english_page(shop):
    buyer = shop.user()
    with translation.override("en"):
        complaint = complain(by=buyer)
    deciding.decide(complaint, text="Hoàn tiền.", offer=Outcome.REFUNDED, by=shop.office)
    notice = buyer.notices.first()
    assert notice.sentence.startswith("The shop has decided")
    assert notice.link.startswith("/en/phan-anh/")


@pytest.mark.parametrize("number", [3, 30])
def test_the_export_costs_the_same_for_3_and_30(client, shop, number, django_assert_num_queries):
    for _ in range(number):
        complain()
    client.force_login(shop.user("shop_manager"))
    today = timezone.localdate()
    with django_assert_num_queries(5):
        client.get(f"{DESK}xuat/?tu={today}&den={today}&dang=csv")


def test_the_book_of_complaints_tells_nothing_about_persons(client, shop):
    complaint, _seller = about_product(shop, vulnerable=True)
    complain(about=About.LABEL, where="Chợ")
    today = timezone.localdate()
    client.force_login(shop.user("trade_department"))
    table = client.get(f"{DESK}xuat/?tu={today}&den={today}&dang=csv")
    rows = list(csv.DictReader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert len(rows) == 2
    assert complaint.number in rows[0].values()
    for secret in ("Hoa", "912345678", "hoa@example.com"):
        assert secret not in table.content.decode()
    book = client.get(f"{DESK}xuat/?tu={today}&den={today}&dang=xlsx")
    sheet = load_workbook(io.BytesIO(book.content)).active
    assert sheet.max_row == 3
    assert sheet["A2"].value == complaint.number


def test_only_the_shop_and_the_department_export(client, shop):
    seller = shop.user("producer")
    shop.producer(people=[seller])
    for person, status in (
        (seller, 403),
        (shop.user("inspector"), 403),
        (shop.user("shop_manager"), 200),
        (shop.user("trade_department"), 200),
    ):
        client.force_login(person)
        assert client.get(f"{DESK}xuat/?tu=2026-01-01&den=2026-12-31").status_code == status


def test_a_period_that_ends_before_it_begins_is_refused(client, shop):
    client.force_login(shop.user("shop_manager"))
    answer = client.get(f"{DESK}xuat/?tu=2026-12-31&den=2026-01-01", follow=True)
    assert answer.redirect_chain[-1][0] == DESK
    assert 'class="notice error"' in answer.content.decode()


def test_the_desk_counts_what_waits_and_what_is_late(client, shop):
    maker = shop.user("producer")
    product = shop.product(producer=shop.producer(people=[maker]))
    complain(about=About.PRODUCT, product=product)
    let_time_pass(complain(about=About.PRODUCT, product=product))
    client.force_login(maker)
    counts = {str(task.text): task.count for task in client.get("/ban-lam-viec/").context["tasks"]}
    assert sorted(count for text, count in counts.items() if "omplaint" in text or "hản ánh" in text) == [
        1,
        2,
    ]


def test_who_gives_no_number_is_not_told_to_come_back_with_it(client, db):
    with_phone, without = "số này và số điện thoại", "đường dẫn trong thư mở lại"
    page = seen(client.get(send(client)["Location"]))
    assert with_phone in page
    assert without not in page
    page = seen(client.get(send(client, phone="")["Location"]))
    assert without in page
    assert with_phone not in page
