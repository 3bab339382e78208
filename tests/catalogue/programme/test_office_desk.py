"""The programme office records decisions on the desk; makers follow their own; nobody else gets in."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from at_once import of_each, refusals
from catalogue import listing
from catalogue.models import CriteriaGeneration, Product
from catalogue.programme import recognising
from catalogue.programme.models import Recognition, StarChange
from catalogue.search.indexing import rebuild
from office.papers import Paper

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/chung-nhan/"
PDF = b"%PDF-1.4\n%%EOF\n"


def decision(**facts):
    today = timezone.localdate()
    return {
        "stars": 4,
        "decision_number": "2394/QĐ-UBND",
        "decision_date": today.isoformat(),
        "issuer": "UBND tỉnh Hà Tĩnh",
        "decided_by": "UBND tỉnh Hà Tĩnh",
        "criteria": CriteriaGeneration.objects.get(code="148").pk,
        "reason": "Không còn sản xuất",
    } | facts


@pytest.fixture
def officer(client, shop):
    person = shop.user("programme_office")
    client.force_login(person)
    return person


def test_award_with_the_paper_shows_the_star_and_opens_the_decision(client, shop, officer):
    product = shop.product("Mật ong rừng Trại Nu")
    fields = decision(document=SimpleUploadedFile("qd.pdf", PDF))
    assert client.post(f"{DESK}san-pham/{product.pk}/cap/", fields)["Location"] == DESK
    product.refresh_from_db()
    assert product.stars_on() == 4
    certificate = product.recognitions.get()
    assert certificate.changes.get().by == officer
    client.logout()
    page = client.get(certificate.get_absolute_url()).content.decode()
    assert certificate.document.get_absolute_url() in page
    assert client.get(certificate.document.get_absolute_url()).status_code == 200


def test_refused_award_keeps_what_was_typed_and_records_nothing(client, shop, officer):
    product = shop.product(stars=3)
    answer = client.post(
        f"{DESK}san-pham/{product.pk}/cap/", decision(document=SimpleUploadedFile("qd.pdf", PDF))
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="2394/QĐ-UBND"' in page
    assert "đã có chứng nhận" in page
    assert Recognition.objects.count() == 1
    assert not Paper.objects.exists()


def test_the_paper_of_a_refused_award_does_not_stay_in_the_store(client, shop, officer, settings):
    def kept():
        return {path for path in settings.PAPERS_ROOT.rglob("*") if path.is_file()}

    before, taken, free = kept(), shop.product(stars=3), shop.product()
    for product, more in ((taken, 0), (free, 1)):
        fields = decision(document=SimpleUploadedFile("qd.pdf", PDF))
        client.post(f"{DESK}san-pham/{product.pk}/cap/", fields)
        assert len(kept() - before) == more
    assert free.recognitions.get().document.file.read() == PDF


def test_a_paper_that_is_none_is_refused_at_its_field(client, shop, officer):
    product = shop.product()
    fields = decision(document=SimpleUploadedFile("qd.pdf", b"not a pdf"))
    page = client.post(f"{DESK}san-pham/{product.pk}/cap/", fields).content.decode()
    assert 'id="id_document_error"' in page
    assert not Recognition.objects.exists()


def test_a_code_given_before_is_refused_at_its_field(client, shop, officer):
    shop.award(shop.product(), code="42-1")
    page = client.post(f"{DESK}san-pham/{shop.product().pk}/cap/", decision(code="42-1")).content.decode()
    assert 'id="id_code_error"' in page


def test_renewal_downgrade_and_withdrawal_go_through_the_desk(client, shop, officer):
    product = shop.product(stars=4)
    first = product.recognitions.get()
    assert client.post(f"{DESK}{first.pk}/gia-han/", decision(stars=5))["Location"] == DESK
    product.refresh_from_db()
    assert product.stars_on() == 5
    other = shop.product(stars=4)
    assert client.post(f"{DESK}{other.recognitions.get().pk}/ha-hang/", decision(stars=3))["Location"] == DESK
    other.refresh_from_db()
    assert other.stars_on() == 3
    lowered = other.recognitions.first()
    assert client.post(f"{DESK}{lowered.pk}/thu-hoi/", decision())["Location"] == DESK
    other.refresh_from_db()
    assert other.stars_on() == 0
    assert other.recognitions.first().changes.last().kind == StarChange.Kind.WITHDRAW


def test_downgrade_upward_is_refused_at_the_stars(client, shop, officer):
    certificate = shop.product(stars=3).recognitions.get()
    page = client.post(f"{DESK}{certificate.pk}/ha-hang/", decision(stars=4)).content.decode()
    assert 'id="id_stars_error"' in page
    assert Recognition.objects.count() == 1


@pytest.mark.parametrize(
    "role", ["buyer", "commune_officer", "council", "keeper", "editor", "trade_department"]
)
def test_other_roles_get_neither_the_list_nor_the_acts(client, shop, role):
    certificate = shop.product(stars=3).recognitions.get()
    client.force_login(shop.user(role))
    assert client.get(DESK).status_code == 403
    assert client.post(f"{DESK}{certificate.pk}/thu-hoi/", decision()).status_code == 403
    certificate.refresh_from_db()
    assert certificate.is_valid_on()


def test_maker_sees_their_own_certificates_and_no_act(client, shop):
    maker = shop.user("producer")
    mine = shop.product("Cu đơ của tôi", producer=shop.producer(people=[maker]), stars=3)
    shop.product("Cu đơ nhà khác", stars=3)
    client.force_login(maker)
    page = client.get(DESK).content.decode()
    assert "Cu đơ của tôi" in page
    assert "Cu đơ nhà khác" not in page
    assert "thu-hoi" not in page
    assert client.post(f"{DESK}{mine.recognitions.get().pk}/thu-hoi/", decision()).status_code == 403


def test_lists_tell_valid_ending_ended_and_never_apart(client, shop, officer):
    today = timezone.localdate()
    shop.award(shop.product("Còn lâu"), days_ago=10)
    shop.award(shop.product("Sắp hết"), days_ago=10, valid_to=today + timedelta(days=90))
    shop.award(shop.product("Đã hết"), days_ago=100, valid_to=today - timedelta(days=1))
    shop.product("Chưa có")
    expected = {
        "valid": {"Còn lâu", "Sắp hết"},
        "ending": {"Sắp hết"},
        "ended": {"Đã hết"},
        "never": {"Chưa có"},
    }
    for show, titles in expected.items():
        entries = client.get(DESK, {"loc": show}).context["entries"]
        assert {product.title for product, _ in entries} == titles
    assert "Chứng nhận sắp hết hạn trong 90 ngày" in client.get("/ban-lam-viec/").content.decode()


def test_lists_know_certificates_of_one_size(client, shop, officer):
    today = timezone.localdate()
    for title, days in (("Cỡ còn lâu", 400), ("Cỡ sắp hết", 30), ("Cỡ đã hết", -1)):
        product = shop.product(title, pack="Lọ")
        size = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
        shop.award(product, variant=size, valid_to=today + timedelta(days=days))
    expected = {
        "": ["Cỡ đã hết", "Cỡ sắp hết", "Cỡ còn lâu"],
        "valid": ["Cỡ sắp hết", "Cỡ còn lâu"],
        "ending": ["Cỡ sắp hết"],
        "ended": ["Cỡ đã hết"],
        "never": [],
    }
    for show, titles in expected.items():
        entries = client.get(DESK, {"loc": show}).context["entries"]
        assert [product.title for product, _ in entries] == titles


def test_a_product_with_one_size_running_and_one_ended_is_valid_by_its_running_end(client, shop, officer):
    today = timezone.localdate()
    product = shop.product("Hai cỡ", pack="Lọ")
    large = listing.add_size(product, pack="Chai", price=9000, stock=1, by=shop.office)
    shop.award(product, variant=large, valid_to=today - timedelta(days=1))
    shop.award(product, variant=product.children.get(pack="Lọ"), valid_to=today + timedelta(days=30))
    shop.award(shop.product("Sớm hơn"), valid_to=today + timedelta(days=20))
    titles = [product.title for product, _ in client.get(DESK, {"loc": "ending"}).context["entries"]]
    assert titles == ["Sớm hơn", "Hai cỡ"]
    assert client.get(DESK, {"loc": "ended"}).context["entries"] == []


def test_those_never_certified_come_last(client, shop, officer):
    shop.product("A chưa có")
    shop.product("B có sao", stars=3)
    titles = [product.title for product, _ in client.get(DESK).context["entries"]]
    assert titles == ["B có sao", "A chưa có"]


@pytest.mark.parametrize("text", ["77 / qđ–ubnd", "hai cỡ", "HAI CO"])
def test_desk_finds_by_folded_number_and_name(client, shop, officer, text):
    shop.award(shop.product("Hai cỡ"), decision_number="77/QĐ-UBND")
    shop.product("Khác", stars=3)
    rebuild()
    entries = client.get(DESK, {"q": text}).context["entries"]
    assert [product.title for product, _ in entries] == ["Hai cỡ"]


def superseded(shop, number):
    """Products whose certificate was renewed, then lowered."""
    day = timezone.localdate() - timedelta(days=9)
    for _ in range(number):
        award = shop.award(shop.product(), days_ago=900)
        new = recognising.renew(
            award, stars=4, issuer="UBND", decision_number="8/QĐ", decision_date=day,
            criteria=award.criteria, by=shop.office,
        )  # fmt: skip
        recognising.downgrade(
            new, stars=3, reason="x", decided_by="UBND", decision_number="9/QĐ",
            decision_date=day + timedelta(days=1), by=shop.office,
        )  # fmt: skip


@pytest.mark.parametrize("number", [3, 30])
def test_certificates_page_makes_the_same_queries_for_3_and_30(
    client, shop, officer, number, django_assert_num_queries
):
    superseded(shop, number)
    client.get(DESK)
    with django_assert_num_queries(7):
        client.get(DESK)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_offices_awarding_at_once_make_one_certificate(reference, shop):
    product = shop.product()
    criteria = CriteriaGeneration.objects.get(code="148")

    def award(number):
        recognising.award(
            Product.objects.get(pk=product.pk),
            stars=3 + number % 2,
            issuer="UBND tỉnh Hà Tĩnh",
            decision_number=f"{number}/QĐ-UBND",
            decision_date=timezone.localdate(),
            criteria=criteria,
            by=shop.office,
        )

    results = of_each(6, award)
    certificate = Recognition.objects.get()
    assert len(refusals(results)) == 5
    product.refresh_from_db()
    assert product.stars_on() == certificate.stars
