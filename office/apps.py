from django.apps import AppConfig
from django.forms import Field, IntegerField
from django.utils.translation import gettext_lazy as _

Field.default_error_messages["required"] = _(
    "Please fill this in."
)  # here: fields take it when forms are imported
IntegerField.default_error_messages["invalid"] = _("Please give a whole number.")


class OfficeConfig(AppConfig):
    name = "office"
