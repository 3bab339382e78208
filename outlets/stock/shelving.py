"""What stands on an outlet's shelf: put there, seen again, taken off; and signs of stars that have ended.

A star is never kept here: it is the product's, asked for today, so that a badge follows a decision at once.
"""

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalogue.programme.signals import stars_changed
from office.accounts.models import User
from office.notices import tell
from office.stages import Refused

from ..models import Outlet, ShelfItem
from ..rules import keeps

State = ShelfItem.State
MOST = 1_000_000_000  # đồng; a price above is a slip of the finger
LONGEST_LABEL = 120


@transaction.atomic
def put(outlet, *, product=None, label="", state=State.SOLD, price=None, by, today=None):
    """Put a product, or other goods called `label`, on the shelf: for sale at `price` đồng, or shown only.

    What stood there before is there again. Returns the `ShelfItem`. Raises `Refused` for who does not keep
    the outlet, for neither or both of product and label, a product the shop does not show, a strange price.
    """
    _refuse_strangers(by, outlet)
    _locked(outlet)
    label = " ".join(label.split())[:LONGEST_LABEL]
    if (product is None) == (not label):
        raise Refused(_("Choose a product, or give other goods a name."), field="label")
    if product is not None and (not product.is_public or product.is_child):
        raise Refused(_("This product is not in the catalogue at present."), field="product")
    price = _checked_price(state, price)
    item = ShelfItem.objects.filter(outlet=outlet, product=product, label=label).first()
    item = item or ShelfItem(outlet=outlet, product=product, label=label)
    if item.state == State.GONE:
        item.sign_off_on = None  # what comes back may bring its sign
    item.state, item.price, item.last_seen = state, price, today or timezone.localdate()
    item.save()
    return item


@transaction.atomic
def see(item, *, by, today=None):
    """Somebody saw it on the shelf today; returns the item. Raises `Refused` when it was taken off."""
    item = _locked_item(item, by)
    item.last_seen = max(item.last_seen, today or timezone.localdate())
    item.save(update_fields=["last_seen"])
    return item


@transaction.atomic
def see_all(outlet, *, by, today=None):
    """Everything on the shelf was seen today; returns how many were not yet."""
    _refuse_strangers(by, outlet)
    day = today or timezone.localdate()
    return ShelfItem.objects.there().filter(outlet=outlet, last_seen__lt=day).update(last_seen=day)


@transaction.atomic
def revise(item, *, state, price, by, today=None):
    """Another price, or shown only; seen today as well. Raises `Refused` as `put` does."""
    item = _locked_item(item, by)
    item.price = _checked_price(state, price)
    item.state, item.last_seen = state, today or timezone.localdate()
    item.save(update_fields=["state", "price", "last_seen"])
    return item


@transaction.atomic
def take_off(item, *, by):
    """It is not there any more. Twice is once."""
    _refuse_strangers(by, item.outlet)
    ShelfItem.objects.filter(pk=item.pk).update(state=State.GONE)
    item.state = State.GONE
    return item


@transaction.atomic
def take_sign_off(item, *, by, today=None):
    """The sign of a star that has ended is off the shelf; the goods may stay.

    Raises `Refused` while the star is valid: its sign belongs there.
    """
    item = _locked_item(item, by)
    if not item.star_ended:
        raise Refused(_("Its star is valid today: the sign may stay."))
    item.sign_off_on = today or timezone.localdate()
    item.save(update_fields=["sign_off_on"])
    return item


def why_red(item):
    """(what is wrong, what to do) of an item whose sign is false; None for others."""
    if not item.sign_is_false:
        return None
    product = item.product
    facts = {"day": f"{product.stars_until:%d/%m/%Y}" if product.stars_until else ""}
    if product.stars_withdrawn:
        reason = (
            _("The star was withdrawn. Last valid day: %(day)s.")
            if facts["day"]
            else _("The star was withdrawn.")
        )
    else:
        reason = _("The star has expired. Last valid day: %(day)s.")
    return reason % facts, _("Take the star sign off the shelf. The goods may stay, without stars.")


def watch():
    """Listen for stars that end, and tell the keepers. Called in the app's `ready`."""
    stars_changed.connect(_stars_changed, dispatch_uid="outlets-shelves")


def _stars_changed(sender, *, product, **kwargs):
    """Keepers hear at once that a star on their shelf has ended; the badge itself needs no telling."""
    items = ShelfItem.objects.with_false_sign().filter(product=product).select_related("outlet", "product")
    with override(settings.LANGUAGE_CODE):
        for item in items:
            sentence = _("%(outlet)s: %(product)s has no star any more. %(what)s") % {
                "outlet": item.outlet.name,
                "product": item.product.get_title(),
                "what": " ".join(why_red(item)),
            }
            link = reverse("keeping:shelf", args=[item.outlet_id])
            for person in User.objects.filter(keepings__outlet=item.outlet, keepings__until=None):
                tell(person, sentence, link=link, about="false-sign")


def _locked(outlet):
    return Outlet.objects.select_for_update(no_key=True, of=("self",)).get(pk=outlet.pk)


def _locked_item(item, by):
    _refuse_strangers(by, item.outlet)
    rows = ShelfItem.objects.select_for_update(of=("self",)).select_related("product", "outlet")
    item = rows.get(pk=item.pk)
    if item.state == State.GONE:
        raise Refused(_("It was taken off the shelf. Put it back first."))
    return item


def _checked_price(state, price):
    if state not in {State.SHOWN, State.SOLD}:
        raise Refused(_("Say whether it is for sale or only shown."), field="state")
    if state == State.SHOWN:
        return None
    if price is not None and not 0 < price <= MOST:
        raise Refused(_("A price is between 1 ₫ and one thousand million ₫."), field="price")
    return price


def _refuse_strangers(by, outlet):
    if not keeps(by, outlet):
        raise Refused(_("Only who keeps this point of sale may do that."))
