"""No NUL in what a visitor asks for: PostgreSQL keeps none, and would fail on each look-up by one."""

from django.http import HttpResponseBadRequest


class NoNul:
    """Middleware: a path with a NUL is refused, one in the query is left out. Fields of forms refuse it anyway."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if "\x00" in request.path_info:
            return HttpResponseBadRequest()
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.META["QUERY_STRING"] = request.META["QUERY_STRING"].replace("%00", "")
        return self.get_response(request)
