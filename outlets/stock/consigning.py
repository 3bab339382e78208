"""The terms of a consignment: one side offers, the other says yes; then goods may come. And its end."""

from datetime import timedelta
from decimal import Decimal

from django.conf import settings
from django.db import transaction
from django.template.defaultfilters import floatformat
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.producers.models import StockPlace, StockRecord
from office.accounts.models import User
from office.notices import tell
from office.stages import Refused

from ..models import Consignment
from ..models.consignment import MOST_COMMISSION
from ..network.registering import facts_of_stop
from ..network.signals import outlet_stopped
from ..rules import keeps, supplies
from . import books

Stage = Consignment.Stage


def place_of(outlet, producer):
    """The stock place of the producer's goods at the outlet; None while no consignment runs there."""
    row = Consignment.objects.running().filter(outlet=outlet, producer=producer).select_related("place")
    return found.place if (found := row.first()) else None


@transaction.atomic
def offer(outlet, producer, *, commission, count_every=30, by):
    """Offer goods in commission, or other terms where it runs already; returns the `Consignment`.

    `commission`: percent of each sale the outlet keeps; `count_every`: days. The other side is told and
    says yes by `accept`. Raises `Refused` unless `by` keeps the outlet or acts for the producer, and for
    terms out of range.
    """
    by_outlet = _side(by, outlet, producer)
    commission = _checked(commission, count_every)
    found = Consignment.objects.select_for_update(no_key=True, of=("self",))
    row = found.filter(outlet=outlet, producer=producer).first()
    if row is None:
        row = Consignment.objects.create(outlet=outlet, producer=producer, offered=commission)
    elif row.stage in {Stage.DECLINED, Stage.ENDED}:
        row.advance(Stage.OFFERED, by=by)
    row.offered, row.offered_by, row.by_outlet, row.count_every = commission, by, by_outlet, count_every
    row.save(update_fields=["offered", "offered_by", "by_outlet", "count_every"])
    with override(settings.LANGUAGE_CODE):
        tell_other_side(
            row,
            _("%(who)s offers terms for goods in commission: %(commission)s %% of each sale."),
            from_outlet=by_outlet,
            commission=floatformat(commission),
        )
    return row


@transaction.atomic
def accept(consignment, *, by, today=None):
    """The other side says yes to the terms offered: they count from now on, and goods may come.

    Raises `Refused` for who offered them, and when nothing is offered.
    """
    row = _locked(consignment)
    _refuse_own_offer(row, by)
    row.commission, row.offered = row.offered, None
    if row.place is None:
        row.place = _open_place(row)
    today = today or timezone.localdate()
    row.since = row.since or today
    row.count_by = row.count_by or today + timedelta(days=row.count_every)
    row.save(update_fields=["commission", "offered", "place", "since", "count_by"])
    if not row.runs:
        row.advance(Stage.RUNNING, by=by)
    with override(settings.LANGUAGE_CODE):
        tell_other_side(
            row,
            _("%(who)s agrees to the terms: %(commission)s %% of each sale."),
            from_outlet=not row.by_outlet,
            commission=floatformat(row.commission),
        )
    return row


@transaction.atomic
def decline(consignment, *, reason, by):
    """The other side says no; terms that ran before go on. Raises `Refused` as `accept` does, or without a reason."""
    row = _locked(consignment)
    _refuse_own_offer(row, by)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    row.offered = None
    row.save(update_fields=["offered"])
    if row.stage == Stage.OFFERED:
        row.advance(Stage.DECLINED, by=by, reason=reason.strip())
    with override(settings.LANGUAGE_CODE):
        tell_other_side(
            row, _("%(who)s does not agree: %(reason)s"), from_outlet=not row.by_outlet, reason=reason.strip()
        )
    return row


@transaction.atomic
def end(consignment, *, reason, by):
    """No more goods in commission. Raises `Refused` while goods lie there or money is owed, or without a reason."""
    row = _locked(consignment)
    from_outlet = _side(by, row.outlet, row.producer)
    if not reason.strip():
        raise Refused(_("Say why."), field="reason")
    if StockRecord.objects.filter(place=row.place, num_in_stock__gt=0).exists():
        raise Refused(_("Goods still lie there: sell them or send them back first."))
    if books.debt_of(row):
        raise Refused(_("Money is still owed: note the payment first."))
    row.advance(Stage.ENDED, by=by, reason=reason.strip())
    row.offered = None
    row.save(update_fields=["offered"])
    with override(settings.LANGUAGE_CODE):
        tell_other_side(
            row,
            _("%(who)s ended the consignment: %(reason)s"),
            from_outlet=from_outlet,
            reason=reason.strip(),
        )
    return row


def watch():
    """Producers hear when an outlet with their goods in commission stops. Called in the app's `ready`."""
    outlet_stopped.connect(_outlet_stopped, dispatch_uid="consignments-outlet-stopped")


def _outlet_stopped(sender, *, outlet, **kwargs):
    facts = facts_of_stop(outlet)
    with override(settings.LANGUAGE_CODE):
        for row in Consignment.objects.running().filter(outlet=outlet).select_related("outlet", "producer"):
            tell_other_side(
                row,
                _(
                    "%(who)s serves nobody since %(day)s: %(reason)s. Agree on what becomes of your goods in commission there."
                ),
                from_outlet=True,
                day=facts["day"],
                reason=facts["reason"],
            )


def tell_other_side(consignment, sentence, *, from_outlet, link="", about="consignment", **facts):
    """Tell the producer's people, or the outlet's keepers, what the other side did; `%(who)s` is that side."""
    if from_outlet:
        who, people = consignment.outlet.name, consignment.producer.users.all()
    else:
        who = consignment.producer.name
        people = User.objects.filter(keepings__outlet=consignment.outlet, keepings__until=None)
    sentence %= {"who": who, **facts}
    for person in people:
        tell(person, sentence, link=link or consignment.get_absolute_url(), about=about)


def _locked(consignment):
    rows = Consignment.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("outlet", "producer", "place").get(pk=consignment.pk)


def _side(by, outlet, producer):
    """True for the outlet's side, False for the producer's. Raises `Refused` for anybody else."""
    if keeps(by, outlet):
        return True
    if supplies(by, producer):
        return False
    raise Refused(_("Only the point of sale and the producer agree on this."))


def _refuse_own_offer(row, by):
    if row.offered is None:
        raise Refused(_("No terms are offered at present."))
    if not (supplies(by, row.producer) if row.by_outlet else keeps(by, row.outlet)):
        raise Refused(_("The other side has to say yes to these terms."))


def _checked(commission, count_every):
    commission = Decimal(commission).quantize(Decimal("0.1"))
    if not 0 <= commission <= MOST_COMMISSION:
        raise Refused(
            _("A commission is between 0 and %(most)d %%.") % {"most": MOST_COMMISSION}, field="commission"
        )
    if not 1 <= count_every <= 366:
        raise Refused(_("Count at least once a year."), field="count_every")
    return commission


def _open_place(row):
    """A place named like the outlet, which sends no orders: what lies there is sold there."""
    places = StockPlace.objects.filter(producer=row.producer)
    name, number = row.outlet.name[:120], 1
    while places.filter(name=name).exists():
        number += 1
        name = f"{row.outlet.name[:110]} ({number})"
    return StockPlace.objects.create(
        producer=row.producer,
        name=name,
        kind=StockPlace.Kind.OUTLET,
        sends_orders=False,
        position=places.count() + 1,
    )
