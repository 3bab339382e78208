from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountConfig(AppConfig):
    name = "shop.account"
    label = "customer_account"

    def ready(self):
        from office.accounts.sections import Section, register  # its pages need the models

        for section in (
            Section(_("Orders"), _("Where they are, order again, fetch one placed as a guest"), "my:orders"),
            Section(_("Addresses"), _("Where parcels go, to choose from when you order"), "my:addresses"),
            Section(_("Wish list"), _("What you liked"), "my:wishes"),
            Section(_("Back-in-stock alerts"), _("We write when it is there again"), "my:alerts"),
            Section(_("Profile"), _("Name, phone number, e-mail, password"), "my:profile"),
            Section(_("Devices"), _("Where you are signed in"), "my:devices"),
            Section(
                _("Personal data"), _("Consents, a copy, corrections, erasing"), address="/du-lieu-ca-nhan/"
            ),
        ):
            register(section)
