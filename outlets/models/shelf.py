"""What an outlet shows or sells."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ShelfItem(models.Model):
    """One product on the shelf of one outlet. Its star is the product's, valid today; never kept here.

    `price` in đồng as seen on the shelf; empty when it is only shown. Goods that are no product of the
    catalogue have a `label` instead and never a badge.
    """

    class State(models.TextChoices):
        SHOWN = "shown", _("shown only")
        SOLD = "sold", _("for sale")
        GONE = "gone", _("not there any more")

    outlet = models.ForeignKey("outlets.Outlet", models.CASCADE, related_name="shelf")
    product = models.ForeignKey(
        "catalogue.Product", models.CASCADE, null=True, blank=True, related_name="on_shelves"
    )
    label = models.CharField(_("other goods"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=6, choices=State.choices, default=State.SOLD)
    price = models.PositiveIntegerField(_("price there"), null=True, blank=True)
    last_seen = models.DateField(_("last seen"), default=timezone.localdate)

    class Meta:
        ordering = ["outlet", "pk"]
        verbose_name = _("goods on the shelf")
        verbose_name_plural = _("goods on the shelf")
        constraints = [
            models.UniqueConstraint(fields=["outlet", "product"], name="product_once_on_a_shelf"),
            models.CheckConstraint(
                condition=models.Q(product__isnull=False, label="")
                | models.Q(product__isnull=True) & ~models.Q(label=""),
                name="shelf_item_is_one_thing",
            ),
        ]

    def __str__(self):
        return self.label or str(self.product)
