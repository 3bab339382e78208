"""`/thanh-toan/`: who, where, what it costs, one button."""

from django.conf import settings
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.stages import Refused
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
        return fresh_initial(self.request.user, self.contents.total)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"terms_url": reverse("wagtail_serve", args=["dieu-khoan/"])}

    def get_context_data(self, **kwargs):
        return super().get_context_data(contents=self.contents, noindex=True, **kwargs)

    def form_valid(self, form):
        if too_often("checkout", address_of(self.request), times=settings.ORDERS_PER_ADDRESS, seconds=600):
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
        return redirect(f"{order.get_absolute_url()}&moi")

    def form_invalid(self, form, status=422):
        if "key" in form.errors:  # a tampered form: what was typed stays, the next try has a key
            form.data = form.data.copy()
            form.data["key"] = new_key()
        return self.render_to_response(self.get_context_data(form=form), status=status)
