"""A counter sale may be credited to a group in the same act, and is taken back with it."""

from datetime import time, timedelta

import pytest
from consigning_rows import Counter
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator

from office.stages import Refused
from outlets.models import Credit, Note, Visit
from outlets.stock import books
from outlets.visits import crediting, selling

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(shop):
    return Counter(shop, pieces=10)


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator")


@pytest.fixture
def tour(guide, counter):
    return itinerary(operator(guide), counter.outlet, stage="published")


@pytest.fixture
def group(tour, guide):
    return crediting.issue(tour, first_day=timezone.localdate(), size=24, by=guide)


def visit(tour, outlet, starts=time(9), **facts):
    return Visit.objects.create(
        **{
            "operator": tour.operator, "itinerary": tour, "outlet": outlet, "day": timezone.localdate(),
            "starts": starts, "size": 24, "stage": Visit.Stage.CONFIRMED,
        } | facts
    )  # fmt: skip


def sell(counter, group="", pieces=2, **facts):
    return selling.sell(counter.row, {counter.jar: (pieces, 50_000)}, by=counter.keeper, group=group, **facts)


def form(counter, **facts):
    today = f"{timezone.localdate():%Y-%m-%d}"
    return {
        f"pieces-{counter.jar.pk}": "2",
        f"price-{counter.jar.pk}": "50.000",
        "day": today,
        "key": "k1",
    } | facts


def test_a_sale_with_a_code_is_credited_to_the_group_with_what_was_paid(counter, group):
    note = sell(counter, f" {group.code.lower()} ")
    credit = Credit.objects.get()
    assert (credit.group, credit.outlet, credit.amount, credit.day, credit.by) == (
        group, counter.outlet, 100_000, note.day, counter.keeper,
    )  # fmt: skip
    assert (note.amount, note.commission, counter.there()) == (100_000, 10_000, 8)


def test_the_form_of_a_sale_that_was_taken_back_credits_nobody(counter, group):
    selling.reverse(sell(counter, key="k1"), reason="Nhầm", by=counter.keeper)
    sell(counter, group.code, key="k1")
    assert not Credit.objects.exists()
    assert counter.there() == 10


def test_a_sale_without_a_code_credits_nobody(counter, group):
    sell(counter)
    assert not Credit.objects.exists()


@pytest.mark.parametrize("code", ["HT999999", "ended", "not begun"])
def test_a_code_that_does_not_count_sells_nothing(counter, group, code):
    if code == "ended":
        group.first_day, group.last_day = (timezone.localdate() - timedelta(days=n) for n in (40, 10))
        group.save()
    if code == "not begun":
        group.first_day = timezone.localdate() + timedelta(days=1)
        group.save()
    with pytest.raises(Refused) as refused:
        sell(counter, code if code.startswith("HT") else group.code)
    assert refused.value.field == "group"
    assert (counter.there(), Note.objects.filter(kind="sold").count(), books.debt_of(counter.row)) == (
        10,
        0,
        0,
    )


def test_more_than_lies_there_credits_nobody(counter, group):
    with pytest.raises(Refused):
        sell(counter, group.code, pieces=11)
    assert not Credit.objects.exists()


def test_the_code_counts_on_the_day_of_the_sale(counter, group):
    yesterday = timezone.localdate() - timedelta(days=1)
    with pytest.raises(Refused):
        sell(counter, group.code, day=yesterday)
    group.first_day = yesterday
    group.save()
    sell(counter, group.code, day=yesterday)
    assert Credit.objects.get().day == yesterday


def test_the_same_form_twice_is_one_sale_and_one_credit(counter, group):
    assert sell(counter, group.code, key="k1") == sell(counter, group.code, key="k1")
    assert (Credit.objects.count(), counter.there()) == (1, 8)


def test_a_sale_that_is_reversed_is_credited_no_more(counter, group, client):
    note = sell(counter, group.code)
    client.force_login(counter.keeper)
    assert group.code in client.get(note.get_absolute_url()).content.decode()
    client.post(reverse("keeping:reverse-note", args=[note.number]), {"reason": "Gõ nhầm"})
    credit = Credit.objects.get()
    assert (credit.amount, credit.returned, counter.there()) == (100_000, 100_000, 10)
    assert [line.kept for line in crediting.statement(type(group).objects.all())] == [0]


def test_other_notes_that_are_reversed_touch_no_credit(counter, group):
    sell(counter, group.code)
    selling.reverse(sell(counter), reason="Gõ nhầm", by=counter.keeper)
    assert Credit.objects.get().returned == 0


def test_only_the_keeper_sells_to_a_group(counter, group, shop):
    for stranger in (counter.maker, Counter(shop).keeper, shop.user("tour_operator")):
        with pytest.raises(Refused):
            selling.sell(counter.row, {counter.jar: (1, 50_000)}, by=stranger, group=group.code)
    assert not Credit.objects.exists()


def test_the_maker_does_not_read_which_group_bought(counter, group, client):
    note = sell(counter, group.code)
    client.force_login(counter.maker)
    answer = client.get(note.get_absolute_url())
    assert answer.status_code == 200
    assert group.code not in answer.content.decode()


def test_groups_of_today_are_offered_first_and_chosen_by_a_tick(counter, group, tour, client):
    visit(tour, counter.outlet)
    client.force_login(counter.keeper)
    page = client.get(reverse("keeping:sell", args=[counter.row.pk])).content.decode()
    assert f'value="{group.code}"' in page
    assert reverse("visits:credit", args=[counter.outlet.pk]) in page
    client.post(reverse("keeping:sell", args=[counter.row.pk]), form(counter, group_here=group.code))
    assert Credit.objects.get().amount == 100_000


def test_only_groups_that_are_here_today_are_offered(counter, group, tour, guide, shop):
    today = timezone.localdate()
    assert selling.groups_here(counter.outlet) == []  # no visit
    visit(tour, counter.outlet, stage=Visit.Stage.ASKED)
    visit(tour, counter.outlet, day=today + timedelta(days=1))
    visit(tour, Counter(shop).outlet)
    assert selling.groups_here(counter.outlet) == []
    visit(tour, counter.outlet)
    later = crediting.issue(tour, first_day=today + timedelta(days=1), size=5, by=guide)
    assert selling.groups_here(counter.outlet) == [group]
    assert selling.groups_here(counter.outlet, today + timedelta(days=1)) == [later]


@pytest.mark.parametrize(
    ("facts", "field"), [({"group": "HT999999"}, "group"), ({"group_here": "HT000000"}, "group_here")]
)
def test_a_wrong_code_comes_back_at_its_field_with_everything_kept(
    counter, group, tour, client, facts, field
):
    visit(tour, counter.outlet)
    client.force_login(counter.keeper)
    answer = client.post(
        reverse("keeping:sell", args=[counter.row.pk]), form(counter, text="Khách đoàn sáng nay", **facts)
    )
    assert answer.context["form"].errors.keys() == {field}
    page = answer.content.decode()
    assert "Khách đoàn sáng nay" in page
    assert 'value="50.000"' in page
    assert counter.there() == 10


def test_a_tick_and_another_code_are_not_both_meant(counter, group, tour, client):
    visit(tour, counter.outlet)
    client.force_login(counter.keeper)
    facts = form(counter, group_here=group.code, group="HT999999")
    answer = client.post(reverse("keeping:sell", args=[counter.row.pk]), facts)
    assert answer.context["form"].errors.keys() == {"group"}
    assert not Credit.objects.exists()


def test_the_form_costs_the_same_for_three_groups_and_thirty(counter, tour, guide, client):
    client.force_login(counter.keeper)
    visit(tour, counter.outlet)
    numbers = set()
    client.get(reverse("keeping:sell", args=[counter.row.pk]))  # what is known from then on
    for many in (3, 27):
        for _each in range(many):
            crediting.issue(tour, first_day=timezone.localdate(), size=5, by=guide)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("keeping:sell", args=[counter.row.pk]))
        numbers.add(len(queries))
    assert numbers == {15}
