"""Reviews: a buyer writes, an editor lets it appear, the maker may answer once."""

from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalogue.reviews.models import ProductReview
from office.roles import has_role
from office.stages import Refused, StageMove

from .claims import refuse_health_claims

STAGES = {
    ProductReview.FOR_MODERATION: "waiting",
    ProductReview.APPROVED: "shown",
    ProductReview.REJECTED: "off",
}
_purchase_checks: list[Callable] = []


def register_purchase_check(check):
    """Let the selling floor tell who has bought: `check(user, product) -> bool`. Called in its `ready`."""
    _purchase_checks.append(check)
    return check


def has_received(user, product):
    """Whether the goods (or a size of them) have been delivered to `user`: who has may write a review."""
    return any(check(user, product) for check in _purchase_checks)


@transaction.atomic
def write(product, *, score, title, body, name, by, bought=False):
    """A review of `product` (of a size: of the whole) with 1 to 5 points, waiting for moderation.

    `bought`: the caller knows that it was delivered to whoever writes; then `by` may be None (a guest).
    Raises `Refused` when this person has reviewed it already, the score is no score, or the text or the
    name claims that the goods heal: a shop may not advertise with thanks of the healed either (Law on
    food safety 55/2010/QH12).
    """
    if product.is_child:
        product = product.parent
    if score not in range(1, 6):
        raise Refused(_("Give one to five points."), field="score")
    for field, text in (("title", title), ("body", body), ("name", name)):
        refuse_health_claims(text, field=field)
    if by is not None and ProductReview.objects.filter(product=product, user=by).exists():
        raise Refused(_("You have reviewed this product already."))
    try:
        with transaction.atomic():
            return ProductReview.objects.create(
                product=product,
                user=by,
                score=score,
                title=title.strip(),
                body=body.strip(),
                name=name.strip(),
                verified=bought or has_received(by, product),
                status=ProductReview.FOR_MODERATION,
            )
    except IntegrityError as fault:  # sent twice at once
        raise Refused(_("You have reviewed this product already.")) from fault


@transaction.atomic
def approve(review, *, by):
    """Let the review appear and count. Raises `Refused` unless `by` moderates, or when it claims to heal."""
    _refuse_strangers(by)
    refuse_health_claims(f"{review.title} {review.body} {review.name}", field="body")
    return _moderate(review, ProductReview.APPROVED, by=by)


@transaction.atomic
def reject(review, *, by, reason=""):
    """Keep the review off the site, or take it down again.

    Raises `Refused` unless `by` moderates, or without a reason for one that people have read already.
    """
    _refuse_strangers(by)
    review.refresh_from_db(fields=["status"], from_queryset=ProductReview.objects.select_for_update())
    if review.status == ProductReview.APPROVED and not reason.strip():
        raise Refused(_("Say why the review is taken down."), field="reason")
    return _moderate(review, ProductReview.REJECTED, by=by, reason=reason.strip())


def _moderate(review, status, *, by, reason=""):
    """Set the status and keep who did it, when and why. Title and text are the buyer's, never written here."""
    review.refresh_from_db(fields=["status"], from_queryset=ProductReview.objects.select_for_update())
    StageMove.objects.create(
        content_type=ContentType.objects.get_for_model(ProductReview),
        object_id=review.pk,
        before=STAGES[review.status],
        after=STAGES[status],
        reason=reason,
        by=by,
    )
    review.status = status
    review.save(update_fields=["status"])
    return review


def moves_of(reviews):
    """{review's number: its last move} of moderation, with who made it; one query."""
    moves = StageMove.objects.filter(
        content_type=ContentType.objects.get_for_model(ProductReview),
        object_id__in=[review.pk for review in reviews],
    )
    return {move.object_id: move for move in moves.select_related("by").order_by("at", "pk")}


def may_moderate(user):
    """Whether `user` decides which reviews appear: editors and the shop manager."""
    return has_role(user, "editor", "shop_manager", "administrator")


def _refuse_strangers(user):
    if not may_moderate(user):
        raise Refused(_("Only an editor or the shop manager moderates reviews."))


def may_reply(user, product):
    """Whether `user` is of the producer of `product`."""
    producer = product.producer
    return producer is not None and producer.users.filter(pk=user.pk).exists()


@transaction.atomic
def reply(review, text, *, by):
    """The maker's answer under the review; a second answer replaces the first.

    Raises `Refused` when `by` is not of the producer, or the text claims to heal.
    """
    if not may_reply(by, review.product):
        raise Refused(_("Only the maker of the product may reply."))
    refuse_health_claims(text, field="reply")
    review.reply, review.replied_by, review.replied_at = text.strip(), by, timezone.now()
    review.save(update_fields=["reply", "replied_by", "replied_at"])
    return review
