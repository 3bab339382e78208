from django.apps import AppConfig
from django.forms import Field
from django.utils.translation import gettext_lazy as _

Field.default_error_messages["required"] = _(
    "Please fill this in."
)  # here: fields take it when forms are imported


class OfficeConfig(AppConfig):
    name = "office"
