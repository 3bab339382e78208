from django.apps import AppConfig


class ShopConfig(AppConfig):
    name = "shop"
    label = "shop"

    def ready(self):
        from office.todo import register  # the desk needs the models

        from .desk import PARCELS
        from .shipping.desk import DELIVERY

        register(PARCELS)
        register(DELIVERY)
