"""An outlet is recognised: its keeper applies by the criteria in force, the Department visits and decides.

Who decides is of the Department and neither applied nor keeps the outlet. A recognition ends by its dates.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from office.notices import tell
from office.papers import kept_for_act
from office.stages import Refused

from ..models import Answer, Keeping, RecognitionApplication, Standard
from ..rules import keeps, runs_network
from .verifying import keepers_of

Stage = RecognitionApplication.Stage
MOST_PAPERS = 6


def may_decide(user, application):
    """Whether `user` visits and decides: of the Department, not the applicant, no keeper of the outlet."""
    return (
        runs_network(user)
        and user.pk != application.applicant_id
        and not Keeping.objects.filter(outlet=application.outlet_id, user=user, until=None).exists()
    )


def may_read(user, application):
    """Whether `user` may read the application: its outlet's keepers and the Department."""
    return runs_network(user) or user.pk == application.applicant_id or keeps(user, application.outlet)


def reads_paper(user, paper):
    """Whether `user` may open a picture of an application."""
    answers = paper.outlet_answers.select_related("application__outlet")
    return any(may_read(user, answer.application) for answer in answers)


@transaction.atomic
def begin(outlet, *, by, standard=None):
    """An application to fill in, with a line for each criterion of `standard` (the newest in force unless given).

    Raises `Refused` unless `by` keeps the outlet, when it serves nobody, when one is running, and when no
    criteria are in force today.
    """
    if not keeps(by, outlet):
        raise Refused(_("Who keeps the point of sale applies for its recognition."))
    if not outlet.serves:
        raise Refused(_("Only a point of sale that is open can be recognised."))
    standard = standard or Standard.objects.in_force().first()
    if standard is None or standard not in Standard.objects.in_force():
        raise Refused(_("No criteria are in force today: the Department says which apply."), field="standard")
    try:
        with transaction.atomic():
            made = RecognitionApplication.objects.create(outlet=outlet, standard=standard, applicant=by)
    except IntegrityError as fault:
        raise Refused(_("There is an application that is not decided yet.")) from fault
    Answer.objects.bulk_create(
        Answer(application=made, criterion=each) for each in standard.criteria.order_by("position")
    )
    return made


def answer(row, *, by, claimed, claim="", picture=None):
    """Say whether a criterion is met and how, with a picture or PDF; the paper is private.

    Raises `Refused` unless `by` keeps the outlet, once it is submitted, for a seventh paper, and as
    `papers.keep` does.
    """
    with kept_for_act(picture, by=by, field="picture") as paper:
        application = _locked(row.application_id)
        _refuse_other_than_keeper(application, by)
        if application.stage != Stage.DRAFT:
            raise Refused(_("It is submitted: the answers stay as they are."))
        if paper and row.papers.count() >= MOST_PAPERS:
            raise Refused(_("Six pictures are enough for one criterion."), field="picture")
        row.claimed, row.claim = claimed, claim.strip()
        row.save(update_fields=["claimed", "claim"])
        if paper:
            row.papers.add(paper)
    return row


@transaction.atomic
def submit(application, *, by):
    """Hand the application in. Raises `Refused` while a criterion is unanswered, or a must-have one not met."""
    application = _locked(application.pk)
    _refuse_other_than_keeper(application, by)
    for each in application.answers.select_related("criterion"):
        if each.claimed is None:
            raise Refused(_("Not answered yet: %(criterion)s") % {"criterion": each.criterion.text})
        if each.criterion.must_have and not each.claimed:
            raise Refused(
                _("Without this there is no recognition: %(criterion)s") % {"criterion": each.criterion.text}
            )
    RecognitionApplication.objects.filter(pk=application.pk).update(submitted_at=timezone.now())
    return application.advance(Stage.SUBMITTED, by=by)


@transaction.atomic
def withdraw(application, *, by, reason=""):
    """The outlet gives its application up."""
    application = _locked(application.pk)
    _refuse_other_than_keeper(application, by)
    RecognitionApplication.objects.filter(pk=application.pk).update(reason=reason)
    return application.advance(Stage.WITHDRAWN, by=by, reason=reason)


@transaction.atomic
def plan_visit(application, *, by, on):
    """The Department comes on `on` (a day, today at the earliest); may be planned anew."""
    application = _locked(application.pk)
    _refuse_who_may_not_decide(application, by)
    if on < timezone.localdate():
        raise Refused(_("The day of the visit lies in the past."), field="on")
    RecognitionApplication.objects.filter(pk=application.pk).update(visit_on=on, visitor=by)
    application.advance(Stage.VISIT_PLANNED, by=by, reason=f"{on:%d/%m/%Y}")
    day = f"{on:%d/%m/%Y}"
    _tell(
        application,
        gettext_noop("The Department comes to see “%(outlet)s” on %(day)s."),
        outlet=application.outlet,
        day=day,
    )
    return application


@transaction.atomic
def record_visit(application, *, by, findings):
    """What was found there: {criterion's answer: (met, what was found)} for every criterion."""
    application = _locked(application.pk)
    _refuse_who_may_not_decide(application, by)
    if application.visit_on and application.visit_on > timezone.localdate():
        raise Refused(_("The visit is on %(day)s.") % {"day": f"{application.visit_on:%d/%m/%Y}"})
    rows = list(application.answers.select_related("criterion"))
    missing = {row.pk for row in rows} - {row.pk for row in findings}
    if missing:
        raise Refused(_("Say of every criterion what was found."))
    for row, (found, finding) in findings.items():
        Answer.objects.filter(pk=row.pk, application=application).update(found=found, finding=finding.strip())
    RecognitionApplication.objects.filter(pk=application.pk).update(visitor=by)
    return application.advance(Stage.VISITED, by=by)


@transaction.atomic
def recognise(application, *, by, decision_number, decision_date, valid_from, valid_to):
    """The outlet is recognised from `valid_from` to `valid_to` (days, both included) by this decision.

    Raises `Refused` without the right, before the visit, when a must-have criterion was not found to be
    met, for a decision of the future, for dates that start before it or end before they start. Of two at once one
    wins.
    """
    application = _locked(application.pk)
    _refuse_who_may_not_decide(application, by)
    if not decision_number.strip():
        raise Refused(_("Give the number of the decision."), field="decision_number")
    if decision_date > timezone.localdate():
        raise Refused(_("The day lies in the future."), field="decision_date")
    if valid_from < decision_date:
        raise Refused(_("It cannot be valid before the day of its decision."), field="valid_from")
    if valid_to < valid_from:
        raise Refused(_("It ends before it begins."), field="valid_to")
    failed = application.answers.filter(criterion__must_have=True).exclude(found=True).first()
    if application.stage == Stage.VISITED and failed:
        raise Refused(
            _("Not found to be met: %(criterion)s") % {"criterion": failed.criterion.text}, field=None
        )
    application.decision_number = decision_number.strip()
    application.decision_date, application.decided_by = decision_date, by
    application.valid_from, application.valid_to = valid_from, valid_to
    application.save(
        update_fields=["decision_number", "decision_date", "decided_by", "valid_from", "valid_to"]
    )
    application.advance(Stage.RECOGNISED, by=by, reason=application.decision_number)
    _tell(
        application,
        gettext_noop("“%(outlet)s” is recognised until %(day)s."),
        outlet=application.outlet,
        day=f"{valid_to:%d/%m/%Y}",
    )
    return application


@transaction.atomic
def refuse(application, *, by, reason):
    """The outlet is not recognised, for this reason; it may apply again."""
    application = _locked(application.pk)
    _refuse_who_may_not_decide(application, by)
    if not reason.strip():
        raise Refused(_("Say why: the keeper reads it."), field="reason")
    application.reason, application.decided_by = reason.strip(), by
    application.save(update_fields=["reason", "decided_by"])
    application.advance(Stage.REFUSED, by=by, reason=application.reason)
    _tell(
        application,
        gettext_noop("“%(outlet)s” is not recognised: %(reason)s"),
        outlet=application.outlet,
        reason=application.reason,
    )
    return application


@transaction.atomic
def revoke(application, *, by, reason, on=None):
    """The recognition ends on `on` (today unless given), before its time."""
    application = _locked(application.pk)
    _refuse_who_may_not_decide(application, by)
    on = on or timezone.localdate()
    if not application.holds:
        raise Refused(_("This recognition does not hold any more."))
    if not reason.strip():
        raise Refused(_("Say why: the keeper reads it."), field="reason")
    if on > timezone.localdate():
        raise Refused(_("The day lies in the future."), field="on")
    application.revoked_on, application.reason = on, reason.strip()
    application.save(update_fields=["revoked_on", "reason"])
    _tell(
        application,
        gettext_noop("The recognition of “%(outlet)s” is revoked: %(reason)s"),
        outlet=application.outlet,
        reason=application.reason,
    )
    return application


def _locked(pk):
    return RecognitionApplication.objects.select_for_update().get(pk=pk)


def _refuse_other_than_keeper(application, by):
    if not keeps(by, application.outlet):
        raise Refused(_("Who keeps the point of sale applies for its recognition."))


def _refuse_who_may_not_decide(application, by):
    if not may_decide(by, application):
        raise Refused(_("The Department decides, and nobody decides on an application of their own."))


def _tell(application, sentence, **words):
    """Tell the keepers, in Vietnamese: `sentence` is a msgid."""
    link = reverse("outlet_office:application", args=[application.pk])
    with override(settings.LANGUAGE_CODE):
        for person in keepers_of(application.outlet):
            tell(person, _(sentence) % words, link=link, about=f"outlet-{application.outlet_id}")
