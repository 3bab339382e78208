from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import shelving, trays  # they need the models

        shelving.watch()
        trays.register_trays()
