from django.apps import AppConfig


class AlertingConfig(AppConfig):
    name = "shop.alerting"
    label = "alerting"

    def ready(self):
        from catalogue.producers.signals import stock_came  # they need the models

        from .answering import look_after

        stock_came.connect(look_after, dispatch_uid="alerts")
