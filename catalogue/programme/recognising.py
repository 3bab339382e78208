"""Certificates: award, renew, downgrade, withdraw, expire. The one writer of a product's stars.

A certificate is recorded from the day it takes effect, so the product's columns tell the truth on
every later day without any job: they hold the stars and both ends, and every read asks for a day.
"""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.text import slugify
from django.utils.translation import gettext as _

from catalogue.models import Product
from catalogue.producers.folding import fold
from catalogue.templatetags.ocop import day_text
from office.stages import Refused

from .models import Recognition, StarChange
from .models.recognition import folded_number
from .signals import stars_changed

MONTHS = 36  # validity unless the decision says otherwise (Decision 148/QĐ-TTg)
PROGRAMME_BEGAN = date(2018, 5, 7)  # Decision 490/QĐ-TTg: nobody gave OCOP stars before
DAY = timedelta(days=1)


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

    Raises `Refused` for stars out of range, a missing decision, days out of order or still to come, a
    certificate that overlaps a running one (renew that instead), or one that starts before the last
    change of the same stars: what was withdrawn since would come back.
    """
    product = _locked(product)
    _refuse_bad_decision(stars, decision_number, decision_date)
    valid_from, valid_to = _days(valid_from or decision_date, valid_to, decision_date)
    _refuse_strange_size(product, variant)
    _refuse_overlap(product, variant, valid_from, valid_to)
    _refuse_backdating(product, variant, valid_from)
    new = _record(
        product, stars, issuer, decision_number, decision_date, criteria, valid_from, valid_to, code, score,
        document, variant,
    )  # fmt: skip
    change = _log(
        new, StarChange.Kind.AWARD, 0, stars, valid_from, "", decision_number, decision_date, issuer, by
    )
    _take_over(new, change)
    return _settle(product, new)


@transaction.atomic
def renew(recognition, *, stars, issuer, decision_number, decision_date, criteria, by, valid_from=None, valid_to=None, code="", score=None, document=None):  # fmt: skip
    """Follow `recognition` by a new certificate; the old one ends the day before, if it still runs.

    Raises `Refused` as `award` does, and when a later certificate follows this one already.
    """
    product = _locked(recognition.product)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    _refuse_bad_decision(stars, decision_number, decision_date)
    valid_from, valid_to = _days(valid_from or decision_date, valid_to, decision_date)
    if valid_from <= recognition.valid_from:
        raise Refused(_("A renewal starts after the certificate it follows."), field="valid_from")
    _refuse_later(recognition)
    _refuse_overlap(product, recognition.variant, valid_from, valid_to, except_=recognition)
    _refuse_backdating(product, recognition.variant, valid_from)
    before = recognition.stars if recognition.ends_on >= valid_from - DAY else 0
    _end(recognition, valid_from - DAY)
    new = _record(
        product, stars, issuer, decision_number, decision_date, criteria, valid_from, valid_to, code, score,
        document, recognition.variant,
    )  # fmt: skip
    change = _log(
        new, StarChange.Kind.RENEW, before, stars, valid_from, "", decision_number, decision_date, issuer, by
    )
    _take_over(new, change)
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
    _refuse_later(recognition)
    if stars >= recognition.stars:
        raise Refused(
            _("A downgrade goes down: this certificate has %(stars)d stars.") % {"stars": recognition.stars},
            field="stars",
        )
    if decision_date <= recognition.valid_from:
        raise Refused(_("The decision is dated before the certificate took effect."), field="decision_date")
    last_day = recognition.ends_on
    _refuse_overlap(product, recognition.variant, decision_date, last_day, except_=recognition)
    _end(recognition, decision_date - DAY)
    new = _record(
        product, stars, decided_by, decision_number, decision_date, recognition.criteria, decision_date,
        last_day, "", None, None, recognition.variant,
    )  # fmt: skip
    change = _log(
        new, StarChange.Kind.DOWNGRADE, recognition.stars, stars, decision_date, reason, decision_number,
        decision_date, decided_by, by,
    )  # fmt: skip
    _close(recognition, change)
    return _settle(product, new)


@transaction.atomic
def withdraw(recognition, *, reason, decision_number, decision_date, decided_by, by):
    """End a running certificate by decision: no star from the decision's day on; returns the `StarChange`."""
    product = _locked(recognition.product)
    recognition = Recognition.objects.select_for_update().get(pk=recognition.pk)
    _refuse_bad_decision(1, decision_number, decision_date)
    _refuse_ended(recognition, decision_date)
    _refuse_later(recognition)
    if not reason.strip():
        raise Refused(_("Say why the certificate is withdrawn."), field="reason")
    if decision_date < recognition.valid_from:
        raise Refused(_("The decision is dated before the certificate took effect."), field="decision_date")
    _end(recognition, decision_date - DAY)
    change = _log(
        recognition, StarChange.Kind.WITHDRAW, recognition.stars, 0, decision_date, reason, decision_number,
        decision_date, decided_by, by,
    )  # fmt: skip
    _close(recognition, change)
    _settle(product, recognition)
    return change


def expire_lapsed(on=None):
    """Write down, once, each certificate that ended of itself before `on` (today); returns how many.

    Only the log and the listeners wait for this: the star itself is gone since the day after. One that
    another took over the next day did not lapse.
    """
    on = on or timezone.localdate()
    return sum(_expire(pk, product, on) for pk, product in _lapsed(on).values_list("pk", "product"))


def _lapsed(on):
    """Certificates that came to their own end, were followed by none, and are not written down yet."""
    return Recognition.objects.filter(ends_on__lt=on, ends_on=F("valid_to"), ended_by=None).exclude(
        changes__kind=StarChange.Kind.EXPIRE
    )


@transaction.atomic
def _expire(pk, product_pk, on):
    """Whether it was written down here: under the product's lock, as every act, so that two runs make one."""
    product = Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product_pk)
    recognition = _lapsed(on).filter(pk=pk).first()
    if recognition is None:
        return False
    _log(
        recognition, StarChange.Kind.EXPIRE, recognition.stars, 0, recognition.ends_on + DAY,
        "", "", None, "", None,
    )  # fmt: skip
    stars_changed.send(Recognition, product=product)
    return True


def _locked(product):
    return Product.objects.select_for_update(of=("self",), no_key=True).get(pk=product.pk)


def _refuse_bad_decision(stars, number, decided_on):
    if stars not in range(1, 6):
        raise Refused(_("A product has one to five stars."), field="stars")
    if not (number or "").strip():
        raise Refused(_("Name the decision: its number is on the paper."), field="decision_number")
    if decided_on is None or decided_on > timezone.localdate():
        raise Refused(_("The decision's day is still to come."), field="decision_date")
    if decided_on < PROGRAMME_BEGAN:
        raise Refused(
            _("The programme began on %(day)s: no decision about stars is older.")
            % {"day": day_text(PROGRAMME_BEGAN)},
            field="decision_date",
        )


def _refuse_strange_size(product, variant):
    if variant is not None and variant.parent_id != product.pk:
        raise Refused(_("This is no size of that product."), field="variant")


def _days(valid_from, valid_to, decided_on):
    """Both ends of a certificate, 36 months unless told. Raises `Refused` when they are out of order."""
    if valid_from > timezone.localdate():
        raise Refused(
            _("A certificate is recorded from the day it takes effect, which is still to come."),
            field="valid_from",
        )
    if valid_from < decided_on:
        raise Refused(_("A certificate cannot start before the day of its decision."), field="valid_from")
    valid_to = valid_to or valid_from + relativedelta(months=MONTHS) - DAY
    if valid_to < valid_from:
        raise Refused(_("The last day comes before the first."), field="valid_to")
    return valid_from, valid_to


def _refuse_overlap(product, variant, valid_from, valid_to, *, except_=None):
    """No day has two certificates for the same thing; one for all sizes covers each of them."""
    running = Recognition.objects.filter(product=product, valid_from__lte=valid_to, ends_on__gte=valid_from)
    if variant is not None:
        running = running.filter(Q(variant=variant) | Q(variant=None))
    if except_ is not None:
        running = running.exclude(pk=except_.pk)
    if overlapping := running.first():
        raise Refused(
            _("This product has a certificate for these days already (decision %(number)s, until %(day)s).")
            % {"number": overlapping.decision_number, "day": day_text(overlapping.ends_on)},
            field="valid_from",
        )


def _refuse_backdating(product, variant, valid_from):
    """History is written forward: what a decision took away does not come back by an older one."""
    changes = StarChange.objects.filter(recognition__product=product).exclude(kind=StarChange.Kind.EXPIRE)
    if variant is not None:
        changes = changes.filter(Q(recognition__variant=variant) | Q(recognition__variant=None))
    last = changes.order_by("-effective_on", "-pk").first()
    if last is not None and valid_from <= last.effective_on:
        raise Refused(
            _("These stars changed on %(day)s by decision %(number)s: a new certificate starts after that.")
            % {"day": day_text(last.effective_on), "number": last.decision_number},
            field="valid_from",
        )


def _refuse_ended(recognition, day):
    if recognition.ends_on < day:
        raise Refused(
            _("This certificate ended on %(day)s already.") % {"day": day_text(recognition.ends_on)},
            field="decision_date",
        )


def _refuse_later(recognition):
    later = Recognition.objects.filter(
        product=recognition.product, variant=recognition.variant, valid_from__gt=recognition.valid_from
    )
    if later.exists():
        raise Refused(_("A later certificate follows this one: act on that."), field="decision_date")


def _refuse_known_decision(product, variant, issuer, number, decided_on):
    known = Recognition.objects.filter(
        product=product, variant=variant, issuer=issuer, decision_number=number, decision_date=decided_on
    )
    if known.exists():
        raise Refused(_("This decision is recorded for this product already."), field="decision_number")


def _refuse_known_code(code):
    if code and Recognition.objects.filter(code=code).exists():
        raise Refused(_("Another certificate has this code."), field="code")


def _record(
    product, stars, issuer, number, decided_on, criteria, valid_from, valid_to, code, score, document, variant
):
    """The new row. Code and address are unique over all products, and only one product is locked here:
    when somebody else takes one at the same moment, the database says so and this tries again."""
    number, code = number.strip(), code.strip()
    _refuse_known_decision(product, variant, issuer, number, decided_on)
    for _attempt in range(3):
        _refuse_known_code(code)
        try:
            with transaction.atomic():
                return Recognition.objects.create(
                    product=product,
                    variant=variant,
                    stars=stars,
                    issuer=issuer,
                    decision_number=number,
                    decision_date=decided_on,
                    code=code or None,
                    slug=_free_slug(code or f"{decided_on:%Y}-{product.slug}"),
                    valid_from=valid_from,
                    valid_to=valid_to,
                    ends_on=valid_to,
                    criteria=criteria,
                    score=score,
                    document=document,
                    search_text=" ".join(map(folded_number, filter(None, (number, code)))),
                )
        except IntegrityError:
            continue
    raise Refused(_("Somebody recorded a certificate at the same moment. Please send it again."))


def _free_slug(text):
    slug = stem = slugify(fold(text))[:66] or "chung-nhan"
    while Recognition.objects.filter(slug=slug).exists():
        slug = f"{stem}-{get_random_string(5, 'abcdefghjkmnpqrstuvwxyz23456789')}"
    return slug


def _end(recognition, day):
    if recognition.ends_on > day:
        recognition.ends_on = day
        recognition.save(update_fields=["ends_on"])


def _close(recognition, change):
    """`change` ended this certificate: its state says so, and the number of that decision finds it."""
    recognition.ended_by = change
    recognition.search_text = f"{recognition.search_text} {folded_number(change.decision_number)}"
    recognition.save(update_fields=["ended_by", "search_text"])


def _take_over(new, change):
    """What ended the day before `new` did not lapse: `new` follows it, for its size or for all of them."""
    before = Recognition.objects.filter(
        product=new.product_id, ends_on=new.valid_from - DAY, valid_from__lt=new.valid_from, ended_by=None
    )
    if new.variant_id is not None:
        before = before.filter(variant=new.variant_id)
    before.update(ended_by=change)


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
        Recognition.objects.told().filter(product=product, variant=variant).order_by("-valid_from", "-pk")[0]
    )
    shown = latest.ends_on >= latest.valid_from
    ended = latest.ended_by
    Product.objects.filter(pk=variant or product.pk).update(
        stars=latest.stars if shown else 0,
        stars_from=latest.valid_from if shown else None,
        stars_until=latest.ends_on if shown else None,
        stars_withdrawn=ended is not None and ended.kind == StarChange.Kind.WITHDRAW,
    )
    stars_changed.send(Recognition, product=product)
    return recognition
