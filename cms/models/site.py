"""Who runs the site, as the law wants it said on every page; kept by editors."""

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """The footer's facts (Decree 52/2013/ND-CP as amended, Art. 29: owner, address, contact, registration)."""

    operator = models.CharField(_("site owner"), max_length=200, default="OCOP Hà Tĩnh")
    address = models.CharField(_("address"), max_length=250, blank=True)
    phone = models.CharField(_("telephone"), max_length=30, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    establishment = models.CharField(_("establishing decision"), max_length=250, blank=True)
    registration = models.CharField(
        _("notification to the Ministry of Industry and Trade"), max_length=250, blank=True
    )
    consumer_hotline = models.CharField(_("consumer hotline"), max_length=30, default="1800.6838")

    panels = [
        FieldPanel("operator"),
        FieldPanel("address"),
        FieldPanel("phone"),
        FieldPanel("email"),
        FieldPanel("establishment"),
        FieldPanel("registration"),
        FieldPanel("consumer_hotline"),
    ]

    class Meta:
        verbose_name = _("site owner and notices")

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        cache.delete_many([f"site-facts:{code}" for code, _name in settings.LANGUAGES])
