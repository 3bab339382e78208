from django.apps import AppConfig


class PersonalDataConfig(AppConfig):
    name = "shop.personal_data"
    label = "personal_data"

    def ready(self):
        from office.todo import register  # these need the models

        from . import desk, parts

        parts.register_parts()
        register(desk.TRAY)
