from django.contrib.auth.signals import user_logged_in
from django.urls import path
from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig


def _signed_in(sender, request, **kwargs):
    """From now on pages have a name to load (`shop.basket.middleware`)."""
    if request is not None:
        request.basket_filled = True


class BasketConfig(OscarBasketConfig):
    name = "shop.basket"

    def ready(self):
        super().ready()
        user_logged_in.connect(_signed_in, dispatch_uid="state-to-load")

    def get_urls(self):
        from . import pages  # needs the models

        return [
            path("", pages.BasketPage.as_view(), name="summary"),
            path("tom-tat/", pages.state, name="state"),
            path("phieu/", pages.use_voucher, name="use-voucher"),
            path("phieu/bo/", pages.drop_voucher, name="drop-voucher"),
            path("them/<int:pk>/", pages.add, name="add"),
            path("dong/<int:pk>/", pages.change, name="change"),
        ]
