"""The desk of makers: who they are, how to reach them, whether their identity has been checked."""

from django import forms
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue import listing
from catalogue.forms import LoginForm, MakerForm, PictureForm, ReachForm, ReasonForm
from catalogue.producers import joining
from catalogue.producers.models import IdentityState, Partner
from office.acts import ActView
from office.roles import has_role
from office.stages import Refused

PER_PAGE = 30


def makers_for(user):
    """The producers this person may see on the desk."""
    rows = Partner.objects.select_related("commune")
    return rows if joining.may_admit(user) else rows.filter(users=user)


def may_open_desk(user):
    return joining.may_admit(user) or joining.acts_for_somebody(user)


@method_decorator(never_cache, name="dispatch")
class MakersPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/chu-the/`: the producers one may work on, by name and state of identity."""

    template_name = "catalogue/producer/makers.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        if not may_open_desk(user):
            raise PermissionDenied
        text = self.request.GET.get("q", "").replace("\x00", "").strip()[:120]
        state = self.request.GET.get("dinh-danh", "")
        rows = makers_for(user).annotate(
            goods=Count("products", filter=Q(products__is_public=True) & ~Q(products__structure="child"))
        )
        if text:
            rows = rows.filter(name__icontains=text)
        if state in IdentityState.values:
            rows = rows.filter(identity_state=state)
        page = Paginator(rows.order_by("name", "pk"), PER_PAGE).get_page(self.request.GET.get("trang"))
        return super().get_context_data(
            page=page,
            text=text,
            state=state,
            states=IdentityState.choices,
            admits=joining.may_admit(user),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class NewMaker(LoginRequiredMixin, FormView):
    """`/ban-lam-viec/chu-the/moi/`."""

    form_class = MakerForm
    template_name = "desk/act.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not joining.may_admit(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("A new producer"),
            explained=_("Then let its people act for it, and check the identity."),
            button=_("Take in"),
            back=reverse("makers_desk:index"),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        try:
            made = joining.join(by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        return redirect("makers_desk:edit", pk=made.pk)


@method_decorator(never_cache, name="dispatch")
class OnMaker(ActView):
    """An act on one producer."""

    queryset = Partner.objects.select_related("commune")
    template_name = "desk/act.html"
    heading = explained = button = ""

    def rule(self, user, thing):
        return joining.may_revise(user, thing)

    def next_url(self, thing):
        return reverse("makers_desk:edit", args=[thing.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **{
                "heading": self.heading,
                "explained": self.explained,
                "button": self.button,
                "subject": self.thing.name,
                "back": reverse("makers_desk:edit", args=[self.thing.pk]),
                "noindex": True,
            }
            | kwargs
        )


class Revise(OnMaker):
    """`/ban-lam-viec/chu-the/<pk>/`: the producer's page as a form, its people and its identity."""

    template_name = "catalogue/producer/maker.html"
    done = _("Saved.")

    def get_form_class(self):
        return MakerForm if joining.may_admit(self.request.user) else ReachForm

    def get_initial(self):
        return {
            name: getattr(self.thing, name)
            for name in self.get_form_class().base_fields
            if getattr(self.thing, name) not in (None, "")
        }

    def act(self, thing, *, by, **fields):
        return joining.revise(thing, by=by, **fields)

    def get_context_data(self, **kwargs):
        user = self.request.user
        checks = has_role(user, "programme_office", "administrator")
        state = self.thing.identity_state
        return super().get_context_data(
            people=self.thing.users.all(),
            admits=joining.may_admit(user),
            may_verify=checks and state != IdentityState.VERIFIED,
            may_suspend=checks and state != IdentityState.SUSPENDED,
            **kwargs,
        )


class Portray(OnMaker):
    form_class = PictureForm
    heading = _("The portrait")
    explained = _("The people, the workshop or the garden: it opens the producer's page.")
    button = _("Show this picture")
    done = _("The picture is there.")

    def act(self, thing, *, by, picture, alt):
        return listing.portray(thing, picture, alt=alt, by=by)


class Appoint(OnMaker):
    form_class = LoginForm
    heading = _("Let somebody act for this producer")
    button = _("Give access")
    done = _("Done: they see it on their desk.")

    def rule(self, user, thing):
        return joining.may_admit(user)

    def act(self, thing, *, by, login):
        return joining.appoint(thing, login=login, by=by)


class ByTheOffice(OnMaker):
    def rule(self, user, thing):
        return has_role(user, "programme_office", "administrator")


class Verify(ByTheOffice):
    form_class = forms.Form
    http_method_names = ["post"]
    done = _("The identity is marked as checked today.")

    def act(self, thing, *, by):
        return joining.verify_identity(thing, by=by)


class Suspend(ByTheOffice):
    form_class = ReasonForm
    heading = _("Suspend the identity")
    explained = _("Nothing of this producer can be bought until the identity is checked again.")
    button = _("Suspend")
    done = _("Suspended.")

    def act(self, thing, *, by, reason):
        return joining.suspend(thing, reason=reason, by=by)
