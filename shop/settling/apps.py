from django.apps import AppConfig


class SettlingConfig(AppConfig):
    name = "shop.settling"
    label = "settling"

    def ready(self):
        from . import books, matching, recording, trays  # they need the models

        books.register_accounts()
        recording.watch()
        matching.watch()
        trays.register_trays()
