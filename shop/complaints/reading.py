"""Papers handed in with a complaint: for its parties, and for nobody else."""

from .models import Complaint
from .rules import visible_to


def may_read(user, paper):
    """Whether somebody signed in reads `paper` as a party: the desk it lies on, or who complained."""
    complaint = Complaint.objects.filter(evidence__paper=paper).first()
    if complaint is None:
        return False
    return complaint.user_id == user.pk or visible_to(user).filter(pk=complaint.pk).exists()
