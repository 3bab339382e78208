"""Keeping the addresses of an account."""

from django.db import transaction
from django.utils.translation import gettext as _

from office.accounts.models import User
from office.stages import Refused

from .models import SavedAddress

MOST = 20


def addresses_of(user):
    """The person's addresses with their communes, the default first. One query."""
    return user.saved_addresses.select_related("commune__province")


@transaction.atomic
def keep(*, by, name, phone, commune, street, is_default=False):
    """Keep an address for `by`; the first one is the default. The same once more stays one.

    Raises `Refused` when there are twenty already.
    """
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    mine = by.saved_addresses
    same = mine.filter(name=name, phone=phone, commune=commune, street=street).first()
    if same is not None:
        return make_default(same, by=by) if is_default else same
    number = mine.count()
    if number >= MOST:
        raise Refused(_("You have %(n)d addresses: remove one you no longer need first.") % {"n": MOST})
    made = SavedAddress.objects.create(user=by, name=name, phone=phone, commune=commune, street=street)
    return make_default(made, by=by) if is_default or not number else made


@transaction.atomic
def change(address, *, by, name, phone, commune, street, is_default=False):
    """Write an address anew. Raises `Refused` when it is somebody else's."""
    _refuse_others(address, by)
    address.name, address.phone, address.commune, address.street = name, phone, commune, street
    address.save(update_fields=["name", "phone", "commune", "street"])
    return make_default(address, by=by) if is_default else address


@transaction.atomic
def make_default(address, *, by):
    _refuse_others(address, by)
    User.objects.select_for_update(no_key=True).get(pk=by.pk)
    by.saved_addresses.filter(is_default=True).exclude(pk=address.pk).update(is_default=False)
    by.saved_addresses.filter(pk=address.pk).update(is_default=True)
    address.is_default = True
    return address


@transaction.atomic
def remove(address, *, by):
    """Remove an address; the oldest of the others becomes the default when it was that."""
    _refuse_others(address, by)
    address.delete()
    if address.is_default:
        heir = by.saved_addresses.order_by("pk").first()
        if heir is not None:
            make_default(heir, by=by)


def _refuse_others(address, by):
    if address.user_id != by.pk:
        raise Refused(_("This address is somebody else's."))
