"""Tour operators join, and the Department checks their licences (Law on Tourism 09/2017/QH14, Art. 30–36)."""

from functools import partial

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from office.accounts.models import User
from office.notices import tell
from office.papers import kept_for_act
from office.roles import give_role
from office.stages import Refused

from ..models import Operator, Visit
from ..rules import acts_for, runs_network
from ..visits.telling import tell_host

FACTS = frozenset({"name", "licence", "licence_kind", "licence_until", "phone", "email", "commune", "street"})


def apply(*, by, document, **facts):
    """An operator that waits for the check, with its licence as an uploaded file; `by` acts for it.

    Raises `Refused` for a licence number that is here already, one that has run out, or no readable paper.
    """
    if document is None:
        raise Refused(_("Please add the licence as a photo or PDF."), field="document")
    _refuse_facts(facts)
    with kept_for_act(document, by=by) as paper:
        operator = _saved(Operator(licence_paper=paper, **facts))
        operator.users.add(by)
        _tell_department(operator)
    return operator


def correct(operator, *, by, document=None, **facts):
    """Change the facts and hand them in again; returns the operator, which waits for the check.

    After a refusal, or when a checked licence was renewed: until it is checked again its tours are off the
    site. While it waits the facts may still be corrected. Raises `Refused` as `apply`, and while suspended.
    """
    if not acts_for(by, operator):
        raise Refused(_("This is another operator."))
    _refuse_facts(facts)
    with kept_for_act(document, by=by) as paper:
        operator = Operator.objects.select_for_update(of=("self",), no_key=True).get(pk=operator.pk)
        if operator.stage == Operator.Stage.SUSPENDED:
            raise Refused(_("The Department has suspended this operator: please talk to it first."))
        for name, value in facts.items():
            setattr(operator, name, value)
        if paper is not None:
            operator.licence_paper = paper
        _saved(operator)
        if operator.stage != Operator.Stage.WAITING:
            operator.advance(Operator.Stage.WAITING, by=by)
            _tell_department(operator)
    return operator


@transaction.atomic
def reach(operator, *, phone, email, by):
    """Change how to reach the operator; the licence stays checked. Raises `Refused` to others."""
    if not acts_for(by, operator):
        raise Refused(_("This is another operator."))
    operator.phone, operator.email = phone, email
    operator.save(update_fields=["phone", "email"])
    return operator


@transaction.atomic
def check(operator, *, by):
    """The licence is right: its people get the desk of tour operators. Raises `Refused` when it has run out."""
    _refuse_others(by)
    if operator.licence_expired:
        raise Refused(_("The licence ran out on %(day)s.") % {"day": f"{operator.licence_until:%d/%m/%Y}"})
    operator.advance(Operator.Stage.CHECKED, by=by)
    for person in operator.users.all():
        give_role(person, "tour_operator", by=by)
    _tell_people(operator, gettext_noop("%(operator)s: the licence is checked. You can plan tours now."))
    return operator


@transaction.atomic
def refuse(operator, *, reason, by):
    """The licence is not right; its people are told why and may correct it. Raises `Refused` without a reason."""
    _refuse_others(by)
    _move(operator, Operator.Stage.REFUSED, reason, by)
    _tell_people(operator, gettext_noop("%(operator)s: the licence was not accepted. %(reason)s"), reason)
    return operator


@transaction.atomic
def suspend(operator, *, reason, by):
    """All tours of the operator leave the site at once; hosts it is to visit are told. Raises `Refused` without a
    reason.
    """
    _refuse_others(by)
    _move(operator, Operator.Stage.SUSPENDED, reason, by)
    ahead = Visit.objects.filter(operator=operator, stage__in=Visit.LIVE, day__gte=timezone.localdate())
    for visit in ahead.for_pages():
        tell_host(visit, partial(_said_to_host, visit))
    _tell_people(
        operator, gettext_noop("%(operator)s is suspended, its tours are off the site. %(reason)s"), reason
    )
    return operator


@transaction.atomic
def restore(operator, *, by):
    """End a suspension: published tours are on the site again."""
    _refuse_others(by)
    operator.advance(Operator.Stage.CHECKED, by=by)
    _tell_people(operator, gettext_noop("%(operator)s is no longer suspended."))
    return operator


def reads_licence(user, paper):
    """Who reads an operator's licence: the Department, and the operator's people."""
    operators = Operator.objects.filter(licence_paper=paper)
    return operators.exists() if runs_network(user) else operators.filter(users=user).exists()


def last_reason(operator):
    """Why it was refused or suspended the last time; "" when it never was."""
    stages = (Operator.Stage.REFUSED, Operator.Stage.SUSPENDED)
    move = operator.moves().filter(after__in=stages).last()
    return move.reason if move else ""


def collect(person):
    """The operators somebody acts for, for the copy of their data."""
    if person.user is None:
        return []
    return [
        {"operator": row.name, "licence": row.licence, "phone": str(row.phone), "email": row.email}
        for row in Operator.objects.filter(users=person.user)
    ]


def erase(person):
    """Nobody acts for an operator any more whose data are erased; the company and its licence stay on record."""
    if person.user is None:
        return []
    kept = list(Operator.objects.filter(users=person.user))
    for operator in kept:
        operator.users.remove(person.user)
    return [
        _("%(operator)s stays in the Department's list of tour operators, without you.")
        % {"operator": row.name}
        for row in kept
    ]


def _refuse_facts(facts):
    if unknown := set(facts) - FACTS:
        raise TypeError(f"no facts of an operator: {sorted(unknown)}")
    until = facts.get("licence_until")
    if until and until < timezone.localdate():
        raise Refused(_("This licence has run out already."), field="licence_until")


def _saved(operator):
    operator.licence = " ".join(operator.licence.upper().split())
    if Operator.objects.filter(licence=operator.licence).exclude(pk=operator.pk).exists():
        raise Refused(_("An operator with this licence number is here already."), field="licence")
    try:
        with transaction.atomic():
            operator.save()
    except IntegrityError as clash:
        raise Refused(_("An operator with this licence number is here already."), field="licence") from clash
    return operator


def _move(operator, stage, reason, by):
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    operator.advance(stage, by=by, reason=reason.strip())


def _refuse_others(by):
    if not runs_network(by):
        raise Refused(_("Only the Department of Industry and Trade checks operators."))


def _said_to_host(visit):
    return _("The Department has suspended %(operator)s. Ask whether its group still comes: %(visit)s.") % {
        "operator": visit.operator,
        "visit": visit,
    }


def _tell_people(operator, sentence, reason=""):
    said = {"operator": operator.name, "reason": reason.strip()}
    _tell(operator, operator.users.all(), sentence, said, "touring:index")


def _tell_department(operator):
    people = User.objects.filter(groups__name="trade_department", is_active=True)
    sentence = gettext_noop("%(operator)s asks to be checked as a tour operator.")
    _tell(operator, people, sentence, {"operator": operator.name}, "touring:operator", operator.pk)


def _tell(operator, people, sentence, said, page, *args):
    """In Vietnamese, the language of those who work with it, whatever the one who acts reads."""
    with override(settings.LANGUAGE_CODE):
        for person in people:
            tell(person, _(sentence) % said, link=reverse(page, args=args), about=f"operator:{operator.pk}")
