"""Making a complaint: what it is about is found, its papers are kept, it goes to who has to answer first."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalogue.models import Product
from catalogue.producers.models import Partner
from office.numbering import next_number, read_number
from office.papers import kept_for_act
from office.stages import Refused
from shop.order.models import Order, Parcel  # type: ignore[attr-defined]  # Oscar defines one in a condition

from .models import About, Complaint, Evidence, Wish
from .telling import tell_complainant, tell_desk
from .timing import due_on

SERIES = "complaint"
MOST_PAPERS = 5


@dataclass(frozen=True, slots=True)
class Matter:
    """What somebody complains about, as the form gives it; `phone` is E.164."""

    about: str
    subject: str
    text: str
    name: str
    phone: str = ""
    email: str = ""
    wish: str = Wish.EXPLANATION
    order_number: str = ""
    product: Product | None = None
    producer: Partner | None = None
    where: str = ""
    vulnerable: bool = False
    contact_open: bool = False
    papers: list = field(default_factory=list)


@contextmanager
def kept_papers(uploads, *, by):
    """`papers.kept_for_act` for several files at once. Raises `Refused` for more than five."""
    if len(uploads) > MOST_PAPERS:
        raise Refused(_("Please send five files at most."), field="papers")
    with ExitStack() as stack:
        yield [stack.enter_context(kept_for_act(each, by=by, field="papers")) for each in uploads]


def file(matter, *, key, by=None):
    """Take `matter` in. Returns the `Complaint`; the same `key` (never empty) gives the same one.

    Raises `Refused` at its field without a phone number or an e-mail address, for an order that is not
    found by number and phone, a parcel that is not named, or a file that is no paper.
    """
    if not key:
        raise ValueError("A complaint needs the key of its form.")
    if existing := Complaint.objects.filter(key=key).first():
        return existing
    if not matter.phone and not matter.email:
        raise Refused(_("Give a phone number or an e-mail address, so that we can answer."), field="phone")
    try:
        with kept_papers(matter.papers, by=by) as papers, transaction.atomic():
            return _record(matter, key, by, papers)
    except IntegrityError:  # sent twice at once
        return Complaint.objects.get(key=key)


def _record(matter, key, by, papers):
    parcel = _parcel(matter, by) if matter.about == About.PARCEL else None
    producer = parcel.producer if parcel else matter.producer
    if producer is None and matter.product is not None:
        producer = matter.product.producer
    stage = _first_stage(matter.about, producer)
    today = timezone.localdate()
    complaint = Complaint.objects.create(
        number=f"PA{today:%y}-{next_number(SERIES, year=today.year):06d}",
        key=key, stage=stage, due_on=due_on(stage, today), about=matter.about, parcel=parcel,
        product=matter.product, producer=producer, where=matter.where.strip(),
        subject=matter.subject.strip(), text=matter.text.strip(), wish=matter.wish,
        vulnerable=matter.vulnerable, contact_open=matter.contact_open, user=by, name=matter.name.strip(),
        phone=matter.phone, email=matter.email, language=get_language() or "vi",
    )  # fmt: skip
    attach(complaint, papers)
    tell_complainant(
        complaint,
        lambda: (
            _("We have your complaint %(number)s. An answer is due by %(day)s.")
            % {"number": complaint.number, "day": f"{complaint.due_on:%d/%m/%Y}"}
        ),
    )
    tell_desk(complaint)
    return complaint


def attach(complaint, papers, entry=None):
    """Hang kept papers on a complaint, or on one of its entries."""
    Evidence.objects.bulk_create(Evidence(complaint=complaint, entry=entry, paper=paper) for paper in papers)


def _first_stage(about, producer):
    """A seller without anybody to answer for it is passed over: silence would cost the buyer days."""
    if about == About.LABEL:
        return Complaint.Stage.INSPECTION
    if producer is not None and producer.users.filter(is_active=True).exists():
        return Complaint.Stage.SELLER
    return Complaint.Stage.PLATFORM


def _parcel(matter, by):
    """The parcel meant by "HT26-000123" or "HT26-000123-2", of this phone number or this account."""
    order_number, part = read_number(matter.order_number)
    if not order_number:
        raise Refused(_("Give the order number: it stands in the confirmation."), field="order_number")
    order = Order.objects.filter(number=order_number).first()
    theirs = order is not None and (
        (matter.phone and str(order.phone) == matter.phone) or (by is not None and order.user_id == by.pk)
    )
    if not theirs:
        raise Refused(
            _("No order has this number together with this phone. Please check both."), field="order_number"
        )
    parcels = list(Parcel.objects.filter(order=order).select_related("order", "producer"))
    found = [each for each in parcels if part == str(each.number)] if part else parcels
    if len(found) == 1:
        return found[0]
    names = "; ".join(f"{each} ({each.producer.name})" for each in parcels if each.producer)
    raise Refused(
        _("This order has several parcels. Which one is it? %(parcels)s") % {"parcels": names},
        field="order_number",
    )
