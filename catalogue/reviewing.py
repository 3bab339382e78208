"""Reviews: a buyer writes, an editor lets it appear, the maker may answer once."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.reviews.models import ProductReview
from office.roles import has_role
from office.stages import Refused

from .rules import refuse_health_claims

_purchase_checks = []


def register_purchase_check(check):
    """Let the selling floor tell who has bought: `check(user, product) -> bool`. Called in its `ready`."""
    _purchase_checks.append(check)
    return check


@transaction.atomic
def write(product, *, score, title, body, name, by):
    """A review of `product` with 1 to 5 points, waiting for moderation.

    Raises `Refused` when this person has reviewed it already or the score is no score.
    """
    if score not in range(1, 6):
        raise Refused(_("Give one to five points."), field="score")
    if ProductReview.objects.filter(product=product, user=by).exists():
        raise Refused(_("You have reviewed this product already."))
    return ProductReview.objects.create(
        product=product,
        user=by,
        score=score,
        title=title.strip(),
        body=body.strip(),
        name=name.strip(),
        verified=any(check(by, product) for check in _purchase_checks),
        status=ProductReview.FOR_MODERATION,
    )


@transaction.atomic
def approve(review, *, by):
    """Let the review appear and count. Raises `Refused` unless `by` moderates."""
    if not (by.is_superuser or has_role(by, "editor") or has_role(by, "shop_manager")):
        raise Refused(_("Only an editor or the shop manager moderates reviews."))
    review.status = ProductReview.APPROVED
    review.save()
    review.product.update_rating()
    return review


@transaction.atomic
def reply(review, text, *, by):
    """The maker's answer under the review; a second answer replaces the first.

    Raises `Refused` when `by` is not of the producer, or the text claims to heal.
    """
    producer = review.product.producer
    if producer is None or not producer.users.filter(pk=by.pk).exists():
        raise Refused(_("Only the maker of the product may reply."))
    refuse_health_claims(text, field="reply")
    review.reply, review.replied_by, review.replied_at = text.strip(), by, timezone.now()
    review.save(update_fields=["reply", "replied_by", "replied_at"])
    return review
