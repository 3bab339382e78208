"""A guest of a group buys with its code on a phone and fetches it; the keeper hands over; the operator sees the sum."""

import pytest
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from people import PHONE, AtDesk
from playwright.sync_api import expect

from outlets.hours import opening
from outlets.models import Credit
from outlets.stock import consigning, stocking
from outlets.visits import crediting
from shop.order.models import PickUp

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def counter(town):
    """A showroom with the honey in commission, a group of a tour that stops there, and who keeps and leads."""
    town.keeper, town.guide = town.shop.user("keeper", name="Chị Sen"), town.shop.user("tour_operator")
    place = outlet(
        name="Showroom OCOP Bãi Biển", keeper=town.keeper, picks_up=True, hours="Mo-Su 00:00-24:00"
    )
    opening.write_ahead([place])
    maker = town.coop_person.partners.get()
    row = consigning.offer(place, maker, commission="10", by=town.keeper)
    stocking.deliver(consigning.accept(row, by=town.coop_person), {town.honey: 4}, by=town.keeper)
    tour = itinerary(operator(town.guide), place, stage="published")
    town.group = crediting.issue(tour, first_day=timezone.localdate(), size=20, by=town.guide)
    return place


def refusal_was_meant(person):
    """The browser calls an answered refusal (422) a fault; any other stays one."""
    person.faults[:] = [fault for fault in person.faults if "422" not in fault]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_guest_of_a_group_buys_on_a_phone_and_picks_up(town, counter, scripts):
    hoa = town.buyer(scripts=scripts)
    sen = town._comes(AtDesk(town.chromium, town.address, user=town.keeper, viewport=PHONE))
    guide = town._comes(AtDesk(town.chromium, town.address, user=town.guide))

    hoa.go(f"/doan/{town.group.code}/").sees("Bạn mua cùng đoàn", town.group.code).looks("group")
    hoa.wants(town.honey).sees("giữ 5 ngày").press("Tiến hành đặt hàng")
    hoa.fill(name="Nguyễn Thị Hoa", phone="0912 345 678", way="cod")
    assert hoa.page.input_value("[name=group]") == town.group.code
    hoa.page.check(".fetching input[type=radio]")
    if scripts:
        hoa.page.locator("#summary", has_text="chúng tôi không hỏi và không lưu địa chỉ").wait_for()
        expect(hoa.page.locator("[name=street]")).not_to_be_visible()
    hoa.page.check("[name=terms]")
    if not scripts:
        hoa.page.click("#order-button")
        hoa.sees("Hãy xem nơi nhận", counter.name)
        refusal_was_meant(hoa)
    hoa.looks("checkout-fetching").orders()
    hoa.sees("Trả tiền mặt khi đến nhận: 185.000", counter.name).looks("order-to-fetch")
    row = PickUp.objects.get()
    assert (row.from_stock, row.parcel.fee, Credit.objects.count()) == (True, 0, 0)

    sen.go(f"/ban-lam-viec/diem-ban/{counter.pk}/").sees("1 đơn cần để riêng")
    sen.go(f"/ban-lam-viec/nhan-hang/{counter.pk}/").sees("Nguyễn Thị Hoa", "…678").misses("0912")
    sen.looks("pick-ups-to-lay-aside").page.get_by_role("button", name="Đã để riêng").click()
    sen.sees("người mua đã được báo").looks("pick-up-ready")

    row = PickUp.objects.get()
    hoa.opens_order().sees(row.code, "Đã sẵn sàng").looks("order-ready")
    code = hoa.page.locator(".fetched .big-number").inner_text()
    sen.fill(code="1").page.check("[name=cash_taken]")
    sen.page.get_by_role("button", name="Giao hàng").click()
    sen.sees("Đây không phải mã của kiện này").looks("pick-up-wrong-code")
    refusal_was_meant(sen)
    sen.page.check("[name=cash_taken]")
    sen.fill(code=code).page.get_by_role("button", name="Giao hàng").click()
    sen.sees("Chị Sen đã giao lúc")
    hoa.opens_order().sees("Đã nhận tại", "Đã thanh toán: 185.000").misses(code).looks("order-fetched")

    guide.go(f"/ban-lam-viec/chuyen-tham/ma-doan/{town.group.pk}/").sees("185.000").misses(
        "Hoa", hoa.order.number
    )
