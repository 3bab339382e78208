"""Oscar's product alert knows a person or an e-mail address; people here have phones."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer.models import ProductAlert
from phonenumber_field.modelfields import PhoneNumberField


class Contact(models.Model):
    """How to reach who asked without an account. `key` of the alert confirms and stops it."""

    alert = models.OneToOneField(ProductAlert, models.CASCADE, related_name="contact")
    phone = PhoneNumberField(_("phone number"), blank=True, db_index=True)
    language = models.CharField(
        _("language"),
        max_length=5,
        default=settings.LANGUAGE_CODE,
        choices=settings.LANGUAGES,
        editable=False,
    )

    class Meta:
        verbose_name = _("contact of an alert")
        verbose_name_plural = _("contacts of alerts")

    def __str__(self):
        return str(self.phone) or self.alert.email
