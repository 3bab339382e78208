"""`/giao-hang/goi-lai/<carrier>/`: what couriers report to us; verified, stored, answered at once."""

from django.http import Http404, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from shop.shipping import carriers

from .carrying import receive

MOST_BYTES = 100_000


@method_decorator(csrf_exempt, name="dispatch")
class CarrierCallback(View):
    """The secret stands in `?k=` (which no log keeps) or in the header `X-Callback-Secret`."""

    def post(self, request, carrier):
        known = carriers.connected(carrier)
        if known is None:
            raise Http404
        secret = request.GET.get("k") or request.headers.get("X-Callback-Secret", "")
        if not known.is_genuine(secret):
            return JsonResponse({"code": 403}, status=403)
        if len(request.body) > MOST_BYTES:
            return JsonResponse({"code": 413}, status=413)
        receive(known, request.body)
        return JsonResponse({"code": 200})
