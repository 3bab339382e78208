"""Requests about personal data: asked, answered within two working days, done, extended or refused."""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from office import clocks, persons
from office.accounts.models import User
from office.notices import tell
from office.numbering import next_number
from office.roles import has_role
from office.stages import Refused
from shop.order.consenting import withdraw_news

from .models import FIFTEEN, DataRequest

SERIES = "data-request"
PREFIX = "data."
Kind, Stage = DataRequest.Kind, DataRequest.Stage


def may_handle(user):
    """The data officer's work: the shop manager and the administrator."""
    return has_role(user, "shop_manager", "administrator")


@transaction.atomic
def ask(person, kind, *, details="", by=None):
    """A request of a proven `Person`. Returns the `DataRequest`.

    Raises `Refused` for nobody, without details where they are needed, or while the same is being done.
    """
    if not person:
        raise Refused(_("Sign in, or prove your number or address with a code first."))
    if kind in {Kind.CORRECT, Kind.OBJECT} and not details.strip():
        raise Refused(_("Say what is wrong and what would be right."), field="details")
    if requests_of(person).filter(kind=kind, stage__in=[Stage.RECEIVED, Stage.ANSWERED]).exists():
        raise Refused(_("You have asked for this already: it is being worked on."), field="kind")
    request = _record(person, kind, details, by)
    _tell_person(
        request,
        lambda: (
            _("We have your request %(number)s. You get an answer by %(answer)s; it is done by %(done)s.")
            % {
                "number": request.number,
                "answer": f"{request.answer_by:%d/%m/%Y}",
                "done": f"{request.do_by:%d/%m/%Y}",
            }
        ),
    )
    _tell_officers(request)
    return request


@transaction.atomic
def note_done(person, kind, *, outcome):
    """Record something that was done at once and by itself (a copy, a consent taken back)."""
    request = _record(person, kind, "", person.user)
    return _end(request, Stage.DONE, outcome=outcome, by=None)


def _record(person, kind, details, by):
    today = timezone.localdate()
    return DataRequest.objects.create(
        number=f"DL{today:%y}-{next_number(SERIES, year=today.year):06d}",
        kind=kind,
        details=details.strip(),
        user=by or person.user,
        phone=person.phone,
        email=person.email,
        language=get_language() or settings.LANGUAGE_CODE,
        answer_by=clocks.due("data.answer", today),
        do_by=clocks.due(f"data.{kind}", today),
    )


@transaction.atomic
def answer(request, *, text, processor=False, by):
    """Tell the person how it goes on. With `processor`, another firm has to act too and there is more time.

    Raises `Refused` for others than the data officer, or when it was answered.
    """
    _refuse_strangers(by)
    request.advance(Stage.ANSWERED, by=by, reason=text)
    facts = {"answer": text.strip(), "answered_at": timezone.now()}
    if processor and request.kind in FIFTEEN:
        came = timezone.localdate(request.made_at)
        facts |= {"processor": True, "do_by": clocks.due("data.processor", came)}
    _set(request, **facts)
    _tell_person(
        request,
        lambda: (
            _("About your request %(number)s: %(text)s") % {"number": request.number, "text": request.answer}
        ),
    )
    return request


@transaction.atomic
def extend(request, *, reason, by):
    """Take longer, once, and say why. Raises `Refused` where the decree gives no more time."""
    _refuse_strangers(by)
    fresh = DataRequest.objects.select_for_update().get(pk=request.pk)
    if not fresh.may_be_extended:
        raise Refused(_("This request cannot be extended."))
    if not reason.strip():
        raise Refused(_("Give the reason: the person is told."), field="reason")
    _set(request, do_by=clocks.due("data.extension", fresh.do_by), extended_for=reason.strip())
    _tell_person(
        request,
        lambda: (
            _("Your request %(number)s takes until %(day)s: %(reason)s")
            % {"number": request.number, "day": f"{request.do_by:%d/%m/%Y}", "reason": request.extended_for}
        ),
    )
    return request


@transaction.atomic
def do(request, *, text="", by):
    """Do what was asked. Erasing and restricting happen here; `text` says what else was done. Returns it.

    Raises `Refused` for others than the data officer, without a text where a person did the work, or when
    something still hinders erasing.
    """
    _refuse_strangers(by)
    fresh = DataRequest.objects.select_for_update().get(pk=request.pk)
    if not fresh.is_open:
        raise Refused(_("This request has been dealt with."))
    if fresh.kind == Kind.ERASE:
        return _erase(request, by=by)
    if fresh.kind in {Kind.RESTRICT, Kind.OBJECT, Kind.WITHDRAW}:
        withdraw_news(fresh.person)
    elif not text.strip():
        raise Refused(_("Say what was done: the person is told."), field="text")
    outcome = text.strip() or _(
        "Your data are not used for news and offers any more; only your orders are carried out."
    )
    _end(request, Stage.DONE, outcome=outcome, by=by)
    _tell_end(request)
    return request


def _erase(request, *, by):
    """The person is told at the address known before; afterwards nobody knows it."""
    person = request.person
    if reasons := persons.hindrances(person):
        raise Refused(" ".join(reasons))
    account = person.user
    reach = {
        "email": person.email or (account.email if account else "") or "",
        "phone": person.phone or str((account.phone if account else "") or ""),
    }
    stays = persons.erase(person)
    outcome = " ".join([_("Your account and your data are erased."), *stays])
    _end(request, Stage.DONE, outcome=outcome, by=by)
    _tell_end(request, reach)
    _set(request, user=None, phone="", email="", details="")
    return request


@transaction.atomic
def refuse(request, *, reason, by):
    """Say no for a good reason, which the person is told. Raises `Refused` without one."""
    _refuse_strangers(by)
    if not reason.strip():
        raise Refused(_("Give the reason: the person is told."), field="reason")
    _end(request, Stage.REFUSED, outcome=reason, by=by)
    _tell_end(request)
    return request


def requests_of(person):
    """The requests of a `Person`, the newest first."""
    theirs = Q(pk=None)
    if person.user:
        theirs |= Q(user=person.user)
    if person.phone:
        theirs |= Q(phone=person.phone)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    return DataRequest.objects.filter(theirs)


def _end(request, stage, *, outcome, by):
    request.advance(stage, by=by, reason="")
    _set(request, ended_at=timezone.now(), outcome=outcome.strip())
    return request


def _tell_end(request, reach=None):
    _tell_person(
        request,
        lambda: (
            _("Your request %(number)s: %(stage)s. %(outcome)s")
            % {"number": request.number, "stage": request.stage_label, "outcome": request.outcome}
        ),
        reach,
    )


def _tell_person(request, sentence, reach=None):
    with override(request.language):
        said, link = sentence(), request.get_absolute_url()
    if reach is not None:
        tell(None, said, **reach)
    else:
        tell(
            request.user, said, link=link, about=request.number, email=request.email, phone=str(request.phone)
        )


def _tell_officers(request):
    link = reverse("personal_data_desk:detail", args=[request.pk])
    with override(settings.LANGUAGE_CODE):
        sentence = _("Personal-data request %(number)s waits for an answer until %(day)s.") % {
            "number": request.number,
            "day": f"{request.answer_by:%d/%m/%Y}",
        }
    for person in User.objects.filter(groups__name="shop_manager", is_active=True):
        tell(person, sentence, link=link, about=request.number)


def _refuse_strangers(user):
    if not may_handle(user):
        raise Refused(_("Only the data officer deals with these requests."))


def _set(request, **facts):
    DataRequest.objects.filter(pk=request.pk).update(**facts)
    for name, value in facts.items():
        setattr(request, name, value)
