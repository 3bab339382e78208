"""`/bao-co-hang/`: asking on a sold-out product's page, and the two links in the message that asks back."""

from django import forms
from django.core.validators import validate_email
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue.models import Product
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.phones import PhoneField
from office.stages import Refused

from . import asking


class ContactForm(forms.Form):
    """One field for both: what has an @ is an e-mail address, all else a phone number."""

    contact = forms.CharField(
        label=_("E-mail or phone number"),
        max_length=120,
        required=False,
        help_text=_("For this one message only. We write first to ask whether it is you."),
        error_messages={"required": _("Give an e-mail address or a phone number.")},
    )

    def __init__(self, *args, guest, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["contact"].required = guest

    def clean_contact(self):
        text = self.cleaned_data["contact"].strip()
        if "@" in text:
            validate_email(text)
            return {"email": text.lower()}
        return {"phone": PhoneField().clean(text)} if text else {}


@method_decorator([never_cache, same_origin_post], name="dispatch")
class AskPage(FormView):
    """`/bao-co-hang/<product>/`: posted from the product's page; alone it is the same form."""

    form_class = ContactForm
    template_name = "shop/alerts/ask.html"

    def dispatch(self, request, *args, **kwargs):
        products = Product.objects.filter(is_public=True).exclude(structure=Product.CHILD)
        self.product = get_object_or_404(products, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"guest": not self.request.user.is_authenticated}

    def get_context_data(self, **kwargs):
        return super().get_context_data(product=self.product, noindex=True, **kwargs)

    def form_valid(self, form):
        contact = form.cleaned_data["contact"]
        user = self.request.user if self.request.user.is_authenticated and not contact else None
        if self._too_often(contact):
            form.add_error(None, _("Too many tries. Please wait ten minutes and try again."))
            return self.form_invalid(form, status=429)
        try:
            asking.ask(self.product, by=user, **contact)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        how = "account" if user else "email" if "email" in contact else "phone"
        return render(self.request, "shop/alerts/asked.html", {"product": self.product, "how": how})

    def _too_often(self, contact):
        """By where it comes from, and by whom it would write to: nobody is flooded with our questions."""
        limits = [("alert", address_of(self.request), 10, 600)]
        limits += [("alert-to", each, 5, 86_400) for each in contact.values()]
        return (
            sum(too_often(what, who, times=times, seconds=seconds) for what, who, times, seconds in limits)
            > 0
        )

    def form_invalid(self, form, status=422):
        return self.render_to_response(self.get_context_data(form=form), status=status)


class OnAlert(TemplateView):
    """A page that asks once more before it acts: mail programs open links by themselves."""

    template_name = "shop/alerts/decide.html"
    act = None

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(done=False))

    def post(self, request, *args, **kwargs):
        refusal = ""
        try:
            type(self).act(kwargs["key"])
        except Refused as refused:
            refusal = refused.message
        return self.render_to_response(self.get_context_data(done=not refusal, refusal=refusal))

    def get_context_data(self, **kwargs):
        alert = asking.by_key(self.kwargs["key"])
        if alert is None:
            raise Http404
        return super().get_context_data(
            alert=alert, product=alert.product, what=self.what, noindex=True, **kwargs
        )


@method_decorator([never_cache, same_origin_post], name="dispatch")
class ConfirmPage(OnAlert):
    """`/bao-co-hang/dong-y/<key>/`."""

    what = "confirm"
    act = staticmethod(asking.confirm)


@method_decorator([never_cache, same_origin_post], name="dispatch")
class StopPage(OnAlert):
    """`/bao-co-hang/thoi/<key>/`."""

    what = "stop"
    act = staticmethod(asking.stop)
