"""Requests about personal data: their clocks, the deed, and what erasing leaves."""

from datetime import date, datetime, timedelta
from unittest.mock import patch

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core import mail
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oscar.apps.wishlists.models import WishList

from after_order import Sale
from buying import basket_with
from catalogue import reviewing
from catalogue.reviews.models import ProductReview
from complaining import complain, order_of
from office import clocks, persons
from office.accounts.models import User
from office.accounts.personal import person_of
from office.notices import Notice, tell
from office.outbox import Job
from office.payment import refunding
from office.persons import Person
from office.stages import Refused
from shop.basket.models import Basket
from shop.complaints import answering
from shop.complaints.models import Complaint
from shop.order import consenting, personal
from shop.order.fulfilling import move
from shop.order.models import Consent, Order, Parcel
from shop.personal_data import requesting
from shop.personal_data.models import DataRequest

pytestmark = pytest.mark.django_db
Kind, Stage = DataRequest.Kind, DataRequest.Stage


@pytest.fixture
def officer(shop):
    return shop.user("shop_manager")


def known(shop, **facts):
    """Somebody whose number and address are proven."""
    user = shop.user(**facts)
    User.objects.filter(pk=user.pk).update(phone="+84912345678", phone_verified=True)
    user.refresh_from_db()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def deliver(order, by):
    for parcel in order.parcels.all():
        for stage in ("confirmed", "packed", "handed_over", "delivered"):
            move(parcel, stage, by=by)


@pytest.mark.parametrize(
    ("kind", "limit"),
    [(Kind.CORRECT, "data.correct"), (Kind.RESTRICT, "data.restrict"), (Kind.OBJECT, "data.object"), (Kind.ERASE, "data.erase")],
)  # fmt: skip
def test_a_request_has_its_two_clocks(shop, officer, kind, limit):
    asked = requesting.ask(person_of(shop.user()), kind, details="Sai tên")
    today = timezone.localdate()
    assert asked.answer_by == clocks.due("data.answer", today)
    assert asked.do_by == clocks.due(limit, today)
    assert officer.notices.filter(about=asked.number).exists()


@given(day=st.dates(date(2026, 1, 2), date(2028, 11, 1)), hour=st.integers(0, 23))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whenever_it_comes_the_answer_is_due_in_two_working_days_and_before_the_deed(shop, day, hour):
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=timezone.get_default_timezone())
    with patch("django.utils.timezone.now", return_value=moment):
        asked = requesting.ask(Person(phone="+84912000999"), Kind.RESTRICT)
        came = timezone.localdate()
    assert came < asked.answer_by < asked.do_by
    assert asked.do_by >= came + timedelta(days=15)
    asked.delete()


def test_the_same_request_is_not_made_twice_while_it_runs(shop, officer):
    person = person_of(shop.user())
    asked = requesting.ask(person, Kind.ERASE)
    with pytest.raises(Refused) as refused:
        requesting.ask(person, Kind.ERASE)
    assert refused.value.field == "kind"
    requesting.refuse(asked, reason="Đang có tranh chấp.", by=officer)
    assert requesting.ask(person, Kind.ERASE).pk != asked.pk


def test_nobody_asks_nothing(shop):
    with pytest.raises(Refused):
        requesting.ask(Person(), Kind.ERASE)


def test_a_correction_says_what_is_wrong(shop):
    with pytest.raises(Refused) as refused:
        requesting.ask(person_of(shop.user()), Kind.CORRECT, details="  ")
    assert refused.value.field == "details"


def test_answered_with_a_processor_it_may_take_20_days(shop, officer):
    asked = requesting.ask(person_of(shop.user()), Kind.OBJECT, details="Không gửi tin.")
    requesting.answer(asked, text="Đang chuyển cho đơn vị gửi tin.", processor=True, by=officer)
    assert (asked.stage, asked.do_by) == (Stage.ANSWERED, clocks.due("data.processor", timezone.localdate()))


def test_it_is_extended_once_and_only_where_the_decree_allows_it(shop, officer):
    asked = requesting.ask(person_of(shop.user()), Kind.RESTRICT)
    before = asked.do_by
    requesting.extend(asked, reason="Nhiều đơn vị liên quan.", by=officer)
    assert asked.do_by == clocks.due("data.extension", before)
    with pytest.raises(Refused):
        requesting.extend(asked, reason="Lần nữa.", by=officer)
    other = requesting.ask(person_of(shop.user()), Kind.ERASE)
    with pytest.raises(Refused):
        requesting.extend(other, reason="Lâu.", by=officer)


@pytest.mark.parametrize("act", ["answer", "extend", "do", "refuse"])
def test_only_the_data_officer_deals_with_requests(shop, act):
    asked = requesting.ask(person_of(shop.user()), Kind.RESTRICT)
    words = {"answer": {"text": "A"}, "do": {"text": "A"}}.get(act, {"reason": "A"})
    for role in ("trade_department", "producer", "editor", "programme_office"):
        with pytest.raises(Refused):
            getattr(requesting, act)(asked, by=shop.user(role), **words)
    getattr(requesting, act)(asked, by=shop.user("shop_manager"), **words)


def test_it_is_overdue_by_itself(shop):
    asked = requesting.ask(person_of(shop.user()), Kind.RESTRICT)
    assert not asked.is_overdue
    asked.answer_by = timezone.localdate() - timedelta(days=1)
    assert asked.is_overdue


def test_restricting_ends_news_at_once(shop, officer):
    user = shop.user()
    consenting.take_news(by=user)
    person = person_of(user)
    assert consenting.takes_news(person)
    asked = requesting.ask(person, Kind.RESTRICT)
    requesting.do(asked, by=officer)
    assert not consenting.takes_news(person)


def test_a_refusal_tells_the_person_why(shop, officer, django_capture_on_commit_callbacks):
    asked = requesting.ask(Person(email="hoa@example.com"), Kind.ERASE)
    with django_capture_on_commit_callbacks(execute=True):
        requesting.refuse(asked, reason="Đang giải quyết khiếu nại.", by=officer)
    assert "Đang giải quyết khiếu nại." in mail.outbox[-1].body


def test_erasing_waits_for_a_parcel_on_its_way(shop, officer):
    user = known(shop)
    order_of(shop, by=user)
    asked = requesting.ask(person_of(user), Kind.ERASE)
    with pytest.raises(Refused):
        requesting.do(asked, by=officer)
    assert User.objects.get(pk=user.pk).is_active


def test_an_account_of_the_staff_is_not_erased(shop, officer):
    asked = requesting.ask(person_of(shop.user("editor")), Kind.ERASE)
    with pytest.raises(Refused):
        requesting.do(asked, by=officer)


def test_erasing_takes_the_person_out_of_every_room(
    client, shop, officer, django_capture_on_commit_callbacks
):
    user = known(shop, name="Nguyễn Thị Hoa")
    client.force_login(user)
    product = shop.product()
    basket = basket_with(shop, product)
    Basket.objects.filter(pk=basket.pk).update(owner=user)
    WishList.objects.create(owner=user, name="Của tôi")
    tell(user, "Một tin")
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    review = reviewing.write(product, score=5, title="Ngon", body="Rất ngon", name="Hoa", by=user)
    consenting.take_news(by=user)
    order = order_of(shop, by=user, name="Nguyễn Thị Hoa", phone="+84912345678")
    deliver(order, shop.office)
    closed, running = complain(by=user), complain(by=user)
    answering.withdraw(closed)
    asked = requesting.ask(person_of(user), Kind.ERASE, by=user)
    email = user.email
    with django_capture_on_commit_callbacks(execute=True):
        requesting.do(asked, by=officer)

    gone = User.objects.get(pk=user.pk)
    assert (gone.first_name, gone.phone, gone.is_active) == ("", None, False)
    assert not gone.has_usable_password()
    assert email not in str(gone.email)
    assert not EmailAddress.objects.filter(user=user).exists()
    assert not Authenticator.objects.filter(user=user).exists()
    assert not Notice.objects.filter(user=user).exists()
    assert not WishList.objects.exists()
    assert not Basket.objects.filter(owner=user).exists()
    written = ProductReview.objects.get(pk=review.pk)
    assert (written.user, written.name, written.body) == (None, "", "Rất ngon")
    kept = Order.objects.get(pk=order.pk)
    assert (kept.user, kept.buyer_name) == (None, "Nguyễn Thị Hoa")
    assert not Consent.objects.filter(user=user).exists()
    closed.refresh_from_db()
    running.refresh_from_db()
    assert (closed.name, str(closed.phone), closed.email, closed.user) == ("", "", "", None)
    assert running.name == "Nguyễn Thị Hoa"
    assert running.to_forget
    asked.refresh_from_db()
    assert (asked.stage, asked.user, str(asked.phone), asked.email) == (Stage.DONE, None, "", "")
    until = f"{personal.kept_until(order):%d/%m/%Y}"
    assert until in asked.outcome
    assert running.number in asked.outcome
    assert mail.outbox[-1].to == [email]
    assert until in mail.outbox[-1].body
    assert "/tai-khoan/login/" in client.get("/tai-khoan/")["Location"]
    answering.withdraw(running)
    assert Complaint.objects.get(pk=running.pk).name == ""


def test_what_was_erased_is_not_known_any_more_except_what_the_law_keeps(shop, officer):
    user = known(shop)
    consenting.take_news(by=user)
    complain(by=user, email=user.email, phone="")
    answering.withdraw(Complaint.objects.get())
    person = person_of(user)
    assert {"account", "complaints", "consents", "notices"} <= persons.collect(person).keys()
    asked = requesting.ask(person, Kind.ERASE)
    requesting.do(asked, by=officer)
    Job.objects.all().delete()  # the last message to them is out
    assert not persons.is_known(Person(phone=person.phone, email=person.email))


def test_old_orders_lose_their_buyer_when_the_laws_time_is_over(shop):
    old, young = order_of(shop, name="Người cũ"), order_of(shop, name="Người mới")
    long_ago = timezone.now() - timedelta(days=11 * 366)
    Order.objects.filter(pk=old.pk).update(date_placed=long_ago)
    limit = Order.objects.get(pk=old.pk)
    clocks.Clock.objects.filter(code="orders.kept").update(valid_from="2000-01-01")
    assert personal.kept_until(limit) < timezone.localdate()
    assert personal.forget_old_orders() == 1
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.buyer_name, str(old.phone), old.shipping_address.line1) == ("", "", "")
    assert old.lines.count() == 1
    assert young.buyer_name == "Người mới"
    assert personal.forget_old_orders() == 0


def test_the_last_year_of_keeping_is_kept_to_its_last_day(shop):
    order = order_of(shop)
    Order.objects.filter(pk=order.pk).update(
        date_placed=timezone.now().replace(year=timezone.localdate().year - 10, month=1, day=2)
    )
    clocks.Clock.objects.filter(code="orders.kept").update(valid_from="2000-01-01")
    assert personal.forget_old_orders() == 0


def test_a_consent_is_taken_back_by_its_person_and_by_nobody_else(shop):
    mine, other = shop.user(), shop.user()
    consent = consenting.take_news(by=mine)
    assert consenting.take_news(by=mine) == consent
    with pytest.raises(Refused):
        consenting.withdraw(consent, by=person_of(other))
    with pytest.raises(Refused):
        consenting.withdraw(consent, by=Person())
    assert consenting.withdraw(consent, by=person_of(mine)).withdrawn_at is not None
    assert not consenting.takes_news(person_of(mine))
    assert consenting.take_news(by=mine) != consent


def test_the_terms_of_an_order_are_not_taken_back(shop):
    order = order_of(shop, marketing=True, email="hoa@example.com")
    person = Person(phone=str(order.phone))
    terms, news = (order.consents.get(kind=kind) for kind in ("terms", "marketing"))
    with pytest.raises(Refused):
        consenting.withdraw(terms, by=person)
    consenting.withdraw(news, by=person)
    assert not consenting.takes_news(person)


def test_a_number_typed_into_an_account_but_not_proven_opens_nothing(shop):
    order = order_of(shop)
    user = shop.user()
    User.objects.filter(pk=user.pk).update(phone=str(order.phone), phone_verified=False)
    user.refresh_from_db()
    assert "orders" not in persons.collect(person_of(user))
    User.objects.filter(pk=user.pk).update(phone_verified=True)
    user.refresh_from_db()
    assert "orders" in persons.collect(person_of(user))


def test_a_copy_for_an_account_alone_holds_the_payments_of_its_orders_and_of_no_others(shop):
    user, other = shop.user(), shop.user()
    mine, theirs = Sale(shop, by=user, email="").pay(), Sale(shop, by=other, email="").pay()
    person = person_of(user)
    assert (person.phone, person.email) == ("", "")
    (row,) = persons.collect(person)["payments"]
    assert (row["reference"], row["paid_dong"]) == (mine.due.reference, mine.total)
    assert [each["reference"] for each in persons.collect(person_of(other))["payments"]] == [
        theirs.due.reference
    ]
    assert "payments" not in persons.collect(person_of(shop.user()))


def test_money_on_its_way_back_hinders_erasing_a_buyer_known_by_the_account_alone(shop):
    user = shop.user()
    made = Sale(shop, by=user, email="").pay()
    assert persons._parts["payments"].hinders(person_of(user)) == []
    refunding.refund(made.due, 10_000, reason="Trả bớt", key="bot", by=made.manager)
    assert len(persons._parts["payments"].hinders(person_of(user))) == 1
    assert persons._parts["payments"].hinders(person_of(shop.user())) == []


@pytest.mark.parametrize("stage", Parcel.Stage.values)
def test_every_stage_that_is_not_an_end_hinders(shop, stage):
    user = known(shop)
    order = order_of(shop, by=user)
    Parcel.objects.filter(order=order).update(stage=stage)
    ended = stage in {"delivered", "cancelled", "returned"}
    assert bool(personal.hinders(person_of(user))) is not ended
