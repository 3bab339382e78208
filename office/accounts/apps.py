from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "office.accounts"
    label = "accounts"

    def ready(self):
        from office.persons import register  # they need the models

        from . import personal, staffing

        staffing.watch()
        register("account", personal.collect_account, personal.erase_account, personal.hinders)
        register("ways to sign in", personal.collect_ways_in)
        register("notices", personal.collect_notices)
        register("messages not sent yet", personal.collect_messages, personal.erase_messages)
