from django.apps import AppConfig


class SettlingConfig(AppConfig):
    name = "shop.settling"
    label = "settling"

    def ready(self):
        from office.payment import remitting  # they need the models
        from shop.order.charging import MAKER

        from . import books, matching, recording, trays

        books.register_accounts()
        recording.watch()
        remitting.settle_elsewhere(MAKER)  # what makers collect is in their statements
        matching.watch()
        trays.register_trays()
