"""What an outlet shows or sells."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NOT_SEEN_AFTER_DAYS = 14


class ShelfItemQuerySet(models.QuerySet):
    def there(self):
        """What stands on the shelf."""
        return self.exclude(state=ShelfItem.State.GONE)

    def with_false_sign(self, today=None):
        """On the shelf, with a star that has ended while nobody said that its sign was taken off.

        Asked of the product's live columns, so it is true in the minute a star is withdrawn.
        """
        day = today or timezone.localdate()
        ended = Q(product__stars__gt=0, product__stars_until__lt=day) & (
            Q(sign_off_on=None) | Q(sign_off_on__lte=F("product__stars_until"))
        )
        never = Q(product__stars=0, product__stars_withdrawn=True, sign_off_on=None)
        return self.there().filter(ended | never)

    def with_star(self, today=None):
        """Whose product's star is valid on `today`."""
        day = today or timezone.localdate()
        return self.filter(product__stars__gt=0, product__stars_from__lte=day, product__stars_until__gte=day)

    def at_outlets(self):
        """On shelves of outlets that receive visitors, with outlet and place: sold before shown."""
        rows = self.there().filter(outlet__stage__in=("open", "seasonal"))
        return rows.select_related("outlet__commune__area").order_by("-state", "outlet__name", "pk")

    def for_pages(self):
        """With the product and its maker, names first."""
        return self.select_related("product__producer").order_by("product__title", "label", "pk")


class ShelfItem(models.Model):
    """One product on the shelf of one outlet. Its star is the product's, valid today; never kept here.

    `price` in đồng as seen on the shelf; empty when it is only shown. Goods that are no product of the
    catalogue have a `label` instead and never a badge. `sign_off_on` is the day the keeper said that the
    sign of a star that had ended is off the shelf.
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
    sign_off_on = models.DateField(_("sign taken off on"), null=True, blank=True, editable=False)

    objects = ShelfItemQuerySet.as_manager()

    class Meta:
        ordering = ["outlet", "pk"]
        verbose_name = _("goods on the shelf")
        verbose_name_plural = _("goods on the shelf")
        constraints = [
            models.UniqueConstraint(fields=["outlet", "product"], name="product_once_on_a_shelf"),
            models.UniqueConstraint(
                fields=["outlet", "label"], condition=~Q(label=""), name="label_once_on_a_shelf"
            ),
            models.CheckConstraint(
                condition=Q(product__isnull=False, label="") | Q(product__isnull=True) & ~Q(label=""),
                name="shelf_item_is_one_thing",
            ),
            models.CheckConstraint(
                condition=~Q(state="shown") | Q(price=None), name="what_is_only_shown_has_no_price"
            ),
        ]

    def __str__(self):
        return self.label or str(self.product)

    @property
    def stars(self):
        """The stars valid today; 0 for goods that are no product of the catalogue."""
        return self.product.stars_on() if self.product else 0

    @property
    def star_ended(self):
        """Whether the product had a star that has ended or was withdrawn."""
        product = self.product
        return bool(product and (product.star_ended_on or (product.stars_withdrawn and not product.stars)))

    @property
    def sign_is_false(self):
        """As `with_false_sign` asks, of one row that has its product."""
        if self.state == self.State.GONE or not self.star_ended:
            return False
        ended_on = self.product.star_ended_on
        return self.sign_off_on is None or (ended_on is not None and self.sign_off_on <= ended_on)

    @property
    def seen_today(self):
        return self.last_seen >= timezone.localdate()

    @property
    def not_seen_lately(self):
        """Whether nobody has seen it for two weeks."""
        return (timezone.localdate() - self.last_seen).days > NOT_SEEN_AFTER_DAYS
