"""An operator plans two days, is refused a closed stop, has a visit confirmed by its host, and publishes."""

from datetime import timedelta

import pytest
from django.utils import timezone
from outlet_rows import operator, outlet
from people import PHONE, AtDesk, Visitor

from outlets.models import Itinerary, Visit
from outlets.tours import touring

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def adds(guide, tour, place, *, day, starts, reason):
    """Through the finder to the form of the stop, filled in and sent."""
    guide.go(f"/ban-lam-viec/tour/{tour.pk}/diem-dung/?loai=outlet&noi={place.pk}&ngay={day}")
    guide.page.get_by_label("Giờ đến").fill(starts)
    if guide.page.locator("[name=day]").count():
        guide.fill(day=str(day))
    guide.page.get_by_label("Vì sao đoàn dừng ở đây").fill(reason)
    guide.page.get_by_role("button", name="Đưa vào lịch trình").click()


def asks(guide, stop, day):
    guide.go(f"/ban-lam-viec/chuyen-tham/hoi/?diem-dung={stop.pk}")
    guide.fill(day=day.isoformat(), size="20").press("Gửi yêu cầu").sees("Chờ nơi đón trả lời")


def test_operator_plans_two_days_and_publishes_when_the_hosts_have_agreed(town):
    person, keeper = town.shop.user("tour_operator", name="Anh Lữ"), town.shop.user("keeper", name="Chị Sen")
    operator(person)
    sea = outlet(name="Showroom OCOP Bãi Biển", keeper=keeper, coach_places=4)
    hill = outlet(name="Điểm OCOP Đồi Chè", keeper=keeper, coach_places=2)
    shut = outlet(name="Điểm OCOP Ngàn Trươi", stage="suspended", stage_reason="Sửa mái", coach_places=1)
    guide = town._comes(AtDesk(town.chromium, town.address, user=person))
    sen = town._comes(AtDesk(town.chromium, town.address, user=keeper, viewport=PHONE))

    guide.go("/ban-lam-viec/tour/").press("Tour mới")
    guide.page.get_by_label("Tiêu đề", exact=True).fill("Hai ngày biển và chè")
    guide.fill(days="2", group_max="20").press("Tiếp tục chọn điểm dừng").looks("tour-draft")
    tour = Itinerary.objects.get(title_vi="Hai ngày biển và chè")
    adds(guide, tour, shut, day=1, starts="09:00", reason="Mua mật ong bên hồ")
    guide.sees("Sửa mái").looks("tour-closed-stop")
    guide.faults[:] = [fault for fault in guide.faults if "422" not in fault]
    adds(guide, tour, sea, day=1, starts="09:00", reason="Nếm nước mắm tại chỗ")
    adds(guide, tour, hill, day=2, starts="14:00", reason="Uống chè mới hái")
    assert tour.stops.count() == 2

    monday = timezone.localdate() + timedelta(days=14)
    first, second = tour.stops.all()
    asks(guide, first, monday)
    asks(guide, second, monday + timedelta(days=1))
    guide.go(f"/ban-lam-viec/tour/{tour.pk}/").sees("chưa trả lời").looks("tour-unanswered")

    for visit in Visit.objects.order_by("pk"):
        sen.go("/ban-lam-viec/chuyen-tham/").looks("visits-to-answer")
        sen.go(f"/ban-lam-viec/chuyen-tham/{visit.pk}/").sees(visit.operator.name)
        sen.press("Xác nhận").page.locator("main form button[type=submit]").click()
        sen.sees("Đã xác nhận").looks("visit-agreed")
    assert touring.unanswered(tour) == []

    guide.go(f"/ban-lam-viec/tour/{tour.pk}/").press("Đưa lên trang")
    guide.page.get_by_role("button", name="Đưa lên trang").click()
    guide.sees("Đã đăng")
    visitor = town._comes(Visitor(town.chromium, town.address, viewport=PHONE))
    visitor.go(f"/tour/{tour.slug}/").sees("Nếm nước mắm tại chỗ", "Uống chè mới hái").looks(
        "tour-on-the-site"
    )
