"""The maker has none left: a buyer orders what lies at an outlet and fetches it; the keeper sells the rest to a group."""

from datetime import time

import pytest
from django.urls import reverse
from django.utils import timezone
from outlet_rows import itinerary, operator, outlet
from people import PHONE, AtDesk
from playwright.sync_api import expect

from catalogue.producers.models import StockRecord
from outlets.hours import opening
from outlets.models import Credit, Note, Visit
from outlets.stock import consigning, stocking
from outlets.visits import crediting
from shop.order.models import PickUp

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def counter(town):
    """A showroom with four jars of honey in commission, while the maker is sold out; a group comes today."""
    town.keeper, town.guide = town.shop.user("keeper", name="Chị Sen"), town.shop.user("tour_operator")
    place = outlet(
        name="Showroom OCOP Bãi Biển", keeper=town.keeper, picks_up=True, hours="Mo-Su 00:00-24:00"
    )
    opening.write_ahead([place])
    row = consigning.offer(place, town.coop_person.partners.get(), commission="10", by=town.keeper)
    town.row = consigning.accept(row, by=town.coop_person)
    stocking.deliver(town.row, {town.honey: 4}, by=town.keeper)
    StockRecord.objects.filter(product=town.honey, place=None).update(num_in_stock=0)
    tour = itinerary(operator(town.guide), place, stage="published")
    town.group = crediting.issue(tour, first_day=timezone.localdate(), size=20, by=town.guide)
    Visit.objects.create(
        operator=tour.operator, itinerary=tour, outlet=place, day=timezone.localdate(), starts=time(9, 30), size=20,
        stage=Visit.Stage.CONFIRMED,
    )  # fmt: skip
    return place


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_what_the_maker_has_sold_out_is_ordered_and_fetched_at_the_outlet(town, counter, scripts):
    hoa = town.buyer(scripts=scripts)
    sen = town._comes(AtDesk(town.chromium, town.address, user=town.keeper, viewport=PHONE))

    hoa.go(town.honey.get_absolute_url()).sees("4 sản phẩm đang ở Showroom OCOP Bãi Biển").looks("lies-there")
    hoa.page.locator(".lying [name=quantity]").fill("2")
    hoa.page.get_by_role("button", name="Đặt và đến nhận").click()
    hoa.sees("Nằm tại Showroom OCOP Bãi Biển", "hàng không gửi đi được").looks("basket-lies-there")
    hoa.press("Tiến hành đặt hàng").fill(name="Nguyễn Thị Hoa", phone="0912 345 678", way="cod")
    expect(hoa.page.locator("[name^=gui-]")).to_have_count(1)
    expect(hoa.page.locator("[name=street]")).not_to_be_visible()
    hoa.page.check("[name=terms]")
    hoa.looks("checkout-lies-there").orders()
    hoa.sees(counter.name).looks("order-lies-there")
    row = PickUp.objects.get()
    assert (row.from_stock, row.parcel.fee, row.outlet) == (True, 0, counter)

    sen.go(f"/ban-lam-viec/nhan-hang/{counter.pk}/").sees("Nguyễn Thị Hoa")
    sen.page.get_by_role("button", name="Đã để riêng").click()
    code = PickUp.objects.get().code
    sen.page.check("[name=cash_taken]")
    sen.fill(code=code).page.get_by_role("button", name="Giao hàng").click()
    sen.sees("Chị Sen đã giao lúc")
    note = Note.objects.get(kind="order")
    sen.go(note.get_absolute_url()).sees(str(row.parcel), "Khách đặt trên trang đến nhận").looks(
        "note-of-order"
    )
    hoa.opens_order().sees("Đã nhận tại")


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_a_keeper_writes_a_sale_to_a_group_on_one_page(town, counter, scripts):
    sen = town._comes(AtDesk(town.chromium, town.address, user=town.keeper, viewport=PHONE, scripts=scripts))
    sen.go(reverse("keeping:sell", args=[town.row.pk])).sees(town.group.code, "09:30")
    sen.looks("sale-to-group")
    sen.page.locator("input[name^=pieces-]").first.fill("2")
    sen.page.fill("[name=group]", "HT000000")
    sen.page.get_by_role("button", name="Ghi bán hàng").click()
    sen.sees("Không có mã đoàn này").looks("sale-to-group-refused")
    sen.faults[:] = [fault for fault in sen.faults if "422" not in fault]
    assert sen.page.locator("input[name^=pieces-]").first.input_value() == "2"
    sen.page.fill("[name=group]", "")
    sen.page.locator(f"input[type=radio][value={town.group.code}]").check()
    sen.page.get_by_role("button", name="Ghi bán hàng").click()
    sen.sees(f"Đã ghi cho đoàn {town.group.code}").looks("sale-of-group")
    assert Credit.objects.get().amount == Note.objects.get(kind="sold").amount
