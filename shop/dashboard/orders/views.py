"""Oscar's views of orders: what they show has the names of stages, what they do keeps the keys."""

from django.contrib import messages
from django.utils.translation import gettext as _
from oscar.apps.dashboard.orders import views as oscar
from oscar.apps.dashboard.orders.views import *  # noqa: F403
from oscar.apps.order.models import OrderNote

from shop.order.processing import NotMoved

from .naming import key_of, name_all, named


class _Moves:
    def move(self, request, order, status):
        """Move an order by Oscar's handler, say what came of it by name, and note it with the order."""
        if status not in order.available_statuses():
            messages.error(request, _("Order %s cannot go there now.") % order.number)
            return
        facts = {"number": order.number, "old": named(order.status), "new": named(status)}
        try:
            self.get_handler(user=request.user).handle_order_status_change(order, status)
        except NotMoved as fault:
            messages.error(request, f"{order.number}: {fault}")
            return
        said = _("Order %(number)s: “%(old)s” → “%(new)s”.") % facts
        messages.info(request, said)
        order.notes.create(user=request.user, message=said, note_type=OrderNote.SYSTEM)


class OrderListView(_Moves, oscar.OrderListView):
    def change_order_status(self, request, order):
        self.move(request, order, key_of(request.POST["new_status"]))

    def get_row_values(self, order):
        return super().get_row_values(order) | {"status": named(order.status)}

    def get_search_filter_descriptions(self):
        status = self.form.cleaned_data.get("status") if self.form.is_valid() else ""
        said = super().get_search_filter_descriptions()
        return [each.replace(status, named(status)) if status else each for each in said]

    def get_context_data(self, **kwargs):
        found = super().get_context_data(**kwargs)
        name_all(found["orders"])
        found["order_statuses"] = [named(key) for key in found["order_statuses"]]
        return found


class OrderDetailView(_Moves, oscar.OrderDetailView):
    def change_order_status(self, request, order):
        self.move(request, order, key_of(request.POST.get("new_status", "")))
        return self.reload_page()

    def get_context_data(self, **kwargs):
        found = super().get_context_data(**kwargs)
        name_all([self.object, *found["lines"]])
        for change in self.object.status_changes.all():
            change.old_status, change.new_status = named(change.old_status), named(change.new_status)
        found["line_statuses"] = [named(key) for key in found["line_statuses"]]
        return found


class LineDetailView(oscar.LineDetailView):
    def get_context_data(self, **kwargs):
        found = super().get_context_data(**kwargs)
        name_all([found["line"]])
        return found


class OrderStatsView(oscar.OrderStatsView):
    def get_stats(self, filters):
        found = super().get_stats(filters)
        rows = found["order_status_breakdown"]
        found["order_status_breakdown"] = [row | {"status": named(row["status"])} for row in rows]
        return found
