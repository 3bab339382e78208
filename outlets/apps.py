from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import receivers  # models are ready only now

        receivers.connect()
        from office.papers import register_reader

        from . import licensing, tour_trays

        register_reader(licensing.reads_licence)
        tour_trays.register_trays()
