from oscar.apps.order.apps import OrderConfig as OscarOrderConfig


class OrderConfig(OscarOrderConfig):
    name = "shop.order"

    def ready(self):
        super().ready()
        from oscar.apps.analytics.receivers import receive_order_placed  # they need the models
        from oscar.apps.order.signals import order_placed

        from catalogue.reviewing import register_purchase_check
        from office.payment.remitting import name_couriers

        from . import payments  # noqa: F401  (connects its receivers and its job)
        from .carrying import on_parcel_moved
        from .charging import collectors
        from .fulfilling import has_received
        from .signals import parcel_moved

        register_purchase_check(has_received)
        name_couriers(collectors)
        order_placed.disconnect(receive_order_placed)  # two queries a line, for what `Product.sold` says
        parcel_moved.connect(on_parcel_moved, dispatch_uid="courier-follows")
        _register_personal_data()


def _register_personal_data():
    from office.payment.personal import register_finder  # they need the models
    from office.persons import register

    from . import personal

    register("orders", personal.collect_orders, personal.erase_orders, personal.hinders)
    register("consents", personal.collect_consents, personal.erase_consents)
    register_finder(personal.dues_of_orders)
