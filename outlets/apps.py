from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import finding, receivers, shelving, trays  # they need the models
        from .views import hours

        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
        hours.register_section()
