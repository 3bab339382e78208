"""`/tai-khoan/…`: the sections that are the shop's."""

from django.urls import path

from .pages import addresses, orders, person, wishes

app_name = "my"
urlpatterns = [
    path("don-hang/", orders.OrdersPage.as_view(), name="orders"),
    path("don-hang/nhan/", orders.ClaimPage.as_view(), name="claim"),
    path("don-hang/nhan/so-cua-toi/", orders.claim_own, name="claim-own"),
    path("don-hang/nhan/<int:pk>/", orders.ProvePage.as_view(), name="prove"),
    path("don-hang/<str:number>/mua-lai/", orders.order_again, name="order-again"),
    path("dia-chi/", addresses.AddressesPage.as_view(), name="addresses"),
    path("dia-chi/them/", addresses.AddressPage.as_view(), name="address-new"),
    path("dia-chi/<int:pk>/", addresses.AddressPage.as_view(), name="address"),
    path("dia-chi/<int:pk>/xoa/", addresses.remove, name="address-remove"),
    path("dia-chi/<int:pk>/mac-dinh/", addresses.make_default, name="address-default"),
    path("yeu-thich/", wishes.WishesPage.as_view(), name="wishes"),
    path("yeu-thich/<int:pk>/bo/", wishes.forget, name="wish-forget"),
    path("bao-hang/", wishes.AlertsPage.as_view(), name="alerts"),
    path("bao-hang/<int:pk>/bo/", wishes.cancel_alert, name="alert-cancel"),
    path("ho-so/", person.ProfilePage.as_view(), name="profile"),
    path("thiet-bi/", person.DevicesPage.as_view(), name="devices"),
    path("thiet-bi/con-lai/", person.end_others, name="devices-end-others"),
    path("thiet-bi/<int:pk>/", person.end_device, name="device-end"),
]
