"""Who decides about stars, and who sees which certificates on the desk."""

from datetime import timedelta

from django.db.models import Prefetch, Q
from django.utils import timezone

from catalogue.models import Product
from catalogue.producers.folding import fold
from catalogue.producers.models import Partner
from office.roles import has_role

from .models import Recognition
from .models.recognition import SOON

FILTERS = ("valid", "ending", "ended", "never")


def may_decide(user):
    """Whether `user` records the councils' and the committees' decisions: the programme office."""
    return has_role(user, "programme_office", "administrator")


def makers_of(user):
    """The producers this person works for."""
    return Partner.objects.filter(users=user)


def products_for(user, *, text="", show="", day=None):
    """The products whose stars this person may follow: all for the programme office, a maker's own.

    `show` is one of `FILTERS`: valid on `day`, ending within 90 days, ended, or never certified. Those
    that end first come first. Each product comes with its certificates, the newest first.
    """
    day = day or timezone.localdate()
    rows = Product.objects.on_sale_list()
    if not may_decide(user):
        rows = rows.filter(producer__in=makers_of(user))
    for word in fold(text).split():
        rows = rows.filter(
            Q(search_text__contains=f" {word}") | Q(recognitions__decision_number__icontains=text.strip())
        )
    match show:
        case "valid":
            rows = rows.starred(on=day)
        case "ending":
            rows = rows.starred(on=day).filter(stars_until__lte=day + timedelta(days=SOON))
        case "ended":
            rows = rows.filter(recognitions__isnull=False).exclude(pk__in=Product.objects.starred(on=day))
        case "never":
            rows = rows.filter(recognitions__isnull=True)
    certificates = Recognition.objects.select_related("variant").prefetch_related("changes")
    return (
        rows.select_related("producer")
        .prefetch_related(Prefetch("recognitions", certificates))
        .order_by("stars_until", "title", "pk")
        .distinct()
    )


def current(product):
    """The newest certificate of the product and of each of its sizes (from `products_for`)."""
    newest = {}
    for recognition in product.recognitions.all():
        newest.setdefault(recognition.variant_id, recognition)
    return list(newest.values())


def reads_decision(user, paper):
    """A paper on which a certificate rests: its maker and the programme office read it."""
    rests = Recognition.objects.filter(document=paper)
    return (may_decide(user) and rests.exists()) or rests.filter(product__producer__users=user).exists()
