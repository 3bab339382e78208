"""`/doan/<code>/`: a group opens the shop with its code; what is bought in this visit is credited to its tour."""

from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import TemplateView

from office.limiting import address_of
from office.stages import Refused
from outlets.visits import crediting

from .buying import COOKIE


@method_decorator(never_cache, name="dispatch")
class GroupPage(TemplateView):
    """A right code is kept in a cookie until the browser is closed, and stands in the form of the checkout."""

    template_name = "grouping/group.html"

    def get(self, request, code):
        try:
            group = crediting.find(code, who=address_of(request))
        except Refused as refused:
            facts = self.get_context_data(refusal=refused.message, noindex=True)
            return self.render_to_response(facts, status=404)
        response = self.render_to_response(self.get_context_data(group=group, noindex=True))
        response.set_cookie(COOKIE, group.code, httponly=True, samesite="Lax", secure=request.is_secure())
        return response
