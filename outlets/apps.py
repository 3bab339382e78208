from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import books, shelving, trays  # they need the models

        books.register_accounts()
        shelving.watch()
        trays.register_trays()
