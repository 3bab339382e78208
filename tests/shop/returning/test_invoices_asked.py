"""Invoices: asked for with a right tax code, issued by the seller, found by the buyer alone."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from after_order import picture
from office.outbox import Job
from office.payment import paying
from office.stages import Refused
from shop.order.fulfilling import move
from shop.returning import invoicing
from shop.returning.models import InvoiceRequest

pytestmark = pytest.mark.django_db
WHO = {"kind": "company", "name": "Công ty Thử", "address": "Số 1, Vinh", "email": "ketoan@example.com"}
CODE = "0100109106"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF"
DAY = timezone.localdate


def ask(made, **facts):
    return invoicing.ask(made.order, **{**WHO, "tax_code": CODE, **facts})


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("company", "0100109106", "0100109106"),
        ("company", " 0100 109 106-001 ", "0100109106-001"),
        ("person", "", ""),
        ("person", "042090001234", "042090001234"),
    ],
)
def test_right_tax_codes_are_kept_as_offices_write_them(sale, kind, typed, kept):
    (made,) = ask(sale(), kind=kind, tax_code=typed)
    assert (made.tax_code, made.stage) == (kept, "asked")


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("company", ""),
        ("company", "0100109107"),
        ("company", "042090001234"),
        ("person", "123"),
        ("person", "abc"),
    ],
)
def test_wrong_tax_codes_are_refused_at_their_field(sale, kind, typed):
    with pytest.raises(Refused) as refused:
        ask(sale(), kind=kind, tax_code=typed)
    assert refused.value.field == "tax_code"
    assert not InvoiceRequest.objects.exists()


def test_an_organisation_that_pays_on_invoice_does_not_type_itself_twice(client, sale):
    made, other = (sale(way="invoice", hold_until=timezone.now() + timedelta(hours=1)) for _ in range(2))
    school = {"organisation": "Trường Hoa Sen", "tax_code": CODE, "address": "1 Hà Huy Tập"}
    paying.begin(made.due, "invoice", asked=school)
    pages = [
        f"{reverse('returns:invoice', args=[one.order.number])}?k={one.order.signature}"
        for one in (made, other)
    ]
    said, unsaid = (client.get(page).context["form"].initial for page in pages)
    assert (said["name"], said["tax_code"], said["address"]) == ("Trường Hoa Sen", CODE, "1 Hà Huy Tập")
    assert (unsaid["name"], "tax_code" in unsaid) == (other.order.buyer_name, False)


def test_each_seller_gets_one_request_and_asking_again_corrects_it(sale, shop):
    made = sale(shop.product(), shop.product())
    assert len(ask(made)) == 2
    ask(made, name="Công ty Khác")
    assert list(InvoiceRequest.objects.values_list("name", flat=True)) == ["Công ty Khác"] * 2


def test_a_cancelled_parcel_asks_for_none_and_drops_the_one_it_asked_for(sale):
    made = sale()
    (request,) = ask(made)
    move(made.parcel, "cancelled", by=made.manager, reason="x")
    request.refresh_from_db()
    assert request.stage == "dropped"
    with pytest.raises(Refused):
        ask(made)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"link": "http://hoadon.example.vn/1"}, "link"),
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "https://nguoi:mat@hoadon.example.vn/1"}, "link"),
        ({"link": "https://localhost/1"}, "link"),
        ({"link": "https://[::1/"}, "link"),
        ({}, "link"),
        ({"link": "https://hoadon.example.vn/1", "number": " "}, "number"),
        ({"document": picture()}, "document"),
        ({"document": SimpleUploadedFile("a.pdf", b"no")}, "document"),
    ],
)
def test_an_invoice_that_cannot_be_right_is_refused_at_its_field(sale, facts, field):
    made = sale()
    (request,) = ask(made)
    with pytest.raises(Refused) as refused:
        invoicing.issue(request, **{"number": "1C26T-1", "issued_on": DAY(), **facts}, by=made.person)
    assert refused.value.field == field


@pytest.mark.parametrize("ahead", [1, -1])
def test_an_invoice_is_of_no_day_to_come_and_of_none_before_its_order(sale, ahead):
    made = sale()
    (request,) = ask(made)
    with pytest.raises(Refused) as refused:
        invoicing.issue(
            request,
            number="1C26T-1",
            link="https://hoadon.example.vn/1",
            issued_on=DAY() + timedelta(days=ahead),
            by=made.person,
        )
    assert refused.value.field == "issued_on"
    request.refresh_from_db()
    assert (request.stage, request.number) == ("asked", "")


def test_seller_issues_once_and_a_stranger_may_not(sale):
    made, other = sale(), sale()
    (request,) = ask(made)
    facts = {"number": "1C26T-1", "issued_on": DAY(), "link": "https://hoadon.example.vn/tra-cuu?ma=A1"}
    with pytest.raises(Refused):
        invoicing.issue(request, **facts, by=other.person)
    assert invoicing.issue(request, **facts, by=made.person).stage == "issued"
    with pytest.raises(Refused):
        invoicing.issue(request, **facts, by=made.person)
    with pytest.raises(Refused):
        ask(made)


def issued(made, **facts):
    (request,) = ask(made)
    facts = {"number": "1C26T-1", "issued_on": DAY(), "link": "https://hoadon.example.vn/1", **facts}
    return invoicing.issue(request, **facts, by=made.person)


def pdf(name="hd.pdf", more=b""):
    return SimpleUploadedFile(name, PDF + more)


def test_a_wrong_invoice_is_corrected_its_former_facts_stay_in_the_log_and_the_buyer_is_told(
    sale, shop, django_capture_on_commit_callbacks
):
    buyer = shop.user()
    made = sale(by=buyer)
    request = issued(made, document=pdf("sai.pdf"))
    wrong = request.paper
    assert invoicing.may_read(buyer, wrong)
    with django_capture_on_commit_callbacks(execute=True):
        invoicing.correct(
            request,
            number="1C26T-2",
            issued_on=DAY(),
            link="https://hoadon.example.vn/2",
            document=pdf("dung.pdf", b"\n%%EOF"),
            by=made.person,
        )
    request.refresh_from_db()
    assert (request.stage, request.number, request.link) == (
        "issued",
        "1C26T-2",
        "https://hoadon.example.vn/2",
    )
    assert request.paper.name == "dung.pdf"
    (move,) = invoicing.corrections(request)
    assert move.by == made.person
    for fact in ("1C26T-1", f"{DAY():%d/%m/%Y}", "https://hoadon.example.vn/1", "sai.pdf", str(wrong.pk)):
        assert fact in move.reason
    assert not invoicing.may_read(buyer, wrong)
    (told,) = [each for each in mail.outbox if "đã được sửa" in each.body]
    assert told.to == ["hoa@example.com"]
    assert "1C26T-2" in told.body


def test_a_pdf_stays_with_a_correction_until_it_is_taken_away(sale):
    made = sale()
    request = issued(made, document=pdf())
    facts = {"issued_on": DAY(), "by": made.person}
    kept = invoicing.correct(request, number="1C26T-2", link="https://hoadon.example.vn/1", **facts)
    assert kept.paper == request.paper
    with pytest.raises(Refused) as refused:
        invoicing.correct(request, number="1C26T-2", without_document=True, **facts)
    assert refused.value.field == "link"
    bare = invoicing.correct(
        request, number="1C26T-2", link="https://hoadon.example.vn/1", without_document=True, **facts
    )
    assert bare.paper is None


def test_no_stranger_corrects_none_corrects_what_is_not_issued_and_what_does_not_change_is_told_to_nobody(
    sale,
):
    made, other = sale(), sale()
    facts = {"number": "1C26T-2", "issued_on": DAY(), "link": "https://hoadon.example.vn/2"}
    (request,) = ask(other)
    with pytest.raises(Refused):
        invoicing.correct(request, **facts, by=other.person)
    request = issued(made)
    for person in (other.person, made.shop.user()):
        with pytest.raises(Refused):
            invoicing.correct(request, **facts, by=person)
    invoicing.correct(request, **facts, by=made.person)
    told = Job.objects.count()
    with pytest.raises(Refused):
        invoicing.correct(request, **facts, by=made.person)
    assert (Job.objects.count(), invoicing.corrections(request).count()) == (told, 1)
    invoicing.correct(request, **{**facts, "number": "1C26T-3"}, by=made.manager)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"number": " "}, "number"),
        ({"link": "http://hoadon.example.vn/1"}, "link"),
        ({"link": ""}, "link"),
        ({"issued_on": DAY() + timedelta(days=1)}, "issued_on"),
        ({"issued_on": DAY() - timedelta(days=1)}, "issued_on"),
        ({"document": picture()}, "document"),
    ],
)
def test_a_correction_that_cannot_be_right_is_refused_at_its_field_and_nothing_is_changed(sale, facts, field):
    made = sale()
    request = issued(made)
    right = {"number": "1C26T-2", "issued_on": DAY(), "link": "https://hoadon.example.vn/2"}
    with pytest.raises(Refused) as refused:
        invoicing.correct(request, **{**right, **facts}, by=made.person)
    assert refused.value.field == field
    request.refresh_from_db()
    assert (request.number, request.link) == ("1C26T-1", "https://hoadon.example.vn/1")
    assert not invoicing.corrections(request).exists()


def test_the_seller_corrects_on_the_desk_what_the_buyer_finds_on_the_order_page(client, sale):
    made, other = sale(), sale()
    request = issued(made, document=pdf())
    desk = reverse("returns_desk:correct-invoice", args=[request.pk])
    client.force_login(other.person)
    assert client.get(desk).status_code == client.post(desk, {}).status_code == 403
    client.force_login(made.person)
    assert desk in client.get(reverse("returns_desk:invoices")).content.decode()
    page = client.get(desk).content.decode()
    assert 'value="1C26T-1"' in page
    assert f'value="{DAY():%Y-%m-%d}"' in page
    answer = {"number": "1C26T-2", "issued_on": str(DAY()), "link": "https://hoadon.example.vn/1"}
    sent = client.post(desk, answer)
    assert sent["Location"] == reverse("returns_desk:issue", args=[request.pk])
    shown = client.get(sent["Location"]).content.decode()
    assert "1C26T-2" in shown
    assert "Trước đó đã lưu: số 1C26T-1" in shown
    client.logout()
    page = client.get(made.order.get_absolute_url()).content.decode()
    assert "1C26T-2" in page
    assert "1C26T-1" not in page


def test_what_is_not_issued_yet_has_no_page_to_correct_it(client, sale):
    made = sale()
    (request,) = ask(made)
    client.force_login(made.person)
    assert client.get(reverse("returns_desk:correct-invoice", args=[request.pk])).status_code == 404


def test_the_buyer_asks_on_the_order_page_the_seller_answers_on_the_desk_and_the_buyer_finds_it(client, sale):
    made, other = sale(), sale()
    page = f"{reverse('returns:invoice', args=[made.order.number])}?k={made.order.signature}"
    wrong = client.post(page, {**WHO, "tax_code": "0100109107"})
    assert wrong.context["form"].errors["tax_code"]
    assert 'value="Công ty Thử"' in wrong.content.decode()
    assert client.post(page, {**WHO, "tax_code": CODE})["Location"] == made.order.get_absolute_url()
    request = InvoiceRequest.objects.get()
    desk = reverse("returns_desk:issue", args=[request.pk])
    answer = {"number": "1C26T-9", "issued_on": str(DAY()), "document": SimpleUploadedFile("hd.pdf", PDF)}
    client.force_login(other.person)
    assert client.post(desk, answer).status_code == 403
    client.force_login(made.person)
    assert "Công ty Thử" in client.get(reverse("returns_desk:invoices")).content.decode()
    answer["document"] = SimpleUploadedFile("hd.pdf", PDF)
    assert client.post(desk, answer).status_code == 302
    client.logout()
    assert "1C26T-9" in client.get(made.order.get_absolute_url()).content.decode()
    paper = reverse("returns:invoice-paper", args=[made.order.number, request.pk])
    assert client.get(paper).status_code == 404
    found = client.get(f"{paper}?k={made.order.signature}")
    assert found["Content-Type"] == "application/pdf"
    assert "no-store" in found["Cache-Control"]
    foreign = reverse("returns:invoice-paper", args=[other.order.number, request.pk])
    assert client.get(f"{foreign}?k={other.order.signature}").status_code == 404


def test_list_of_invoices_asks_the_database_as_often_for_thirty_as_for_three(
    client, sale, django_assert_num_queries
):
    first = sale()
    client.force_login(first.manager)
    for number in (3, 30):
        while InvoiceRequest.objects.count() < number:
            ask(
                sale(first.products[0], quantity=1)
                if InvoiceRequest.objects.count() < 8
                else sale(quantity=1)
            )
        client.get(reverse("returns_desk:invoices"))
        with django_assert_num_queries(LIST_QUERIES):
            client.get(reverse("returns_desk:invoices"))


LIST_QUERIES = 6
