"""Oscar's reviews, with the mark of a buyer who has had the goods and the maker's reply."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.reviews.abstract_models import AbstractProductReview


class ProductReview(AbstractProductReview):
    """`verified` is set when the review is written, from the orders on that day."""

    verified = models.BooleanField(_("bought here"), default=False, editable=False)
    reply = models.TextField(_("the maker's reply"), blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    replied_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta(AbstractProductReview.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score__gte=1, score__lte=5), name="review_score_1_to_5"
            ),
        ]

    @property
    def author(self):
        """The name shown: what the reviewer gave, never an address or a telephone number."""
        return self.name or _("A buyer")


from oscar.apps.catalogue.reviews.models import *  # noqa: E402
