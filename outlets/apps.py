from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.papers import register_reader
        from office.persons import register

        from . import trays
        from .finding import mending, searching
        from .hours import receivers
        from .network import recognising, registering
        from .stock import books, consigning, shelving  # they need the models
        from .tours import licensing
        from .tours.trays import register_trays as register_tour_trays
        from .views import hours, mistakes
        from .visits import standing, visiting

        books.register_accounts()
        receivers.connect()
        shelving.watch()
        consigning.watch()
        visiting.watch()
        searching.watch()
        standing.watch()
        trays.register_trays()
        register_tour_trays()
        hours.register_desk()
        mistakes.register_tray()
        register("reported mistakes", mending.collect, mending.erase)
        register("tour operators", licensing.collect, licensing.erase)
        register("points of sale kept", registering.collect, registering.erase)
        register_reader(recognising.reads_paper)
        register_reader(licensing.reads_licence)
