"""Who may do what: roles are Django groups with fixed names."""

from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

ROLES = (
    "buyer",
    "producer",
    "commune_officer",
    "council",
    "programme_office",
    "trade_department",
    "inspector",
    "keeper",
    "tour_operator",
    "editor",
    "shop_manager",
    "administrator",
)
NAMES = {
    "buyer": _("buyer"),
    "producer": _("producer"),
    "commune_officer": _("commune officer"),
    "council": _("member of the council"),
    "programme_office": _("programme office"),
    "trade_department": _("Department of Industry and Trade"),
    "inspector": _("inspector"),
    "keeper": _("keeper of a point of sale"),
    "tour_operator": _("tour operator"),
    "editor": _("editor"),
    "shop_manager": _("shop manager"),
    "administrator": _("administrator"),
}
DASHBOARD_ROLES = frozenset({"shop_manager", "administrator"})  # Oscar asks for `is_staff`
STAFF_ROLES = frozenset(ROLES) - {"buyer", "producer", "keeper", "tour_operator"}


def roles_of(user):
    """Names of the roles of `user`; read once per user object."""
    if not user.is_authenticated:
        return frozenset()
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.values_list("name", flat=True)) & set(ROLES)
    return user._roles


def has_role(user, *names):
    """Whether `user` has one of the roles; an administrator has every one."""
    return user.is_authenticated and (user.is_superuser or bool(roles_of(user) & {"administrator", *names}))


def give_role(user, name, *, by=None):
    """Give `user` a role. Raises `ValueError` for a name that is no role."""
    if name not in ROLES:
        raise ValueError(f"{name!r} is no role")
    user.groups.add(Group.objects.get_or_create(name=name)[0])
    user.__dict__.pop("_roles", None)
    return user
