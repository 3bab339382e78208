from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "office.accounts"
    label = "accounts"

    def ready(self):
        from . import staffing  # needs the models

        staffing.watch()
