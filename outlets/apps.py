from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import receivers, shelving, trays  # they need the models

        receivers.connect()
        shelving.watch()
        trays.register_trays()
