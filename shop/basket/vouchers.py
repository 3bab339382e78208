"""Laying a voucher into the basket, and taking it out again."""

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.basket.signals import voucher_addition, voucher_removal
from oscar.apps.voucher.models import Voucher

from office.stages import Refused

from .discounting import why_not
from .filling import contents


@transaction.atomic
def use(basket, code, *, by):
    """Lay the voucher with this code into `basket`; returns it. `by` is a user, None for a guest.

    One voucher for an order. Raises `Refused` at "code" with the reason, and changes nothing.
    """
    code = "".join(code.split()).upper()
    if not code:
        raise Refused(_("Type the code of the voucher."), field="code")
    voucher = Voucher.objects.filter(code=code).first()
    if voucher is None:
        raise Refused(_("We know no voucher with this code. Please check it."), field="code")
    if not basket.pk or not basket.lines.exists():
        raise Refused(_("Put something into the basket first."), field="code")
    if problem := why_not(voucher, by):
        raise Refused(problem, field="code")
    other = basket.vouchers.exclude(pk=voucher.pk).first()
    if other is not None:
        text = _("One voucher for an order: take “%(code)s” out first.") % {"code": other.code}
        raise Refused(text, field="code")
    basket.vouchers.add(voucher)
    for each in contents(basket).vouchers:
        if each.problem:
            raise Refused(each.problem, field="code")
    voucher_addition.send(use, basket=basket, voucher=voucher)
    return voucher


@transaction.atomic
def drop(basket, code):
    """Take the voucher with this code out of `basket`, if it lies in it."""
    voucher = basket.vouchers.filter(code=code).first() if basket.pk else None
    if voucher is not None:
        basket.vouchers.remove(voucher)
        voucher_removal.send(drop, basket=basket, voucher=voucher)
