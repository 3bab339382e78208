"""Oscar's views of customers: their orders' stages by name."""

from oscar.apps.dashboard.users import views as oscar
from oscar.apps.dashboard.users.views import *  # noqa: F403

from shop.dashboard.orders.naming import name_all


class UserDetailView(oscar.UserDetailView):
    def get_object(self, queryset=None):
        customer = super().get_object(queryset)
        name_all(customer.orders.all())  # read with the customer
        return customer
