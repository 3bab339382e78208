"""Oscar's basket middleware, without the work for offers while there are none."""

from django.core.cache import cache
from oscar.apps.basket.middleware import BasketMiddleware as OscarBasketMiddleware
from oscar.apps.offer.models import ConditionalOffer

STATE_COOKIE = "ocop_state"


class BasketMiddleware(OscarBasketMiddleware):
    """Also keeps `ocop_state`, which tells the page's script that there is something to load."""

    def apply_offers_to_basket(self, request, basket):
        offers = cache.get("offers-active")
        if offers is None:
            offers = ConditionalOffer.active.exists()
            cache.set("offers-active", offers, 60)
        if offers or (basket.id and request.user.is_authenticated):
            super().apply_offers_to_basket(request, basket)

    def process_response(self, request, response):
        response = super().process_response(request, response)
        wanted = self.get_cookie_key(request) in response.cookies or getattr(request, "basket_filled", False)
        if wanted and STATE_COOKIE not in request.COOKIES:
            response.set_cookie(
                STATE_COOKIE, "1", max_age=60 * 60 * 24 * 7, samesite="Lax", secure=request.is_secure()
            )
        return response
