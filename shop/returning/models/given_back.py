"""What the buyer gets back, whatever the cause."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class GivenBack(models.Model):
    """`goods` and `delivery` are taken off the sale; `lowered` of them was never paid and is no longer asked
    for, or had gone back before; the rest is paid back by `refund`. `account` ({"bank", "number", "holder"}) is
    kept till then only. Amounts in đồng.
    """

    goods = models.PositiveBigIntegerField(_("goods, đồng"), default=0)
    delivery = models.PositiveBigIntegerField(_("delivery, đồng"), default=0)
    lowered = models.PositiveBigIntegerField(_("no longer asked for, đồng"), default=0)
    account = models.JSONField(_("buyer's bank account"), default=dict, blank=True)
    refund = models.OneToOneField(
        "payment.Refund", models.PROTECT, null=True, blank=True, related_name="%(class)s_paid", editable=False
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(lowered__lte=F("goods") + F("delivery")),
                name="%(class)s_lowered_within_what_is_given_back",
            ),
        ]

    @property
    def total(self):
        """Goods and delivery, đồng."""
        return self.goods + self.delivery

    @property
    def to_repay(self):
        """What was paid and goes back, đồng."""
        return self.total - self.lowered

    @property
    def waits_for_account(self):
        """Whether a person has to transfer it and does not know where to."""
        refund = self.refund
        return bool(refund and refund.stage == refund.Stage.ASKED and refund.by_hand and not refund.account)
