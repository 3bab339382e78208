from django.apps import AppConfig


class OutletsConfig(AppConfig):
    name = "outlets"
    label = "outlets"

    def ready(self):
        from . import finding, receivers  # models are ready only now

        receivers.connect()
        finding.watch()
