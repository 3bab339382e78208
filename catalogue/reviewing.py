"""Reviews: a buyer writes, an editor lets it appear, the maker may answer once."""

from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.reviews.models import ProductReview
from office.roles import has_role
from office.stages import Refused

from .claims import refuse_health_claims

_purchase_checks: list[Callable] = []


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
    """Let the review appear and count.

    Raises `Refused` unless `by` moderates, or when it claims that the goods heal: a shop may not
    advertise with thanks of the healed either (Law on food safety 55/2010/QH12).
    """
    _refuse_strangers(by)
    refuse_health_claims(f"{review.title} {review.body}", field="body")
    review.status = ProductReview.APPROVED
    review.save()
    review.product.update_rating()
    return review


@transaction.atomic
def reject(review, *, by):
    """Keep the review off the site. Raises `Refused` unless `by` moderates."""
    _refuse_strangers(by)
    review.status = ProductReview.REJECTED
    review.save()
    review.product.update_rating()
    return review


def may_moderate(user):
    """Whether `user` decides which reviews appear: editors and the shop manager."""
    return has_role(user, "editor", "shop_manager", "administrator")


def _refuse_strangers(user):
    if not may_moderate(user):
        raise Refused(_("Only an editor or the shop manager moderates reviews."))


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
