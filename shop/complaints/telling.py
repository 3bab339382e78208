"""Who is told what, each in their language, with the address of their own page."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.accounts.models import User
from office.notices import tell

from .models import Complaint

DESKS = {
    Complaint.Stage.PLATFORM: ("shop_manager",),
    Complaint.Stage.TRADE: ("trade_department",),
    Complaint.Stage.INSPECTION: ("inspector", "programme_office"),
}


def tell_complainant(complaint, sentence):
    """`sentence()` is asked in the language of who complains; without an e-mail it goes as a text."""
    with override(complaint.language):
        said, link = sentence(), complaint.get_absolute_url()
    if complaint.user_id or complaint.email or complaint.phone:
        tell(
            complaint.user,
            said,
            link=link,
            about=complaint.number,
            email=complaint.email,
            phone=str(complaint.phone),
        )


def tell_desk(complaint):
    """Tell who has to act at the present step, in Vietnamese."""
    with override(settings.LANGUAGE_CODE):
        sentence = _("Complaint %(number)s waits for your answer until %(day)s.") % {
            "number": complaint.number,
            "day": f"{complaint.due_on:%d/%m/%Y}",
        }
        _tell_all(_people_at(complaint), complaint, sentence)


def tell_parties(complaint, *, but):
    """Tell the seller and the desk of the step that something was said, except the person `but`."""
    people = {person.pk: person for person in [*_sellers(complaint), *_people_at(complaint)]}
    people.pop(but.pk if but is not None else None, None)
    with override(settings.LANGUAGE_CODE):
        sentence = _("There is something new in complaint %(number)s.") % {"number": complaint.number}
        _tell_all(people.values(), complaint, sentence)


def _tell_all(people, complaint, sentence):
    link = reverse("complaints_desk:detail", args=[complaint.pk])
    for person in people:
        tell(person, sentence, link=link, about=complaint.number)


def _sellers(complaint):
    if complaint.producer is None or complaint.is_label_report:
        return []
    return list(complaint.producer.users.filter(is_active=True))


def _people_at(complaint):
    if complaint.stage == Complaint.Stage.SELLER:
        return _sellers(complaint)
    roles = DESKS.get(complaint.stage, ())
    return list(User.objects.filter(groups__name__in=roles, is_active=True).distinct()) if roles else []
