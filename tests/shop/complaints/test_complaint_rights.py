"""Who sees which complaint and may do what with it: pairs of may and may not."""

import pytest

from complaining import about_product, complain, order_of, upload
from office.access_log import Access
from office.papers import may_read
from office.stages import Refused
from shop.complaints import answering, deciding
from shop.complaints.models import About, Complaint, Outcome
from shop.complaints.rules import visible_to

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/phan-anh/"
ROLES = ("buyer", "producer", "commune_officer", "council", "keeper", "editor", "tour_operator")


@pytest.fixture
def cases(shop):
    """One of each: with its seller, with the shop, with the Department, with the inspection."""
    with_seller, seller = about_product(shop)
    with_shop = complain()
    with_department = complain()
    deciding.pass_to_trade(with_department, text="A", by=shop.office)
    report = complain(about=About.LABEL, where="Chợ")
    return {"seller": with_seller, "shop": with_shop, "department": with_department, "label": report}, seller


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        ("shop_manager", {"seller", "shop", "department"}),
        ("trade_department", {"department"}),
        ("inspector", {"label"}),
        ("programme_office", {"label"}),
        ("administrator", {"seller", "shop", "department", "label"}),
        *((role, set()) for role in ROLES),
    ],
)
def test_each_role_opens_its_complaints_and_no_other(client, shop, cases, role, sees):
    found, _seller = cases
    person = shop.user(role)
    client.force_login(person)
    for name, complaint in found.items():
        status = client.get(f"{DESK}{complaint.pk}/").status_code
        assert (status == 200) is (name in sees), (role, name, status)
        assert status in {200, 404}
    assert {each.pk for each in visible_to(person)} == {found[name].pk for name in sees}
    assert client.get(DESK).status_code == (200 if sees else 403)


def test_a_seller_opens_its_own_and_no_other_sellers(client, shop, cases):
    found, seller = cases
    other, _other_seller = about_product(shop)
    client.force_login(seller)
    assert client.get(f"{DESK}{found['seller'].pk}/").status_code == 200
    for act in ("", "tra-loi/", "giai-quyet/", "nhan-tin/"):
        assert client.get(f"{DESK}{other.pk}/{act}").status_code == 404
        assert client.post(f"{DESK}{other.pk}/{act}").status_code in {404, 405}
    with pytest.raises(Refused):
        answering.answer(other, text="A", offer=Outcome.KEPT, by=seller)
    with pytest.raises(Refused):
        answering.say(other, text="A", by=seller)


def test_a_seller_never_sees_a_label_report_about_its_product(client, shop):
    seller = shop.user("producer")
    product = shop.product(producer=shop.producer(people=[seller]))
    report = complain(about=About.LABEL, product=product, where="Chợ")
    client.force_login(seller)
    assert client.get(f"{DESK}{report.pk}/").status_code == 404
    client.force_login(shop.user("inspector"))
    assert client.get(f"{DESK}{report.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("act", "role", "stage"),
    [
        ("tra-loi/", "shop_manager", "seller"),
        ("giai-quyet/", "trade_department", "department"),
        ("ket-luan/", "shop_manager", "department"),
        ("ket-qua/", "shop_manager", "shop"),
        ("chuyen-so/", "trade_department", "department"),
    ],
)
def test_a_step_of_another_desk_is_forbidden(client, shop, cases, act, role, stage):
    found, _seller = cases
    client.force_login(shop.user(role))
    address = f"{DESK}{found[stage].pk}/{act}"
    assert client.get(address).status_code == 403
    assert client.post(address, {"text": "A", "offer": "kept"}).status_code == 403


def test_a_stranger_without_an_account_is_sent_to_sign_in(client, shop, cases):
    found, _seller = cases
    for address in (
        DESK,
        f"{DESK}{found['shop'].pk}/",
        f"{DESK}xuat/",
        f"{DESK}{found['shop'].pk}/giai-quyet/",
    ):
        assert "/tai-khoan/login/" in client.get(address)["Location"]


@pytest.mark.parametrize(("ticked", "shown"), [(True, True), (False, False)])
def test_the_seller_sees_how_to_reach_the_buyer_only_when_told_so(client, shop, ticked, shown):
    complaint, seller = about_product(shop, contact_open=ticked)
    client.force_login(seller)
    page = client.get(f"{DESK}{complaint.pk}/").content.decode()
    assert ("hoa@example.com" in page) is shown
    assert ("+84912345678" in page) is shown


def test_the_seller_of_a_parcel_knows_its_buyer(client, shop):
    order = order_of(shop)
    complaint = complain(about=About.PARCEL, order_number=order.number, phone=str(order.phone))
    client.force_login(complaint.producer.users.get())
    assert "hoa@example.com" in client.get(f"{DESK}{complaint.pk}/").content.decode()


def test_who_of_the_offices_opened_it_is_noted(client, shop, cases):
    found, seller = cases
    manager = shop.user("shop_manager")
    for person in (manager, seller):
        client.force_login(person)
        client.get(f"{DESK}{found['seller'].pk}/")
    access = Access.objects.get()
    assert (access.by, access.about) == (manager, found["seller"].number)


def test_evidence_opens_for_the_parties_and_for_nobody_else(client, shop):
    owner, stranger = shop.user(), shop.user("producer")
    shop.producer(people=[stranger])
    complaint, seller = about_product(shop, by=owner, papers=[upload()])
    paper = complaint.evidence.get().paper
    assert all(may_read(person, paper) for person in (owner, seller, shop.user("shop_manager"), shop.office))
    assert not any(may_read(shop.user(role), paper) for role in ("trade_department", "inspector", "buyer"))
    assert not may_read(stranger, paper)
    address = f"/phan-anh/{complaint.number}/giay-to/{paper.pk}/"
    assert client.get(f"{address}?k={complaint.signature}").status_code == 200
    assert client.get(address).status_code == 404
    other = complain()
    assert client.get(f"/phan-anh/{other.number}/giay-to/{paper.pk}/?k={other.signature}").status_code == 404


def test_the_public_page_opens_by_signature_or_for_its_owner(client, shop):
    owner = shop.user()
    complaint, other = complain(by=owner), complain()
    address = f"/phan-anh/{complaint.number}/"
    assert client.get(complaint.get_absolute_url()).status_code == 200
    assert client.get(address).status_code == 404
    assert client.get(f"{address}?k={other.signature}").status_code == 404
    client.force_login(shop.user())
    assert client.get(address).status_code == 404
    client.force_login(owner)
    assert client.get(address).status_code == 200
    for act in ("chap-nhan", "chuyen-tiep", "rut", "mo-lai"):
        client.force_login(shop.user())
        assert client.post(f"{address}{act}/", headers={"Origin": "http://testserver"}).status_code == 404
    assert Complaint.objects.get(pk=complaint.pk).stage == Complaint.Stage.PLATFORM
