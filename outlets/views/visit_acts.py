"""What the two sides of a visit do: the host answers, the operator takes, changes or calls off."""

from django import forms
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from office.acts import DeskAct

from ..models import Itinerary, Visit
from ..rules import acts_for
from ..tours import agreeing, stringing
from ..visits import visiting
from ..visits.forms import AcceptForm, CameForm, TimeOfVisitForm, VisitForm


@method_decorator(never_cache, name="dispatch")
class VisitAct(DeskAct):
    """One act on one visit. Who may is the act's own rule; here only who has a part in it at all."""

    queryset = Visit.objects.for_pages().select_related("stop__itinerary__operator")

    def rule(self, user, thing):
        return self.side(user, thing)

    def next_url(self, thing):
        return reverse("visits:visit", args=[thing.pk])

    @staticmethod
    def side(user, thing):
        return visiting.hosts(user, thing)


def of_operator(user, visit):
    return acts_for(user, visit.operator)


def of_either(user, visit):
    return acts_for(user, visit.operator) or visiting.hosts(user, visit)


class ReasonForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=300)


class Confirm(VisitAct):
    heading, button = _("Confirm the visit"), _("Confirm")
    act = staticmethod(agreeing.confirm)
    done = _("Confirmed. The operator has been told.")


class Propose(VisitAct):
    heading, button = _("Propose another time"), _("Propose this time")
    form_class = TimeOfVisitForm
    act = staticmethod(visiting.propose)
    done = _("Proposed. Both times are kept until the operator answers.")

    def get_initial(self):
        return {"day": self.thing.day, "starts": self.thing.starts}


class Decline(VisitAct):
    heading, button = _("Decline the visit"), _("Decline")
    form_class = ReasonForm
    act = staticmethod(visiting.decline)
    done = _("Declined. The operator has been told why.")


class Accept(VisitAct):
    """The stop of the tour follows the agreed time; the page says before what the plan has against it."""

    template_name = "outlets/visits/accept.html"
    form_class = AcceptForm
    heading, button = _("Take the time the host proposes"), _("Take this time")
    side = staticmethod(of_operator)
    done = _("Agreed. The host has been told.")

    def act(self, thing, *, by, stop):
        return agreeing.accept(thing, by=by, stop=stop or agreeing.MOVE)

    def next_url(self, thing):
        chosen = self.request.POST.get("stop")
        if hasattr(self, "made") and thing.stop_id and chosen in {agreeing.ANYWAY, agreeing.LEAVE}:
            return reverse("touring:itinerary", args=[thing.stop.itinerary_id])
        return super().next_url(thing)

    def get_context_data(self, **kwargs):
        visit = self.thing
        moves = visit.stage == Visit.Stage.PROPOSED and agreeing.apart(visit, visit.proposed_starts)
        return super().get_context_data(
            moves=moves,
            hitch=moves and stringing.why_not(visit.stop, starts=visit.proposed_starts),
            on_site=moves and visit.stop.itinerary.stage == Itinerary.Stage.PUBLISHED,
            **kwargs,
        )


class Change(VisitAct):
    heading, button = _("Change what we ask for"), _("Send the change")
    explained = _("The host answers anew.")
    form_class = VisitForm
    act = staticmethod(visiting.change)
    side = staticmethod(of_operator)
    done = _("Sent. You will be told the answer.")

    def get_initial(self):
        return {name: getattr(self.thing, name) for name in VisitForm.base_fields}


class Cancel(VisitAct):
    heading, button = _("Call the visit off"), _("Call it off")
    form_class = ReasonForm
    act = staticmethod(visiting.cancel)
    side = staticmethod(of_either)
    done = _("Called off. The other side has been told why.")


class Happened(VisitAct):
    heading, button = _("The group was there"), _("Write it down")
    form_class = CameForm
    act = staticmethod(visiting.take_place)
    done = _("Written down. Thank you.")

    def get_initial(self):
        return {"came": self.thing.size}


class Missed(VisitAct):
    heading, button = _("Nobody came"), _("Nobody came")
    act = staticmethod(visiting.miss)
    done = _("Written down. The operator has been told.")
