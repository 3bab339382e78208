"""Terms of a consignment: offered by one side, agreed to or declined by the other, ended."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView

from catalogue.producers.models import Partner
from office.acts import ActView
from office.stages import Refused

from ..rules import keeps, supplies
from ..stock import consigning
from ..stock.forms import MakersOfferForm, OfferForm, ReasonForm, TermsForm
from .consignments import CONSIGNMENTS, may_open_goods, sides
from .keeper import OnOutlet


class Offer(OnOutlet):
    """`…/<pk>/hang-gui/moi/`: the keeper offers terms to a producer."""

    form_class = OfferForm
    heading = _("Goods of a producer in commission")
    explained = _("The producer is told and has to agree before goods come.")
    button = _("Offer")
    done = _("Offered. The producer has been told.")
    tab = "consignment"

    def act(self, thing, *, by, producer, **terms):
        return consigning.offer(thing, producer, by=by, **terms)

    def next_url(self, thing):
        made = getattr(self, "made", None)
        return made.get_absolute_url() if made else reverse("keeping:consignments", args=[thing.pk])


@method_decorator(never_cache, name="dispatch")
class MakersOffer(LoginRequiredMixin, FormView):
    """`…/hang-gui/moi/`: a producer offers goods to an outlet."""

    form_class = MakersOfferForm
    template_name = "desk/act.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not may_open_goods(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        makers = Partner.objects.filter(users=self.request.user).order_by("name")
        return super().get_form_kwargs() | {"makers": makers}

    def form_valid(self, form):
        terms = dict(form.cleaned_data)
        outlet, producer = terms.pop("outlet"), terms.pop("producer")
        try:
            row = consigning.offer(outlet, producer, by=self.request.user, **terms)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        return redirect(row.get_absolute_url())

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("Send goods to a point of sale"),
            explained=_("Its keeper is told and has to agree before goods come."),
            button=_("Offer"),
            back=reverse("keeping:goods"),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class OnConsignment(ActView):
    """An act on one consignment, by one of its two sides."""

    queryset = CONSIGNMENTS
    template_name = "outlets/keeper/consignment_act.html"
    form_class: type[forms.Form] = forms.Form
    heading = explained = button = ""

    def rule(self, user, thing):
        return keeps(user, thing.outlet) or supplies(user, thing.producer)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                **sides(self.request.user, self.thing),
                "heading": self.heading,
                "explained": self.explained,
                "button": self.button,
                "back": self.thing.get_absolute_url(),
                "noindex": True,
            }
            | kwargs
        )


class NewTerms(OnConsignment):
    form_class = TermsForm
    heading = _("Other terms")
    explained = _("They count once the other side has agreed; until then the terms of today go on.")
    button = _("Offer")
    done = _("Offered. The other side has been told.")

    def get_initial(self):
        row = self.thing
        now = row.commission if row.offered is None else row.offered
        return {"commission": now, "count_every": row.count_every}

    def act(self, thing, *, by, **terms):
        return consigning.offer(thing.outlet, thing.producer, by=by, **terms)


class OnOffer(OnConsignment):
    """An answer to the terms the other side offered."""

    def rule(self, user, thing):
        return supplies(user, thing.producer) if thing.by_outlet else keeps(user, thing.outlet)


class Accept(OnOffer):
    http_method_names = ["post"]
    heading = _("Agree to the terms")
    done = _("Agreed. Goods may come now.")

    def act(self, thing, *, by):
        return consigning.accept(thing, by=by)


class Decline(OnOffer):
    form_class = ReasonForm
    heading = _("Decline the terms")
    button = _("Decline")
    done = _("Declined. The other side has been told.")

    def act(self, thing, *, by, reason):
        return consigning.decline(thing, reason=reason, by=by)


class End(OnConsignment):
    form_class = ReasonForm
    heading = _("End the consignment")
    explained = _("Possible once nothing lies there and nothing is owed.")
    button = _("End it")
    done = _("Ended. The other side has been told.")

    def act(self, thing, *, by, reason):
        return consigning.end(thing, reason=reason, by=by)
