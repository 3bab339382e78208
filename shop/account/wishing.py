"""The wish list: Oscar's, one for each person, seen by nobody else."""

from django.db import transaction
from django.utils.translation import gettext as _
from oscar.apps.customer.models import ProductAlert
from oscar.apps.wishlists.models import Line, WishList

from office.accounts.models import User
from office.stages import Refused

MOST = 200


def lines_of(user):
    """The lines of the person's wish list, the newest first."""
    return Line.objects.filter(wishlist__owner=user).order_by("-pk")


@transaction.atomic
def wish(product, *, by):
    """Put `product` (of a size, its product) on the list of `by`; returns the line. Twice is once.

    Raises `Refused` when it is not shown here, or the list is full.
    """
    shown = product.parent if product.is_child else product
    if not shown.is_public:
        raise Refused(_("This product is not shown here."))
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    mine = WishList.objects.filter(owner=by).order_by("-pk").first() or WishList.objects.create(
        owner=by, name=_("Wish list")
    )
    line = lines_of(by).filter(product=shown).first()
    if line is not None:
        return line
    if mine.lines.count() >= MOST:
        raise Refused(_("Your wish list is full: remove something first."))
    return mine.lines.create(product=shown, title=shown.get_title()[:255])


def forget(line_or_product, *, by):
    """Take a line, or a product, off the list of `by`; what is not on it stays off."""
    mine = lines_of(by)
    found = (
        mine.filter(pk=line_or_product.pk)
        if isinstance(line_or_product, Line)
        else mine.filter(product=line_or_product)
    )
    found.delete()


def alerts_of(user):
    """The back-in-stock alerts this person waits for, the newest first."""
    return ProductAlert.objects.filter(user=user, status=ProductAlert.ACTIVE).order_by("-date_created", "-pk")


def cancel_alert(alert, *, by):
    """Wait no longer. Raises `Refused` when it is somebody else's."""
    if alert.user_id != by.pk:
        raise Refused(_("This alert is somebody else's."))
    if alert.can_be_cancelled:
        alert.cancel()
    return alert
