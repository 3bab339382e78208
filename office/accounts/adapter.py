"""What allauth asks of us: telephone numbers, codes by text message, letters, and who must use a second factor."""

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from office.notices import letter, tell
from office.phones import PhoneField
from office.roles import STAFF_ROLES, roles_of

from .models import User

BUTTONS = {  # where a letter of allauth may lead, and what the button says
    "activate_url": gettext_lazy("Confirm the address"),
    "password_reset_url": gettext_lazy("Set a new password"),
    "signup_url": gettext_lazy("Open an account"),
}


class AccountAdapter(DefaultAccountAdapter):
    def phone_form_field(self, **options):
        """Any spelling of a Vietnamese number, here and in the sign-in field that takes both."""
        return PhoneField(**{"label": gettext_lazy("Phone number")} | options)

    def save_user(self, request, user, form, commit=True):  # noqa: FBT002 (allauth's signature)
        """The phone is there from the first save: without e-mail nothing else names the person."""
        user.phone = form.cleaned_data.get("phone")
        return super().save_user(request, user, form, commit)

    def get_phone(self, user):
        return (str(user.phone), user.phone_verified) if user.phone else None

    def set_phone(self, user, phone, verified):
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user, phone):
        User.objects.filter(pk=user.pk, phone=phone).update(phone_verified=True)

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone).first()

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        tell(None, _("Your OCOP Hà Tĩnh code: %(code)s. Give it to nobody.") % {"code": code}, phone=phone)

    def send_unknown_account_sms(self, phone, **kwargs):
        """Nothing is sent to a number without an account: texts cost, and strangers would be bothered."""

    def send_account_already_exists_sms(self, phone, **kwargs):
        tell(None, _("This number has an OCOP Hà Tĩnh account already: please sign in."), phone=phone)

    def render_mail(self, template_prefix, email, context, headers=None):
        """Allauth's text, and the same in the house's letter: its code large, its address as the button.

        Only addresses of ours become links: others may write into a letter what their browser is called.
        """
        mail = super().render_mail(template_prefix, email, context, headers)
        asked = next((name for name in BUTTONS if context.get(name)), None)
        leads = str(context[asked]) if asked else ""
        code = str(context.get("code") or "")
        _greeting, *said, _thanks = (part.strip() for part in mail.body.split("\n\n"))
        facts = {
            "subject": mail.subject.removeprefix(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX),
            "paragraphs": [part for part in said if part not in {"", code, leads}],
            "code": code,
            "address": leads,
            "button": BUTTONS[asked] if asked else "",
        }
        mail.attach_alternative(letter("mail/account.html", **facts), "text/html")
        return mail

    def get_login_redirect_url(self, request):
        if roles_of(request.user) - {"buyer"} and not request.GET.get("next"):
            return "/ban-lam-viec/"
        return super().get_login_redirect_url(request)


def must_use_second_factor(user):
    """Staff roles need a TOTP or a passkey, except in the demo."""
    return not settings.DEMO and bool(user.is_superuser or user.is_staff or roles_of(user) & STAFF_ROLES)
