from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import finding, receivers, shelving, trays  # they need the models

        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
