"""Oscar's own pages that would go round our rules: each of them leads to the page of ours that does the same.

Oscar's templates and mails name them (`{% url 'customer:…' %}`), so the names must stay; these addresses come
first in `shop.urls`. The dashboard keeps orders, statistics, reports, customers, offers, ranges and vouchers.
"""

from django.http import Http404
from django.urls import re_path, reverse
from django.views.generic import RedirectView


def leads_to(name):
    """A view that sends everybody on to the address called `name`."""
    return RedirectView.as_view(pattern_name=name, query_string=True)


class ProductDoor(RedirectView):
    """A product in Oscar's dashboard is one on the desk of goods."""

    def get_redirect_url(self, *args, **kwargs):
        return reverse("goods_desk:edit", args=[kwargs["pk"]])


def nothing_here(request, **kwargs):
    """Below the dashboard nothing else answers: Wagtail's admin would take the address for its own."""
    raise Http404


DASHBOARD = [
    re_path(r"^(?:login)/$", leads_to("account_login")),
    re_path(r"^catalogue/products/(?P<pk>\d+)/", ProductDoor.as_view()),
    re_path(r"^catalogue/", leads_to("goods_desk:index")),
    re_path(r"^partners/", leads_to("makers_desk:index")),
    re_path(r"^reviews/", leads_to("reviews_desk:index")),
    re_path(r"^pages/", leads_to("wagtailadmin_home")),
    re_path(r"^(?:comms|shipping)/", leads_to("dashboard:index")),
]
REST = [re_path(r"", nothing_here)]
CUSTOMER = [
    re_path(r"^logout/$", leads_to("account_logout")),
    re_path(r"^login/$", leads_to("account_login")),
    re_path(r"^register/$", leads_to("account_signup")),
    re_path(r"^change-password/$", leads_to("account_change_password")),
    re_path(r"", leads_to("account_home")),
]
SHOP = [re_path(r"", leads_to("catalogue:browse"))]
