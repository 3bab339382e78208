from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from office.papers import register_reader
        from office.persons import register

        from . import (  # they need the models
            books,
            finding,
            licensing,
            mending,
            receivers,
            recognising,
            registering,
            shelving,
            tour_trays,
            trays,
        )
        from .views import hours, mistakes

        books.register_accounts()
        receivers.connect()
        shelving.watch()
        finding.watch()
        trays.register_trays()
        tour_trays.register_trays()
        hours.register_desk()
        mistakes.register_tray()
        register("reported mistakes", mending.collect, mending.erase)
        register("tour operators", licensing.collect, licensing.erase)
        register("points of sale kept", registering.collect, registering.erase)
        register_reader(recognising.reads_paper)
        register_reader(licensing.reads_licence)
