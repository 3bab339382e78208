"""What reviews know about a person: the words stay, the name goes."""

from catalogue.reviews.models import ProductReview, Vote
from office.persons import Person


def collect_reviews(person: Person):
    if person.user is None:
        return []
    rows = ProductReview.objects.filter(user=person.user).select_related("product")
    return [
        {
            "product": each.product.title if each.product else "",
            "score": each.score,
            "title": each.title,
            "body": each.body,
            "name": each.name,
            "written_at": each.date_created.isoformat(),
        }
        for each in rows
    ]


def erase_reviews(person: Person):
    """A review loses its writer: others have read it, and the maker has answered it."""
    if person.user is not None:
        Vote.objects.filter(user=person.user).delete()
        ProductReview.objects.filter(user=person.user).update(user=None, name="", email="", homepage="")
    return []
