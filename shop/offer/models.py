"""Oscar's offers. A discount is borne by the platform or by the makers; some goods take part in none."""

from django.db import models
from django.utils.translation import gettext_lazy
from oscar.apps.offer.abstract_models import (
    AbstractBenefit,
    AbstractCondition,
    AbstractConditionalOffer,
    AbstractRange,
)

from catalogue.rules import allows_promotion


class Bearer(models.TextChoices):
    PLATFORM = "platform", gettext_lazy("the shop")
    PRODUCER = "producer", gettext_lazy("the makers of the goods")


class ConditionalOffer(AbstractConditionalOffer):
    """`borne_by` says whose income a discount lessens; the settling reads it from the order's lines."""

    borne_by = models.CharField(
        gettext_lazy("borne by"),
        max_length=10,
        choices=Bearer.choices,
        default=Bearer.PLATFORM,
        help_text=gettext_lazy(
            "Who pays for the discount. Orders placed before keep what was true on their day."
        ),
    )

    class Meta(AbstractConditionalOffer.Meta):
        abstract = False


class _KeptProxy:
    """Oscar makes the object that knows the type anew at every question, and reads its range again."""

    def proxy(self):
        kind = (self.type, self.proxy_class)
        if self.__dict__.get("_kept", (None,))[0] != kind:
            made = super().proxy()
            if made is not self and self.range_id:
                made.range = self.range
            self._kept = (kind, made)
        return self._kept[1]


class Benefit(_KeptProxy, AbstractBenefit):
    class Meta(AbstractBenefit.Meta):
        abstract = False

    @property
    def is_on_delivery(self):
        """Whether it lessens delivery fees, which the shop bears always (`shop.basket.free_delivery`)."""
        return self.type.startswith("Shipping")


class Condition(_KeptProxy, AbstractCondition):
    class Meta(AbstractCondition.Meta):
        abstract = False


class Range(AbstractRange):
    """The one gate: every condition and every benefit asks it about each line of a basket."""

    class Meta(AbstractRange.Meta):
        abstract = False

    def contains_product(self, product):
        if not allows_promotion(product):
            return False
        members = self.__dict__.get("_members")
        return super().contains_product(product) if members is None else product.pk in members

    def look_at(self, products):
        """Find out at once which of `products` belong to it; asked about others it says no."""
        if not self.proxy:
            keys = [product.pk for product in products]
            self._members = set(self.product_queryset.filter(pk__in=keys).values_list("pk", flat=True))


from oscar.apps.offer.models import *  # noqa: E402
