"""Two people edit one tour: the second to save is told what the first saved and loses nothing typed."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse
from outlet_rows import itinerary, operator
from tour_rows import places

from at_once import of_each
from office.editing import Overtaken, differences, print_of
from outlets.models import Itinerary, Stop
from outlets.tours import stringing, touring
from outlets.tours.forms import ItineraryForm

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(shop):
    return shop.user("tour_operator", name="Anh Lữ"), shop.user("tour_operator", name="Chị Hành")


@pytest.fixture
def tour(people):
    return itinerary(operator(*people), *places(2), languages=["vi"], days=2)


@pytest.fixture
def browsers(people):
    browsers = [Client(), Client()]
    for browser, person in zip(browsers, people, strict=True):
        browser.force_login(person)
    return browsers


def filled(browser, address):
    """What the form at this address holds, as a browser would send it."""
    form = browser.get(address).context["form"]
    said = {}
    for bound in form:
        value = bound.value()
        if value is None or value is False:
            continue
        said[bound.html_name] = (
            "on" if value is True else f"{value:%H:%M}" if isinstance(value, time) else value
        )
    return said


def text(answer):
    return answer.content.decode().replace("\u00a0", " ")


def itinerary_form(tour):
    return reverse("touring:edit", args=[tour.pk])


def stop_form(tour):
    return reverse("touring:stop", args=[tour.stops.first().pk])


def test_the_second_to_save_a_tour_is_told_and_keeps_what_was_typed(browsers, tour):
    one, two = browsers
    address = itinerary_form(tour)
    first, second = filled(one, address), filled(two, address)
    assert one.post(address, first | {"title_vi": "Tên của anh Lữ", "days": 3}).status_code == 302
    answer = two.post(address, second | {"title_vi": "Tên của chị Hành", "summary_vi": "Lời dài đã gõ"})
    assert answer.status_code == 200
    tour.refresh_from_db()
    assert (tour.title_vi, tour.days) == ("Tên của anh Lữ", 3)
    page = text(answer)
    for words in ("Tên của anh Lữ", "Tên của chị Hành", "Lời dài đã gõ", "Người khác vừa lưu"):
        assert words in page
    assert dict(answer.context["meanwhile"])["Số ngày"] == "3"


def test_saved_once_more_it_replaces_what_was_shown(browsers, tour):
    one, two = browsers
    address = itinerary_form(tour)
    first, second = filled(one, address), filled(two, address)
    one.post(address, first | {"title_vi": "Tên của anh Lữ"})
    typed = second | {"title_vi": "Tên của chị Hành"}
    told = two.post(address, typed)
    assert two.post(address, typed | {"seen": told.context["form"]["seen"].value()}).status_code == 302
    tour.refresh_from_db()
    assert tour.title_vi == "Tên của chị Hành"


def test_a_third_save_meanwhile_is_told_again(browsers, tour):
    one, two = browsers
    address = itinerary_form(tour)
    typed = filled(two, address) | {"title_vi": "Tên của chị Hành"}
    for title in ("Tên một", "Tên hai"):
        assert one.post(address, filled(one, address) | {"title_vi": title}).status_code == 302
        told = two.post(address, typed)
        assert title in text(told)
        typed["seen"] = told.context["form"]["seen"].value()


def test_a_form_with_faults_is_not_taken_for_told(browsers, tour):
    one, two = browsers
    address = itinerary_form(tour)
    typed = filled(two, address) | {"title_vi": "Tên của chị Hành"}
    one.post(address, filled(one, address) | {"title_vi": "Tên của anh Lữ"})
    faulty = two.post(address, typed | {"days": "ba"})
    typed["seen"] = faulty.context["form"]["seen"].value()
    assert two.post(address, typed).status_code == 200
    tour.refresh_from_db()
    assert tour.title_vi == "Tên của anh Lữ"


def test_who_saves_alone_or_the_same_again_is_not_stopped(browsers, tour):
    one, two = browsers
    address = itinerary_form(tour)
    first, second = filled(one, address), filled(two, address)
    same = {"title_vi": "Tên chung"}
    assert one.post(address, first | same).status_code == 302
    assert two.post(address, second | same).status_code == 302
    assert one.post(address, filled(one, address) | {"title_vi": "Tên sau"}).status_code == 302


def test_the_second_to_save_a_stop_is_told_and_keeps_what_was_typed(browsers, tour):
    one, two = browsers
    address = stop_form(tour)
    first, second = filled(one, address) | {"kind": "outlet"}, filled(two, address) | {"kind": "outlet"}
    assert one.post(address, first | {"starts": "08:15"}).status_code == 302
    answer = two.post(address, second | {"reason_vi": "Lý do chị Hành vừa nghĩ ra"})
    assert answer.status_code == 200
    assert tour.stops.first().starts == time(8, 15)
    page = text(answer)
    assert "Lý do chị Hành vừa nghĩ ra" in page
    assert ("Giờ đến", "08:15") in [(str(label), saved) for label, saved in answer.context["meanwhile"]]
    assert 'name="anyway"' not in page  # it is no fault of the plan
    again = second | {"reason_vi": "Lý do mới", "seen": answer.context["form"]["seen"].value()}
    assert two.post(address, again).status_code == 302
    assert (tour.stops.first().starts, tour.stops.first().reason_vi) == (time(8), "Lý do mới")


def test_another_place_chosen_meanwhile_is_told_by_name(browsers, people, tour):
    _one, two = browsers
    address = stop_form(tour)
    typed = filled(two, address) | {"kind": "outlet", "minutes": 30}
    (other,) = places(1)
    stringing.change(tour.stops.first(), by=people[0], outlet=other)
    answer = two.post(address, typed)
    assert other.name in [saved for _label, saved in answer.context["meanwhile"]]
    assert tour.stops.first().outlet == other


def test_a_stop_moved_by_an_agreement_is_not_moved_back_unseen(browsers, people, tour):
    _one, two = browsers
    address = stop_form(tour)
    typed = filled(two, address) | {"kind": "outlet", "minutes": 40}
    stringing.shift(tour.stops.first(), starts=time(8, 30))
    assert two.post(address, typed).status_code == 200
    assert tour.stops.first().starts == time(8, 30)


def test_acts_refuse_an_old_print_and_ask_nothing_without_one(people, tour):
    person = people[0]
    seen = print_of(tour, touring.EDITED_FACTS)
    touring.revise(tour, by=person, title_vi="Mới")
    with pytest.raises(Overtaken):
        touring.revise(tour, by=person, seen=seen, title_vi="Cũ")
    assert touring.revise(tour, by=person, title_vi="Cũ").title_vi == "Cũ"


def test_saved_values_are_told_as_people_read_them(tour):
    data = {"title_vi": "x", "days": 1, "season_from": 1, "season_to": 2, "group_min": 1, "group_max": 2}
    form = ItineraryForm(data | {"languages": ["en"], "by_coach": ""})
    assert form.is_valid()
    saved = {"by_coach": True, "languages": ["vi", "en"], "weekdays": [5], "price_note_vi": "99.000 ₫"}
    told = {str(label): str(value) for label, value in differences(form, saved)}
    assert list(told.values()) == ["Thứ Bảy", "Có", "Tiếng Việt, Tiếng Anh", "99.000 ₫"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_of_eight_who_save_at_once_one_wins(shop):
    person = shop.user("tour_operator")
    tour = itinerary(operator(person), *places(1))
    seen = print_of(Itinerary.objects.get(pk=tour.pk), touring.EDITED_FACTS)
    results = of_each(8, lambda n: touring.revise(tour, by=person, seen=seen, title_vi=f"Tên {n}"))
    assert len([each for each in results if isinstance(each, Overtaken)]) == 7
    assert Stop.objects.count() == 1
