"""`/thanh-toan/goi-lai/<gateway>/`: what providers call."""

from django.http import Http404, JsonResponse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import View

from office.limiting import address_of, too_often
from office.payment import callbacks
from office.payment.gateways import Forged, all_of_them

MOST_FORGED = 30  # kept of one address in a minute


@method_decorator([never_cache, csrf_exempt], name="dispatch")
class Call(View):
    """Stored, verified, answered at once; the same event again is answered alike."""

    http_method_names = ["post"]

    def post(self, request, gateway):
        way = next((each for each in all_of_them() if each.code == gateway and each.calls_back), None)
        if way is None:
            raise Http404
        body = request.read(callbacks.MOST_BYTES + 1)
        if len(body) > callbacks.MOST_BYTES:
            return JsonResponse({"success": False, "message": "too large"}, status=413)
        try:
            callbacks.receive(gateway, body, request.headers)
        except Forged as fault:
            if too_often("forged-callback", address_of(request), times=MOST_FORGED, seconds=60):
                callbacks.forget(fault)
                return JsonResponse({"success": False, "message": "too many"}, status=429)
            return JsonResponse({"success": False, "message": "not verified"}, status=401)
        return JsonResponse(way.answer())
