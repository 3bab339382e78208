"""An outlet is verified: somebody who knows says that what is on record is right today.

Keepers are asked by a link before an outlet becomes stale (90 days): after 75 days, and once more after 85.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.accounts.models import User
from office.notices import tell
from office.stages import Refused

from ..models import ConfirmationAsk, Outlet, Verification
from ..models.outlet import STALE_AFTER
from ..rules import keeps, runs_network

ASK_AFTER = timedelta(days=75)
REMIND_AFTER = timedelta(days=85)


@transaction.atomic
def verify(outlet, *, by, on=None, way=Verification.Way.DESK):
    """What is on record of the outlet was right on `on` (a day; today unless given), says `by`.

    Raises `Refused` unless `by` keeps it or runs the network, and for a day in the future.
    """
    if not runs_network(by) and not keeps(by, outlet):
        raise Refused(_("Only its keepers and the Department verify a point of sale."))
    on = on or timezone.localdate()
    if on > timezone.localdate():
        raise Refused(_("The day lies in the future."), field="on")
    Verification.objects.create(outlet=outlet, by=by, on=on, way=way)
    if outlet.verified_on is None or on >= outlet.verified_on:
        outlet.verified_on, outlet.verified_by = on, by
        outlet.save(update_fields=["verified_on", "verified_by", "changed_at"])
    return outlet


def keepers_of(outlet):
    """The people who keep the outlet today."""
    return User.objects.filter(keepings__outlet=outlet, keepings__until=None, is_active=True)


@transaction.atomic
def ask(outlet, *, by):
    """Send each keeper a link to confirm with, by e-mail or text message. Returns the asks.

    Raises `Refused` unless `by` runs the network, when the outlet serves nobody, and without a keeper.
    """
    if not runs_network(by):
        raise Refused(_("The Department asks keepers to confirm."))
    if not outlet.serves:
        raise Refused(_("It serves nobody now: there is nothing to confirm."))
    sent = _send(outlet, by_clock=False)
    if not sent:
        raise Refused(_("Nobody keeps this point of sale: appoint a keeper first."))
    return sent


@transaction.atomic
def confirm(asked):
    """The keeper pressed the button behind the link. Used again it changes nothing. Returns the ask.

    Raises `Refused` when the link has ended or its keeper keeps the outlet no longer.
    """
    asked = ConfirmationAsk.objects.select_for_update().get(pk=asked.pk)
    if asked.used_at:
        return asked
    if asked.has_ended:
        raise Refused(_("This link has ended: it lasted 30 days."))
    if not keepers_of(asked.outlet).filter(pk=asked.keeper_id).exists():
        raise Refused(_("You do not keep this point of sale any more."))
    verify(asked.outlet, by=asked.keeper, way=Verification.Way.LINK)
    asked.used_at = timezone.now()
    asked.save(update_fields=["used_at"])
    return asked


def ask_in_time(today=None):
    """Ask the keepers of outlets about to become stale, once, and remind them once. Returns how many links went out."""
    today = today or timezone.localdate()
    sent = 0
    since = Coalesce("verified_on", "stage_since")
    ageing = Outlet.objects.serving().annotate(since=since).filter(since__lte=today - ASK_AFTER)
    for outlet in ageing:
        with transaction.atomic():
            locked = Outlet.objects.select_for_update().annotate(since=since).get(pk=outlet.pk)
            asked = locked.asks.filter(by_clock=True, sent_on__gt=locked.since).count()
            late = locked.since <= today - REMIND_AFTER
            if locked.since <= today - ASK_AFTER and (asked == 0 or (late and _asked_once(locked, today))):
                sent += len(_send(locked, by_clock=True, today=today))
    return sent


def unconfirmed(user):
    """Links sent to `user` that still wait for the tap."""
    first = timezone.localdate() - timedelta(days=30)
    rows = ConfirmationAsk.objects.filter(keeper=user, used_at=None, sent_on__gte=first)
    rows = rows.filter(outlet__keepings__user=user, outlet__keepings__until=None)
    return rows.exclude(outlet__verified_on__gte=F("sent_on"))


def _asked_once(outlet, today):
    days = set(outlet.asks.filter(by_clock=True, sent_on__gt=outlet.since).values_list("sent_on", flat=True))
    return len(days) == 1 and today - min(days) >= REMIND_AFTER - ASK_AFTER


def _send(outlet, *, by_clock, today=None):
    today = today or timezone.localdate()
    sent = []
    with override(settings.LANGUAGE_CODE):
        if outlet.verified_on:
            ends = outlet.verified_on + STALE_AFTER
            sentence = _(
                "Is what the site says of “%(outlet)s” still right? Last verified on %(day)s; from %(end)s visitors see it as unverified. One tap confirms:"
            ) % {
                "outlet": outlet.name,
                "day": f"{outlet.verified_on:%d/%m/%Y}",
                "end": f"{ends + timedelta(days=1):%d/%m/%Y}",
            }
        else:
            sentence = _(
                "Is what the site says of “%(outlet)s” right? Nobody has verified it yet. One tap confirms:"
            ) % {"outlet": outlet.name}
        subject = _("Please confirm with one tap: %(outlet)s") % {"outlet": outlet.name}
        for keeper in keepers_of(outlet):
            asked = ConfirmationAsk.objects.create(
                outlet=outlet, keeper=keeper, by_clock=by_clock, sent_on=today
            )
            link = asked.get_absolute_url()
            said = sentence if keeper.email else f"{sentence} {settings.SITE_URL}{link}"
            tell(keeper, said, subject=subject, link=link, about=f"outlet-{outlet.pk}")
            sent.append(asked)
    return sent
