"""Producers hear what outlets sold of their goods: at once, once a day at an hour of theirs, or never."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers.models import Partner
from catalogue.templatetags.ocop import dong
from office.notices import tell
from office.outbox import handles, post
from office.stages import Refused

from ..models import Note, SalesAlert
from ..rules import supplies

When = SalesAlert.When
NAMED = 3  # goods that are named in one sentence


@transaction.atomic
def choose(producer, *, when, hour=18, by):
    """When the producer's people want to hear of sales; returns the row.

    Raises `Refused` for others, and for an hour that is none.
    """
    if not supplies(by, producer):
        raise Refused(_("This is another producer."))
    if not 0 <= hour <= 23:
        raise Refused(_("An hour is between 0 and 23."), field="hour")
    return SalesAlert.objects.update_or_create(producer=producer, defaults={"when": when, "hour": hour})[0]


def alert_of(producer):
    """What the producer chose; once a day at 18:00 when nobody has."""
    return SalesAlert.objects.filter(producer=producer).first() or SalesAlert(producer=producer)


def note_written(note):
    """A sale was written, or taken back: tell now, or let the worker tell at the hour chosen."""
    producer = note.consignment.producer
    alert = alert_of(producer)
    if alert.when == When.AT_ONCE:
        tell_of_sales(producer)
    elif alert.when == When.DAILY:
        post("sales-alert", {"producer": producer.pk}, due_at=_next(alert.hour, timezone.localtime()))


@transaction.atomic
def tell_of_sales(producer):
    """Tell the producer's people of all sales they have not been told of, in one sentence. Twice is once."""
    alert = SalesAlert.objects.get_or_create(producer=producer)[0]
    alert = SalesAlert.objects.select_for_update(of=("self",)).get(pk=alert.pk)
    untold = Note.objects.filter(
        consignment__producer=producer, kind=Note.Kind.SOLD, pk__gt=alert.told_id or 0
    ).order_by("pk")
    notes = list(untold.select_related("consignment__outlet").prefetch_related("lines__product__parent"))
    if not notes or alert.when == When.NEVER:
        return
    alert.told = notes[-1]
    alert.save(update_fields=["told"])
    with override(settings.LANGUAGE_CODE):
        sentence, link = _sentence(notes), reverse("keeping:goods")
        for person in producer.users.all():
            tell(person, sentence, subject=_("Sold at points of sale"), link=link, about="outlet-sales")


@handles("sales-alert")
def _tell_at_the_hour(payloads):
    for payload in payloads:
        producer = Partner.objects.filter(pk=payload["producer"]).first()
        if producer is not None:
            tell_of_sales(producer)


def _next(hour, now):
    """The next moment the clock shows `hour`."""
    then = now.replace(hour=hour, minute=0, second=0, microsecond=0)
    return then if then > now else then + timedelta(days=1)


def _sentence(notes):
    pieces: dict[str, int] = {}
    for note in notes:
        for line in note.lines.all():
            title = line.product.get_title()
            pieces[title] = pieces.get(title, 0) - line.change
    sold = sorted(((n, title) for title, n in pieces.items() if n), key=lambda each: (-each[0], each[1]))
    goods = ", ".join(f"{n} × {title}" for n, title in sold[:NAMED])
    if len(sold) > NAMED:
        goods += ", …"
    places = sorted({note.consignment.outlet.name for note in notes})
    return _("Sold at %(places)s: %(goods)s. Together %(amount)s, of which %(due)s is due to you.") % {
        "places": ", ".join(places),
        "goods": goods or "0",
        "amount": dong(sum(note.amount for note in notes)),
        "due": dong(sum(note.due for note in notes)),
    }
