from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.papers import register_reader
        from office.persons import register

        from . import books, finding, mending, receivers, recognising, shelving, trays  # they need the models
        from .views import hours, mistakes

        books.register_accounts()
        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
        hours.register_desk()
        mistakes.register_tray()
        register("reported mistakes", mending.collect, mending.erase)
        register_reader(recognising.reads_paper)
