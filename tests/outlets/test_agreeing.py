"""The stop of a tour follows what its host and its operator agree on; a tour on the site never says otherwise."""

import subprocess
from datetime import time, timedelta

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from tour_rows import places, published

from office import todo
from office.notices import Notice
from office.stages import Refused
from outlets.models import Itinerary, Keeping, Stop, Visit
from outlets.tours import agreeing, stringing, touring
from outlets.visits import visiting

pytestmark = pytest.mark.django_db
DESK = "/ban-lam-viec/chuyen-tham/"


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator", name="Anh Lữ")


@pytest.fixture
def keeper(shop):
    return shop.user("keeper", name="Chị Sen")


def day_off(days=20):
    return timezone.localdate() + timedelta(days=days)


def asked(stop, guide, **facts):
    said = {"day": day_off(), "starts": stop.starts, "minutes": 45, "size": 10, "language": "vi"} | facts
    return visiting.ask(stop.itinerary.operator, host=stop.host, stop=stop, by=guide, **said)


def proposed(stop, guide, keeper, starts):
    """The host of the stop is asked for its time and proposes `starts` of the same day."""
    Keeping.objects.get_or_create(outlet=stop.outlet, user=keeper)
    visit = stop.visits.first() or asked(stop, guide)
    return visiting.propose(visit, day=visit.day, starts=starts, by=keeper)


def first_of(tour):
    return Stop.objects.select_related("itinerary__operator", "outlet").filter(itinerary=tour).first()


def as_read(client, tour):
    return client.get(tour.get_absolute_url())


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def settled(row):
    row.refresh_from_db()
    return row


@pytest.fixture
def draft(guide):
    return itinerary(operator(guide), *places(2))


@pytest.fixture
def tour(guide):
    return published(guide)


def test_nobody_is_asked_for_a_stop_that_is_elsewhere_or_gone_by_now(draft, guide):
    stop, other = draft.stops.all()
    elsewhere = outlet(coach_places=2, longitude="105.950000")
    stringing.change(Stop.objects.get(pk=stop.pk), by=guide, outlet=elsewhere)
    stringing.take_out(Stop.objects.get(pk=other.pk), by=guide)
    for stale in (stop, other):
        with pytest.raises(Refused):
            asked(stale, guide)
    assert not Visit.objects.exists()
    assert asked(Stop.objects.get(pk=stop.pk), guide).outlet == elsewhere


def test_taking_another_time_moves_the_stop_of_a_draft(draft, guide, keeper):
    stop = first_of(draft)
    visit = agreeing.accept(proposed(stop, guide, keeper, time(8, 30)), by=guide)
    assert (visit.stage, settled(stop).starts) == ("confirmed", time(8, 30))
    assert [each.stop for each in touring.unanswered(draft)] == [draft.stops.last()]


def test_another_day_at_the_same_time_moves_nothing(draft, guide, keeper):
    stop = first_of(draft)
    Keeping.objects.create(outlet=stop.outlet, user=keeper)
    visit = visiting.propose(asked(stop, guide), day=day_off(21), starts=stop.starts, by=keeper)
    assert agreeing.accept(visit, by=guide).day == day_off(21)
    assert settled(stop).starts == time(8)


def test_a_visit_without_a_stop_is_taken_as_it_is(guide, keeper):
    place = outlet(keeper=keeper)
    visit = visiting.ask(
        operator(guide),
        host=place,
        day=day_off(),
        starts=time(9),
        minutes=45,
        size=5,
        language="vi",
        by=guide,
    )
    visit = visiting.propose(visit, day=day_off(), starts=time(10), by=keeper)
    assert agreeing.accept(visit, by=guide).starts == time(10)


def overlapping(draft):
    return time(10, 15), "vẫn còn ở"


def closed_on_other_days(draft):
    where = draft.stops.first().outlet
    where.hours = f"Mo-Su 07:30-11:30; {day_off().strftime('%a')[:2]} 07:30-17:30"
    where.save()
    return time(12, 30), "mở cửa"


def out_of_reach(draft):
    far = draft.stops.last().outlet
    far.latitude, far.longitude = "18.100000", "106.300000"
    far.save()
    return time(9, 10), "km"


@pytest.fixture(params=[overlapping, closed_on_other_days, out_of_reach], ids=lambda case: case.__name__)
def impossible(request, draft, guide, keeper):
    """(stop, a visit whose proposed time the plan cannot have, a word of why)."""
    starts, word = request.param(draft)
    stop = first_of(draft)
    return stop, proposed(stop, guide, keeper, starts), word


def test_a_stop_does_not_move_where_the_plan_cannot_have_it_and_nothing_is_agreed(impossible, guide):
    stop, visit, word = impossible
    with pytest.raises(Refused) as refused:
        agreeing.accept(visit, by=guide)
    assert word in refused.value.message
    assert (settled(visit).stage, settled(stop).starts) == ("proposed", time(8))


def test_taken_and_left_in_the_plan_it_is_a_problem_that_keeps_the_tour_off_the_site(
    impossible, client, draft, guide
):
    stop, visit, _word = impossible
    visit = agreeing.accept(visit, by=guide, stop=agreeing.LEAVE)
    assert (visit.stage, settled(stop).starts) == ("confirmed", time(8))
    last = draft.stops.last()
    Visit.objects.create(
        operator=draft.operator, itinerary=draft, stop=last, outlet=last.outlet, day=day_off(), starts=last.starts,
        size=5, stage="confirmed",
    )  # fmt: skip
    client.force_login(guide)
    page = text(client.get(reverse("touring:itinerary", args=[draft.pk])))
    assert f"nhận lời lúc {visit.starts:%H:%M}" in page
    with pytest.raises(Refused):
        touring.publish(draft, by=guide)
    Stop.objects.filter(pk=stop.pk).update(starts=visit.starts)
    assert touring.unanswered(draft) == []


def test_taken_and_moved_all_the_same_the_plan_says_what_does_not_work(impossible, client, draft, guide):
    stop, visit, word = impossible
    agreeing.accept(visit, by=guide, stop=agreeing.ANYWAY)
    assert settled(stop).starts == visit.proposed_starts
    client.force_login(guide)
    page = client.get(reverse("touring:itinerary", args=[draft.pk]))
    assert word in text(page)
    assert page.context["guide"].apart == []
    with pytest.raises(Refused):
        touring.publish(draft, by=guide)


def test_the_page_says_before_what_would_not_work_and_leads_on_to_the_plan(impossible, client, draft, guide):
    _stop, visit, word = impossible
    client.force_login(guide)
    address = f"{DESK}{visit.pk}/nhan-gio/"
    page = text(client.get(address))
    assert word in page
    assert 'value="move"' not in page
    refused = client.post(address, {"stop": "move"})
    assert refused.status_code == 200
    assert settled(visit).stage == "proposed"
    answer = client.post(address, {"stop": "leave"})
    assert answer.url == reverse("touring:itinerary", args=[draft.pk])
    assert settled(visit).stage == "confirmed"


def test_the_page_moves_the_stop_with_one_tap_where_it_can(client, draft, guide, keeper):
    stop = first_of(draft)
    visit = proposed(stop, guide, keeper, time(8, 30))
    client.force_login(guide)
    address = f"{DESK}{visit.pk}/nhan-gio/"
    assert 'value="anyway"' not in text(client.get(address))
    assert client.post(address, {"stop": "move"}).url == f"{DESK}{visit.pk}/"
    assert settled(stop).starts == time(8, 30)


def test_a_tour_on_the_site_stays_there_with_the_new_time(client, tour, guide, keeper):
    stop = first_of(tour)
    visit = proposed(stop, guide, keeper, time(8, 30))
    page = text(as_read(client, tour))
    assert "08:30" in page  # being agreed anew
    agreeing.accept(visit, by=guide)
    page = as_read(client, tour)
    before, stage = tour.changed_at, settled(tour).stage
    assert (stage, tour.changed_at > before) == ("published", True)  # search engines hear of it
    assert page.context["guide"].halts[0].stop.starts == time(8, 30)
    assert "thỏa thuận lại" not in text(page)


def test_the_papers_of_a_tour_do_not_say_a_time_that_is_being_changed(client, tour, guide, keeper):
    before = calendar_of(client, tour)[0]
    assert "STATUS" not in before
    visit = proposed(first_of(tour), guide, keeper, time(8, 30))
    event, other = calendar_of(client, tour)
    assert (event["STATUS"], "08:30" in event["COMMENT"]) == ("TENTATIVE", True)
    assert "STATUS" not in other
    assert "thỏa thuận lại" in card_of(client, tour)
    agreeing.accept(visit, by=guide)
    event = calendar_of(client, tour)[0]
    assert "STATUS" not in event
    assert event["DTSTART"].dt - before["DTSTART"].dt == timedelta(minutes=30)
    assert "thỏa thuận lại" not in card_of(client, tour)
    assert "08:30" in card_of(client, tour)


def calendar_of(client, tour):
    return icalendar.Calendar.from_ical(client.get(f"/tour/{tour.slug}.ics").content).walk("VEVENT")


def card_of(client, tour):
    pdf = client.get(f"/tour/{tour.slug}/the.pdf").content
    read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


@pytest.mark.parametrize("choice", [agreeing.LEAVE, agreeing.ANYWAY])
def test_a_tour_whose_plan_cannot_have_the_new_time_leaves_the_site(client, tour, guide, keeper, choice):
    visit = proposed(first_of(tour), guide, keeper, time(10, 15))
    with pytest.raises(Refused):
        agreeing.accept(visit, by=guide)
    assert settled(tour).stage == "published"
    agreeing.accept(visit, by=guide, stop=choice)
    assert settled(tour).stage == "draft"
    assert as_read(client, tour).status_code == 410
    assert str(visit.host) in tour.moves().last().reason


def test_a_tour_whose_stop_is_left_though_it_could_move_leaves_the_site(tour, guide, keeper):
    visit = proposed(first_of(tour), guide, keeper, time(8, 30))
    agreeing.accept(visit, by=guide, stop=agreeing.LEAVE)
    assert settled(tour).stage == "draft"


def changed(stop, guide, starts):
    visit = stop.visits.get()
    return visiting.change(
        visit,
        day=visit.day,
        starts=starts,
        minutes=45,
        size=10,
        language="vi",
        tasting=False,
        note="",
        by=guide,
    )


def test_what_the_operator_of_a_tour_on_the_site_asked_anew_moves_the_stop_with_the_hosts_yes(
    tour, guide, keeper
):
    stop = first_of(tour)
    Keeping.objects.create(outlet=stop.outlet, user=keeper)
    agreeing.confirm(changed(stop, guide, time(8, 30)), by=keeper)
    assert (settled(stop).starts, settled(tour).stage) == (time(8, 30), "published")


def test_where_it_cannot_follow_the_tour_becomes_a_draft_and_the_operator_is_told_why(tour, guide, keeper):
    stop = first_of(tour)
    Keeping.objects.create(outlet=stop.outlet, user=keeper)
    agreeing.confirm(changed(stop, guide, time(10, 15)), by=keeper)
    assert (settled(stop).starts, settled(tour).stage) == (time(8), "draft")
    assert "vẫn còn ở" in Notice.objects.filter(user=guide).order_by("pk").last().sentence


def test_a_yes_does_not_undo_what_the_operator_changed_in_its_draft_since(draft, guide, keeper):
    stop = first_of(draft)
    Keeping.objects.create(outlet=stop.outlet, user=keeper)
    visit = asked(stop, guide)
    stringing.change(stop, by=guide, starts=time(8, 30))
    agreeing.confirm(visit, by=keeper)
    assert settled(stop).starts == time(8, 30)
    (apart,) = [each for each in touring.unanswered(draft) if each.apart]
    assert apart.stop == stop
    assert agreeing.follow(stop, by=guide).starts == time(8)
    with pytest.raises(Refused):
        agreeing.follow(stop, by=guide)  # nothing is apart any more


def test_a_stop_follows_from_the_plan_by_its_own_people_only(client, draft, guide, keeper, shop):
    stop = first_of(draft)
    visit = proposed(stop, guide, keeper, time(8, 30))
    agreeing.accept(visit, by=guide, stop=agreeing.LEAVE)
    address, stranger = reverse("touring:follow", args=[stop.pk]), shop.user("tour_operator")
    operator(stranger)
    with pytest.raises(Refused):
        agreeing.follow(stop, by=stranger)
    for person, status, starts in (
        (keeper, 403, time(8)),
        (stranger, 403, time(8)),
        (guide, 302, time(8, 30)),
    ):
        client.force_login(person)
        assert client.post(address).status_code == status
        assert settled(stop).starts == starts


def test_nobody_but_the_operator_takes_a_time_and_no_stop_moves(draft, guide, keeper, shop):
    stop = first_of(draft)
    visit = proposed(stop, guide, keeper, time(8, 30))
    for person in (keeper, shop.user("tour_operator"), shop.user("trade_department")):
        with pytest.raises(Refused):
            agreeing.accept(visit, by=person)
        assert settled(stop).starts == time(8)
    agreeing.accept(visit, by=guide)
    assert settled(stop).starts == time(8, 30)


def test_a_visit_called_off_by_its_host_is_told_on_the_tours_page_and_on_the_desk(
    client, tour, guide, keeper
):
    stop = first_of(tour)
    Keeping.objects.create(outlet=stop.outlet, user=keeper)
    link = reverse("touring:index") + "?trang-thai=published"
    assert "chưa đồng ý đón" not in text(as_read(client, tour))
    assert sum(task.count for task in todo.tasks_of(guide) if task.link == link) == 0
    visiting.cancel(stop.visits.get(), reason="Sửa nhà", by=keeper)
    assert "chưa đồng ý đón" in text(as_read(client, tour))
    assert sum(task.count for task in todo.tasks_of(guide) if task.link == link) == 1
    client.force_login(guide)
    assert client.get(link).context["page"][0].doubted
    asked(stop, guide)
    assert "chưa đồng ý đón" not in text(as_read(client, tour))


@pytest.mark.parametrize("stage", ["happened", "no_show", "confirmed"])
def test_a_visit_that_was_kept_leaves_no_doubt(client, tour, stage):
    Visit.objects.update(stage=stage)
    assert touring.doubts([tour]) == {}


@pytest.mark.parametrize("stage", ["declined", "cancelled"])
def test_a_host_that_took_its_word_back_leaves_a_doubt(tour, stage):
    Visit.objects.filter(stop=first_of(tour)).update(stage=stage)
    assert list(touring.doubts([tour])) == [first_of(tour).pk]
    assert touring.doubted(Itinerary.objects.all()) == {tour.pk}
