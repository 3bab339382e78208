"""A host proposes another time for a tour on the site: it follows, or leaves the site until its plan says the same."""

import re

import pytest
from outlet_rows import operator
from people import PHONE, AtDesk, Visitor
from tour_rows import places, published

from outlets.models import Keeping
from outlets.network import comparing

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DESK = "/ban-lam-viec/chuyen-tham"


@pytest.fixture
def tour(town):
    town.guide, town.keeper = (
        town.shop.user("tour_operator", name="Anh Lữ"),
        town.shop.user("keeper", name="Chị Sen"),
    )
    town.colleague = town.shop.user("tour_operator", name="Chị Hành")
    tour = published(
        town.guide,
        *places(2),
        by=operator(town.guide, town.colleague),
        title_vi="Một ngày Cẩm Bình",
        languages=["vi"],
    )
    for stop in tour.stops.all():
        Keeping.objects.create(outlet=stop.outlet, user=town.keeper)
    return tour


@pytest.mark.parametrize("scripts", [True, False])
def test_an_agreed_time_moves_the_stop_or_takes_the_tour_off_the_site(town, tour, scripts):
    visit = tour.stops.first().visits.get()
    sen = town._comes(AtDesk(town.chromium, town.address, user=town.keeper, viewport=PHONE, scripts=scripts))
    guide = town._comes(AtDesk(town.chromium, town.address, user=town.guide, viewport=PHONE, scripts=scripts))
    visitor = town._comes(Visitor(town.chromium, town.address, viewport=PHONE, scripts=scripts))

    def proposes(starts):
        sen.go(f"{DESK}/{visit.pk}/gio-khac/").fill(starts=starts).press("Đề nghị giờ này").sees(
            "Đề nghị giờ khác"
        )

    proposes("08:30")
    visitor.go(f"/tour/{tour.slug}/").sees("có thể là 08:30, không phải 08:00").looks("tour-in-doubt")
    guide.go(f"{DESK}/").sees("Nơi đón đề nghị 08:30").looks("visits-offered")
    guide.go(f"{DESK}/{visit.pk}/").press("Nhận giờ này").sees("lịch trình vẫn đi được").looks("accept-fits")
    guide.press("Nhận giờ này và dời điểm dừng").sees("ngày 1 lúc 08:30").looks("visit-moved")
    visitor.go(f"/tour/{tour.slug}/").sees("08:30").misses("có thể là")

    proposes("10:15")
    guide.go(f"{DESK}/{visit.pk}/nhan-gio/").sees("vẫn còn ở", "Tour sẽ rời trang web").looks("accept-hitch")
    guide.press("Nhận giờ này rồi sửa tiếp lịch trình").sees("đã nhận lời lúc 10:15").looks("tour-apart")
    visitor.go(f"/tour/{tour.slug}/").misses("08:30")
    visitor.faults[:] = [fault for fault in visitor.faults if "410" not in fault]
    guide.press(
        re.compile("Dời điểm dừng sang 10:15"), within=guide.page.locator(f"#diem-{visit.stop_id}")
    ).sees("vẫn còn ở")


def test_two_people_at_the_form_of_a_tour(town, tour):
    one, two = (
        town._comes(AtDesk(town.chromium, town.address, user=user, viewport=PHONE))
        for user in (town.guide, town.colleague)
    )
    for person in (one, two):
        person.go(f"/ban-lam-viec/tour/{tour.pk}/sua/")
    one.fill(title_vi="Một ngày Cẩm Bình mùa cam").press("Lưu").sees("Một ngày Cẩm Bình mùa cam")
    two.fill(summary_vi="Xem thắng mật, nếm chè").press("Lưu")
    two.sees("Người khác vừa lưu", "Một ngày Cẩm Bình mùa cam").looks("tour-overtaken")
    assert two.page.input_value("[name=summary_vi]") == "Xem thắng mật, nếm chè"
    two.faults[:] = [fault for fault in two.faults if "422" not in fault]
    two.fill(title_vi="Một ngày Cẩm Bình mùa cam").press("Lưu").sees("Đã đăng")
    tour.refresh_from_db()
    assert (tour.title_vi, tour.summary_vi) == ("Một ngày Cẩm Bình mùa cam", "Xem thắng mật, nếm chè")


def test_the_department_compares_a_criterion_on_a_phone(town):
    officer = town.shop.user("trade_department", name="Chị Sở")
    standard = comparing.enter(
        code="thu", name="Tiêu chí thử", legal_basis="Văn bản thử", valid_from="2026-01-01", by=officer
    )
    standard.criteria.create(part="facilities", text="Có biển hiệu", position=1)
    desk = town._comes(AtDesk(town.chromium, town.address, user=officer, viewport=PHONE))
    desk.go("/ban-lam-viec/mang-luoi/cong-nhan/").press("Quản lý bộ tiêu chí").looks("criteria")
    row = desk.page.locator(f"#tieu-chi-{standard.criteria.get().pk}")
    row.get_by_role("link").click()
    desk.looks("compare").fill(source="Mục II.3").press("Đã đối chiếu").sees("Đã đối chiếu ngày", "Mục II.3")
