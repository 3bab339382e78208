"""Orders placed as a guest become an account's, proven by a code sent to their phone."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from office.limiting import too_often
from office.notices import tell
from office.stages import Refused
from shop.order.models import Consent, Order

from .models import Claim


def guest_orders(phone):
    """The orders of this phone that belong to no account."""
    return Order.objects.filter(user=None, phone=phone)


def waiting_for(user):
    """How many guest orders the person's own, verified phone has. One query."""
    return guest_orders(user.phone).count() if user.phone and user.phone_verified else 0


def ask(phone, *, number=None, by):
    """Send a code to `phone` (E.164) if a guest order with this `number` has it; returns the `Claim`.

    Without `number` the phone must be the person's own, verified one. Whether anything was sent shows
    nowhere. Raises `Refused` when asked too often.
    """
    if number is None and not (by.phone_verified and str(by.phone) == str(phone)):
        raise Refused(_("This is not your verified phone number."), field="phone")
    limits = (("claim", by.pk, 5), ("claim-phone", phone, 3), ("claim-order", number or by.pk, 5))
    if sum(too_often(what, whom, times=times, seconds=3600) for what, whom, times in limits):
        raise Refused(_("Too many tries. Please wait an hour and try again."))
    orders = guest_orders(phone)
    if number is not None:
        orders = orders.filter(number=number)
    return _send(phone, by, fits=orders.exists())


@transaction.atomic
def _send(phone, by, *, fits):
    minutes = settings.CLAIM_CODE_MINUTES
    claim = Claim.objects.create(user=by, phone=phone, until=timezone.now() + timedelta(minutes=minutes))
    code = f"{secrets.randbelow(10**6):06d}"
    if fits:
        claim.code = _hash(claim, code)
        claim.save(update_fields=["code"])
        text = _("%(code)s is your code to fetch your orders at OCOP Hà Tĩnh. Give it to nobody.")
        tell(None, text % {"code": code}, phone=str(phone))
    return claim


def _hash(claim, code):
    return salted_hmac("order-claim", f"{claim.pk}:{claim.user_id}:{code}", algorithm="sha256").hexdigest()


def prove(claim, code, *, by):
    """Give all guest orders of the claim's phone to `by`; returns their number.

    Raises `Refused` at "code" when it is wrong, too late, or tried too often: each try counts.
    """
    with transaction.atomic():
        held = Claim.objects.select_for_update().get(pk=claim.pk)
        refusal = _why_not(held, by)
        if not refusal and not (held.code and constant_time_compare(held.code, _hash(held, code))):
            refusal = _("This code is not right. Please check it.")
        held.tries = min(held.tries + 1, settings.CLAIM_CODE_TRIES)
        held.proven_at = held.proven_at if refusal else timezone.now()
        held.save(update_fields=["tries", "proven_at"])
        number = 0 if refusal else _give(held.phone, by)
    if refusal:
        raise Refused(refusal, field="code")
    return number


def _why_not(claim, by):
    if claim.proven_at or claim.user_id != by.pk:
        return _("This code has been used. Please ask for a new one.")
    if claim.tries >= settings.CLAIM_CODE_TRIES:
        return _("Too many wrong codes. Please ask for a new one.")
    if timezone.now() > claim.until:
        return _("This code is too old. Please ask for a new one.")
    return ""


def _give(phone, by):
    pks = list(guest_orders(phone).select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    Consent.objects.filter(order__in=pks, user=None).update(user=by)
    return Order.objects.filter(pk__in=pks).update(user=by)


def forget_old():
    """Delete claims whose code has ended a day ago; returns how many. A phone number is kept no longer than needed."""
    return Claim.objects.filter(until__lt=timezone.now() - timedelta(days=1)).delete()[0]
