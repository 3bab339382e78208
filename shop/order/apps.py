from oscar.apps.order.apps import OrderConfig as OscarOrderConfig


class OrderConfig(OscarOrderConfig):
    name = "shop.order"

    def ready(self):
        super().ready()
        from catalogue.reviewing import register_purchase_check  # they need the models

        from .fulfilling import has_received

        register_purchase_check(has_received)
        _register_personal_data()


def _register_personal_data():
    from office.persons import register  # the parts need the models

    from . import personal

    register("orders", personal.collect_orders, personal.erase_orders, personal.hinders)
    register("consents", personal.collect_consents, personal.erase_consents)
