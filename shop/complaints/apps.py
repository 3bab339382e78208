from django.apps import AppConfig


class ComplaintsConfig(AppConfig):
    name = "shop.complaints"
    label = "complaints"

    def ready(self):
        from office.papers import register_reader  # these need the models
        from office.persons import register
        from office.todo import register as register_tray

        from . import desk, personal, reading

        register_tray(desk.TRAY)
        register_reader(reading.may_read)
        register("complaints", personal.collect, personal.erase)
