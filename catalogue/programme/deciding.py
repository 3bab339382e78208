"""Who decides about stars, and who sees which certificates on the desk."""

from datetime import timedelta

from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import Coalesce
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

    `show` is one of `FILTERS`: one of its certificates, for all sizes or for one, is valid on `day`, ends
    within 90 days, all have ended, or there never was one. Those that end first come first, those never
    certified last. Each product comes with its certificates, the newest first.
    """
    day = day or timezone.localdate()
    certificates = Recognition.objects.filter(product=OuterRef("pk")).order_by()
    rows = Product.objects.on_sale_list().filter(_shown(certificates, show, day))
    if not may_decide(user):
        rows = rows.filter(producer__in=makers_of(user))
    for word in fold(text).split():
        rows = rows.filter(Q(search_text__contains=f" {word}") | Exists(certificates.numbered(text)))
    ends = certificates.values("ends_on")
    return (
        rows.select_related("producer")
        .annotate(
            ends=Coalesce(
                Subquery(ends.filter(ends_on__gte=day).order_by("ends_on")[:1]),
                Subquery(ends.order_by("-ends_on")[:1]),
            )
        )
        .prefetch_related(Prefetch("recognitions", Recognition.objects.told().select_related("variant")))
        .order_by(F("ends").asc(nulls_last=True), "title", "pk")
    )


def _shown(certificates, show, day):
    """The condition of one list; `certificates` are those of the product asked about."""
    running = certificates.valid_on(day)
    match show:
        case "valid":
            return Exists(running)
        case "ending":
            return Exists(running.filter(ends_on__lte=day + timedelta(days=SOON)))
        case "ended":
            return Exists(certificates) & ~Exists(running)
        case "never":
            return ~Exists(certificates)
    return Q()


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
