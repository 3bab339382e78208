from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PickingConfig(AppConfig):
    name = "shop.picking"
    label = "picking"
    verbose_name = _("orders fetched at points of sale")

    def ready(self):
        from . import telling, trays  # they need the models

        telling.watch()
        trays.register_trays()
