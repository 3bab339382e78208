"""The labels of parcels, for their makers and the shop manager: one, or several chosen on the desk."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from shop.desk import PER_PAGE, parcels_for
from shop.order.labels import labels


def labelled(user):
    """The parcels this person may print labels of, with all a label says."""
    rows = parcels_for(user).select_related("order__shipping_address", "producer__commune__province")
    return rows.prefetch_related("lines__product__handling", "lines__product__parent__handling")


def as_pdf(parcels):
    name = f"nhan-{parcels[0]}.pdf" if len(parcels) == 1 else f"nhan-{len(parcels)}-kien.pdf"
    response = HttpResponse(labels(parcels), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


@method_decorator(never_cache, name="dispatch")
class Label(LoginRequiredMixin, View):
    """`/ban-lam-viec/don-hang/<pk>/nhan/`; another maker's parcel is not found."""

    def get(self, request, pk):
        parcel = labelled(request.user).filter(pk=pk).first()
        if parcel is None:
            raise Http404
        return as_pdf([parcel])


@method_decorator(never_cache, name="dispatch")
class Labels(LoginRequiredMixin, View):
    """`/ban-lam-viec/don-hang/nhan/?kien=1&kien=2`: those of this person, in the order of the desk."""

    def get(self, request):
        keys = [
            int(key) for key in request.GET.getlist("kien")[:PER_PAGE] if key.isdecimal() and len(key) < 16
        ]
        parcels = list(labelled(request.user).filter(pk__in=keys).order_by("-order__date_placed", "number"))
        if not parcels:
            messages.warning(request, _("Choose the parcels first."))
            return redirect("desk:parcels")
        if len(parcels) < len(set(keys)):
            raise Http404
        return as_pdf(parcels)


app_name = "labels"
urlpatterns = [
    path("nhan/", Labels.as_view(), name="several"),
    path("<int:pk>/nhan/", Label.as_view(), name="one"),
]
