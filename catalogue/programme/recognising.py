"""Certificates: award, renew, downgrade, withdraw, expire. The one writer of a product's stars.

A certificate is recorded from the day it takes effect, so the product's columns tell the truth on
every later day without any job: they hold the stars and both ends, and every read asks for a day.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.models import Product
from catalogue.producers.folding import fold
from catalogue.templatetags.ocop import day_text
from office.stages import Refused

from .models import Recognition, StarChange
from .signals import stars_changed

MONTHS = 36  # validity unless the decision says otherwise (Decision 148/QĐ-TTg)


@transaction.atomic
def award(
    product,
    *,
    stars,
    issuer,
    decision_number,
    decision_date,
    criteria,
    by,
    valid_from=None,
    valid_to=None,
    code="",
    score=None,
    document=None,
    variant=None,
):
    """Record a certificate of `stars` (1–5) for `product`, by default 36 months from the decision's day.

    Raises `Refused` for stars out of range, a missing decision, days out of order, a day still to
    come, or a certificate that overlaps a running one (renew that instead).
    """
    product = _locked(product)
    valid_from = valid_from or decision_date
    _refuse_bad_decision(stars, decision_number, decision_date)
    valid_to = valid_to or valid_from + relativedelta(months=MONTHS) - timedelta(days=1)
    _refuse_bad_days(valid_from, valid_to, decision_date)
    _refuse_strange_size(product, variant)
    running = Recognition.objects.filter(product=product, valid_from__lte=valid_to, ends_on__gte=valid_from)
    if variant is not None:  # a certificate for all sizes covers this one too
        running = running.filter(Q(variant=variant) | Q(variant=None))
    if overlapping := running.first():
        raise Refused(
            _("This product has a certificate for these days already (decision %(number)s, until %(day)s).")
            % {"number": overlapping.decision_number, "day": day_text(overlapping.ends_on)},
            field="valid_from",
        )
    recognition = _record(
        product, stars, issuer, decision_number, decision_date, criteria, valid_from, valid_to, code, score,
        document, variant,
    )  # fmt: skip
    _log(
        recognition,
        StarChange.Kind.AWARD,
        0,
        stars,
        valid_from,
        "",
        decision_number,
        decision_date,
        issuer,
        by,
    )
    return _settle(product, recognition)


@transaction.atomic
def renew(recognition, *, stars, issuer, decision_number, decision_date, criteria, by, valid_from=None, valid_to=None, code="", score=None, document=None):  # fmt: skip
    """Follow `recognition` by a new certificate; the old one ends the day before, if it still runs."""
    product = _locked(recognition.product)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    valid_from = valid_from or decision_date
    _refuse_bad_decision(stars, decision_number, decision_date)
    valid_to = valid_to or valid_from + relativedelta(months=MONTHS) - timedelta(days=1)
    _refuse_bad_days(valid_from, valid_to, decision_date)
    if valid_from <= recognition.valid_from:
        raise Refused(_("A renewal starts after the certificate it follows."), field="valid_from")
    _refuse_later(recognition, valid_from)
    before = recognition.stars if recognition.ends_on >= valid_from else 0
    _end(recognition, valid_from - timedelta(days=1))
    new = _record(
        product, stars, issuer, decision_number, decision_date, criteria, valid_from, valid_to, code, score,
        document, recognition.variant,
    )  # fmt: skip
    _log(
        new, StarChange.Kind.RENEW, before, stars, valid_from, "", decision_number, decision_date, issuer, by
    )
    return _settle(product, new)


@transaction.atomic
def downgrade(recognition, *, stars, reason, decision_number, decision_date, decided_by, by):
    """Fewer stars for the remaining time, from the decision's day; returns the new certificate.

    Raises `Refused` when the certificate does not run, the stars would not fall, or no decision is named.
    """
    product = _locked(recognition.product)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    _refuse_bad_decision(stars, decision_number, decision_date)
    _refuse_ended(recognition, decision_date)
    _refuse_later(recognition, decision_date)
    if stars >= recognition.stars:
        raise Refused(
            _("A downgrade goes down: this certificate has %(stars)d stars.") % {"stars": recognition.stars},
            field="stars",
        )
    if decision_date <= recognition.valid_from:
        raise Refused(_("The decision is dated before the certificate took effect."), field="decision_date")
    last_day = recognition.ends_on
    _end(recognition, decision_date - timedelta(days=1))
    new = _record(
        product, stars, decided_by, decision_number, decision_date, recognition.criteria, decision_date,
        last_day, "", None, None, recognition.variant,
    )  # fmt: skip
    _log(
        new, StarChange.Kind.DOWNGRADE, recognition.stars, stars, decision_date, reason, decision_number,
        decision_date, decided_by, by,
    )  # fmt: skip
    return _settle(product, new)


@transaction.atomic
def withdraw(recognition, *, reason, decision_number, decision_date, decided_by, by):
    """End a running certificate by decision: no star from the decision's day on; returns the `StarChange`."""
    product = _locked(recognition.product)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    _refuse_bad_decision(1, decision_number, decision_date)
    _refuse_ended(recognition, decision_date)
    _refuse_later(recognition, decision_date)
    if not reason.strip():
        raise Refused(_("Say why the certificate is withdrawn."), field="reason")
    if decision_date < recognition.valid_from:
        raise Refused(_("The decision is dated before the certificate took effect."), field="decision_date")
    _end(recognition, decision_date - timedelta(days=1))
    change = _log(
        recognition, StarChange.Kind.WITHDRAW, recognition.stars, 0, decision_date, reason, decision_number,
        decision_date, decided_by, by,
    )  # fmt: skip
    _settle(product, recognition)
    return change


@transaction.atomic
def expire_lapsed(on=None):
    """Write down, once, each certificate that ended of itself before `on` (today); returns how many.

    Only the log and the listeners wait for this: the star itself is gone since the day after.
    """
    on = on or timezone.localdate()
    ended = (
        Recognition.objects.filter(ends_on__lt=on)
        .exclude(changes__kind__in=[StarChange.Kind.EXPIRE, StarChange.Kind.WITHDRAW])
        .select_related("product")
    )
    count = 0
    for recognition in ended:
        if recognition.ends_on < recognition.valid_to:
            continue  # superseded by a renewal or a downgrade
        _log(
            recognition, StarChange.Kind.EXPIRE, recognition.stars, 0,
            recognition.ends_on + timedelta(days=1), "", "", None, "", None,
        )  # fmt: skip
        stars_changed.send(Recognition, product=recognition.product)
        count += 1
    return count


def _locked(product):
    return Product.objects.select_for_update(of=("self",)).get(pk=product.pk)


def _refuse_bad_decision(stars, number, decided_on):
    if stars not in range(1, 6):
        raise Refused(_("A product has one to five stars."), field="stars")
    if not (number or "").strip():
        raise Refused(_("Name the decision: its number is on the paper."), field="decision_number")
    if decided_on is None or decided_on > timezone.localdate():
        raise Refused(_("The decision's day is still to come."), field="decision_date")


def _refuse_strange_size(product, variant):
    if variant is not None and variant.parent_id != product.pk:
        raise Refused(_("This is no size of that product."), field="variant")


def _refuse_bad_days(valid_from, valid_to, decided_on):
    if valid_from > timezone.localdate():
        raise Refused(
            _("A certificate is recorded from the day it takes effect, which is still to come."),
            field="valid_from",
        )
    if valid_to < valid_from:
        raise Refused(_("The last day comes before the first."), field="valid_to")


def _refuse_ended(recognition, day):
    if recognition.ends_on < day:
        raise Refused(
            _("This certificate ended on %(day)s already.") % {"day": day_text(recognition.ends_on)},
            field="decision_date",
        )


def _refuse_later(recognition, day):
    later = Recognition.objects.filter(
        product=recognition.product, variant=recognition.variant, valid_from__gt=recognition.valid_from
    )
    if later.exists():
        raise Refused(_("A later certificate follows this one: act on that."), field="decision_date")


def _record(
    product, stars, issuer, number, decided_on, criteria, valid_from, valid_to, code, score, document, variant
):
    return Recognition.objects.create(
        product=product,
        variant=variant,
        stars=stars,
        issuer=issuer,
        decision_number=number.strip(),
        decision_date=decided_on,
        code=code.strip() or None,
        slug=_free_slug(code.strip() or f"{decided_on:%Y}-{product.slug}"),
        valid_from=valid_from,
        valid_to=valid_to,
        ends_on=valid_to,
        criteria=criteria,
        score=score,
        document=document,
    )


def _free_slug(text):
    slug = slugify(fold(text))[:66] or "chung-nhan"
    while Recognition.objects.filter(slug=slug).exists():
        slug = f"{slug[:66]}-{get_random_string(5, 'abcdefghjkmnpqrstuvwxyz23456789')}"
    return slug


def _end(recognition, day):
    if recognition.ends_on > day:
        recognition.ends_on = day
        recognition.save(update_fields=["ends_on"])


def _log(recognition, kind, before, after, effective_on, reason, number, decided_on, decided_by, by):
    return StarChange.objects.create(
        recognition=recognition,
        kind=kind,
        stars_before=before,
        stars_after=after,
        effective_on=effective_on,
        reason=reason,
        decision_number=number,
        decision_date=decided_on,
        decided_by=decided_by,
        by=by if by is not None and by.pk else None,
    )


def _settle(product, recognition):
    """Copy the latest certificate into the columns of what it covers: the product, or the one size."""
    variant = recognition.variant_id
    latest = (
        Recognition.objects.filter(product=product, variant=variant)
        .annotate(withdrawn=Exists(StarChange.objects.filter(recognition=OuterRef("pk"), kind="withdraw")))
        .order_by("-valid_from", "-pk")[0]
    )
    shown = latest.ends_on >= latest.valid_from
    Product.objects.filter(pk=variant or product.pk).update(
        stars=latest.stars if shown else 0,
        stars_from=latest.valid_from if shown else None,
        stars_until=latest.ends_on if shown else None,
        stars_withdrawn=latest.withdrawn,
    )
    stars_changed.send(Recognition, product=product)
    return recognition
