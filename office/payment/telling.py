"""Sentences to the payer, in the language the due was made in."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from office.money import dong
from office.notices import tell


def tell_rest(due, settlement):
    """What came was too little: how much is still missing, and where to pay it."""
    with override(due.language):
        sentence = _("We received %(came)s for %(reference)s. %(rest)s is still missing.") % {
            "came": dong(settlement.amount),
            "reference": due.reference,
            "rest": dong(due.rest),
        }
    tell(None, sentence, email=due.email, phone=due.phone, link=due.get_absolute_url())


def tell_code(due, code):
    """The code that confirms the phone number, by text message only."""
    with override(due.language):
        sentence = _("%(code)s is your code to confirm cash on delivery of %(amount)s (%(reference)s).") % {
            "code": code,
            "amount": dong(due.rest),
            "reference": due.reference,
        }
    tell(None, sentence, phone=due.phone)


def tell_terms(due):
    """An organisation may pay later, until a day."""
    with override(due.language):
        sentence = _("You may pay %(amount)s by bank transfer until %(day)s (%(reference)s).") % {
            "amount": dong(due.rest),
            "day": f"{timezone.localtime(due.until):%d/%m/%Y}",
            "reference": due.reference,
        }
    tell(None, sentence, email=due.email, phone=due.phone, link=due.get_absolute_url())


def tell_no_terms(due, reason):
    """An organisation may not pay later."""
    with override(due.language):
        sentence = _("We cannot let you pay later for %(reference)s: %(reason)s. Please pay another way.") % {
            "reference": due.reference,
            "reason": reason,
        }
    tell(None, sentence, email=due.email, phone=due.phone, link=due.get_absolute_url())


def tell_refunded(refund):
    """The money has gone back."""
    due = refund.due
    with override(due.language):
        sentence = _("%(amount)s has been paid back to you (%(reference)s).") % {
            "amount": dong(refund.amount),
            "reference": due.reference,
        }
    tell(None, sentence, email=due.email, phone=due.phone, link=due.get_absolute_url())
