from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturningConfig(AppConfig):
    name = "shop.returning"
    label = "returning"
    verbose_name = _("after the order")
