"""What tours put on the desk: for operators, for the Department, for producers that receive visitors."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from office.roles import has_role, roles_of
from office.todo import Task, Tray, register

from ..models import Itinerary, Operator
from ..rules import runs_network
from . import guiding, touring, translating


def register_trays():
    """Called in the app's `ready`."""
    register(Tray(_("Tours"), "touring:index", may_plan, tour_tasks))
    register(Tray(_("Tour operators"), "touring:operators", runs_network, operator_tasks))
    register(Tray(_("Visitors"), "touring:hosts", lambda user: "producer" in roles_of(user)))


def may_plan(user):
    """Tour operators; everybody else may join on the same page."""
    return has_role(user, "tour_operator")


def tour_tasks(user):
    """Published tours with a stop that cannot be any more or whose host no longer agrees, or whose other
    languages the Vietnamese has left behind; licences that have run out.
    """
    if not has_role(user, "tour_operator"):
        return []
    link = reverse("touring:index")
    published = list(Itinerary.objects.of(user).filter(stage=Itinerary.Stage.PUBLISHED))
    wrong = {tour for tour, found in guiding.problems_of(published).items() if found}
    ailing = wrong | set(touring.doubted(published))
    refused = Operator.objects.filter(users=user, stage=Operator.Stage.REFUSED).count()
    checked = Operator.objects.filter(users=user, stage=Operator.Stage.CHECKED)
    expired = sum(1 for operator in checked if operator.licence_expired)
    return [
        Task(
            _("Tours on the site with a stop that does not work any more"),
            len(ailing),
            f"{link}?trang-thai=published",
        ),
        Task(
            _("Tours whose other languages say what the Vietnamese said before"),
            len(translating.left_behind(published)),
            f"{link}?trang-thai=published",
        ),
        Task(_("Licences to correct or renew"), refused + expired, link),
    ]


def operator_tasks(user):
    """Licences the Department has to check."""
    waiting = Operator.objects.filter(stage=Operator.Stage.WAITING)
    link = f"{reverse('touring:operators')}?trang-thai={Operator.Stage.WAITING.value}"
    return [Task(_("Licences of tour operators to check"), waiting.count(), link)]
