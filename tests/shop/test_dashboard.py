"""The shop manager's side: Oscar's dashboard moves orders by the same act as the desk."""

import pytest

from catalogue.producers.models import Commune
from cms.planting import plant_pages
from office.accounts.models import User
from shop.basket.filling import add
from shop.basket.models import Basket
from shop.granting import grant
from shop.order.placing import Buyer, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(shop, settings):
    settings.DEMO = True  # no second factor in tests of what comes after it
    grant()
    user = shop.user("shop_manager")
    User.objects.filter(pk=user.pk).update(is_staff=True)
    return User.objects.get(pk=user.pk)


@pytest.fixture
def order(shop):
    basket = Basket.objects.create()
    add(basket, shop.product(price=1000), 1, adult=False)
    add(basket, shop.product(price=2000), 1, adult=False)
    who = Buyer(name="Hoa", phone="+84912345678", commune=Commune.objects.get(pk="18073"), street="12")
    return place(basket, who, key="d", expected_total=63_000)


def test_manager_sees_the_order_and_moves_it_with_its_parcels(client, manager, order):
    client.force_login(manager)
    assert order.number in client.get("/quan-tri/cua-hang/orders/").content.decode()
    url = f"/quan-tri/cua-hang/orders/{order.number}/"
    assert client.get(url).status_code == 200
    answer = client.post(url, {"order_action": "change_order_status", "new_status": "confirmed"}, follow=True)
    assert answer.status_code == 200
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert {parcel.stage for parcel in order.parcels.all()} == {"confirmed"}


def test_move_the_map_has_not_is_refused_and_changes_nothing(client, manager, order):
    client.force_login(manager)
    client.post(
        f"/quan-tri/cua-hang/orders/{order.number}/",
        {"order_action": "change_order_status", "new_status": "delivered"},
        follow=True,
    )
    order.refresh_from_db()
    assert order.status == "new"


def test_buyer_may_not_open_the_dashboard(client, shop, order):
    client.force_login(shop.user("buyer"))
    assert client.get("/quan-tri/cua-hang/orders/").status_code in {302, 403}


def test_editor_opens_the_page_tree_and_the_synonyms_but_no_orders(client, shop, settings):
    settings.DEMO = True
    grant()
    plant_pages()
    client.force_login(shop.user("editor"))
    assert client.get("/quan-tri/").status_code == 200
    assert client.get("/quan-tri/snippets/catalogue/synonym/").status_code == 200
    assert client.get("/quan-tri/cua-hang/orders/").status_code == 403


def test_stages_are_shown_by_their_names_and_moved_by_them(client, manager, order):
    client.force_login(manager)
    url = f"/quan-tri/cua-hang/orders/{order.number}/"
    for address in ("/quan-tri/cua-hang/orders/", url):
        page = client.get(address).content.decode()
        assert "<td>Mới</td>" in page
        assert "<td>new</td>" not in page
        assert ">confirmed<" not in page
        assert "Đã xác nhận<" in page
    form = {"action": "change_order_statuses", "selected_order": order.pk, "new_status": "Đã xác nhận"}
    said = client.post("/quan-tri/cua-hang/orders/", form, follow=True).content.decode()
    order.refresh_from_db()
    assert order.status == "confirmed"
    assert "“Mới” → “Đã xác nhận”" in said
    client.post(url, {"order_action": "change_order_status", "new_status": "packed"})
    order.refresh_from_db()
    assert order.status == "packed"


def test_name_of_no_stage_moves_nothing(client, manager, order):
    client.force_login(manager)
    form = {"action": "change_order_statuses", "selected_order": order.pk, "new_status": "Đã bay"}
    client.post("/quan-tri/cua-hang/orders/", form)
    order.refresh_from_db()
    assert order.status == "new"


def test_search_statistics_line_and_customer_show_names_too(client, shop, manager, order):
    buyer = shop.user("buyer")
    type(order).objects.filter(pk=order.pk).update(user=buyer)
    client.force_login(User.objects.filter(is_superuser=True).first())  # customers are not the shop manager's
    line = order.lines.first()
    found = client.get(
        "/quan-tri/cua-hang/orders/?order_number=&status=Mới&response_format=html"
    ).content.decode()
    assert order.number in found
    for address in (
        "/quan-tri/cua-hang/orders/statistics/",
        f"/quan-tri/cua-hang/orders/{order.number}/lines/{line.pk}/",
        f"/quan-tri/cua-hang/users/{buyer.pk}/",
    ):
        page = client.get(address).content.decode()
        assert "Mới<" in page, address
        assert ">new<" not in page, address


def test_downloaded_orders_have_the_names(client, manager, order):
    client.force_login(manager)
    form = {"action": "download_selected_orders", "selected_order": order.pk}
    rows = client.post("/quan-tri/cua-hang/orders/", form).content.decode()
    assert "Mới" in rows
