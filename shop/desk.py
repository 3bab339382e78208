"""The desk: what a person has to do, by role; phone first."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office import todo
from office.access_log import opened
from office.acts import ActView
from office.notices import inbox
from office.roles import has_role
from office.stages import Refused
from shop.order.charging import cash_at_doors
from shop.order.fulfilling import may_move, move, not_for_makers
from shop.order.handing_over import hand_over
from shop.order.models import Parcel
from shop.shipping.weighing import in_words

PER_PAGE = 30
RUNNING = (Parcel.Stage.NEW, Parcel.Stage.CONFIRMED, Parcel.Stage.PACKED)


def parcels_for(user):
    """The parcels this person may see: all of them for the shop manager; makers their own, once paid."""
    parcels = Parcel.objects.select_related(
        "order__shipping_address", "producer", "pick_up__outlet__commune__province"
    ).prefetch_related("lines")
    if has_role(user, "shop_manager", "administrator"):
        return parcels
    return parcels.filter(producer__in=Partner.objects.filter(users=user)).exclude(
        stage=Parcel.Stage.AWAITING
    )


@method_decorator(never_cache, name="dispatch")
class DeskPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/`: things to do and the newest notices."""

    template_name = "desk/index.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            tasks=todo.tasks_of(user), **inbox(user, most=20), noindex=True, **kwargs
        )


def stages_for(user):
    """(value, label) of the stages this person's parcels can be at."""
    hidden = set() if has_role(user, "shop_manager", "administrator") else {Parcel.Stage.AWAITING}
    return [(value, label) for value, label in Parcel.Stage.choices if value not in hidden]


def has_parcels(user):
    """Makers, and the shop manager."""
    return has_role(user, "shop_manager", "administrator") or acts_for_somebody(user)


def parcel_tasks(user):
    """What to do next with this person's parcels."""
    waiting = dict(
        parcels_for(user).order_by().filter(stage__in=RUNNING).values_list("stage").annotate(n=Count("pk"))
    )
    link = reverse("desk:parcels")
    late = todo.Task(_("Parcels later than promised"), parcels_for(user).late().count(), f"{link}?qua-hen=1")
    return [
        todo.Task(text, waiting.get(stage, 0), f"{link}?trang-thai={stage.value}")
        for text, stage in (
            (_("Parcels to confirm"), Parcel.Stage.NEW),
            (_("Parcels to pack"), Parcel.Stage.CONFIRMED),
            (_("Parcels to hand over"), Parcel.Stage.PACKED),
        )
    ] + [late]


PARCELS = todo.Tray(_("Parcels"), "desk:parcels", has_parcels, parcel_tasks)


@method_decorator(never_cache, name="dispatch")
class ParcelsPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/don-hang/`: this person's parcels, those with something to do first."""

    template_name = "desk/parcels.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not has_parcels(user):
            raise PermissionDenied
        stage = self.request.GET.get("trang-thai", "")
        parcels = parcels_for(user).order_by("-order__date_placed", "number")
        if late := "qua-hen" in self.request.GET:
            parcels = parcels.late().order_by("promised_to", "order__date_placed", "number")
        elif stage in Parcel.Stage.values:
            parcels = parcels.filter(stage=stage)
        page = Paginator(parcels, PER_PAGE).get_page(self.request.GET.get("trang"))
        cash = cash_at_doors(page)
        for parcel in page:
            parcel.cash = (
                cash[parcel.pk] if parcel.stage in Parcel.ON_THE_WAY and not parcel.is_fetched else None
            )  # the outlet takes what is to be paid there
            parcel.weight_text = in_words(parcel.weight_g) if parcel.weight_g else ""
            parcel.next_moves = [
                (after, label)
                for after, label in Parcel.Stage.choices
                if after in Parcel.MOVES[parcel.stage]
                and after not in not_for_makers(parcel)
                and parcel.stage != Parcel.Stage.DELIVERED  # by a return
                and after != Parcel.Stage.NEW  # by its payment, or a word on the phone at the payments' desk
            ]
        if len(page) and has_role(user, "shop_manager", "administrator"):
            opened("buyers of parcels", f"{len(page)}: {page[0]} … {page[-1]}", by=user)
        return super().get_context_data(
            page=page,
            parcels=page,
            stage=stage,
            late=late,
            stages=stages_for(user),
            noindex=True,
            **kwargs,
        )


class MoveForm(forms.Form):
    stage = forms.ChoiceField(choices=Parcel.Stage.choices)
    reason = forms.CharField(required=False, max_length=300)
    tracking_code = forms.CharField(label=_("Tracking code"), required=False, max_length=60)


class MoveParcel(ActView):
    """`/ban-lam-viec/don-hang/<pk>/chuyen/`: one parcel one step on."""

    model = Parcel
    form_class = MoveForm
    http_method_names = ["post"]
    template_name = "desk/parcel_move.html"
    done = _("Noted.")

    def rule(self, user, thing):
        return may_move(user, thing)

    def act(self, thing, *, by, **fields):
        if fields["stage"] == Parcel.Stage.NEW:
            raise Refused(
                gettext("The maker gets it once it is paid, or confirmed among the payments to confirm."),
                field="stage",
            )
        if fields["stage"] == Parcel.Stage.HANDED_OVER:
            return hand_over(thing, tracking_code=fields["tracking_code"], by=by)
        return move(thing, fields["stage"], by=by, reason=fields["reason"])

    def next_url(self, thing):
        return "/ban-lam-viec/don-hang/"


app_name = "desk"
urlpatterns = [
    path("", DeskPage.as_view(), name="index"),
    path("don-hang/", ParcelsPage.as_view(), name="parcels"),
    path("don-hang/<int:pk>/chuyen/", MoveParcel.as_view(), name="move-parcel"),
]
