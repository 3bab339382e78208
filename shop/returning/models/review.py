"""Reviews of what was delivered, and the one invitation to write them."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LineReview(models.Model):
    """The review written of one line of an order."""

    line = models.OneToOneField("order.Line", models.CASCADE, related_name="review_written")
    review = models.OneToOneField("reviews.ProductReview", models.CASCADE, related_name="bought_line")

    def __str__(self):
        return f"{self.line_id}: {self.review_id}"


class Invitation(models.Model):
    """An order's buyer has been invited to review this parcel."""

    parcel = models.OneToOneField("order.Parcel", models.CASCADE, related_name="invitation")
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return f"{self.parcel_id} {self.at:%d/%m/%Y}"


class InvitationRefusal(models.Model):
    """Somebody wants no such invitations: a phone number (E.164), and the e-mail address given with it."""

    phone = models.CharField(_("phone number"), max_length=20, unique=True)
    email = models.EmailField(_("e-mail"), blank=True, db_index=True)
    at = models.DateTimeField(default=timezone.now)

    def __str__(self):
        return self.phone
