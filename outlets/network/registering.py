"""The register of outlets: taken in, corrected, opened, suspended, closed, opened again; and who keeps them.

Every move has a day and, where nobody is served any more, a reason; no outlet is ever deleted.
"""

from decimal import Decimal

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import localize
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue import picturing
from catalogue.producers.folding import fold
from office.accounts.models import User
from office.notices import tell
from office.roles import give_role
from office.stages import Refused

from ..borders import in_vietnam
from ..hours import osm
from ..models import ConfirmationAsk, Keeping, NetworkReport, Outlet, RecognitionApplication, Verification
from ..models.outlet import LATITUDES, LONGITUDES
from ..rules import keeps, runs_network
from .signals import outlet_stopped

# What the Department writes down, and what a keeper may change without it.
FACTS = frozenset(
    {"name", "kind", "funding", "operator", "producer", "commune", "street", "old_address", "latitude",
     "longitude", "hours", "by_appointment", "on_holidays", "visit_capacity"}
)  # fmt: skip
KEEPER_FACTS = frozenset({"phone", "email", "about", "coach_places", "languages", "payments", "picks_up"})
MOST_COACHES = 100
MOST_GUESTS = 500


@transaction.atomic
def register(*, name, kind, commune, street, operator, by, slug="", on=None, **facts):
    """An outlet, planned since `on` (a day; today unless given); its address is made from the name unless given.

    Raises `Refused` unless `by` runs the network, for a taken name or `slug` (twice the same name is a slip more
    often than two shops), and as `correct` does.
    """
    _refuse_outsider(by)
    on = on or timezone.localdate()
    _refuse_future(on)
    slug = slug or slugify(fold(name))[:80].strip("-") or "diem-ban"
    taken = Refused(_("There is a point of sale with this name already."), field="slug")
    if Outlet.objects.filter(Q(slug=slug) | Q(name=name)).exists():
        raise taken
    facts |= {"name": name, "kind": kind, "commune": commune, "street": street, "operator": operator}
    _check(Outlet(), facts)
    try:
        with transaction.atomic():
            return Outlet.objects.create(slug=slug, stage_since=on, **facts)
    except IntegrityError as fault:  # somebody registered it in the same moment
        if "slug" not in str(fault):
            raise
        raise taken from fault


@transaction.atomic
def correct(outlet, *, by, **facts):
    """Change facts of the outlet; returns it. Its keepers change `KEEPER_FACTS` only, the Department all.

    Raises `Refused` at the field: a point outside Vietnam or missing while the outlet serves, a commune
    that is not in force, more coaches or guests than any place takes.
    """
    wrong = facts.keys() - FACTS - KEEPER_FACTS
    if wrong:
        raise ValueError(f"No facts of an outlet: {wrong}")
    if not runs_network(by) and not (keeps(by, outlet) and facts.keys() <= KEEPER_FACTS):
        raise Refused(_("The Department of Industry and Trade keeps the register of points of sale."))
    fresh = Outlet.objects.select_for_update().get(pk=outlet.pk)
    _check(fresh, facts)
    for field, value in facts.items():
        setattr(fresh, field, value)
        setattr(outlet, field, value)
    fresh.save(update_fields=[*facts, "changed_at"])
    return fresh


def show_picture(outlet, content, *, by, illustration=False):
    """Show the picture `content` (as `picturing.store_picture` takes it) of the outlet; returns the `Picture`.

    Raises `Refused` without the right, and as `picturing.store_picture` does.
    """
    if not runs_network(by) and not keeps(by, outlet):
        raise Refused(_("The Department of Industry and Trade keeps the register of points of sale."))
    alt = _("Drawing: %(name)s") if illustration else _("Picture: %(name)s")
    picture = picturing.store_picture(
        content, title=outlet.name, alt=alt % {"name": outlet.name}, illustration=illustration, by=by
    )
    outlet.picture, outlet.picture_set = picture, picturing.renditions_of(picture)
    outlet.save(update_fields=["picture", "picture_set", "changed_at"])
    return picture


def show_upload(outlet, upload, *, by):
    """Show an uploaded picture of the outlet. Raises `Refused` as `show_picture` does."""
    if upload.size > picturing.MAX_BYTES:
        raise Refused(_("The picture is larger than 10 MB. Please send a smaller one."), field="picture")
    return show_picture(outlet, upload.read(), by=by)


def open_up(outlet, *, by, on=None, reason=""):
    """The outlet receives visitors since `on`. Raises `Refused` as `_move` does."""
    return _move(outlet, Outlet.Stage.OPEN, by=by, on=on, reason=reason)


def make_seasonal(outlet, *, by, on=None, reason=""):
    """The outlet receives visitors in its season; the months are in its hours."""
    return _move(outlet, Outlet.Stage.SEASONAL, by=by, on=on, reason=reason)


def suspend(outlet, *, by, reason, on=None):
    """The outlet serves nobody for a time, since `on`. Its keepers hear of it, and who has something to come there."""
    return _move(outlet, Outlet.Stage.SUSPENDED, by=by, on=on, reason=reason)


def close(outlet, *, by, reason, on=None):
    """The outlet is closed for good since `on`; it stays in the register and is shown as closed. Told as `suspend` is."""
    return _move(outlet, Outlet.Stage.CLOSED, by=by, on=on, reason=reason)


def reopen(outlet, *, by, on=None, reason=""):
    """A suspended or closed outlet receives visitors again since `on`."""
    if outlet.stage not in {Outlet.Stage.SUSPENDED, Outlet.Stage.CLOSED}:
        raise Refused(_("Only a suspended or closed point of sale can be opened again."), field="stage")
    return _move(outlet, Outlet.Stage.OPEN, by=by, on=on, reason=reason)


@transaction.atomic
def appoint(outlet, user, *, by, since=None):
    """`user` keeps the outlet since this day, with the role of keeper. Returns the `Keeping`; once only."""
    _refuse_outsider(by)
    Outlet.objects.select_for_update().get(pk=outlet.pk)
    if not user.is_active:
        raise Refused(_("This account is closed."), field="login")
    if Keeping.objects.filter(outlet=outlet, user=user, until=None).exists():
        raise Refused(_("This person keeps the point of sale already."), field="login")
    give_role(user, "keeper", by=by)
    return Keeping.objects.create(outlet=outlet, user=user, since=since or timezone.localdate())


def appoint_by_login(outlet, *, login, by):
    """`appoint` the owner of the account with this e-mail address or phone number, and tell them."""
    _refuse_outsider(by)
    login = login.strip()
    found = User.objects.filter(email__iexact=login) if "@" in login else User.objects.filter(phone=login)
    person = found.filter(is_active=True).first()
    if person is None:
        raise Refused(_("No account has this e-mail address or phone number."), field="login")
    keeping = appoint(outlet, person, by=by)
    tell(person, _("You keep “%(outlet)s” now.") % {"outlet": outlet.name}, link="/ban-lam-viec/")
    return keeping


@transaction.atomic
def relieve(keeping, *, by):
    """The person keeps the outlet no longer, from today; who keeps no other loses the role."""
    _refuse_outsider(by)
    if not Keeping.objects.filter(pk=keeping.pk, until=None).update(until=timezone.localdate()):
        raise Refused(_("This person does not keep the point of sale any more."))
    keeping.until = timezone.localdate()
    if not Keeping.objects.filter(user=keeping.user, until=None).exists():
        keeping.user.groups.remove(*keeping.user.groups.filter(name="keeper"))
    return keeping


def collect(person):
    """What is kept of a person who keeps or kept outlets."""
    if person.user is None:
        return []
    rows = Keeping.objects.filter(user=person.user).select_related("outlet")
    return [
        {
            "outlet": row.outlet.name,
            "since": row.since.isoformat(),
            "until": row.until.isoformat() if row.until else "",
            "verified_on": [each.on.isoformat() for each in row.outlet.verifications.filter(by=person.user)],
        }
        for row in rows
    ]


@transaction.atomic
def erase(person):
    """The person keeps no outlet any more; verifications lose the name. Applications and reports stay as filed."""
    user = person.user
    if user is None:
        return []
    Keeping.objects.filter(user=user, until=None).update(until=timezone.localdate())
    Verification.objects.filter(by=user).update(by=None)
    ConfirmationAsk.objects.filter(keeper=user).delete()
    Outlet.objects.filter(verified_by=user).update(verified_by=None)
    filed = RecognitionApplication.objects.filter(applicant=user).exists()
    filed = filed or NetworkReport.objects.filter(by=user).exists()
    if not filed:
        return []
    return [_("Applications for recognition and reports of points of sale stay in the Department's files.")]


@transaction.atomic
def _move(outlet, stage, *, by, on, reason):
    """Raises `Refused` without the right, for a day in the future or before the last move, without a
    reason when it serves nobody from then on, and without a point on the map when it serves.
    """
    _refuse_outsider(by)
    on, reason = on or timezone.localdate(), reason.strip()
    _refuse_future(on)
    fresh = Outlet.objects.select_for_update().get(pk=outlet.pk)
    if on < fresh.stage_since:
        raise Refused(
            _("It is “%(stage)s” since %(day)s: the day cannot lie before.")
            % {"stage": fresh.stage_label, "day": f"{fresh.stage_since:%d/%m/%Y}"},
            field="on",
        )
    serves = stage in Outlet.SERVING
    if not serves and not reason:
        raise Refused(_("Say why it serves nobody any more: visitors read it."), field="reason")
    if serves and fresh.latitude is None:
        raise Refused(_("A point of sale that is open needs a point on the map."), field="latitude")
    said = _("since %(day)s") % {"day": f"{on:%d/%m/%Y}"}
    logged = f"{said}: {reason}" if reason else said
    if serves:  # the database wants a reason while nobody is served
        outlet.advance(stage, by=by, reason=logged)
    Outlet.objects.filter(pk=outlet.pk).update(stage_since=on, stage_reason=reason, changed_at=timezone.now())
    outlet.stage_since, outlet.stage_reason = on, reason
    if serves:
        return outlet
    outlet.advance(stage, by=by, reason=logged)
    with override(settings.LANGUAGE_CODE):
        sentence = _(
            "“%(outlet)s” serves nobody since %(day)s: %(reason)s. Look after the groups, orders and goods expected there."
        )
        for keeping in outlet.keepings.filter(until=None, user__is_active=True).select_related("user"):
            link = reverse("keeping:day", args=[outlet.pk])
            tell(keeping.user, sentence % facts_of_stop(outlet), link=link, about=f"outlet-{outlet.pk}")
    outlet_stopped.send(sender=Outlet, outlet=outlet)
    return outlet


def facts_of_stop(outlet):
    """What is said of an outlet that serves nobody: its name, since when, why."""
    return {
        "outlet": outlet.name,
        "day": f"{outlet.stage_since:%d/%m/%Y}",
        "reason": outlet.stage_reason.rstrip("."),
    }


def _check(outlet, facts):
    """Refuse what cannot be true of `outlet` once `facts` are written."""
    after = {field: facts.get(field, getattr(outlet, field)) for field in ("latitude", "longitude")}
    if (after["latitude"] is None) != (after["longitude"] is None):
        missing = "latitude" if after["latitude"] is None else "longitude"
        raise Refused(_("A point on the map has both a latitude and a longitude."), field=missing)
    if after["latitude"] is None and outlet.pk and outlet.serves:
        raise Refused(_("A point of sale that is open needs a point on the map."), field="latitude")
    for field, (low, high) in {"latitude": LATITUDES, "longitude": LONGITUDES}.items():
        value = after[field]
        if value is not None and not low <= Decimal(value) <= high:
            raise Refused(
                _("The point lies outside Vietnam: this is between %(low)s and %(high)s degrees here.")
                % {"low": localize(low.normalize()), "high": localize(high.normalize())},
                field=field,
            )
    if after["latitude"] is not None and not in_vietnam(after["latitude"], after["longitude"]):
        raise Refused(_("This point does not lie in Vietnam."), field="latitude")
    commune = facts.get("commune")
    if commune is not None and commune.valid_to and commune.valid_to < timezone.localdate():
        raise Refused(_("This commune is not in force any more: choose today's."), field="commune")
    _check_hours(facts.get("hours", ""))
    if facts.get("coach_places", 0) > MOST_COACHES:
        raise Refused(_("No place here takes more than 100 coaches."), field="coach_places")
    if not 1 <= facts.get("visit_capacity", 1) <= MOST_GUESTS:
        raise Refused(_("A visit takes between 1 and 500 guests."), field="visit_capacity")


def _check_hours(text):
    """Refuse hours nobody could read back: the weekly grid of `outlets.hours.scheduling` writes them."""
    try:
        osm.read(text)
    except osm.Unreadable as fault:
        raise Refused(_("These hours cannot be read."), field="hours") from fault


def _refuse_outsider(by):
    if not runs_network(by):
        raise Refused(_("The Department of Industry and Trade keeps the register of points of sale."))


def _refuse_future(day):
    if day > timezone.localdate():
        raise Refused(_("The day lies in the future."), field="on")
