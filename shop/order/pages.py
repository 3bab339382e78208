"""One order's page, its copy to keep, and finding it again by number and phone."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, prefetch_related_objects
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView, View

from office.limiting import address_of, too_often
from office.origin import same_origin_post
from office.prepared import Prepared
from office.stages import StageMove

from .forms import TrackForm
from .fulfilling import ORDER_OF_STAGES
from .models import Line, Order, Parcel
from .standing import standing


@method_decorator([never_cache, same_origin_post], name="dispatch")
class TrackPage(FormView):
    """`/don-hang/tra-cuu/`: both must fit, and wrong ones look alike; a few tries, then a pause."""

    form_class = TrackForm
    template_name = "shop/order/track.html"

    def get_initial(self):
        """A label's code brings the number along; the phone number stays to be typed."""
        return {"number": self.request.GET.get("so", "")[:20]}

    def form_valid(self, form):
        data = form.cleaned_data
        who = address_of(self.request)
        tries = (("track", who), ("track-order", data["number"]), ("track-phone", data["phone"]))
        if sum(too_often(what, whom, times=10, seconds=600) for what, whom in tries):
            form.add_error(None, _("Too many tries. Please wait ten minutes and try again."))
            return self.render_to_response(self.get_context_data(form=form), status=429)
        order = Order.objects.filter(number=data["number"], phone=data["phone"]).first()
        if order is None:
            form.add_error(None, _("No order has this number together with this phone. Please check both."))
            return self.form_invalid(form)
        return redirect(order.get_absolute_url())


_ORDER = Prepared(lambda number: Order.objects.filter(number=number).select_related("shipping_address"))
_PARCELS = Prepared(
    lambda order: (
        Parcel.objects.filter(order=order)
        .select_related("producer", "pick_up__outlet__commune__province")
        .order_by("number")
    )
)


def order_for(request, number):
    """The order, if this visitor may see it: by the signature in the address or as its owner."""
    order = next(iter(_ORDER(number)), None)
    if order is None:
        raise Http404
    signed = order.is_signed_by(request.GET.get("k", ""))
    owner = request.user.is_authenticated and order.user_id == request.user.pk
    if not (signed or owner):
        raise Http404
    return order


def parcels_of(order):
    """The order's parcels with lines and makers, each with the steps of its way. 3 or 4 queries."""
    parcels = _PARCELS(order.pk)
    prefetch_related_objects(parcels, Prefetch("lines", Line.objects.select_related("product")))
    arrived = {move.object_id: move.at for move in _moves_to_the_end(parcels)}
    for parcel in parcels:
        parcel.order = order
        parcel.steps = steps_of(parcel.stage)
        parcel.delivered_at = arrived.get(parcel.pk)
        parcel.goods = sum(int(line.line_price_incl_tax) for line in parcel.lines.all())
    return parcels


def _moves_to_the_end(parcels):
    ids = [parcel.pk for parcel in parcels if parcel.stage == Parcel.Stage.DELIVERED]
    if not ids:
        return []
    kind = ContentType.objects.get_for_model(Parcel)
    return StageMove.objects.filter(content_type=kind, object_id__in=ids, after=Parcel.Stage.DELIVERED)


def steps_of(stage):
    """The way of a parcel that is at `stage`: [(label, "done", "now", "wait", "off" or "")]."""
    labels = dict(Parcel.Stage.choices)
    if stage == Parcel.Stage.AWAITING:
        return [(labels[each], "wait" if each == Parcel.Stage.NEW else "") for each in ORDER_OF_STAGES]
    if stage in {Parcel.Stage.CANCELLED, Parcel.Stage.RETURNED}:
        return [(labels[Parcel.Stage.NEW], "done"), (labels[stage], "off")]
    at = ORDER_OF_STAGES.index(stage)
    return [
        (labels[each], "done" if n < at else "now" if n == at else "")
        for n, each in enumerate(ORDER_OF_STAGES)
    ]


@method_decorator(never_cache, name="dispatch")
class OrderPage(TemplateView):
    """`/don-hang/<number>/`: thanks after ordering, and the state of each parcel later."""

    template_name = "shop/order/order.html"

    def get_context_data(self, **kwargs):
        order = order_for(self.request, self.kwargs["number"])
        parcels = parcels_of(order)
        money = standing(order, parcels)
        for parcel in parcels:
            parcel.cash = money.cash_of(parcel) if len(parcels) > 1 else 0
        facts = {"order": order, "parcels": parcels, "money": money}
        return super().get_context_data(**facts, fresh="moi" in self.request.GET, noindex=True, **kwargs)


@method_decorator(never_cache, name="dispatch")
class OrderCopy(View):
    """`/don-hang/<number>/ban-luu/`: one file that needs nothing else, to keep or print."""

    def get(self, request, number):
        order = order_for(request, number)
        parcels = parcels_of(order)
        facts = {"order": order, "parcels": parcels, "money": standing(order, parcels)}
        body = render_to_string("shop/order/copy.html", facts, request)
        response = HttpResponse(body)
        response["Content-Disposition"] = f'attachment; filename="{order.number}.html"'
        return response
