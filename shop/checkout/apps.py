from django.urls import path
from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig


class CheckoutConfig(OscarCheckoutConfig):
    name = "shop.checkout"

    def ready(self):
        """Oscar's many steps are one page here."""

    def get_urls(self):
        from . import pages  # needs the models

        return [
            path("", pages.CheckoutPage.as_view(), name="index"),
            path("tom-tat/", pages.Summary.as_view(), name="summary"),
        ]
