"""`/thanh-toan/`: who, where, what it costs, one button."""

from contextlib import suppress

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.stages import Refused
from shop.account.addressing import addresses_of, keep
from shop.basket.filling import contents
from shop.order.placing import place

from .forms import CheckoutForm, fresh_initial, new_key


@method_decorator([never_cache, same_origin_post], name="dispatch")
class CheckoutPage(FormView):
    """A refusal shows the same page with everything typed; the basket stays as it was.

    It needs no session: an hour at the phone in between loses nothing.
    """

    form_class = CheckoutForm
    template_name = "shop/checkout.html"

    def dispatch(self, request, *args, **kwargs):
        self.contents = contents(request.basket)
        if not self.contents.lines and request.method == "GET":
            return redirect("basket:summary")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return fresh_initial(self.request.user, self.contents.total, self.address)

    def get_form_kwargs(self):
        terms = reverse("wagtail_serve", args=["dieu-khoan/"])
        signed_in = self.request.user.is_authenticated
        return super().get_form_kwargs() | {"terms_url": terms, "signed_in": signed_in}

    @cached_property
    def addresses(self):
        """Those of the account, the default first; a guest has none."""
        return list(addresses_of(self.request.user)) if self.request.user.is_authenticated else []

    @property
    def address(self):
        """The saved address the form starts with: the one asked for (`?dia-chi=`), else the default."""
        asked = self.request.GET.get("dia-chi", "")
        fits = [each for each in self.addresses if str(each.pk) == asked]
        return next(iter(fits or self.addresses), None)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            contents=self.contents, addresses=self.addresses, chosen=self.address, noindex=True, **kwargs
        )

    def form_valid(self, form):
        if too_often("checkout", address_of(self.request), times=60, seconds=600):
            form.add_error(None, _("Too many orders from here. Please wait ten minutes and try again."))
            return self.form_invalid(form, status=429)
        data = form.cleaned_data
        user = self.request.user if self.request.user.is_authenticated else None
        try:
            order = place(
                self.request.basket,
                form.buyer(),
                key=data["key"],
                expected_total=data["total"],
                by=user,
            )
        except Refused as refused:
            self.contents = contents(self.request.basket)
            form.add_error(None, refused.message)
            form.data = form.data.copy()
            form.data["total"] = self.contents.total
            return self.form_invalid(form)
        if user and data.get("keep_address"):
            self._keep(data, user)
        return redirect(f"{order.get_absolute_url()}&moi")

    def _keep(self, data, user):
        """The order stands, whatever the address book says."""
        facts = {name: data[name] for name in ("name", "phone", "street")}
        with suppress(Refused):
            keep(by=user, commune=data["commune_found"], **facts)

    def form_invalid(self, form, status=422):
        if "key" in form.errors:  # a tampered form: what was typed stays, the next try has a key
            form.data = form.data.copy()
            form.data["key"] = new_key()
        return self.render_to_response(self.get_context_data(form=form), status=status)
