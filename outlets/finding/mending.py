"""Mistakes visitors report, and what becomes of them."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from office.notices import tell
from office.persons import Person
from office.phones import in_words
from office.stages import Refused

from ..models import Mistake, Outlet
from ..rules import keeps, runs_network

MOST_OPEN = 30  # of one outlet: beyond that somebody plays
FORGOTTEN_AFTER = timedelta(days=90)  # after the answer, what the visitor could be reached by


@transaction.atomic
def report(outlet, *, about, words, phone="", email="", by=None):
    """A visitor (`by`, or nobody signed in) says what is wrong; returns the `Mistake`. Its keepers are told.

    Raises `Refused` when nothing is said, or when this outlet has more open reports than anybody reads.
    """
    words = words.strip()
    if len(words) < 5:
        raise Refused(_("Tell in a few words how it really is."), field="words")
    if Mistake.objects.filter(outlet=outlet, stage=Mistake.Stage.OPEN).count() >= MOST_OPEN:
        raise Refused(_("Many have told us about this place already. It is being looked at."))
    mistake = Mistake.objects.create(outlet=outlet, about=about, words=words, phone=phone, email=email)
    sentence = _("%(outlet)s: a visitor says: %(about)s.") % {
        "outlet": outlet.name,
        "about": mistake.get_about_display(),
    }
    for keeping in outlet.keepings.filter(until=None).select_related("user"):
        tell(keeping.user, sentence, link="/ban-lam-viec/bao-sai/", about="outlet-mistake")
    return mistake


def put_right(mistake, *, by, answer):
    """It was wrong and is corrected now; the visitor is told, if one left an address. Raises `Refused`."""
    return _answer(mistake, Mistake.Stage.FIXED, by, answer)


def turn_down(mistake, *, by, answer):
    """It is as the site says. Raises `Refused` without the right, without words, and when it is answered."""
    return _answer(mistake, Mistake.Stage.NOT_SO, by, answer)


@transaction.atomic
def _answer(mistake, stage, by, answer):
    if not may_answer(by, mistake):
        raise Refused(_("Only its keepers and the Department answer for a point of sale."))
    answer = answer.strip()
    if len(answer) < 3:
        raise Refused(_("Say what you found: the visitor reads it."), field="answer")
    # The words first: the database wants them on every row that is answered.
    Mistake.objects.filter(pk=mistake.pk, stage=Mistake.Stage.OPEN).update(answer=answer)
    mistake.advance(stage, by=by)
    now = timezone.now()
    Mistake.objects.filter(pk=mistake.pk).update(answered_at=now, answered_by=by)
    mistake.answer, mistake.answered_at, mistake.answered_by = answer, now, by
    if mistake.phone or mistake.email:
        sentence = _("You told us about %(outlet)s (%(about)s). %(answer)s") % {
            "outlet": mistake.outlet.name,
            "about": mistake.get_about_display(),
            "answer": answer,
        }
        tell(
            None,
            sentence,
            subject=_("Thank you for telling us about %(outlet)s") % {"outlet": mistake.outlet.name},
            link=mistake.outlet.get_absolute_url(),
            email=mistake.email,
            phone=str(mistake.phone or ""),
        )
    return mistake


def may_answer(user, mistake):
    return runs_network(user) or keeps(user, mistake.outlet)


def mistakes_for(user):
    """Those this person answers: of all outlets for the Department, of one's own for a keeper."""
    rows = Mistake.objects.select_related("outlet__commune", "answered_by")
    return rows if runs_network(user) else rows.filter(outlet__in=Outlet.objects.kept_by(user))


def forget(moment=None):
    """Take the phone and e-mail off reports answered long ago; returns how many. Called nightly."""
    before = (moment or timezone.now()) - FORGOTTEN_AFTER
    rows = Mistake.objects.filter(answered_at__lt=before).exclude(phone="", email="")
    return rows.update(phone="", email="")


def _of(person: Person):
    wanted = Q()
    if person.phone:
        wanted |= Q(phone=person.phone)
    if person.email:
        wanted |= Q(email__iexact=person.email)
    return Mistake.objects.filter(wanted) if wanted else Mistake.objects.none()


def collect(person):
    """What is kept of a person who reported mistakes."""
    return [
        {
            "outlet": row.outlet.name,
            "about": str(row.get_about_display()),
            "words": row.words,
            "phone": in_words(str(row.phone)) if row.phone else "",
            "email": row.email,
            "made_at": row.made_at.isoformat(),
        }
        for row in _of(person).select_related("outlet")
    ]


def erase(person):
    """The report stays, for it is about a place; what the person could be reached by goes."""
    _of(person).update(phone="", email="")
    return []
