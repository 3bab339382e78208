"""Oscar's basket middleware, without its work for offers."""

from oscar.apps.basket.middleware import BasketMiddleware as OscarBasketMiddleware

STATE_COOKIE = "ocop_state"


class BasketMiddleware(OscarBasketMiddleware):
    """Also keeps `ocop_state`, which tells the page's script that there is something to load."""

    def apply_offers_to_basket(self, request, basket):
        """Nothing: `filling.contents` reads the lines and has the offers applied to what it read."""

    def process_response(self, request, response):
        response = super().process_response(request, response)
        wanted = self.get_cookie_key(request) in response.cookies or getattr(request, "basket_filled", False)
        if wanted and STATE_COOKIE not in request.COOKIES:
            response.set_cookie(
                STATE_COOKIE, "1", max_age=60 * 60 * 24 * 7, samesite="Lax", secure=request.is_secure()
            )
        return response
