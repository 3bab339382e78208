"""A group's code credits purchases for thirty days, once each, and tells operators nothing about buyers."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet

from office.notices import Notice
from office.stages import Refused
from outlets.models import Credit, GroupCode
from outlets.visits import crediting

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(shop):
    return shop.user("tour_operator")


@pytest.fixture
def tour(guide):
    return itinerary(operator(guide), outlet(), stage="published")


@pytest.fixture
def group(tour, guide):
    return crediting.issue(tour, first_day=timezone.localdate(), size=20, by=guide)


def test_a_code_is_found_as_people_type_it_and_counts_thirty_days(group):
    typed = f" {group.code[:4].lower()}-{group.code[4:]} "
    assert crediting.find(typed) == group
    assert crediting.find(group.code, on=group.first_day + timedelta(days=30)) == group
    for day in (group.first_day - timedelta(days=1), group.first_day + timedelta(days=31)):
        with pytest.raises(Refused):
            crediting.find(group.code, on=day)
    with pytest.raises(Refused):
        crediting.find("HT000000")


def test_guessing_codes_is_slowed_down():
    for _each in range(20):
        with pytest.raises(Refused, match="mã đoàn"):
            crediting.find("HTXXXXXX", who="10.0.0.1")
    with pytest.raises(Refused, match="mười phút"):
        crediting.find("HTXXXXXX", who="10.0.0.1")


def test_a_coach_of_guests_with_one_address_opens_its_code(group):
    for _guest in range(45):
        assert crediting.find(group.code, who="10.0.0.2") == group
    for _guess in range(20):
        with pytest.raises(Refused):
            crediting.find("HTXXXXXX", who="10.0.0.2")
    with pytest.raises(Refused, match="mười phút"):  # who has guessed does not find a right one either
        crediting.find(group.code, who="10.0.0.2")


def test_only_groups_of_ones_own_published_tour_get_a_code(tour, guide, shop):
    today = timezone.localdate()
    with pytest.raises(Refused):
        crediting.issue(tour, first_day=today, size=5, by=shop.user("tour_operator"))
    draft = itinerary(tour.operator, outlet())
    for bad in (
        {"itinerary": draft, "first_day": today, "size": 5},
        {"itinerary": tour, "first_day": today - timedelta(days=1), "size": 5},
        {"itinerary": tour, "first_day": today, "size": 10_000},
        {"itinerary": tour, "first_day": today + timedelta(days=900), "size": 5},
    ):
        with pytest.raises(Refused):
            crediting.issue(by=guide, **bad)
    assert not GroupCode.objects.exists()


def test_a_purchase_counts_once_and_what_goes_back_counts_no_more(group):
    for _twice in range(2):
        crediting.credit(group, amount=300_000, reference="order:HT1")
    crediting.take_back("order:HT1", amount=100_000)
    crediting.take_back("order:HT1", amount=100_000)
    crediting.take_back("order:unknown", amount=5)
    [line] = crediting.statement(GroupCode.objects.all())
    assert (line.amount, line.returned, line.kept, line.purchases) == (300_000, 100_000, 200_000, 1)


def test_a_receipt_is_credited_at_the_counter_by_its_keeper_alone(group, shop):
    keeper = shop.user("keeper")
    place = outlet(keeper=keeper)
    facts = {"group": group.code, "amount": 120_000, "receipt": "hd-07"}
    crediting.credit_at_counter(place, by=keeper, **facts)
    with pytest.raises(Refused) as twice:
        crediting.credit_at_counter(place, by=keeper, **facts | {"receipt": "HD-07"})
    assert twice.value.field == "receipt"
    with pytest.raises(Refused):
        crediting.credit_at_counter(outlet(), by=keeper, **facts)
    for bad in ({"amount": 0}, {"amount": -5}, {"amount": 10**12}, {"group": "HTSAI999"}, {"receipt": " "}):
        with pytest.raises(Refused):
            crediting.credit_at_counter(place, by=keeper, **facts | {"receipt": "x"} | bad)
    assert Credit.objects.get().outlet == place


def test_the_same_amount_again_is_asked_about_before_it_counts_twice(group, shop, client):
    keeper = shop.user("keeper")
    place = outlet(keeper=keeper)
    crediting.credit(group, amount=185_000, reference="note:HG26-00001", outlet=place)
    client.force_login(keeper)
    address = reverse("visits:credit", args=[place.pk])
    page = client.get(address).content.decode()
    assert 'type="hidden" name="again"' in page
    typed = {"group": group.code, "amount": "185.000", "receipt": "HD-07", "again": ""}
    page = client.post(address, typed).content.decode().replace("\u00a0", " ")
    assert "185.000 ₫ đã được ghi cho đoàn này tại đây lúc" in page
    assert 'type="checkbox" name="again"' in page
    assert 'value="HD-07"' in page
    assert Credit.objects.count() == 1
    client.post(address, typed | {"again": "on"})
    assert Credit.objects.count() == 2
    other = {"group": group.code, "by": keeper, "receipt": "HD-08"}
    crediting.credit_at_counter(place, amount=185_001, **other)
    with pytest.raises(Refused) as twice:
        crediting.credit_at_counter(place, amount=185_001, **other | {"receipt": "HD-09"})
    assert twice.value.field == "again"


def test_a_slip_at_the_counter_is_taken_back_by_its_keeper_and_the_receipt_credited_anew(group, shop, client):
    keeper, others = shop.user("keeper"), shop.user("keeper")
    place = outlet(keeper=keeper)
    outlet(keeper=others)
    facts = {"group": group.code, "receipt": "HD-07", "by": keeper}
    slip = crediting.credit_at_counter(place, amount=2_500_000, **facts)
    client.force_login(keeper)
    address = reverse("visits:take-back", args=[slip.pk])
    assert address in client.get(reverse("visits:credit", args=[place.pk])).content.decode()
    assert client.post(address, {"amount": "2.500.001"}).context["form"].errors.keys() == {"amount"}
    with pytest.raises(Refused):
        crediting.take_back_at_counter(slip, amount=1, by=others)
    with pytest.raises(Refused) as twice:
        crediting.credit_at_counter(place, amount=250_000, **facts)
    assert twice.value.field == "receipt"
    assert client.post(address, {"amount": "2.500.000"}).status_code == 302
    crediting.credit_at_counter(place, amount=250_000, **facts)
    with pytest.raises(Refused):
        crediting.credit_at_counter(place, amount=260_000, **facts)
    [line] = crediting.statement(GroupCode.objects.all())
    assert (line.amount, line.returned, line.kept) == (2_750_000, 2_500_000, 250_000)
    told = Notice.objects.get(user=group.operator.users.get(), about=f"group:{group.pk}").sentence
    assert "2.500.000 ₫" in told.replace("\u00a0", " ")


def test_what_was_credited_otherwise_is_not_taken_back_at_the_counter(group, shop, client):
    keeper = shop.user("keeper")
    place = outlet(keeper=keeper)
    sold = crediting.credit(group, amount=185_000, reference="note:HG26-00001", outlet=place)
    client.force_login(keeper)
    assert client.get(reverse("visits:take-back", args=[sold.pk])).status_code == 404
    assert "HG26-00001" not in client.get(reverse("visits:credit", args=[place.pk])).content.decode()


def test_any_history_of_credits_adds_up(group):
    today = timezone.localdate()
    place = outlet()
    for number in range(12):
        crediting.credit(
            group,
            amount=1000 * (number + 1),
            reference=f"r{number}",
            outlet=place if number % 2 else None,
            on=today + timedelta(days=number % 3),
        )
    crediting.take_back("r3", amount=10**9)  # never more than was paid
    lines = crediting.statement(GroupCode.objects.filter(pk=group.pk))
    assert len(lines) == 6
    assert sum(line.kept for line in lines) == 1000 * sum(range(1, 13)) - 4000
