"""What allauth's forms do not ask by themselves."""

from allauth.account.forms import SignupForm as AllauthSignupForm
from django.utils.translation import gettext as _


class SignupForm(AllauthSignupForm):
    """An account by telephone number, by e-mail address, or both: one of them must be there."""

    def clean(self):
        data = super().clean()
        if not self.errors and not data.get("phone") and not data.get("email"):
            self.add_error("phone", _("Give a phone number or an e-mail address."))
        return data
