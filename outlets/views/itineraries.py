"""The desk of tours: one's own itineraries, and one of them with its days, stops and problems."""

from django import forms
from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.generic import FormView, TemplateView

from catalogue.forms import PictureForm
from office.acts import DeskAct
from office.editing import Editing
from office.stages import Refused

from ..models import Itinerary, Operator
from ..models.itinerary import MOST_DAYS
from ..rules import acts_for
from ..tours import guiding, suggesting, touring, translating
from ..tours.forms import ItineraryForm, SuggestionForm
from ..tours.stringing import EDITED

PER_PAGE = 30


def operators_of(user):
    """The operators this person acts for."""
    return Operator.objects.filter(users=user)


@method_decorator(never_cache, name="dispatch")
class ItinerariesPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/`: the operators one acts for and their tours; who has none may join."""

    template_name = "outlets/operator/itineraries.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        rows = (
            Itinerary.objects.of(user)
            .select_related("operator")
            .annotate(stop_count=Count("stops"))
            .order_by("title_vi", "pk")
        )
        stage = self.request.GET.get("trang-thai", "")
        if stage in Itinerary.Stage.values:
            rows = rows.filter(stage=stage)
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("trang"))
        found, doubted = guiding.problems_of(page.object_list), touring.doubted(page.object_list)
        behind = translating.left_behind(page.object_list)
        for row in page:
            row.problems, row.left_behind = found[row.pk], behind.get(row.pk, [])
            row.doubted = row.pk in doubted and row.stage == Itinerary.Stage.PUBLISHED
        operators = list(operators_of(user))
        return super().get_context_data(
            page=page,
            operators=operators,
            leads=any(operator.may_lead for operator in operators),
            stage=stage,
            stages=Itinerary.Stage.choices,
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class NewItinerary(LoginRequiredMixin, FormView):
    """`/ban-lam-viec/tour/moi/`."""

    form_class = ItineraryForm
    template_name = "outlets/operator/itinerary_form.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.operators = [each for each in operators_of(request.user) if each.may_lead]
            if not self.operators:
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if len(self.operators) > 1:
            choices = [(each.pk, each.name) for each in self.operators]
            form.fields["operator"] = forms.TypedChoiceField(label=_("Operator"), choices=choices, coerce=int)
            form.order_fields(["operator"])
        return form

    def get_initial(self):
        return {"season_from": 1, "season_to": 12, "languages": ["vi"]}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("A new tour"), button=_("Go on to the stops"), back=reverse("touring:index"), **kwargs
        )

    def form_valid(self, form):
        facts = form.cleaned_data
        chosen = facts.pop("operator", self.operators[0].pk)
        operator = next(each for each in self.operators if each.pk == chosen)
        try:
            made = touring.draft(operator, by=self.request.user, **facts)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, refused.message)
            return self.form_invalid(form)
        return redirect("touring:itinerary", pk=made.pk)


@method_decorator(never_cache, name="dispatch")
class ItineraryPage(LoginRequiredMixin, TemplateView):
    """`/ban-lam-viec/tour/<pk>/`: the builder, day by day, with what is still in the way of publishing."""

    template_name = "outlets/operator/itinerary.html"

    def get_context_data(self, pk, **kwargs):
        itinerary = get_object_or_404(Itinerary.objects.select_related("operator"), pk=pk)
        if not acts_for(self.request.user, itinerary.operator):
            raise PermissionDenied
        guide = guiding.for_operator(itinerary)
        return super().get_context_data(
            thing=itinerary,
            guide=guide,
            may_edit=itinerary.stage in EDITED,
            targets=range(1, min(itinerary.days + 1, MOST_DAYS) + 1),
            noindex=True,
            **kwargs,
        )


@method_decorator(never_cache, name="dispatch")
class TakeOver(LoginRequiredMixin, FormView):
    """`/ban-lam-viec/tour/tu-goi-y/`: a suggested route becomes a draft of the operator."""

    form_class = SuggestionForm
    template_name = "desk/act.html"

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            self.operator = next((each for each in operators_of(request.user) if each.may_lead), None)
            if self.operator is None:
                raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        names = {name: self.request.GET.get(said, "") for name, said in SuggestionForm.NAMES.items()}
        return {name: value for name, value in names.items() if value}

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            heading=_("A draft from a suggestion"),
            explained=_("The stops come with times at which they are open. Then change them as you like."),
            button=_("Make it my draft"),
            back=reverse("touring:index"),
            noindex=True,
            **kwargs,
        )

    def form_valid(self, form):
        with override(settings.LANGUAGE_CODE):  # its words become the tour's Vietnamese
            suggestion = suggesting.suggest(**form.cleaned_data)
        if not suggestion.calls:
            form.add_error(None, suggesting.suggest(**form.cleaned_data).why)
            return self.form_invalid(form)
        made = suggesting.take_over(suggestion, self.operator, by=self.request.user)
        return redirect("touring:itinerary", pk=made.pk)


@method_decorator(never_cache, name="dispatch")
class OnItinerary(DeskAct):
    """An act on one itinerary, by the people of its operator."""

    queryset = Itinerary.objects.select_related("operator")

    def rule(self, user, thing):
        return acts_for(user, thing.operator)

    def next_url(self, thing):
        return reverse("touring:itinerary", args=[thing.pk])


class Revise(Editing, OnItinerary):
    edited = touring.EDITED_FACTS
    form_class = ItineraryForm
    template_name = "outlets/operator/itinerary_form.html"
    heading = _("Change the tour")
    button = _("Save")
    done = _("Saved.")

    def get_initial(self):
        return {name: getattr(self.thing, name) for name in ItineraryForm.base_fields}

    def act(self, thing, *, by, **facts):
        return touring.revise(thing, by=by, **facts)


class Illustrate(OnItinerary):
    form_class = PictureForm
    heading = _("The picture")
    explained = _("A place of the tour: it opens the tour's page and stands in lists.")
    button = _("Show this picture")
    done = _("The picture is there.")

    def act(self, thing, *, by, picture, alt):
        return touring.illustrate(thing, picture, alt=alt, by=by)


class Publish(OnItinerary):
    heading = _("Put the tour on the site")
    explained = _("Every stop is looked at again, and every host has to have agreed.")
    button = _("Put it on the site")
    done = _("The tour is on the site.")

    def act(self, thing, *, by):
        return touring.publish(thing, by=by)


class Withdraw(OnItinerary):
    heading = _("Take the tour off the site")
    explained = _("Its address then says that the tour is not offered at present.")
    button = _("Take it off")
    done = _("The tour is off the site.")

    def act(self, thing, *, by):
        return touring.withdraw(thing, by=by)


class Rework(OnItinerary):
    heading = _("Back to a draft")
    explained = _("The tour leaves the site until you publish it again.")
    button = _("Take it back to a draft")
    done = _("It is a draft again.")

    def act(self, thing, *, by):
        return touring.rework(thing, by=by)


class Discard(OnItinerary):
    heading = _("Throw the draft away")
    explained = _("Its stops go with it. This cannot be undone.")
    button = _("Throw it away")
    done = _("The draft is gone.")

    def act(self, thing, *, by):
        return touring.discard(thing, by=by)

    def next_url(self, thing):
        gone = self.request.method == "POST" and hasattr(self, "made")
        return reverse("touring:index") if gone else super().next_url(thing)
