"""How long an outlet keeps orders, said by its keepers; whether the way there is free, said by the shop."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from office.stages import Refused
from outlets.rules import keeps

from .models import LONGEST_KEEPING, PickUpTerms
from .rating import may_set_rates


def may_set(user, outlet):
    """Keepers of the outlet, and who sets what delivery costs."""
    return may_set_rates(user) or keeps(user, outlet)


@transaction.atomic
def set_terms(outlet, *, keeps_days, is_free=None, by):
    """Keep orders for `keeps_days`; `is_free` as it was when None. Returns the `PickUpTerms`.

    What was ordered keeps its days. Raises `Refused` without the right, and at the field for what cannot be.
    """
    if not may_set(by, outlet):
        raise Refused(_("Only who keeps this point of sale may do that."))
    if is_free is not None and not may_set_rates(by):
        raise Refused(_("Delivery is arranged by the shop manager."), field="is_free")
    if not 1 <= keeps_days <= LONGEST_KEEPING:
        raise Refused(
            _("Give a number of days between 1 and %(most)d.") % {"most": LONGEST_KEEPING}, field="keeps_days"
        )
    terms = PickUpTerms.objects.filter(outlet=outlet).first() or PickUpTerms(outlet=outlet)
    terms.keeps_days = keeps_days
    if is_free is not None:
        terms.is_free = is_free
    terms.save()
    return terms


def days_kept(outlet):
    """How many days orders are kept there today. 1 query."""
    terms = PickUpTerms.objects.filter(outlet=outlet).first()
    return terms.keeps_days if terms else settings.PICK_UP_DAYS
