from django.urls import path
from oscar.apps.basket.apps import BasketConfig as OscarBasketConfig


class BasketConfig(OscarBasketConfig):
    name = "shop.basket"

    def get_urls(self):
        from . import pages  # needs the models

        return [
            path("", pages.BasketPage.as_view(), name="summary"),
            path("tom-tat/", pages.state, name="state"),
            path("them/<int:pk>/", pages.add, name="add"),
            path("dong/<int:pk>/", pages.change, name="change"),
        ]
