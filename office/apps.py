from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _


class OfficeConfig(AppConfig):
    name = "office"

    def ready(self):
        Field.default_error_messages["required"] = _("Please fill this in.")
