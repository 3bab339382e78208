from oscar.apps.order.apps import OrderConfig as OscarOrderConfig


class OrderConfig(OscarOrderConfig):
    name = "shop.order"

    def ready(self):
        super().ready()
        from catalogue.reviewing import register_purchase_check  # they need the models

        from .carrying import on_parcel_moved
        from .fulfilling import has_received
        from .signals import parcel_moved

        register_purchase_check(has_received)
        parcel_moved.connect(on_parcel_moved, dispatch_uid="courier-follows")
