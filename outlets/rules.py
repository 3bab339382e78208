"""Who may do what at outlets: keepers at theirs, the Department over the network, operators for themselves."""

from office.roles import has_role

from .models import Keeping


def keeps(user, outlet):
    """Whether `user` keeps this very outlet today, or is an administrator. 1 query."""
    if not user.is_authenticated:
        return False
    return (
        has_role(user, "administrator")
        or Keeping.objects.filter(outlet=outlet, user=user, until=None).exists()
    )


def runs_network(user):
    """Whether `user` runs the network of outlets for the province (Department of Industry and Trade)."""
    return has_role(user, "trade_department")


def may_read(user, outlet):
    """Whether `user` may read an outlet's desk: its keepers and the Department, which changes nothing there."""
    return runs_network(user) or keeps(user, outlet)


def acts_for(user, operator):
    """Whether `user` acts for this tour operator."""
    return user.is_authenticated and operator.users.filter(pk=user.pk).exists()


def is_keeper(user):
    """Whether `user` keeps an outlet at all; asked on every desk page, so by the role first."""
    return has_role(user, "keeper")


def supplies(user, producer):
    """Whether `user` acts for the producer whose goods lie at an outlet."""
    return user.is_authenticated and producer.users.filter(pk=user.pk).exists()


def may_read_consignment(user, consignment):
    """Both sides of a consignment, and the Department."""
    return may_read(user, consignment.outlet) or supplies(user, consignment.producer)
