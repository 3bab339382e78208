"""A producer who lets a return's time run out loses it to the shop manager by night, once."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from office.stages import Refused
from shop.returning import answering, claiming, trays
from shop.returning.models import Return

pytestmark = pytest.mark.django_db


def late(asked, **by):
    Return.objects.filter(pk=asked.pk).update(answer_by=timezone.now() - timedelta(**(by or {"hours": 1})))
    asked.refresh_from_db()
    return asked


def told(person):
    return [each.sentence for each in person.notices.all()]


def test_night_takes_a_late_return_to_the_shop_and_tells_all_three_once(client, sale, shop):
    made = sale().to("delivered")
    asked = late(made.ask())
    manager = shop.user("shop_manager")
    before = trays.return_tasks(manager)[0].count
    assert claiming.take_on_late() == 1
    assert claiming.take_on_late() == 0
    asked.refresh_from_db()
    (move,) = asked.moves()
    assert (asked.stage, move.by, move.reason) == ("escalated", None, "Chủ thể chưa trả lời đúng hạn.")
    assert trays.return_tasks(manager)[0].count == before + 1
    for person in (made.person, manager):
        assert sum(asked.number in each and "quyết định" in each for each in told(person)) == 1
    page = client.get(asked.get_absolute_url()).content.decode()
    assert f"Chủ thể chưa trả lời đến {timezone.localtime(asked.answer_by):%H:%M %d/%m/%Y}" in page
    client.force_login(manager)
    assert "quản lý sàn quyết định" in client.get(f"/ban-lam-viec/tra-hang/{asked.number}/").content.decode()


def test_return_in_time_and_one_answered_stay_where_they_are(sale):
    one, two, three = (sale().to("delivered") for _ in range(3))
    waiting = one.ask()
    answered = late(answering.refuse(two.ask(), answer="Hàng nguyên vẹn", by=two.person))
    given_up = late(claiming.withdraw(three.ask()))
    assert claiming.take_on_late() == 0
    assert claiming.take_on_late(waiting.answer_by) == 0
    assert claiming.take_on_late(waiting.answer_by + timedelta(seconds=1)) == 1
    for thing, stage in ((answered, "refused"), (given_up, "withdrawn")):
        thing.refresh_from_db()
        assert (thing.stage, thing.lapsed_at) == (stage, None)


def test_only_the_shop_answers_it_then(sale):
    made = sale().to("delivered")
    asked = late(made.ask())
    claiming.take_on_late()
    with pytest.raises(Refused):
        answering.accept(asked, remedy="refund", by=made.person)
    found = answering.decide(asked, granted=True, answer="Ảnh rõ", by=made.manager)
    assert found.stage == "accepted"


def test_buyer_may_still_let_it_be(sale):
    asked = late(sale().to("delivered").ask())
    claiming.take_on_late()
    assert claiming.withdraw(asked).stage == "withdrawn"


def test_buyer_is_told_in_the_language_of_the_order(sale, shop):
    made = sale().to("delivered")
    buyer = shop.user("buyer")
    type(made.order).objects.filter(pk=made.order.pk).update(user=buyer, language="en")
    asked = late(made.ask())
    with translation.override("vi"):
        claiming.take_on_late()
    assert any("the shop manager decides now" in each and asked.number in each for each in told(buyer))


def test_nightly_says_how_many_went(sale):
    late(sale().to("delivered").ask())
    out = StringIO()
    call_command("nightly", stdout=out)
    assert "1 returns taken to the shop" in out.getvalue()
