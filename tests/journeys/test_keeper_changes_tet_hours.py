"""A keeper shuts for Tết and opens short on its last day, on a phone; a visitor reads it on the outlet's page."""

import re

import pytest
from outlet_rows import outlet
from people import PHONE, AtDesk, Visitor

from outlets.hours import opening, scheduling

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scripts", [True, False], ids=["with-js", "without-js"])
def test_keeper_changes_the_hours_of_tet_and_visitors_read_them(town, scripts):
    keeper = town.shop.user("keeper", name="Chị Sen")
    place = outlet(name="Showroom OCOP Bãi Biển", keeper=keeper)
    days = scheduling.days_of_tet(scheduling.next_tet())
    sen = town._comes(AtDesk(town.chromium, town.address, user=keeper, viewport=PHONE, scripts=scripts))
    sen.go("/ban-lam-viec/diem-ban/").press(re.compile("Đổi giờ")).looks("keeper-hours")
    sen.press(f"Giờ Tết {days[-1].year}")
    last = len(days) - 1
    for number in range(last):
        sen.fill(**{f"t{number}_how": "closed"})
    sen.fill(**{f"t{last}_how": "own"})
    if scripts:
        sen.page.locator(f"[name='t{last}_1_from']").wait_for()
    sen.fill(**{f"t{last}_1_from": "08:00"}).looks("tet-hours")  # and no end
    sen.page.locator("main form button[type=submit]").last.click()
    sen.page.locator("main .error").first.wait_for()
    sen.faults[:] = [fault for fault in sen.faults if "422" not in fault]
    sen.fill(**{f"t{last}_1_to": "11:00"})
    sen.page.locator("main form button[type=submit]").last.click()
    sen.sees("08:00–11:00")

    assert [bool(opening.spans_on(place, day)) for day in days] == [False] * last + [True]
    visitor = town._comes(Visitor(town.chromium, town.address, viewport=PHONE))
    visitor.go(f"/diem-ban/{place.slug}/").sees("Giờ mở cửa").looks("outlet-before-tet")
    ics = visitor.page.request.get(f"{town.address}/diem-ban/{place.slug}/gio-dac-biet.ics").text()
    assert f"{days[0]:%Y%m%d}" in ics
