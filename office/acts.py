"""One view for every act: load the thing, check the rule, bind the form, call the act, go on."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect
from django.views.generic import FormView

from .stages import Refused


class ActView(LoginRequiredMixin, FormView):
    """Subclasses name `model`, `rule(user, thing) -> bool`, `form_class`, `act(thing, *, by, **fields)`,
    `template_name`, `done` (a sentence) and `next_url(thing)`.

    A `Refused` comes back as an error at its field with everything typed kept.
    """

    model: type[Model]
    queryset: QuerySet | None = None
    done = ""
    lookup = "pk"
    refusal: Refused | None = None  # what the act said no with

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        source = self.model if self.queryset is None else self.queryset.all()
        self.thing = get_object_or_404(source, **{self.lookup: kwargs[self.lookup]})
        if not self.rule(request.user, self.thing):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def rule(self, user, thing):
        raise NotImplementedError

    def act(self, thing, *, by, **fields):
        raise NotImplementedError

    def next_url(self, thing):
        return thing.get_absolute_url()

    def get_context_data(self, **kwargs):
        return super().get_context_data(thing=self.thing, **kwargs)

    def form_valid(self, form):
        try:
            self.made = self.act(self.thing, by=self.request.user, **form.cleaned_data)
        except Refused as refused:
            self.refusal = refused
            field = refused.field if refused.field in form.fields else None
            form.add_error(field, refused.message)
            return self.form_invalid(form)
        if self.done:
            messages.success(self.request, self.done)
        return redirect(self.next_url(self.thing))


class DeskAct(ActView):
    """An act with a page of its own: `heading`, what it is about, `explained`, the form (empty unless given), `button`.

    Leaves to `next_url` without a change, too; `back_url` says otherwise.
    """

    template_name = "desk/act.html"
    form_class: type[Form] = Form
    heading = ""
    explained = ""
    button = ""

    def back_url(self, thing):
        return self.next_url(thing)

    def get_context_data(self, **kwargs):
        page = {
            "heading": self.heading,
            "subject": str(self.thing),
            "explained": self.explained,
            "button": self.button or self.heading,
            "back": self.back_url(self.thing),
            "noindex": True,
        }
        return super().get_context_data(**page | kwargs)
