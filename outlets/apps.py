from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.persons import register

        from . import finding, mending, receivers, shelving, trays  # they need the models
        from .views import hours, mistakes

        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
        hours.register_section()
        mistakes.register_tray()
        register("outlet-mistakes", mending.collect, mending.erase)
