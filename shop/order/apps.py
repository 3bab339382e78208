from oscar.apps.order.apps import OrderConfig as OscarOrderConfig


class OrderConfig(OscarOrderConfig):
    name = "shop.order"

    def ready(self):
        super().ready()
        from catalogue.reviewing import register_purchase_check  # they need the models

        from . import payments  # noqa: F401  (connects its receivers and its job)
        from .fulfilling import has_received

        register_purchase_check(has_received)
