"""Tours in further languages: who writes them, what is refused, and what their readers see."""

import json
import re
import subprocess
from datetime import time, timedelta

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator
from tour_rows import agree, places, published

from office.stages import Refused
from outlets.models import StopText, TourText
from outlets.models.tour_text import LANGUAGES
from outlets.tours import stringing, touring, translating
from outlets.tours.trays import tour_tasks

pytestmark = pytest.mark.django_db
TITLES = {
    "ko": "하루 여행", "zh-hans": "一日游", "ja": "日帰りの旅", "fr": "Une journée", "lo": "ທ່ຽວມື້ດຽວ",
    "th": "เที่ยวหนึ่งวัน", "de": "Ein Tag",
}  # fmt: skip


@pytest.fixture
def person(shop):
    return shop.user("tour_operator")


def in_korean(tour, person, **facts):
    facts = {"title": "하루 여행", "summary": "꿀과 차", "price_note": "1인 690,000동", **facts}
    return translating.write(tour, "ko", by=person, **facts)


def reasons(tour, text="맛을 봅니다"):
    return {stop.pk: {"reason": text} for stop in tour.stops.all()}


def korean(tour, client, prefix="/en"):
    return client.get(f"{prefix}/tour/{tour.slug}/ko/")


def words(page):
    return page.content.decode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tour_is_read_in_every_language_of_the_list_with_its_tag_on_the_title(client, person, language):
    tour = published(person)
    translating.write(tour, language, by=person, title=TITLES[language])
    page = words(client.get(f"/en/tour/{tour.slug}/{language}/"))
    assert re.search(rf'<h1 lang="{language}">{TITLES[language]}'.replace(" ", "[ \u00a0]"), page)
    assert '<html lang="en">' in page


def test_each_text_falls_back_to_english_then_to_vietnamese_and_the_page_says_so(client, person):
    tour = published(
        person, summary_vi="Lên đồi chè", summary_en="Up the tea hills", price_note_vi="từ 690.000 ₫"
    )
    translating.write(tour, "ko", by=person, title="하루 여행")
    page = words(korean(tour, client))
    assert "<p>Up the tea hills</p>" in page
    assert '<p lang="vi"><b>từ 690.000 ₫</b></p>' in page
    assert "stands here in English or Vietnamese" in page
    in_korean(tour, person, stops=reasons(tour))
    page = words(korean(tour, client))
    assert '<p lang="ko">꿀과 차</p>' in page
    assert "stands here in English or Vietnamese" not in page


def test_within_the_vietnamese_site_english_fallbacks_are_marked(client, person):
    tour = published(person, summary_vi="Lên đồi chè", summary_en="Up the tea hills")
    translating.write(tour, "ko", by=person, title="하루 여행")
    assert '<p lang="en">Up the tea hills</p>' in words(korean(tour, client, prefix=""))


def test_facts_are_said_as_that_language_says_them(client, person):
    tour = published(person, season_from=11, season_to=1, weekdays=[4, 5])
    month = timezone.localdate().month
    type(tour).objects.filter(pk=tour.pk).update(season_from=month, season_to=month % 12 + 1)
    in_korean(tour, person)
    page = words(korean(tour, client))
    assert f"{month}월–{month % 12 + 1}월" in page
    assert "45분" in page
    assert "금요일" in page


def test_a_language_has_one_address_that_all_pages_name(client, person, settings):
    settings.SITE_URL = "https://ocop.example"
    tour = published(person)
    in_korean(tour, person)
    address = f"https://ocop.example/en/tour/{tour.slug}/ko/"
    for path in (
        f"/tour/{tour.slug}/",
        f"/en/tour/{tour.slug}/",
        f"/tour/{tour.slug}/ko/",
        f"/en/tour/{tour.slug}/ko/",
    ):
        page = words(client.get(path))
        assert f'<link rel="alternate" hreflang="ko" href="{address}">' in page, path
        assert f'hreflang="vi" href="https://ocop.example/tour/{tour.slug}/">' in page, path
        assert f'hreflang="en" href="https://ocop.example/en/tour/{tour.slug}/">' in page, path
        if "/ko/" in path:
            assert f'<link rel="canonical" href="{address}">' in page, path
    assert f"<loc>{address}</loc>" in words(client.get("/sitemap-tour-texts.xml"))


def test_a_tour_off_the_site_is_in_no_language_of_the_sitemap(client, person):
    tour = published(person)
    in_korean(tour, person)
    touring.withdraw(tour, by=person)
    assert "/ko/" not in words(client.get("/sitemap-tour-texts.xml"))
    assert korean(tour, client).status_code == 410


def test_a_language_it_is_not_written_in_leads_to_the_tour_and_unknown_ones_are_not_found(client, person):
    tour = published(person)
    answer = korean(tour, client)
    assert (answer.status_code, answer["Location"]) == (302, f"/en/tour/{tour.slug}/")
    assert client.get(f"/en/tour/{tour.slug}/xx/").status_code == 404
    for tail in ("lich.ics", "the.pdf", "ban-do.geojson"):
        assert client.get(f"/en/tour/{tour.slug}/ko/{tail}").status_code == 404


def test_links_to_all_languages_stand_on_the_page_under_their_own_names(client, person):
    tour = published(person)
    assert "한국어" not in words(client.get(tour.get_absolute_url()))
    in_korean(tour, person)
    page = words(client.get(tour.get_absolute_url()))
    assert f'<a href="/en/tour/{tour.slug}/ko/" lang="ko" hreflang="ko">한국어</a>' in page


def test_the_calendar_and_the_map_speak_the_language_asked_for(client, person):
    tour = published(person)
    in_korean(tour, person, stops=reasons(tour))
    day = timezone.localdate() + timedelta(days=10)
    answer = client.get(f"/en/tour/{tour.slug}/ko/lich.ics?ngay={day}")
    event = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert str(event["SUMMARY"]).startswith("하루 여행: ")
    assert event["SUMMARY"].params["LANGUAGE"] == "ko"
    assert str(event["DESCRIPTION"]) == "맛을 봅니다"
    facts = client.get(f"/en/tour/{tour.slug}/ko/ban-do.geojson").json()["features"][0]["properties"]
    assert (facts["reason"], facts["reason_language"], facts["name_language"]) == ("맛을 봅니다", "ko", "vi")


def test_structured_data_says_what_it_is_written_in_and_what_the_guide_speaks(client, person):
    tour = published(person, languages=["vi", "en"])
    in_korean(tour, person)
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', words(korean(tour, client)))
    trip = next(data for data in map(json.loads, found) if data["@type"] == "TouristTrip")
    assert (trip["name"], trip["inLanguage"], trip["availableLanguage"]) == ("하루 여행", "ko", ["vi", "en"])
    assert trip["url"].endswith(f"/en/tour/{tour.slug}/ko/")


def test_the_card_is_printed_in_letters_the_typeface_has_and_refused_in_others(client, person, tmp_path):
    tour = published(person)
    translating.write(tour, "fr", by=person, title="Une journée", stops=reasons(tour, "On goûte à l’été"))
    in_korean(tour, person)
    file = tmp_path / "the.pdf"
    file.write_bytes(client.get(f"/en/tour/{tour.slug}/fr/the.pdf").content)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "Une journée" in text
    assert "On goûte à l’été" in text
    assert client.get(f"/en/tour/{tour.slug}/ko/the.pdf").status_code == 404
    assert "has no letters for" in words(korean(tour, client))
    assert f"/en/tour/{tour.slug}/the.pdf" in words(korean(tour, client))


def test_the_list_tells_languages_of_the_guide_and_of_the_page_apart(client, person):
    by = operator(person)
    spoken = published(person, by=by, title_vi="Nói tiếng Anh", languages=["en"])
    in_korean(published(person, by=by, title_vi="Viết tiếng Hàn"), person)
    published(person, by=by, title_vi="Có tiếng Anh", title_en="In English")

    def found(query):
        return [tour.title for tour in client.get(f"/tour/?{query}").context["page"]]

    assert found("ngon-ngu=en") == [spoken.title]
    assert found("viet-bang=ko") == ["Viết tiếng Hàn"]
    assert found("viet-bang=en") == ["Có tiếng Anh"]
    assert found("viet-bang=ja") == []
    assert len(found("viet-bang=xx")) == 3
    page = client.get("/tour/?viet-bang=ko")
    assert page.context["written"] == [("en", "English"), ("ko", "한국어")]
    assert re.search(r'<a href="/en/tour/[\w-]+/ko/" lang="ko">하루[ \u00a0]여행</a>', words(page))


def test_a_price_the_vietnamese_does_not_say_any_more_is_not_shown(client, person):
    tour = published(person, price_note_vi="690.000 ₫")
    in_korean(tour, person)
    assert "1인 690,000동" in words(korean(tour, client))
    tour = touring.revise(tour, by=person, price_note_vi="750.000 ₫")
    page = words(korean(tour, client))
    assert "1인 690,000동" not in page
    assert "750.000 ₫" in page
    assert translating.stale_fields(tour, "ko") == {"price_note"}
    in_korean(tour, person, price_note="1인 750,000동")
    assert "1인 750,000동" in words(korean(tour, client))


def test_what_is_missing_and_what_is_stale_is_counted(person):
    tour = itinerary(operator(person), *places(2), summary_vi="Lên đồi chè")
    sight = {
        "kind": "sight",
        "name_vi": "Đồi chè",
        "day": 1,
        "starts": time(14),
        "minutes": 30,
        "reason_vi": "Mát",
    }
    stringing.add(tour, by=person, **sight)
    first = tour.stops.first()
    translating.write(tour, "ko", by=person, title="하루 여행", stops={first.pk: {"reason": "맛을 봅니다"}})
    (standing,) = translating.standings(tour)
    assert (standing.wanted, standing.missing, standing.stale) == (6, 4, 0)
    stringing.change(first, by=person, reason_vi="Nếm mật ong")
    (standing,) = translating.standings(tour)
    assert (standing.missing, standing.stale, standing.done) == (4, 1, False)


def test_the_operator_is_told_which_tours_say_in_other_languages_what_was_true_before(client, person):
    by = operator(person)
    tour, other = published(person, by=by), published(person, by=by)
    for each in (tour, other):
        in_korean(each, person)
    assert translating.left_behind([tour, other]) == {}
    tour = touring.revise(tour, by=person, title_vi="Tên mới")
    assert translating.left_behind([tour, other]) == {tour.pk: [LANGUAGES["ko"]]}
    assert [task.count for task in tour_tasks(person)] == [0, 1, 0]
    client.force_login(person)
    page = words(client.get(reverse("touring:index")))
    assert page.count(reverse("touring:languages", args=[tour.pk])) == 1
    assert reverse("touring:languages", args=[other.pk]) not in page


def test_a_change_of_a_translation_leaves_the_tour_on_the_site(person):
    tour = published(person)
    in_korean(tour, person)
    in_korean(tour, person, title="다른 하루")
    translating.drop(tour, "ko", by=person)
    tour.refresh_from_db()
    assert tour.stage == "published"
    assert not TourText.objects.exists()


def test_a_stop_taken_out_takes_its_texts_with_it_and_a_copied_day_has_them_too(person):
    tour = itinerary(operator(person), *places(2))
    in_korean(tour, person, stops=reasons(tour))
    stringing.copy_day(tour, day=1, to=2, by=person)
    assert StopText.objects.filter(stop__day=2, reason="맛을 봅니다").count() == 2
    assert StopText.objects.filter(stop__day=1).count() == 2
    stringing.take_out(tour.stops.first(), by=person)
    assert StopText.objects.count() == 3


def test_dropping_a_language_takes_the_texts_of_its_stops_and_no_others(person):
    tour = itinerary(operator(person), *places(2))
    in_korean(tour, person, stops=reasons(tour))
    translating.write(tour, "fr", by=person, title="Une journée", stops=reasons(tour, "On goûte"))
    translating.drop(tour, "ko", by=person)
    assert set(StopText.objects.values_list("language", flat=True)) == {"fr"}
    with pytest.raises(Refused):
        translating.drop(tour, "ko", by=person)


def test_an_emptied_reason_leaves_no_row(person):
    tour = itinerary(operator(person), *places(1))
    in_korean(tour, person, stops=reasons(tour))
    in_korean(tour, person, stops=reasons(tour, "  "))
    assert not StopText.objects.exists()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "가" * 121}, "title"),
        ({"title": "Một ngày"}, "title"),
        ({"summary": "Not Korean"}, "summary"),
        ({"summary": "가" * 2001}, "summary"),
        ({"price_note": "1" * 121}, "price_note"),
    ],
)
def test_texts_that_cannot_be_are_refused_at_their_field(person, facts, field):
    tour = itinerary(operator(person), *places(1))
    with pytest.raises(Refused) as refused:
        in_korean(tour, person, **facts)
    assert refused.value.field == field
    assert not TourText.objects.exists()


@pytest.mark.parametrize("reason", ["Nếm thử", "가" * 301])
def test_a_reason_that_cannot_be_is_refused_at_its_stop_and_nothing_is_kept(person, reason):
    tour = itinerary(operator(person), *places(2))
    stop = tour.stops.last()
    with pytest.raises(Refused) as refused:
        in_korean(tour, person, stops={stop.pk: {"reason": reason}})
    assert refused.value.field == f"reason-{stop.pk}"
    assert not TourText.objects.exists()


def test_a_language_nobody_named_and_a_stop_of_another_tour_are_refused(person):
    by = operator(person)
    tour, other = itinerary(by, *places(1)), itinerary(by, *places(1))
    with pytest.raises(Refused):
        translating.write(tour, "en", by=person, title="A day")
    with pytest.raises(Refused):
        in_korean(tour, person, stops=reasons(other))
    assert not StopText.objects.exists()


def test_only_the_operator_of_the_tour_writes_and_drops(shop, person):
    tour = itinerary(operator(person), *places(1))
    in_korean(tour, person)
    other = shop.user("tour_operator")
    operator(other)
    for stranger in (other, shop.user("trade_department"), shop.office):
        with pytest.raises(Refused):
            in_korean(tour, stranger, title="바뀐 제목")
        with pytest.raises(Refused):
            translating.drop(tour, "ko", by=stranger)
    assert TourText.objects.get().title == "하루 여행"


def test_the_desk_lists_languages_and_saves_a_form(client, person):
    tour = agree(itinerary(operator(person), *places(2), summary_vi="Lên đồi chè"))
    client.force_login(person)
    listed = reverse("touring:languages", args=[tour.pk])
    assert "한국어" in words(client.get(listed))
    address = reverse("touring:language", args=[tour.pk, "ko"])
    first, second = tour.stops.all()
    page = words(client.get(address))
    assert "Lên đồi chè" in page
    sent = {
        "title": "하루 여행",
        "summary": "",
        "price_note": "",
        f"reason-{first.pk}": "Nếm",
        f"reason-{second.pk}": "",
    }
    refused = client.post(address, sent)
    assert refused.context["form"].errors[f"reason-{first.pk}"]
    assert "하루 여행" in words(refused)
    assert client.post(address, sent | {f"reason-{first.pk}": "맛을 봅니다"})["Location"] == listed
    assert StopText.objects.get().reason == "맛을 봅니다"
    assert "2" in words(client.get(listed))
    client.post(reverse("touring:drop-language", args=[tour.pk, "ko"]))
    assert not TourText.objects.exists()


def test_who_saves_second_is_told_what_was_saved_meanwhile_and_may_replace_it(client, person):
    tour = itinerary(operator(person), *places(1))
    stop = tour.stops.get()
    in_korean(tour, person)
    client.force_login(person)
    address = reverse("touring:language", args=[tour.pk, "ko"])
    seen = client.get(address).context["form"].initial["seen"]
    in_korean(tour, person, stops=reasons(tour))
    mine = {
        "title": "하루 여행",
        "summary": "꿀과 차",
        "price_note": "1인 690,000동",
        f"reason-{stop.pk}": "꿀을 봅니다",
    }
    page = client.post(address, mine | {"seen": seen})
    assert [saved for _label, saved in page.context["meanwhile"]] == ["맛을 봅니다"]
    assert StopText.objects.get().reason == "맛을 봅니다"
    assert "꿀을 봅니다" in words(page)
    client.post(address, mine | {"seen": page.context["form"].data["seen"]})
    assert StopText.objects.get().reason == "꿀을 봅니다"


def test_strangers_may_not_open_the_desk_of_languages(client, shop, person):
    tour = itinerary(operator(person), *places(1))
    other = shop.user("tour_operator")
    operator(other)
    client.force_login(other)
    for name, extra in (("languages", []), ("language", ["ko"]), ("drop-language", ["ko"])):
        address = reverse(f"touring:{name}", args=[tour.pk, *extra])
        assert client.get(address).status_code == 403
        assert client.post(address, {"title": "하루 여행"}).status_code in {403, 405}
    client.force_login(person)
    assert client.get(reverse("touring:language", args=[tour.pk, "xx"])).status_code == 404


def test_markup_in_a_text_is_shown_as_it_was_typed(client, person):
    tour = published(person)
    in_korean(tour, person, title="하루 <b>여행</b>")
    page = words(korean(tour, client))
    assert "<b>여행</b>" not in page
    assert "&lt;b&gt;여행" in page


@pytest.mark.parametrize("number", [3, 30])
def test_a_page_in_korean_costs_the_same_for_3_stops_and_30(
    client, person, django_assert_num_queries, number
):
    tour = itinerary(operator(person), *places(3))
    for n in range(number - 3):
        facts = {
            "name_vi": f"Điểm {n}",
            "starts": time(14, 2 * n),
            "minutes": 5,
            "reason_vi": "x",
            "kind": "sight",
        }
        stringing.add(tour, by=person, anyway=True, day=1, **facts)
    in_korean(tour, person, stops=reasons(tour))
    agree(tour)
    type(tour).objects.update(stage="published")
    korean(tour, client)
    with django_assert_num_queries(12):
        korean(tour, client)


@pytest.mark.parametrize("number", [3, 30])
def test_the_list_of_languages_costs_the_same_for_3_stops_and_30(
    client, person, django_assert_num_queries, number
):
    tour = itinerary(operator(person), *places(3))
    for n in range(number - 3):
        facts = {
            "name_vi": f"Điểm {n}",
            "starts": time(14, 2 * n),
            "minutes": 5,
            "reason_vi": "x",
            "kind": "sight",
        }
        stringing.add(tour, by=person, anyway=True, day=1, **facts)
    for language in ("ko", "fr"):
        translating.write(
            tour, language, by=person, title=TITLES[language], stops=reasons(tour, TITLES[language])
        )
    client.force_login(person)
    client.get(reverse("touring:languages", args=[tour.pk]))
    with django_assert_num_queries(10):
        client.get(reverse("touring:languages", args=[tour.pk]))
