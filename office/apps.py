import re

from django.apps import AppConfig
from django.forms import Field, IntegerField
from django.utils.translation import gettext_lazy as _

Field.default_error_messages["required"] = _(
    "Please fill this in."
)  # here: fields take it when forms are imported
IntegerField.re_decimal = re.compile(r"(?!)")  # "1.000" is a thousand here: Django would take it for 1


class OfficeConfig(AppConfig):
    name = "office"
