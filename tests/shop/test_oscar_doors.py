"""Oscar's own addresses lead to ours, and nobody opens what is not theirs: role by address."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cms.planting import plant_pages
from office.accounts.models import User
from office.roles import ROLES, give_role
from shop.granting import grant
from shop.order.exceptions import InvalidPaymentEvent, InvalidShippingEvent
from shop.order.processing import EventHandler

pytestmark = pytest.mark.django_db
PASSWORD = "mat-khau-dai-29"


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/tai-khoan/khach/", "/tai-khoan/"),
        ("/tai-khoan/khach/register/", "/tai-khoan/signup/"),
        ("/tai-khoan/khach/login/", "/tai-khoan/login/"),
        ("/tai-khoan/khach/profile/edit/", "/tai-khoan/"),
        ("/tai-khoan/khach/alerts/create/1/", "/tai-khoan/"),
        ("/tai-khoan/khach/orders/", "/tai-khoan/"),
        ("/uu-dai/", "/san-pham/"),
        ("/tim-oscar/?q=rượu", "/san-pham/"),
        ("/yeu-thich/abc/", "/tai-khoan/"),
        ("/quan-tri/login/", "/tai-khoan/login/"),
        ("/quan-tri/cua-hang/login/", "/tai-khoan/login/"),
        ("/quan-tri/cua-hang/catalogue/", "/ban-lam-viec/san-pham/"),
        ("/quan-tri/cua-hang/catalogue/products/7/", "/ban-lam-viec/san-pham/7/"),
        ("/quan-tri/cua-hang/catalogue/products/7/delete/", "/ban-lam-viec/san-pham/7/"),
        ("/quan-tri/cua-hang/catalogue/products/create/ocop/", "/ban-lam-viec/san-pham/"),
        ("/quan-tri/cua-hang/partners/1/", "/ban-lam-viec/chu-the/"),
        ("/quan-tri/cua-hang/reviews/3/", "/ban-lam-viec/danh-gia/"),
        ("/quan-tri/cua-hang/comms/", "/quan-tri/cua-hang/"),
        ("/quan-tri/cua-hang/shipping/weight-based/", "/quan-tri/cua-hang/"),
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_side_door_leads_to_the_page_that_keeps_the_rules(client, reference, path, leads_to, method):
    answer = getattr(client, method)(path)
    assert answer.status_code == 302
    assert answer["Location"].partition("?")[0] == leads_to


def test_registering_at_oscars_address_makes_no_account(client, reference):
    form = {"email": "ai@example.com", "password1": "1", "password2": "1"}
    client.post("/tai-khoan/khach/register/", form)
    assert not User.objects.filter(email="ai@example.com").exists()


OPEN = {
    "/quan-tri/": {"editor", "administrator"},
    "/quan-tri/cua-hang/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/orders/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/offers/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/offers/new/metadata/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/vouchers/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/vouchers/create/": {"shop_manager", "administrator"},
    "/quan-tri/cua-hang/ranges/": {"shop_manager", "administrator"},
    "/ban-lam-viec/": set(ROLES),
    "/ban-lam-viec/don-hang/": {"shop_manager", "administrator"},
    "/ban-lam-viec/san-pham/": {"shop_manager", "programme_office", "administrator"},
    "/ban-lam-viec/san-pham/moi/": {"shop_manager", "programme_office", "administrator"},
    "/ban-lam-viec/chu-the/": {"shop_manager", "programme_office", "administrator"},
    "/ban-lam-viec/chu-the/moi/": {"shop_manager", "programme_office", "administrator"},
    "/ban-lam-viec/chung-nhan/": {"programme_office", "administrator"},
    "/ban-lam-viec/danh-gia/": {"editor", "shop_manager", "administrator"},
}


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_its_pages_and_is_told_no_at_the_others(client, shop, role):
    grant()
    plant_pages()
    client.force_login(User.objects.get(pk=shop.user(role).pk))
    opened = {path for path in OPEN if client.get(path).status_code == 200}
    assert opened == {path for path, roles in OPEN.items() if role in roles}
    refused = {client.get(path).status_code for path in set(OPEN) - opened}
    assert refused <= {403}


@pytest.mark.parametrize("path", OPEN)
def test_a_stranger_is_asked_to_sign_in(client, reference, path):
    assert "/tai-khoan/login/" in client.get(path, follow=True).redirect_chain[-1][0]


def test_below_the_dashboard_an_unknown_address_is_not_found(client, shop):
    grant()
    client.force_login(User.objects.get(pk=shop.user("shop_manager").pk))
    assert client.get("/quan-tri/cua-hang/khong-co/").status_code == 404


def test_staff_follows_the_role_given_by_any_form(shop):
    person = shop.user("buyer")
    person.groups.add(Group.objects.get_or_create(name="shop_manager")[0])
    assert User.objects.get(pk=person.pk).is_staff
    person.groups.remove(Group.objects.get(name="shop_manager"))
    assert not User.objects.get(pk=person.pk).is_staff


def test_editor_is_not_staff_of_the_dashboard(shop):
    assert not give_role(shop.user(), "editor").is_staff


def test_the_other_language_is_a_link_that_needs_no_form(shop):
    plant_pages()
    strict = Client(enforce_csrf_checks=True)
    page = strict.get("/san-pham/").content.decode()
    assert 'hreflang="en" href="http' in page
    assert strict.get("/en/san-pham/").status_code == 200


def test_payments_and_shipments_are_not_noted_by_hand_in_the_dashboard(shop):
    handler = EventHandler(shop.office)
    with pytest.raises(InvalidShippingEvent):
        handler.handle_shipping_event(None, None, [], [])
    with pytest.raises(InvalidPaymentEvent):
        handler.handle_payment_event(None, None, 0)
