"""Oscar's forms of orders: the choices by key, shown by name."""

from oscar.apps.dashboard.orders.forms import *  # noqa: F403
from oscar.apps.dashboard.orders.forms import OrderSearchForm as OscarSearchForm
from oscar.apps.dashboard.orders.forms import OrderStatusForm as OscarStatusForm

from .naming import named, with_key


def _name(field):
    field.choices = [(key, named(key) if key else label) for key, label in field.choices]


class OrderSearchForm(OscarSearchForm):
    def __init__(self, data=None, *args, **kwargs):
        super().__init__(with_key(data, "status") if data else data, *args, **kwargs)
        _name(self.fields["status"])


class OrderStatusForm(OscarStatusForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _name(self.fields["new_status"])
