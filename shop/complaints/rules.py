"""Who sees which complaint, who may do what with it, and who sees how to reach the complainant."""

from django.db.models import BooleanField, Case, Q, Value, When
from django.utils import timezone

from catalogue.producers.joining import acts_for_somebody
from catalogue.producers.models import Partner
from office.roles import has_role

from .models import About, Complaint, Side

OPEN = tuple(stage for stage in Complaint.Stage.values if stage != Complaint.Stage.CLOSED)


def is_platform(user):
    return has_role(user, "shop_manager", "administrator")


def is_trade(user):
    return has_role(user, "trade_department")


def is_inspection(user):
    return has_role(user, "inspector", "programme_office")


def may_open_desk(user):
    return is_platform(user) or is_trade(user) or is_inspection(user) or acts_for_somebody(user)


def visible_to(user):
    """The complaints on this person's desk: a seller's own, the Department's when they were passed on,
    label reports for the inspection and the programme office, the rest for the shop manager.
    """
    if has_role(user, "administrator"):
        return Complaint.objects.all()
    seen = Q(pk=None)
    if is_platform(user):
        seen |= ~Q(about=About.LABEL)
    if is_trade(user):
        seen |= Q(passed_to_trade_at__isnull=False)
    if is_inspection(user):
        seen |= Q(about=About.LABEL)
    if acts_for_somebody(user):
        seen |= Q(producer__in=Partner.objects.filter(users=user)) & ~Q(about=About.LABEL)
    return Complaint.objects.filter(seen)


def by_priority(complaints):
    """Those the law protects first, then what is overdue, then the oldest."""
    late = When(due_on__lt=timezone.localdate(), stage__in=OPEN, then=Value(value=True))
    overdue = Case(late, default=Value(value=False), output_field=BooleanField())
    return complaints.order_by("-vulnerable", overdue.desc(), "made_at", "pk")


def waiting_for(user):
    """What this person has to do something about now."""
    mine = Q(pk=None)
    if acts_for_somebody(user):
        sellers = Partner.objects.filter(users=user)
        mine |= Q(stage=Complaint.Stage.SELLER, producer__in=sellers)
    if is_platform(user):
        mine |= Q(stage=Complaint.Stage.PLATFORM)
    if is_trade(user):
        mine |= Q(stage=Complaint.Stage.TRADE)
    if is_inspection(user):
        mine |= Q(stage=Complaint.Stage.INSPECTION)
    return Complaint.objects.filter(mine)


def side_of(user, complaint):
    """As whom `user` speaks in this matter, or None for a stranger. Asks the database for sellers only."""
    if complaint.is_label_report:
        return Side.INSPECTION if is_inspection(user) else None
    if acts_for_somebody(user) and _sells(user, complaint):
        return Side.SELLER
    if is_platform(user):
        return Side.PLATFORM
    return Side.TRADE if is_trade(user) and complaint.passed_to_trade_at else None


def _sells(user, complaint):
    return Partner.objects.filter(pk=complaint.producer_id, users=user).exists()


def sees_contact(side, complaint):
    """Whether this side may know phone and e-mail: a seller only when told so, or for its own parcel."""
    if side == Side.SELLER:
        return complaint.contact_open or complaint.parcel_id is not None
    return side is not None


def may_export(user):
    return is_platform(user) or is_trade(user)
