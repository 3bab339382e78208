"""Callbacks: stored as they came, verified, answered; believed after that, each event once."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from office.outbox import handles, post

from .gateways import Forged, gateway
from .models.callback import Callback
from .models.trouble import Trouble
from .taking import take
from .troubles import raise_trouble

MOST_BYTES = 64 * 1024


def receive(code, body, headers):
    """Store what the gateway `code` was told (bytes, mapping); returns the `Callback`.

    It is handled by the outbox after the commit, so that the provider hears at once. Raises `Forged`
    when it is not the provider's: then it is stored, and nothing else.
    """
    way = gateway(code)
    callback = Callback.objects.create(
        gateway=code, body=body.decode("utf-8", "replace"), headers=way.kept_headers(headers)
    )
    try:
        event = way.verify(body, headers)
    except Forged as fault:
        Callback.objects.filter(pk=callback.pk).update(outcome=f"forged: {fault}"[:200])
        fault.callback = callback
        raise
    with transaction.atomic():
        _name(callback, event)
        if callback.repeats_id is None:
            post("payment-callback", {"callback": callback.pk})
    return callback


def forget(fault):
    """Keep no more of a flood of forged ones."""
    fault.callback.delete()


def forget_old(before):
    """Part handled calls received before the moment `before` from what was said in them, and throw forged ones
    away; returns how many. What they led to stays in its own rows.
    """
    old = Callback.objects.filter(received_at__lt=before)
    forged = old.filter(verified=False).delete()[0]
    return forged + old.filter(handled_at__isnull=False).exclude(body="").update(body="", headers={})


def _name(callback, event):
    """Give it the provider's name of the event; the second of one name repeats the first."""
    callback.verified = True
    try:
        with transaction.atomic():
            callback.event = event
            callback.save(update_fields=["verified", "event"])
    except IntegrityError:
        callback.event = None
        callback.repeats = Callback.objects.get(gateway=callback.gateway, event=event)
        callback.outcome, callback.handled_at = "again", timezone.now()
        callback.save()


@handles("payment-callback")
def _handle(payloads):
    for payload in payloads:
        handle(Callback.objects.get(pk=payload["callback"]))


def handle(callback):
    """Take what a verified callback says, in one transaction with the note that it was taken."""
    with transaction.atomic():
        fresh = Callback.objects.select_for_update(no_key=True).get(pk=callback.pk)
        if fresh.handled_at is not None or not fresh.verified:
            return fresh
        try:
            said = gateway(fresh.gateway).events(fresh.body)
        except (ValueError, KeyError, TypeError) as fault:  # another shape than we know
            text = f"{fresh.gateway} {fresh.event}: {fault!r}"
            raise_trouble(Trouble.Kind.UNREADABLE, text=text)
            outcomes = [f"unreadable: {fault!r}"]
        else:
            outcomes = [take(fresh.gateway, each) for each in said]
        fresh.outcome, fresh.handled_at = ", ".join(outcomes)[:200] or "nothing to do", timezone.now()
        fresh.save(update_fields=["outcome", "handled_at"])
        return fresh
