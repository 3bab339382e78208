from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.papers import register_reader

        from . import books, recognising, shelving, trays  # they need the models

        books.register_accounts()
        shelving.watch()
        trays.register_trays()
        register_reader(recognising.reads_paper)
