"""The desk of keepers: shelf, hours, consignment, confirmations."""

from django.urls import path

from outlets.views import keeper, shelf

app_name = "keeping"
urlpatterns = [
    path("", keeper.OutletsPage.as_view(), name="index"),
    path("<int:pk>/", keeper.DayPage.as_view(), name="day"),
    path("<int:pk>/van-dung/", keeper.ConfirmFacts.as_view(), name="confirm"),
    path("<int:pk>/ke/", shelf.ShelfPage.as_view(), name="shelf"),
    path("<int:pk>/ke/them/", shelf.AddPage.as_view(), name="shelf-add"),
    path("<int:pk>/ke/dat/", shelf.Put.as_view(), name="shelf-put"),
    path("<int:pk>/ke/thay-het/", shelf.SeeAll.as_view(), name="shelf-all"),
    path("<int:outlet_pk>/ke/<int:pk>/", shelf.Revise.as_view(), name="item"),
    path("<int:outlet_pk>/ke/<int:pk>/thay/", shelf.See.as_view(), name="item-seen"),
    path("<int:outlet_pk>/ke/<int:pk>/bo/", shelf.TakeOff.as_view(), name="item-off"),
    path("<int:outlet_pk>/ke/<int:pk>/go-bien/", shelf.TakeSignOff.as_view(), name="item-sign"),
]
