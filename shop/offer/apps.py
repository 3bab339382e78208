from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from oscar.apps.offer.apps import OfferConfig as OscarOfferConfig

RUNNING = "offers-active"


def _changed(sender, **kwargs):
    cache.delete(RUNNING)


class OfferConfig(OscarOfferConfig):
    name = "shop.offer"

    def ready(self):
        super().ready()
        from .models import ConditionalOffer  # needs the registry

        for signal in (post_save, post_delete):
            signal.connect(_changed, ConditionalOffer, dispatch_uid=f"offers-running-{id(signal)}")
