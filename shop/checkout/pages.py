"""`/thanh-toan/`: who, where, what it costs and when it comes, one button."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from catalogue.producers.models import Commune
from catalogue.producers.places import HA_TINH
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.stages import Refused
from shop.basket.filling import contents
from shop.order.placing import place

from .forms import CheckoutForm, chosen_methods, fresh_initial, meant_commune, new_key


@method_decorator([never_cache, same_origin_post], name="dispatch")
class CheckoutPage(FormView):
    """A refusal shows the same page with everything typed; the basket stays as it was.

    What is ordered is what was seen: when the place or the method makes it another price or another day,
    the page comes back with them, to be agreed to. It needs no session.
    """

    form_class = CheckoutForm
    template_name = "shop/checkout.html"
    place = None  # the commune the page is about, once it is known
    news = ""  # what the buyer has to see before agreeing

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            self.contents = contents(request.basket)
            if not self.contents.lines:
                return redirect("basket:summary")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {} if self.request.method == "POST" else fresh_initial(self.request.user, self.contents)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"terms_url": reverse("wagtail_serve", args=["dieu-khoan/"])}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            contents=self.contents, place=self.place, news=self.news, noindex=True, **kwargs
        )

    def form_valid(self, form):
        if too_often("checkout", address_of(self.request), times=60, seconds=600):
            form.add_error(None, _("Too many orders from here. Please wait ten minutes and try again."))
            return self.form_invalid(form, status=429)
        data = form.cleaned_data
        user = self.request.user if self.request.user.is_authenticated else None
        self._look(form)
        if self.contents.unsent:
            form.add_error("commune_text", self.contents.unsent[0].problem)
            return self.form_invalid(form)
        if data["seen"] and data["seen"] != self.contents.promise and self.contents.lines:
            self.news = _(
                "Please look at what delivery to %(place)s costs and when it comes, then order."
            ) % {"place": f"{self.place}, {self.place.province}"}
            return self.form_invalid(form)
        try:
            order = place(
                self.request.basket,
                form.buyer(),
                key=data["key"],
                expected_total=data["total"],
                by=user,
            )
        except Refused as refused:
            form.add_error(None, refused.message)
            return self.form_invalid(form)
        return redirect(f"{order.get_absolute_url()}&moi")

    def form_invalid(self, form, status=422):
        form.data = form.data.copy()
        if "key" in form.errors:  # a tampered form: what was typed stays, the next try has a key
            form.data["key"] = new_key()
        self._look(form)
        form.data["total"], form.data["seen"] = self.contents.total, self.contents.promise
        return self.render_to_response(self.get_context_data(form=form), status=status)

    def _look(self, form):
        """The basket as it is sent to the commune of the form, by the methods chosen."""
        self.place = form.cleaned_data.get("commune_found")
        self.contents = contents(self.request.basket, to=self.place, chosen=chosen_methods(form.data))


@method_decorator(never_cache, name="dispatch")
class Summary(View):
    """`/thanh-toan/tom-tat/`: prices and days for the place and methods in the query, for the page's script."""

    def get(self, request):
        asked = request.GET
        code = asked.get("province", "")[:4]
        province = int(code) if code.isdecimal() else HA_TINH
        text = asked.get("commune_text", "").replace("\x00", "")[:120]
        place = meant_commune(text, code=asked.get("commune"), province=province)[0] if text.strip() else None
        to = place or _somewhere_in(province)
        read = contents(request.basket, to=to, chosen=chosen_methods(asked))
        return render(
            request,
            "shop/checkout_summary.html",
            {"contents": read, "place": place, "about": to, "swapped": True},
        )


def _somewhere_in(province):
    """The commune by which a province is estimated; None (where baskets are estimated) for ours and none."""
    if province == HA_TINH:
        return None
    return Commune.objects.select_related("province").filter(province=province, valid_to=None).first()
