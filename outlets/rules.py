"""Who may do what with outlets and tours."""

from office.roles import has_role


def runs_network(user):
    """Whether `user` runs the network of outlets: the Department of Industry and Trade."""
    return has_role(user, "trade_department")


def keeps(user, outlet):
    """Whether `user` keeps this outlet today."""
    return user.is_authenticated and outlet.keepings.filter(user=user, until=None).exists()


def acts_for(user, operator):
    """Whether `user` acts for this tour operator."""
    return user.is_authenticated and operator.users.filter(pk=user.pk).exists()
