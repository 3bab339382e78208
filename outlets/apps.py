from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.papers import register_reader  # they need the models

        from . import finding, licensing, receivers, shelving, tour_trays, trays

        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
        tour_trays.register_trays()
        register_reader(licensing.reads_licence)
