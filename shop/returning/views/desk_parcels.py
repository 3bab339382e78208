"""Parcels called off by their producer or the shop, and those that came back undelivered."""

from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from catalogue.templatetags.ocop import dong
from office.acts import ActView
from shop.order.fulfilling import may_move
from shop.order.models import Parcel
from shop.returning import cancelling, repaying
from shop.returning.desk_forms import CameBackForm, CancelForm, LookAtForm
from shop.returning.models import FailedDelivery


@method_decorator(never_cache, name="dispatch")
class OnParcel(ActView):
    """An act on one parcel, with what it does to the money."""

    queryset = Parcel.objects.select_related("order", "producer").prefetch_related("lines")
    model = Parcel
    template_name = "desk/act.html"

    def rule(self, user, thing):
        return may_move(user, thing)

    def next_url(self, thing):
        return reverse("desk:parcels")

    def get_context_data(self, **kwargs):
        total = sum(repaying.worth_of(self.thing))
        lowered, back, _by_hand = repaying.preview(self.thing.order, [total])
        explained = _("The buyer has not paid: %(amount)s is not asked for any more.") % {
            "amount": dong(lowered)
        }
        if back:
            explained = _("The buyer has paid: %(amount)s goes back to the buyer.") % {"amount": dong(back)}
        return super().get_context_data(
            heading=self.heading, button=self.button, back=reverse("desk:parcels"), explained=explained,
            subject=f"{self.thing} · {self.thing.order.buyer_name}", noindex=True, **kwargs,
        )  # fmt: skip


class Cancel(OnParcel):
    form_class = CancelForm
    heading = gettext_lazy("Cancel the parcel")
    button = gettext_lazy("Cancel the parcel")
    done = gettext_lazy("Cancelled. The buyer has been told, and the goods are for sale again.")

    def act(self, thing, *, by, **fields):
        return cancelling.cancel(thing, by=by, **fields)


class CameBack(OnParcel):
    form_class = CameBackForm
    heading = gettext_lazy("The parcel came back undelivered")
    button = gettext_lazy("Note it")
    done = gettext_lazy("Noted. The buyer has been told.")

    def act(self, thing, *, by, **fields):
        return cancelling.note_failed_delivery(thing, by=by, **fields)


@method_decorator(never_cache, name="dispatch")
class LookAt(ActView):
    """The producer has looked at goods that came back."""

    queryset = FailedDelivery.objects.select_related("parcel__order", "parcel__producer")
    model = FailedDelivery
    form_class = LookAtForm
    template_name = "desk/act.html"
    done = gettext_lazy("Noted.")

    def rule(self, user, thing):
        return may_move(user, thing.parcel)

    def act(self, thing, *, by, sellable):
        return cancelling.look_at(thing, sellable=sellable, by=by)

    def next_url(self, thing):
        return reverse("returns_desk:index")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Goods that came back"), button=_("Note it"), back=self.next_url(self.thing),
            subject=str(self.thing), noindex=True, **kwargs,
        )  # fmt: skip
