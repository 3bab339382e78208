"""The people of a journey in their browsers, and what they do again and again: see, order, move a parcel on.

With SHOTS=<folder> every page looked at is kept there as a picture.
"""

import os
import re
from itertools import count
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import expect

from shop.order.models import Order

PHONE, SCREEN = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
SHOTS = os.environ.get("SHOTS", "")
_looked_at: set[str] = set()
_shots = count(1)


class Visitor:
    """Somebody with a browser of their own; no error may be heard in it."""

    viewport = SCREEN

    def __init__(self, chromium, address, *, user=None, viewport=None, scripts=True):
        self.address, self.user = address, user
        self.context = chromium.new_context(viewport=viewport or self.viewport, java_script_enabled=scripts)
        self.context.set_default_timeout(15_000)
        self.scripts, self.faults = scripts, []
        if user:
            self.context.add_cookies([{"name": n, "value": v, "url": address} for n, v in _signed_in(user)])
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._hear)

    def _hear(self, said):
        aborted = said.text.startswith(
            ("htmx:sendAbort", "htmx:afterRequest")
        )  # the page was left while it asked
        if said.type == "error" and not aborted and said.location["url"].startswith(self.address):
            self.faults.append(f"{said.text} {said.location['url']}")

    def go(self, path):
        self.page.goto(path if path.startswith("http") else self.address + path)
        return self

    def press(self, name, *, within=None):
        """The button or link called `name` (all of it, or a pattern of a part)."""
        where, exact = within or self.page, isinstance(name, str)
        button = where.get_by_role("button", name=name, exact=exact)
        button.or_(where.get_by_role("link", name=name, exact=exact)).first.click()
        self.page.wait_for_load_state("domcontentloaded")  # a click ends as soon as the answer begins
        return self

    def fill(self, **fields):
        """Fields by their name; what is chosen from a list by its label or its value."""
        for name, value in fields.items():
            field = self.page.locator(f"[name='{name}']").first
            if field.evaluate("element => element.tagName") == "SELECT":
                field.select_option(**value if isinstance(value, dict) else {"value": value})
            elif field.get_attribute("type") == "radio":
                self.page.check(f"[name='{name}'][value='{value}']")
            else:
                field.fill(value)
        return self

    def sees(self, *texts):
        """Each text stands on the page (a no-break space is a space)."""
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(loosely(text))
        return self

    def misses(self, *texts):
        for text in texts:
            expect(self.page.locator("main")).not_to_contain_text(loosely(text))
        return self

    def heading(self, text):
        expect(self.page.get_by_role("heading", level=1)).to_have_text(loosely(text), timeout=15_000)
        return self

    def looks(self, name):
        """The page does not run out of the screen, and axe finds nothing (each name is looked at once)."""
        self.page.wait_for_load_state("load")
        width = self.page.viewport_size["width"]
        name = f"{name}-{width}"
        if SHOTS:
            self.page.screenshot(path=Path(SHOTS) / f"{next(_shots):03d}-{name}.png", full_page=True)
        if name not in _looked_at and self.scripts:
            _looked_at.add(name)
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width, (
                f"{name} scrolls sideways"
            )
            found = Axe().run(self.page, options={"preload": False})
            assert found.violations_count == 0, f"{name}: {found.generate_report()[:800]}"
        return self

    def leaves(self):
        self.context.close()
        assert not self.faults, self.faults


class Buyer(Visitor):
    """On a phone. Their order is known once they have placed it."""

    viewport = PHONE
    order: Order

    def wants(self, *products):
        for product in products:
            self.go(product.get_absolute_url()).press("Thêm vào giỏ")
            self.page.wait_for_url("**/gio-hang/")
        return self

    def to_checkout(self, way="cod", **changes):
        """The form filled in, the button not yet pressed."""
        self.press("Tiến hành đặt hàng")
        self.fill(name="Nguyễn Thị Hoa", phone="0912 345 678")
        if self.scripts:
            self.page.locator("[name=commune_text][role=combobox]").wait_for()
        self.fill(commune_text="Thành Sen")
        if self.scripts:
            self.page.get_by_role("option", name=re.compile("Thành Sen")).first.click()
        self.fill(street="12 Phan Đình Phùng", way=way, **changes)
        self.page.check("[name=terms]")
        return self

    def orders(self):
        """Press the button; where one goes on depends on the way of paying."""
        last = Order.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        with self.page.expect_navigation():
            self.page.click("#order-button")
        self.order = Order.objects.get(pk__gt=last)
        return self

    def opens_order(self):
        return self.go(self.order.get_absolute_url())

    def to_paying(self):
        """From the order's page to the page where it is paid."""
        return self.opens_order().press("Thanh toán hoặc xác nhận ngay")


class AtDesk(Visitor):
    """Producer or shop manager, at the desk."""

    def opens_parcels(self):
        return self.go("/ban-lam-viec/don-hang/")

    def until_there(self, text):
        """Look at the parcels again until `text` is among them: the news comes from outside."""
        for _ in range(20):
            if loosely(text).search(self.opens_parcels().page.inner_text("main")):
                return self
            self.page.wait_for_timeout(250)
        return self.sees(text)

    def card_of(self, parcel):
        return self.page.locator("article", has=self.page.locator("h2", has_text=str(parcel)))

    def moves(self, parcel, button, *, code=""):
        """One step on with the button on the parcel's card."""
        self.opens_parcels()
        card = self.card_of(parcel)
        if code:
            card.get_by_label("Mã vận đơn").fill(code)
        card.get_by_role("button", name=button).click()
        self.page.get_by_text("Đã ghi nhận").first.wait_for()
        return self

    def delivers(self, parcel, *, code=""):
        """All the way: confirmed, packed, handed over, delivered."""
        self.moves(parcel, "Xác nhận đơn").moves(parcel, "Đã đóng gói")
        return self.moves(parcel, "Bàn giao cho hãng vận chuyển", code=code).moves(parcel, "Xác nhận đã giao")


class Maker(AtDesk):
    def opens_statement(self):
        """What their producer is owed, parcel by parcel."""
        producer = self.user.partners.get()
        return self.go(f"/ban-lam-viec/doi-soat/{producer.pk}/kien/")


class Manager(AtDesk):
    def opens_payments(self, tab=""):
        return self.go(f"/ban-lam-viec/thanh-toan/{tab}")


def loosely(text):
    """A pattern of `text` in which any space may be a no-break one, several, or a gap of the layout."""
    return re.compile(r"\s*".join(re.escape(word) for word in text.split()))


def _signed_in(user):
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return [(settings.SESSION_COOKIE_NAME, session.session_key), ("ocop_state", "1")]
