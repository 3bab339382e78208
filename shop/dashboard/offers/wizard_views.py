"""The wizard copies three fields of an offer by name; ours is a fourth. Delivery is borne by the shop, always."""

from oscar.apps.dashboard.offers.wizard_views import OfferWizardStepView as OscarStepView

from shop.offer.models import Bearer


class OfferWizardStepView(OscarStepView):
    def save_offer(self, offer):
        offer.borne_by = self._fetch_session_offer().borne_by
        benefit = self._fetch_object("benefit")
        if benefit and benefit.is_on_delivery:
            offer.borne_by = Bearer.PLATFORM
        return super().save_offer(offer)
