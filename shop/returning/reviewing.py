"""Reviews of what was delivered: by whoever opens the order's page, one per line; one invitation, days later."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue import reviewing
from office.outbox import handles, post
from office.stages import Refused
from shop.order.fulfilling import lock
from shop.order.models import Line, Parcel

from .models import Invitation, InvitationRefusal, LineReview
from .rules import delivered_at
from .telling import in_language_of, tell_buyer

JOB = "review-invitation"


@transaction.atomic
def review(line, *, score, title, body, name, by=None):
    """A review of the product of a delivered line, "bought here" by construction; it waits for moderation.

    `by` is None for a guest, whom the page's signature let in. Returns the review. Raises `Refused` before
    delivery, for a second one of the same line, for goods no longer known, and as `catalogue.reviewing.write`.
    """
    lock(line.order)
    if not delivered_at([line.parcel]):
        raise Refused(_("A review can be written once the parcel has been delivered."))
    if line.product is None:
        raise Refused(_("These goods are not in the shop any more."))
    if LineReview.objects.filter(line=line).exists():
        raise Refused(_("You have reviewed this already."))
    written = reviewing.write(
        line.product, score=score, title=title, body=body, name=name, by=by, bought=True
    )
    LineReview.objects.create(line=line, review=written)
    return written


def plan_invitation(parcel):
    """Some days after delivery the buyer is asked once how it was, unless they want no such letters."""
    post(JOB, {"parcel": parcel.pk}, due_at=timezone.now() + timedelta(days=settings.REVIEW_INVITATION_DAYS))


@handles(JOB)
def _invite_all(payloads):
    for payload in payloads:
        invite(payload["parcel"])


@transaction.atomic
def invite(pk):
    """Invite the buyer of this parcel, once; returns the `Invitation`, or None when it is not to be sent."""
    parcel = Parcel.objects.select_related("order").filter(pk=pk, stage=Parcel.Stage.DELIVERED).first()
    if parcel is None:
        return None
    order = lock(parcel.order)
    open_lines = Line.objects.filter(parcel=parcel, product__isnull=False, review_written=None)
    if Invitation.objects.filter(parcel=parcel).exists() or wants_none(order) or not open_lines.exists():
        return None
    made = Invitation.objects.create(parcel=parcel)
    with in_language_of(order):
        sentence = _("How was it? Tell others about the goods of parcel %(parcel)s in two sentences.") % {
            "parcel": str(parcel)
        }
        stop = (
            f"{settings.SITE_URL}{reverse('returns:no-invitations', args=[order.number])}?k={order.signature}"
        )
        note = _("No more such letters: %(link)s") % {"link": stop}
        if order.user_id or order.guest_email:
            tell_buyer(order, f"{sentence} {note}", subject=sentence)
    return made


def _email_of(order):
    return order.guest_email or (order.user.email if order.user_id else "") or ""


def wants_none(order):
    """Whether the buyer of this order has said that no invitations are wanted (by phone or address)."""
    refusals = InvitationRefusal.objects.filter(phone=str(order.phone))
    if email := _email_of(order):
        refusals |= InvitationRefusal.objects.filter(email__iexact=email)
    return refusals.exists()


def want_none(order):
    """The buyer wants no more invitations, for this order and any other; twice is once."""
    return InvitationRefusal.objects.get_or_create(
        phone=str(order.phone), defaults={"email": _email_of(order)}
    )[0]
