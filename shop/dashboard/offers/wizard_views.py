"""The wizard copies three fields of an offer by name; ours is a fourth."""

from oscar.apps.dashboard.offers.wizard_views import OfferWizardStepView as OscarStepView


class OfferWizardStepView(OscarStepView):
    def save_offer(self, offer):
        offer.borne_by = self._fetch_session_offer().borne_by
        return super().save_offer(offer)
