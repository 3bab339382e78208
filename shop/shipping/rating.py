"""The shop's methods, their tables of rates, and the days without delivery."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.producers.folding import fold
from office.roles import has_role
from office.stages import Refused

from . import carriers
from .models import ClosedDay, Method, Rate, Reach

MOST_FEE = 10_000_000
MOST_HOURS = 24 * 30


@dataclass(slots=True)
class Row:
    """A zone's line of the table as typed: a fee for each weight, None where nothing was typed."""

    fees: list[int | None]
    per_extra_kg: int | None = None
    hours_min: int | None = None
    hours_max: int | None = None
    free_from: int | None = None

    @property
    def is_empty(self):
        rest = (self.per_extra_kg, self.hours_min, self.hours_max, self.free_from)
        return all(each is None for each in (*self.fees, *rest))


def may_set_rates(user):
    """The shop manager decides what delivery costs."""
    return has_role(user, "shop_manager", "administrator")


def refuse_others(user):
    if not may_set_rates(user):
        raise Refused(_("Delivery is arranged by the shop manager."))


@transaction.atomic
def save_method(method, *, by, name, courier, carrier, needs_tracking, tracking_url, days_off, is_active):
    """Change `method`, or make one (None). Raises `Refused` without the right or for an address that is none."""
    refuse_others(by)
    if tracking_url and not (tracking_url.startswith("https://") and "{code}" in tracking_url):
        raise Refused(_("The address begins with https:// and has {code} in it."), field="tracking_url")
    if carrier not in dict(carriers.choices()) and not (method and method.carrier == carrier):
        raise Refused(_("This courier is not connected."), field="carrier")
    if len(set(days_off)) > 6:
        raise Refused(_("It must be collected on one day at least."), field="days_off")
    if Method.objects.filter(name=name.strip()).exclude(pk=method.pk if method else 0).exists():
        raise Refused(_("There is a method of this name already."), field="name")
    method = method or Method(code=_free_code(name), position=Method.objects.count())
    method.name, method.courier, method.carrier = name.strip(), courier.strip(), carrier
    method.needs_tracking, method.tracking_url = needs_tracking, tracking_url
    method.days_off, method.is_active = sorted({int(day) for day in days_off}), is_active
    method.save()
    return method


def _free_code(name):
    code = slugify(fold(name))[:30] or "cach"
    taken = {*Method.objects.values_list("code", flat=True), "own", "none", "courier"}
    return code if code not in taken else f"{code}-{len(taken)}"


@transaction.atomic
def set_table(method, steps, rows, *, by):
    """Replace the table of `method`: `steps` are weights in g (None for an unused column), `rows` {zone: `Row`}.

    A zone whose row is empty is not reached. Raises `Refused` without the right, and at "step-<n>",
    "fee-<zone>-<n>", "extra-<zone>", "min-<zone>", "max-<zone>" or "free-<zone>" for what cannot be.
    """
    refuse_others(by)
    Method.objects.select_for_update(no_key=True).get(pk=method.pk)
    _refuse_steps(steps)
    for zone, row in rows.items():
        if not row.is_empty:
            _refuse_row(zone, row, steps)
    Reach.objects.filter(method=method).delete()
    for zone, row in rows.items():
        if row.is_empty:
            continue
        reach = Reach.objects.create(
            method=method,
            zone=zone,
            per_extra_kg=row.per_extra_kg,
            hours_min=row.hours_min,
            hours_max=row.hours_max,
            free_from=row.free_from,
        )
        Rate.objects.bulk_create(
            Rate(reach=reach, up_to_g=step, fee=fee)
            for step, fee in zip(steps, row.fees, strict=True)
            if step is not None and fee is not None
        )
    return method


def _refuse_steps(steps):
    before = 0
    for n, step in enumerate(steps):
        if step is None:
            continue
        if step <= before:
            sentence = _("Weights overlap: this column must be heavier than the one before (%(before)d g).")
            raise Refused(sentence % {"before": before}, field=f"step-{n}")
        before = step
    if not before:
        raise Refused(_("Give at least one weight."), field="step-0")


def _refuse_row(zone, row, steps):
    key = zone.pk
    if not (zone.province_rows.exists() or zone.commune_rows.exists()):
        raise Refused(_("“%(zone)s” has no province yet.") % {"zone": zone}, field=f"fee-{key}-0")
    before = 0
    for n, (step, fee) in enumerate(zip(steps, row.fees, strict=True)):
        field = f"fee-{key}-{n}"
        if step is None and fee is not None:
            raise Refused(_("Give the weight of this column."), field=f"step-{n}")
        if step is None:
            continue
        if fee is None:
            raise Refused(_("Give the fee of this zone for up to %(step)d g.") % {"step": step}, field=field)
        if not 0 <= fee <= MOST_FEE:
            raise Refused(_("A fee is 0 ₫ or more."), field=field)
        if fee < before:
            raise Refused(_("A heavier parcel cannot cost less than a lighter one."), field=field)
        before = fee
    for name, amount in (("extra", row.per_extra_kg), ("free", row.free_from)):
        if amount is not None and amount < 0:
            raise Refused(_("An amount is 0 ₫ or more."), field=f"{name}-{key}")
    if row.hours_min is None or row.hours_max is None:
        name = "min" if row.hours_min is None else "max"
        raise Refused(_("Give how many hours it takes."), field=f"{name}-{key}")
    if not 0 <= row.hours_min <= row.hours_max <= MOST_HOURS:
        raise Refused(_("At most cannot be less than at least."), field=f"max-{key}")


@transaction.atomic
def close_day(day, name, *, by):
    """Nobody collects or delivers on `day`. Raises `Refused` without the right."""
    refuse_others(by)
    return ClosedDay.objects.update_or_create(day=day, defaults={"name": name.strip()})[0]


@transaction.atomic
def open_again(closed, *, by):
    """There is delivery on that day after all. Raises `Refused` without the right."""
    refuse_others(by)
    closed.delete()


@transaction.atomic
def settle_event(event, *, by):
    """A person looked at a courier's report. Raises `Refused` without the right."""
    refuse_others(by)
    event.settled_at = timezone.now()
    event.save(update_fields=["settled_at"])
    return event
