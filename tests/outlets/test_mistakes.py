"""A visitor reports a mistake; who keeps the outlet, or the Department, answers; the visitor is told."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone
from outlet_rows import outlet

from office import persons
from office.notices import Notice
from office.outbox import Job
from office.roles import give_role
from office.stages import Refused
from outlets.finding import mending
from outlets.models import Mistake

pytestmark = pytest.mark.django_db
ORIGIN = {"headers": {"Origin": "http://testserver"}}
SAID = {"about": "hours", "words": "Chủ nhật đóng cửa lúc 17 giờ", "phone": "", "email": "", "site": ""}


@pytest.fixture
def keeper(shop):
    return give_role(shop.user(), "keeper")


@pytest.fixture
def place(keeper):
    cache.clear()
    return outlet(keeper=keeper)


def send(client, place, **fields):
    return client.post(f"{place.get_absolute_url()}bao-sai/", SAID | fields, **ORIGIN)


def test_a_report_is_kept_and_the_keeper_told(client, place, keeper):
    answer = send(client, place, phone="0912 345 678")
    assert answer.headers["Location"] == place.get_absolute_url()
    mistake = Mistake.objects.get()
    assert (mistake.outlet, mistake.about, str(mistake.phone)) == (place, "hours", "+84912345678")
    assert place.name in Notice.objects.get(user=keeper).sentence


@pytest.mark.parametrize(
    "wrong",
    [{"about": "xyz"}, {"about": ""}, {"words": ""}, {"words": "ừ"}, {"phone": "12"}, {"email": "a@"}],
)
def test_what_is_not_said_well_comes_back_at_its_field(client, place, wrong):
    answer = send(client, place, **wrong)
    assert answer.status_code == 200
    assert 'class="error"' in answer.content.decode()
    assert not Mistake.objects.exists()


def test_a_machine_is_thanked_and_nothing_is_kept(client, place):
    assert send(client, place, site="https://spam.example").status_code == 302
    assert not Mistake.objects.exists()


def test_many_from_one_address_have_to_wait(client, place):
    codes = [send(client, place).status_code for _ in range(6)]
    assert codes == [302] * 5 + [429]


def test_another_site_cannot_send_it(client, place):
    sent = client.post(
        f"{place.get_absolute_url()}bao-sai/", SAID, headers={"Origin": "https://evil.example"}
    )
    assert sent.status_code == 403


def test_put_right_is_told_to_who_left_an_address(place, keeper, django_capture_on_commit_callbacks):
    mistake = mending.report(place, about="hours", words="Đóng lúc 17 giờ", email="khach@example.org")
    mending.put_right(mistake, by=keeper, answer="Đã sửa giờ chủ nhật.")
    mistake.refresh_from_db()
    assert (mistake.stage, mistake.answered_by) == ("fixed", keeper)
    assert any("Đã sửa giờ chủ nhật." in str(job.payload) for job in Job.objects.filter(kind="mail"))


def test_the_department_may_answer_and_another_keeper_may_not(shop, place):
    mistake = mending.report(place, about="place", words="Đã chuyển sang số 12")
    stranger = give_role(shop.user(), "keeper")
    with pytest.raises(Refused):
        mending.turn_down(mistake, by=stranger, answer="Không phải")
    mending.turn_down(mistake, by=shop.user("trade_department"), answer="Đã đến xem, vẫn ở số 10.")
    assert Mistake.objects.get().stage == "not_so"


def test_it_is_answered_once_and_in_words(place, keeper):
    mistake = mending.report(place, about="place", words="Đã chuyển sang số 12")
    with pytest.raises(Refused):
        mending.put_right(mistake, by=keeper, answer=" ")
    mending.put_right(mistake, by=keeper, answer="Đã sửa địa chỉ")
    with pytest.raises(Refused):
        mending.turn_down(Mistake.objects.get(), by=keeper, answer="Không đúng")


def test_the_desk_shows_a_keeper_their_own(client, shop, place, keeper):
    other = outlet(name="Nơi khác")
    mending.report(place, about="hours", words="Đóng lúc 17 giờ")
    mending.report(other, about="hours", words="Không mở buổi sáng")
    client.force_login(keeper)
    page = client.get("/ban-lam-viec/bao-sai/").content.decode()
    assert "Đóng lúc 17 giờ" in page
    assert "Không mở buổi sáng" not in page
    client.force_login(shop.user("trade_department"))
    assert "Không mở buổi sáng" in client.get("/ban-lam-viec/bao-sai/").content.decode()


def test_answering_on_the_desk(client, place, keeper):
    mistake = mending.report(place, about="hours", words="Đóng lúc 17 giờ")
    client.force_login(keeper)
    sent = client.post(f"/ban-lam-viec/bao-sai/{mistake.pk}/da-sua/", {"answer": "Đã sửa giờ"})
    assert sent.headers["Location"] == "/ban-lam-viec/bao-sai/"
    assert "Đã sửa giờ" in client.get("/ban-lam-viec/bao-sai/?xem=xong").content.decode()


@pytest.mark.parametrize("number", [3, 30])
def test_desk_costs_the_same_for_3_and_30(client, django_assert_num_queries, place, keeper, number):
    Mistake.objects.bulk_create(
        Mistake(outlet=place, about="hours", words=f"Lần {n} đóng sớm") for n in range(number)
    )
    client.force_login(keeper)
    client.get("/ban-lam-viec/bao-sai/")
    with django_assert_num_queries(7):
        client.get("/ban-lam-viec/bao-sai/")


def test_who_reported_is_forgotten_90_days_after_the_answer_and_when_asked(place, keeper):
    old, _fresh = (
        mending.report(place, about="hours", words="Đóng lúc 17 giờ", email=f"{name}@example.org")
        for name in ("cu", "moi")
    )
    mending.put_right(old, by=keeper, answer="Đã sửa")
    Mistake.objects.filter(pk=old.pk).update(answered_at=timezone.now() - timedelta(days=91))
    assert mending.forget() == 1
    assert set(Mistake.objects.values_list("email", flat=True)) == {"", "moi@example.org"}
    person = persons.Person(email="Moi@example.org")
    assert persons.collect(person)["reported mistakes"][0]["outlet"] == place.name
    mending.erase(person)
    assert set(Mistake.objects.values_list("email", flat=True)) == {""}
