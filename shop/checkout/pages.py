"""`/thanh-toan/`: who, where, what it costs and when it comes, one button."""

from contextlib import suppress

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, View

from catalogue.communes import meant_commune
from catalogue.producers.models import Commune
from catalogue.producers.places import HA_TINH
from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.payment import owing, paying
from office.payment.gateways import gateway
from office.payment.views.payer import to_stripe
from office.stages import Refused
from outlets.visits import crediting
from shop.account.addressing import addresses_of, keep
from shop.basket.filling import contents
from shop.grouping.buying import COOKIE
from shop.order import charging
from shop.order.models import Parcel
from shop.order.placing import place, placed

from .forms import CheckoutForm, chosen_methods, fresh_initial, new_key
from .invoice_box import InvoiceBox


class NewsFirst(Refused):
    """What is ordered is not what was seen: the buyer looks at it before agreeing."""


def agreed(wanted, data):
    """Until when the goods of `wanted` are kept for the buyer who sent `data` (a valid form's), None for good.

    Raises `Refused` at the field when they cannot be sent there or paid so, `NewsFirst` when the form showed
    another price or another day of delivery.
    """
    if wanted.problems:
        return None  # `place` says what is wrong with the goods
    if wanted.unsent:
        raise Refused(wanted.unsent[0].problem, field="commune_text")
    if wanted.lines and data["seen"] and data["seen"] != wanted.promise:
        raise NewsFirst(_news(data["commune_found"]))
    if wanted.lines and (refusal := charging.refusal(wanted, data["way"])):
        raise Refused(refusal, field="way")
    return charging.hold_until(data["way"], wanted.total)


def _news(place):
    if place is None:
        return _("Please look at where you fetch it, what it costs and when it is ready, then order.")
    return _("Please look at what delivery to %(place)s costs and when it comes, then order.") % {
        "place": f"{place}, {place.province}"
    }


@method_decorator([never_cache, same_origin_post, to_stripe], name="dispatch")
class CheckoutPage(FormView):
    """A refusal shows the same page with everything typed; the basket stays as it was.

    What is ordered is what was seen: when the place or the method makes it another price or another day,
    the page comes back with them, to be agreed to. It needs no session.
    """

    form_class = CheckoutForm
    template_name = "shop/checkout.html"
    place = None  # the commune the page is about, once it is known
    about = None  # else one of the province it is estimated for
    news = ""  # what the buyer has to see before agreeing

    def dispatch(self, request, *args, **kwargs):
        if request.method != "POST":
            self.place = self.address.commune if self.address else None
            self.contents = contents(request.basket, to=self.place, outlets=True)
            if not self.contents.lines:
                return redirect("basket:summary")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        if self.request.method == "POST":
            return {}
        return fresh_initial(
            self.request.user, self.contents, self.address, self.request.COOKIES.get(COOKIE, "")[:20]
        )

    def get_form_kwargs(self):
        terms = reverse("wagtail_serve", args=["dieu-khoan/"])
        signed_in = self.request.user.is_authenticated
        return super().get_form_kwargs() | {"terms_url": terms, "signed_in": signed_in}

    @cached_property
    def invoice(self):
        return InvoiceBox(self.request.POST if self.request.method == "POST" else None)

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
            contents=self.contents,
            ways=charging.ways(self.contents),
            missing_ways=charging.missing_ways(self.contents),
            addresses=self.addresses,
            chosen=self.address,
            place=self.place,
            about=self.about,
            news=self.news,
            invoice=self.invoice,
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        if order := placed(form.cleaned_data["key"]):  # the answer was lost on its way, or sent twice
            return redirect(self._next(order, form.cleaned_data["way"]))
        if too_often("checkout", address_of(self.request), times=settings.ORDERS_PER_ADDRESS, seconds=600):
            form.add_error(None, _("Too many orders from here. Please wait ten minutes and try again."))
            return self.form_invalid(form, status=429)
        data = form.cleaned_data
        user = self.request.user if self.request.user.is_authenticated else None
        if not self.invoice.is_valid():
            return self.form_invalid(form)
        try:
            with self.invoice.with_order():
                order = place(
                    self.request.basket,
                    form.buyer(self._group(data)),
                    key=data["key"],
                    expected_total=data["total"],
                    way=data["way"],
                    hold_until=lambda wanted: agreed(wanted, data),
                    by=user,
                )
                self.invoice.ask(order, by=user)
        except NewsFirst as news:
            self.news = news.message
            return self.form_invalid(form)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        if user and data.get("keep_address") and data["street"] and data["commune_found"]:
            self._keep(data, user)
        return redirect(self._next(order, data["way"]))

    def _group(self, data):
        """The code of the group it is bought with, or ""; raises `Refused` at "group" for one that does not count."""
        typed = data["group"].strip()
        return crediting.find(typed, who=address_of(self.request)).code if typed else ""

    def _next(self, order, way):
        """Where the buyer goes on: thanks, or the page where it is paid or confirmed."""
        if order.status != Parcel.Stage.AWAITING:
            return f"{order.get_absolute_url()}&moi"
        due = owing.due_of(order)
        if gateway(way).asks:
            return f"{reverse('payment:begin', args=[due.reference, way])}?k={due.signature}"
        try:
            attempt = paying.begin(due, way, by=self.request.user)
        except Refused as refused:
            messages.error(self.request, refused.message)
            return due.get_absolute_url()
        return (attempt.is_live and attempt.data.get("url")) or due.get_absolute_url()

    def _keep(self, data, user):
        """The order stands, whatever the address book says."""
        facts = {name: data[name] for name in ("name", "phone", "street")}
        with suppress(Refused):
            keep(by=user, commune=data["commune_found"], **facts)

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
        self.about = self.place or _somewhere_in(int(form.cleaned_data.get("province") or HA_TINH))
        chosen = chosen_methods(form.data)
        self.contents = contents(self.request.basket, to=self.about, chosen=chosen, outlets=True)


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
        read = contents(request.basket, to=to, chosen=chosen_methods(asked), outlets=True)
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
