"""Who may see and do what with orders that are fetched: keepers at their outlet; the shop manager reads."""

from office.roles import has_role
from outlets.models import Outlet
from outlets.rules import is_keeper, keeps


def may_hand_over(user, pick_up):
    """Keepers of the very outlet."""
    return keeps(user, pick_up.outlet)


def reads_all(user):
    """The shop manager reads the parcels of every outlet, and changes nothing there."""
    return has_role(user, "shop_manager", "administrator")


def may_read(user, outlet):
    return reads_all(user) or keeps(user, outlet)


def may_open(user):
    return is_keeper(user) or reads_all(user)


def outlets_for(user):
    """The outlets whose parcels this person reads; all that hand over, or still have some, for the shop manager."""
    if reads_all(user):
        rows = Outlet.objects.filter(picks_up=True) | Outlet.objects.filter(pick_ups__isnull=False)
        return rows.distinct()
    return Outlet.objects.kept_by(user)
