"""Acts of the Department on one outlet: its facts, its picture, the steps of its life, its keepers."""

from django import forms
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from office.acts import DeskAct
from office.stages import Refused

from ..models import Keeping, Outlet
from ..network import registering, verifying
from ..rules import runs_network
from .department import field_of
from .department_forms import AccountForm, MoveForm, OutletForm, ShowPictureForm, StopForm


@method_decorator(never_cache, name="dispatch")
class OnOutlet(DeskAct):
    """An act of the Department on one outlet."""

    queryset = Outlet.objects.select_related("commune__area", "commune__province")

    def rule(self, user, thing):
        return runs_network(user)

    def next_url(self, thing):
        return reverse("outlet_office:outlet", args=[thing.pk])


class Correct(OnOutlet):
    """`…/<pk>/sua/`."""

    form_class = OutletForm
    template_name = "outlets/department/outlet_form.html"
    done = _("Saved.")

    def get_initial(self):
        return OutletForm.of(self.thing)

    def form_valid(self, form):
        try:
            registering.correct(self.thing, by=self.request.user, **form.facts())
        except Refused as refused:
            form.add_error(field_of(refused, form), refused.message)
            return self.form_invalid(form)
        return redirect(self.next_url(self.thing))


class ShowPicture(OnOutlet):
    form_class = ShowPictureForm
    heading = _("The picture")
    explained = _("The front with its sign, by daylight: it opens the page of the point of sale.")
    button = _("Show this picture")
    done = _("The picture is there.")

    def act(self, thing, *, by, picture):
        return registering.show_upload(thing, picture, by=by)


class Move(OnOutlet):
    """A step in its life, with a day and a reason."""

    form_class = MoveForm


class Open(Move):
    heading, done = _("Begin to serve visitors"), _("It is open.")

    def act(self, thing, *, by, on, reason):
        return registering.open_up(thing, by=by, on=on, reason=reason)


class MakeSeasonal(Move):
    heading, done = _("Open in season"), _("It is open in its season.")
    explained = _("The months are in its hours.")

    def act(self, thing, *, by, on, reason):
        return registering.make_seasonal(thing, by=by, on=on, reason=reason)


class Suspend(Move):
    form_class = StopForm
    heading, done = _("Suspend for a time"), _("It is suspended.")
    explained = _(
        "Visitors see at once that it serves nobody for now, since when and why. Keepers, groups, buyers and producers with something to come there are told."
    )

    def act(self, thing, *, by, on, reason):
        return registering.suspend(thing, by=by, on=on, reason=reason)


class Close(Move):
    form_class = StopForm
    heading, done = _("Close for good"), _("It is closed.")
    explained = _(
        "It stays in the register and on the site, shown as closed with the day and the reason. Keepers, groups, buyers and producers with something to come there are told."
    )

    def act(self, thing, *, by, on, reason):
        return registering.close(thing, by=by, on=on, reason=reason)


class Reopen(Move):
    heading, done = _("Open again"), _("It is open.")

    def act(self, thing, *, by, on, reason):
        return registering.reopen(thing, by=by, on=on, reason=reason)


class Appoint(OnOutlet):
    form_class = AccountForm
    heading, button = _("Appoint a keeper"), _("Appoint")
    done = _("Done: they see it on their desk.")

    def act(self, thing, *, by, login):
        return registering.appoint_by_login(thing, login=login, by=by)


class Relieve(OnOutlet):
    """`…/nguoi-trong/<pk>/thoi/`: a keeping, not an outlet, is loaded."""

    queryset = Keeping.objects.select_related("outlet", "user")
    form_class = forms.Form
    http_method_names = ["post"]
    heading, done = _("Relieve"), _("The person keeps it no longer.")

    def act(self, thing, *, by):
        return registering.relieve(thing, by=by)

    def next_url(self, thing):
        return reverse("outlet_office:outlet", args=[thing.outlet_id])


class Verify(OnOutlet):
    form_class = forms.Form
    http_method_names = ["post"]
    heading, done = _("I have checked it today"), _("Marked as verified today.")

    def act(self, thing, *, by):
        return verifying.verify(thing, by=by)


class AskKeepers(OnOutlet):
    form_class = forms.Form
    http_method_names = ["post"]
    heading = _("Ask its keepers by a link")
    done = _("The link is on its way to its keepers.")

    def act(self, thing, *, by):
        return verifying.ask(thing, by=by)
