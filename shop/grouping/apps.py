from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupingConfig(AppConfig):
    name = "shop.grouping"
    label = "grouping"
    verbose_name = _("groups that buy")

    def ready(self):
        from . import buying  # noqa: F401  (connects its receivers; it needs the models)
