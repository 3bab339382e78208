"""Links to confirm: one tap, once, for thirty days; asked before an outlet becomes stale, and reminded once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from outlet_rows import outlet

from office.stages import Refused
from outlets.models import ConfirmationAsk, Outlet
from outlets.network import verifying

pytestmark = pytest.mark.django_db


def days_ago(number):
    return timezone.localdate() - timedelta(days=number)


@pytest.fixture
def asked(shop):
    keeper = shop.user("keeper")
    row = outlet(keeper=keeper, verified_on=days_ago(80))
    return verifying.ask(row, by=shop.user("trade_department"))[0]


def test_looking_changes_nothing_and_one_tap_confirms(client, asked):
    page = client.get(asked.get_absolute_url())
    assert (page.status_code, asked.outlet.name in page.content.decode()) == (200, True)
    assert Outlet.objects.get(pk=asked.outlet_id).verified_on == days_ago(80)
    client.post(asked.get_absolute_url())
    row = Outlet.objects.get(pk=asked.outlet_id)
    assert (row.verified_on, row.verified_by) == (days_ago(0), asked.keeper)
    assert row.verifications.get().way == "link"


def test_a_link_used_twice_changes_nothing_more(client, asked):
    client.post(asked.get_absolute_url())
    Outlet.objects.update(verified_on=days_ago(5))
    assert client.post(asked.get_absolute_url()).status_code == 302
    row = Outlet.objects.get(pk=asked.outlet_id)
    assert (row.verified_on, row.verifications.count()) == (days_ago(5), 1)


def test_a_link_ends_after_thirty_days(client, asked):
    ConfirmationAsk.objects.update(sent_on=days_ago(30))
    assert "wide" in client.get(asked.get_absolute_url()).content.decode()
    ConfirmationAsk.objects.update(sent_on=days_ago(31))
    client.post(asked.get_absolute_url())
    assert Outlet.objects.get(pk=asked.outlet_id).verified_on == days_ago(80)
    with pytest.raises(Refused):
        verifying.confirm(asked)


def test_a_wrong_signature_is_not_there(client, asked):
    address = asked.get_absolute_url()
    assert client.get(address[:-4] + "xxx/").status_code == 404
    assert client.post(address[:-4] + "xxx/").status_code == 404
    other = ConfirmationAsk.objects.create(outlet=asked.outlet, keeper=asked.keeper)
    assert client.get(address.replace(f"/{asked.pk}/", f"/{other.pk}/")).status_code == 404


def test_who_keeps_it_no_longer_confirms_nothing(asked):
    asked.outlet.keepings.update(until=days_ago(1))
    with pytest.raises(Refused):
        verifying.confirm(asked)


def test_the_department_may_ask_and_keepers_may_not(shop):
    keeper = shop.user("keeper")
    row = outlet(keeper=keeper)
    with pytest.raises(Refused):
        verifying.ask(row, by=keeper)
    assert verifying.ask(row, by=shop.user("trade_department"))
    with pytest.raises(Refused):
        verifying.ask(outlet(), by=shop.user("trade_department"))


@pytest.mark.parametrize(("age", "sent"), [(74, 0), (75, 1), (120, 1), (None, 0)])
def test_keepers_are_asked_before_the_outlet_becomes_stale(shop, age, sent):
    row = outlet(keeper=shop.user("keeper"), verified_on=days_ago(age) if age else None)
    assert verifying.ask_in_time() == sent
    assert row.asks.count() == sent


def test_they_are_asked_once_and_reminded_once(shop):
    outlet(keeper=shop.user("keeper"), verified_on=days_ago(75))
    today = timezone.localdate()
    counts = [verifying.ask_in_time(today + timedelta(days=later)) for later in (0, 1, 9, 10, 11, 40, 41)]
    assert counts == [1, 0, 0, 1, 0, 0, 0]


def test_an_outlet_verified_again_is_asked_again_in_its_time(shop):
    keeper = shop.user("keeper")
    row = outlet(keeper=keeper, verified_on=days_ago(75))
    verifying.ask_in_time()
    verifying.verify(row, by=keeper)
    later = timezone.localdate() + timedelta(days=76)
    assert verifying.ask_in_time(later) == 1


@pytest.mark.parametrize("stage", ["planned", "suspended", "closed"])
def test_who_serves_nobody_is_not_asked(shop, stage):
    outlet(keeper=shop.user("keeper"), verified_on=days_ago(80), stage=stage, stage_reason="Sửa mái")
    assert verifying.ask_in_time() == 0


def test_the_link_goes_by_mail_or_by_text(shop, django_capture_on_commit_callbacks):
    by_mail, by_text = shop.user("keeper"), shop.user("keeper")
    type(by_text).objects.filter(pk=by_text.pk).update(email=None, phone="+84912345678")
    row = outlet(keeper=by_mail, verified_on=days_ago(80))
    row.keepings.create(user=by_text)
    with django_capture_on_commit_callbacks(execute=True):
        asks = verifying.ask(row, by=shop.user("trade_department"))
    assert len(asks) == 2
    letter = mail.outbox[-1]
    assert [letter.to] == [[by_mail.email]]
    (link,) = (ask.get_absolute_url() for ask in asks if ask.keeper == by_mail)
    assert link in letter.body
