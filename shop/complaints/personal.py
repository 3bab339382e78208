"""What complaints know about a person, and how it goes (`office.persons`)."""

from django.db.models import Q
from django.utils.translation import gettext as _

from office.persons import Person

from .models import Complaint
from .stepping import forget


def complaints_of(person: Person):
    theirs = Q(pk=None)
    if person.user:
        theirs |= Q(user=person.user)
    if person.phone:
        theirs |= Q(phone=person.phone)
    if person.email:
        theirs |= Q(email__iexact=person.email)
    return Complaint.objects.filter(theirs)


def collect(person: Person):
    rows = complaints_of(person).select_related("product", "producer").prefetch_related("entries")
    return [
        {
            "number": each.number,
            "received_at": each.made_at.isoformat(),
            "about": each.get_about_display(),
            "subject": each.subject,
            "text": each.text,
            "asked_for": each.get_wish_display(),
            "name": each.name,
            "phone": str(each.phone),
            "email": each.email,
            "protected_first": each.vulnerable,
            "stage": each.stage_label,
            "outcome": each.get_outcome_display(),
            "messages": "\n".join(
                f"{entry.at:%Y-%m-%d} {entry.get_side_display()}: {entry.text}"
                for entry in each.entries.all()
            ),
        }
        for each in rows.order_by("pk")
    ]


def erase(person: Person):
    """Closed matters lose who complained and what was handed in; a running one does so when it closes."""
    stay = []
    for complaint in complaints_of(person):
        if complaint.is_closed:
            forget(complaint)
        else:
            Complaint.objects.filter(pk=complaint.pk).update(to_forget=True, user=None)
            stay.append(
                _("Complaint %(number)s is still open: your name stays in it until it is closed.")
                % {"number": complaint.number}
            )
    return stay
