"""The handshake of a visit: asked, answered, changed, held; places of a slot are taken once."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from tour_rows import host

from at_once import of_each, refusals
from catalogue.producers import joining
from catalogue.producers.models import Partner
from office.notices import Notice
from office.stages import Refused
from outlets.hours import lunar, scheduling
from outlets.models import Keeping, Operator, Visit
from outlets.tours import agreeing, stringing, touring
from outlets.visits import hosting, hosts, slots, visiting

pytestmark = pytest.mark.django_db
NEXT_WEEK = timedelta(days=7)


@pytest.fixture
def keeper(shop):
    return shop.user("keeper", name="Chị Sen")


@pytest.fixture
def place(shop, keeper):
    return outlet(keeper=keeper, visit_capacity=30)


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator", name="Anh Lữ")


@pytest.fixture
def company(guide):
    return operator(guide)


def asked(company, host, guide, **facts):
    return visiting.ask(
        company,
        host=host,
        by=guide,
        **{
            "day": timezone.localdate() + NEXT_WEEK,
            "starts": time(9),
            "minutes": 60,
            "size": 20,
            "language": "vi",
            **facts,
        },
    )


def heard(person):
    return list(Notice.objects.filter(user=person).order_by("pk").values_list("sentence", flat=True))


def test_asked_and_confirmed_and_both_sides_hear_of_it(company, place, guide, keeper):
    visit = asked(company, place, guide)
    assert len(heard(keeper)) == 1
    visit = visiting.confirm(visit, by=keeper)
    assert visit.stage == Visit.Stage.CONFIRMED
    assert place.name in heard(guide)[0]


def test_another_time_is_proposed_and_taken(company, place, guide, keeper):
    visit = asked(company, place, guide)
    other = visit.day + timedelta(days=1)
    visiting.propose(visit, day=other, starts=time(14), reason="Sáng có đoàn khác", by=keeper)
    assert "Sáng có đoàn khác" in heard(guide)[-1]
    visit = visiting.accept(visit, by=guide)
    assert (visit.stage, visit.day, visit.starts) == ("confirmed", other, time(14))
    assert visit.proposed_day is None
    assert f"14:00 {other:%d/%m/%Y}: Sáng có đoàn khác" in [move.reason for move in visit.moves()]


def test_a_no_needs_a_reason_and_reaches_the_operator(company, place, guide, keeper):
    visit = asked(company, place, guide)
    with pytest.raises(Refused) as refused:
        visiting.decline(visit, reason="  ", by=keeper)
    assert refused.value.field == "reason"
    visiting.decline(visit, reason="Hôm đó nhà có giỗ", by=keeper)
    assert "Hôm đó nhà có giỗ" in heard(guide)[-1]


def test_a_change_of_what_was_agreed_is_answered_anew(company, place, guide, keeper):
    visit = visiting.confirm(asked(company, place, guide), by=keeper)
    visit = visiting.change(
        visit,
        day=visit.day,
        starts=time(10),
        minutes=45,
        size=25,
        language="en",
        tasting=True,
        note="",
        by=guide,
    )
    assert visit.stage == Visit.Stage.ASKED
    assert len(heard(keeper)) == 2
    assert visiting.confirm(visit, by=keeper).size == 25


def test_called_off_by_either_side_and_told_to_the_other(company, place, guide, keeper):
    visiting.cancel(asked(company, place, guide), reason="Khách đổi lịch", by=guide)
    assert "Khách đổi lịch" in heard(keeper)[-1]
    agreed = visiting.confirm(asked(company, place, guide), by=keeper)
    visiting.cancel(agreed, reason="Mất điện", by=keeper)
    assert "Mất điện" in heard(guide)[-1]


def test_only_the_sides_act(company, place, guide, keeper, shop):
    visit, stranger = asked(company, place, guide), shop.user("keeper")
    for act in (
        lambda: visiting.confirm(visit, by=guide),
        lambda: visiting.confirm(visit, by=stranger),
        lambda: visiting.decline(visit, reason="x", by=stranger),
        lambda: visiting.cancel(visit, reason="x", by=stranger),
        lambda: asked(company, place, stranger),
        lambda: visiting.accept(visit, by=keeper),
    ):
        with pytest.raises(Refused):
            act()
    assert Visit.objects.get().stage == Visit.Stage.ASKED


def test_after_the_hour_the_host_says_what_came_of_it(company, place, guide, keeper):
    came, missed = (visiting.confirm(asked(company, place, guide, size=10), by=keeper) for _each in range(2))
    with pytest.raises(Refused):
        visiting.take_place(came, came=9, by=keeper)
    Visit.objects.update(day=timezone.localdate() - timedelta(days=1))
    assert visiting.take_place(came, came=9, by=keeper).stage == "happened"
    assert visiting.miss(missed, by=keeper).stage == "no_show"
    with pytest.raises(Refused):
        visiting.cancel(came, reason="muộn", by=guide)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"day": date(2020, 1, 1)}, "day"),
        ({"size": 10_000}, "size"),
        ({"size": 0}, "size"),
        ({"size": 31}, "size"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": -30}, "minutes"),
        ({"starts": time(12)}, "starts"),
        ({"starts": time(17)}, "starts"),
        ({"day": date(2090, 1, 1)}, "day"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(company, place, guide, facts, field):
    with pytest.raises(Refused) as refused:
        asked(company, place, guide, **facts)
    assert refused.value.field == field


def test_a_closed_host_and_an_unchecked_operator_are_refused(company, place, guide, shop):
    with pytest.raises(Refused):
        asked(company, outlet(stage="suspended", stage_reason="Sửa mái"), guide)
    waiting = operator(guide, stage="waiting")
    with pytest.raises(Refused):
        asked(waiting, place, guide)
    with pytest.raises(Refused):  # a producer that never said it receives visitors
        asked(company, shop.producer(), guide)


def test_a_producer_receives_by_its_own_conditions(company, guide, shop):
    maker = shop.producer(people=[shop.user("producer")])
    by = maker.users.get()
    hosting.receive(
        maker,
        by=by,
        welcomes=True,
        weekdays=list(range(7)),
        receives_at_tet=True,
        opens=time(8),
        closes=time(11),
        largest_group=12,
        minutes=45,
        latitude=Decimal("18.34"),
        longitude=Decimal("105.9"),
    )
    maker = Partner.objects.get(pk=maker.pk)
    assert visiting.confirm(asked(company, maker, guide, size=12), by=by).stage == "confirmed"
    with pytest.raises(Refused) as late:
        asked(company, maker, guide, starts=time(10, 30), size=2)
    assert late.value.field == "starts"


def test_a_producer_is_asked_for_tet_only_when_it_said_so(company, guide, shop):
    first = lunar.tet(scheduling.next_tet(timezone.localdate() + timedelta(days=7)))
    with pytest.raises(Refused, match="dịp Tết") as refused:
        asked(company, host(shop, receives_at_tet=False), guide, day=first, size=2)
    assert refused.value.field == "starts"
    assert asked(company, host(shop), guide, day=first, size=2).stage == "asked"


def test_a_group_that_came_late_was_there_after_all(client, company, place, guide, keeper):
    visit = visiting.confirm(asked(company, place, guide), by=keeper)
    Visit.objects.filter(pk=visit.pk).update(day=timezone.localdate() - timedelta(days=1))
    visiting.miss(visit, by=keeper)
    client.force_login(keeper)
    address = f"/ban-lam-viec/chuyen-tham/{visit.pk}/"
    assert f"{address}da-den/" in client.get(address).content.decode()
    with pytest.raises(Refused):
        visiting.take_place(visit, came=18, by=guide)
    assert visiting.take_place(visit, came=18, by=keeper).came == 18
    assert "đã đón đoàn" in heard(guide)[-1]
    with pytest.raises(Refused):
        visiting.miss(visit, by=keeper)
    assert f"{address}da-den/" not in client.get(address).content.decode()


def test_an_operator_suspended_since_agrees_nothing_new_and_may_still_call_off(company, place, guide, keeper):
    visit = visiting.confirm(asked(company, place, guide), by=keeper)
    visit = visiting.propose(visit, day=visit.day, starts=time(14), by=keeper)
    Operator.objects.update(stage="suspended")
    facts = {"minutes": 60, "size": 20, "language": "vi", "tasting": False, "note": "", "by": guide}
    with pytest.raises(Refused):
        visiting.change(visit, day=visit.day, starts=time(10), **facts)
    with pytest.raises(Refused):
        visiting.accept(visit, by=guide)
    assert visiting.cancel(visit, reason="Tạm ngừng", by=guide).stage == "cancelled"


def test_a_suspended_producer_is_not_asked_and_not_offered(shop, company, guide):
    maker = host(shop)
    assert hosts.find(hosts.PRODUCER, maker.name) == [maker]
    joining.suspend(maker, reason="Giấy tờ giả", by=shop.office)
    maker = Partner.objects.get(pk=maker.pk)
    assert hosts.find(hosts.PRODUCER, maker.name) == []
    with pytest.raises(Refused) as refused:
        asked(company, maker, guide, starts=time(10), size=2)
    assert refused.value.field == "host"


def test_groups_that_overlap_share_the_places(company, place, guide):
    asked(company, place, guide, size=20)
    with pytest.raises(Refused) as full:
        asked(company, place, guide, starts=time(9, 30), size=11)
    assert "10" in full.value.message
    asked(company, place, guide, starts=time(9, 30), size=10)
    asked(company, place, guide, starts=time(10, 30), size=30)  # both have gone by then


def test_who_leaves_at_the_hour_makes_room_for_who_comes(company, place, guide):
    asked(company, place, guide, size=30)
    asked(company, place, guide, starts=time(10), size=30)
    with pytest.raises(Refused):
        asked(company, place, guide, starts=time(9, 59), minutes=5, size=1)


def test_a_proposal_keeps_both_times(company, place, guide, keeper):
    visit = asked(company, place, guide, size=30)
    visiting.propose(visit, day=visit.day, starts=time(14), by=keeper)
    for starts in (time(9), time(14)):
        with pytest.raises(Refused):
            asked(company, place, guide, starts=starts, size=1)
    visiting.accept(visit, by=guide)
    asked(company, place, guide, starts=time(9), size=30)


def test_nobody_answers_and_the_places_are_free_again_before_any_job_runs(company, place, guide, keeper):
    visit = asked(company, place, guide, size=30)
    Visit.objects.update(answer_by=timezone.now() - timedelta(minutes=1))
    other = asked(company, place, guide, size=30)
    with pytest.raises(Refused):  # too late: the places are the other's
        visiting.confirm(visit, by=keeper)
    assert visiting.end_lapsed() == 1
    assert visiting.end_lapsed() == 0
    visit.refresh_from_db()
    assert (visit.stage, Visit.objects.get(pk=other.pk).stage) == ("cancelled", "asked")
    assert len(heard(guide)) == 1


def test_a_stop_has_one_visit_at_a_time(company, place, guide, keeper):
    stop = itinerary(company, place).stops.get()
    first = asked(company, place, guide, stop=stop, size=5)
    with pytest.raises(Refused):
        asked(company, place, guide, stop=stop, size=5)
    visiting.decline(first, reason="Kín lịch", by=keeper)
    assert asked(company, place, guide, stop=stop, size=5).itinerary == stop.itinerary


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_operators_at_once_and_one_of_them_gets_the_slot(shop):
    place = outlet(visit_capacity=30)
    guides = [shop.user("tour_operator") for _each in range(8)]
    companies = [operator(guide) for guide in guides]
    results = of_each(8, lambda n: asked(companies[n], place, guides[n], size=25))
    assert [no.field for no in refusals(results)] == ["starts"] * 7
    assert Visit.objects.count() == 1


def test_places_are_counted_at_the_fullest_minute(company, place, guide):
    for starts, size in ((time(8), 8), (time(8, 30), 9), (time(9, 10), 10)):
        asked(company, place, guide, starts=starts, minutes=60, size=size)
    day = timezone.localdate() + NEXT_WEEK
    begins = visiting.moment(day, time(8))
    assert slots.taken(place, begins, begins + timedelta(hours=3)) == 19
    assert Keeping.objects.filter(outlet=place).count() == 1


def test_a_visit_whose_time_has_come_does_not_hold_its_stop_when_the_host_says_nothing(
    company, place, guide, keeper
):
    tour = itinerary(company, place, by_coach=False)
    stop = tour.stops.get()
    visit = visiting.confirm(asked(company, place, guide, stop=stop, starts=stop.starts, size=5), by=keeper)
    with pytest.raises(Refused):
        stringing.take_out(stop, by=guide)
    Visit.objects.filter(pk=visit.pk).update(day=timezone.localdate() - timedelta(days=1))
    assert not touring.unanswered(tour)
    stringing.change(stop, by=guide, starts=time(10))
    (waiting,) = touring.unanswered(tour)
    assert waiting.visit is None
    again = asked(company, place, guide, stop=stop, starts=time(10), size=5)
    with pytest.raises(Refused):
        stringing.take_out(stop, by=guide)
    visiting.confirm(again, by=keeper)
    stringing.change(stop, by=guide, starts=time(8, 30))
    assert agreeing.follow(stop, by=guide).starts == time(10)
    visiting.cancel(again, reason="Khách hủy", by=guide)
    stringing.take_out(stop, by=guide)
    assert not tour.stops.exists()


def test_the_yes_of_a_host_is_not_that_of_the_next_one_at_its_stop(company, place, guide, keeper):
    tour = itinerary(company, place, by_coach=False)
    stop = tour.stops.get()
    visit = visiting.confirm(asked(company, place, guide, stop=stop, starts=stop.starts, size=5), by=keeper)
    with pytest.raises(Refused):
        stringing.change(stop, by=guide, outlet=outlet())
    Visit.objects.filter(pk=visit.pk).update(day=timezone.localdate() - timedelta(days=1))
    stringing.change(stop, by=guide, outlet=outlet())
    (waiting,) = touring.unanswered(tour)
    assert waiting.visit is None
