from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturningConfig(AppConfig):
    name = "shop.returning"
    label = "returning"
    verbose_name = _("after the order")

    def ready(self):
        from office.papers import register_reader  # they need the models

        from . import answering, invoicing, receiving, trays

        receiving.watch()
        trays.register_trays()
        register_reader(answering.may_read)
        register_reader(invoicing.may_read)
