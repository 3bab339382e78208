from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import books, receivers, shelving, trays  # they need the models
        from .views import hours

        books.register_accounts()
        receivers.connect()
        shelving.watch()
        trays.register_trays()
        hours.register_section()
