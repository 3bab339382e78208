"""Whether a product is shown: sent in by its maker, read by the shop, shown, sent back or taken off.

Law 122/2025/QH15 on e-commerce has the platform check seller and goods before they are offered.
"""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from catalogue.producers.folding import fold
from catalogue.producers.models import IdentityState, Partner
from office.notices import tell
from office.roles import has_role
from office.stages import Refused

from .listing import may_list
from .models import Product


def may_publish(user):
    """Whether `user` reads what makers send in and lets it be shown."""
    return has_role(user, "shop_manager", "programme_office", "administrator")


def goods_for(user, *, text="", stage=""):
    """The products this person may work on: all for the shop and the office, a maker's own. Newest first."""
    rows = Product.objects.filter(structure__in=(Product.STANDALONE, Product.PARENT))
    if not may_publish(user):
        rows = rows.filter(producer__in=Partner.objects.filter(users=user))
    for word in fold(text).split():
        rows = rows.filter(Q(search_text__contains=f" {word}") | Q(title__icontains=text.strip()))
    if stage in Product.Stage.values:
        rows = rows.filter(stage=stage)
    return rows.select_related("producer", "group").order_by("-date_created", "-pk")


@transaction.atomic
def submit(product, *, by):
    """Ask the shop to read and show it. Raises `Refused` without the right or while something is missing."""
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    _refuse_incomplete(product)
    return _advance(product, Product.Stage.WAITING, by=by)


@transaction.atomic
def publish(product, *, by):
    """Show it. Raises `Refused` unless `by` may, while something is missing or the maker is not verified."""
    if not may_publish(by):
        raise Refused(_("The shop manager or the programme office decides what is shown."))
    if product.producer is None or product.producer.identity_state != IdentityState.VERIFIED:
        raise Refused(_("Check the maker's identity first: the law asks for it before anything is sold."))
    _refuse_incomplete(product)
    _advance(product, Product.Stage.PUBLIC, by=by)
    _tell_makers(product, _("“%(title)s” is shown in the shop now."), by)
    return product


@transaction.atomic
def send_back(product, *, reason, by):
    """Return it to its maker with the reason. Raises `Refused` unless `by` may, or without a reason."""
    if not may_publish(by):
        raise Refused(_("The shop manager or the programme office decides what is shown."))
    if not reason.strip():
        raise Refused(_("Say what is to be changed."), field="reason")
    _advance(product, Product.Stage.DRAFT, by=by, reason=reason.strip())
    _tell_makers(product, _("“%(title)s” needs a change before it is shown: %(reason)s"), by, reason)
    return product


@transaction.atomic
def take_off(product, *, by, reason=""):
    """Show it no more; certificates and old orders keep it. Raises `Refused` without the right."""
    if not may_list(by, product.producer):
        raise Refused(_("These are another producer's products."))
    _advance(product, Product.Stage.OFF, by=by, reason=reason)
    if not product.producer.users.filter(pk=by.pk).exists():
        _tell_makers(product, _("“%(title)s” was taken off the shop. %(reason)s"), by, reason)
    return product


def _advance(product, stage, *, by, reason=""):
    """Move it; its sizes and `is_public` go along, in the order the constraint allows."""
    if stage != Product.Stage.PUBLIC:
        Product.objects.filter(Q(pk=product.pk) | Q(parent=product.pk)).update(is_public=False)
    product.advance(stage, by=by, reason=reason)
    shown = stage == Product.Stage.PUBLIC
    product.children.update(stage=stage, is_public=shown)
    product.is_public = shown
    product.save(update_fields=["is_public", "date_updated"])
    return product


def _refuse_incomplete(product):
    missing = [
        label
        for label, value in (
            (_("a picture"), product.picture_set.get("card")),
            (_("a price"), product.price is not None or not product.sells_online),
            (_("the story"), product.story),
            (_("the group"), product.group_id),
        )
        if not value
    ]
    if missing:
        raise Refused(_("Still missing: %(what)s.") % {"what": ", ".join(missing)})


def _tell_makers(product, sentence, by, reason=""):
    text = sentence % {"title": product.title, "reason": reason}
    for person in product.producer.users.exclude(pk=by.pk):
        tell(person, text.strip(), link=f"/ban-lam-viec/san-pham/{product.pk}/")
