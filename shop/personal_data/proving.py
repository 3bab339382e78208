"""Who somebody is: signed in, or a code of six digits sent to the number or address we know them by."""

import time

from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac
from django.utils.translation import gettext as _

from office.accounts.personal import person_of, person_with
from office.limiting import too_often
from office.notices import tell
from office.persons import Person, is_known
from office.stages import Refused

ASKED, PROVEN = "data-code", "data-person"
CODE_LASTS = 10 * 60  # seconds
PROOF_LASTS = 30 * 60


def send_code(session, *, phone="", email="", address):
    """Send a code to `phone` (E.164) or `email`, if we keep anything under it; nobody learns whether we do.

    `address` is the visitor's network address. Raises `Refused` after a few tries.
    """
    contact = phone or email.casefold()
    tries = (("data-code", address, 5), ("data-code-to", contact, 3))
    if sum(too_often(what, whom, times=most, seconds=600) for what, whom, most in tries):
        raise Refused(_("Too many tries. Please wait ten minutes and try again."))
    code = get_random_string(6, "0123456789")
    session[ASKED] = {
        "phone": phone,
        "email": email,
        "hash": _hash(code, contact),
        "until": time.time() + CODE_LASTS,
    }
    if is_known(person_with(phone=phone, email=email)):
        sentence = _("Your OCOP Hà Tĩnh code: %(code)s. Give it to nobody.") % {"code": code}
        tell(None, sentence, phone=phone, email=email)


def check_code(session, code):
    """Take the code for a proof that lasts half an hour. Raises `Refused` at `code` when it is wrong or old."""
    asked = session.get(ASKED)
    if asked is None or asked["until"] < time.time():
        raise Refused(_("This code is too old. Please ask for a new one."), field="code")
    contact = asked["phone"] or asked["email"].casefold()
    if too_often("data-code-try", contact, times=5, seconds=600):
        session.pop(ASKED)
        raise Refused(_("Too many tries. Please wait ten minutes and try again."), field="code")
    if not constant_time_compare(asked["hash"], _hash(code.strip(), contact)):
        raise Refused(_("This is not the code we sent."), field="code")
    session.pop(ASKED)
    session.cycle_key()
    session[PROVEN] = {
        "phone": asked["phone"],
        "email": asked["email"],
        "until": time.time() + PROOF_LASTS,
    }


def person_in(request):
    """The `Person` this visitor has proven to be; an empty one for a stranger."""
    shown = request.session.get(PROVEN)
    if shown is not None and shown["until"] < time.time():
        leave(request.session)
        shown = None
    if not request.user.is_authenticated:
        return person_with(phone=shown["phone"], email=shown["email"]) if shown else Person()
    known = person_of(request.user)
    if shown is None:
        return known
    return Person(known.user, known.phone or shown["phone"], known.email or shown["email"])


def leave(session):
    """Forget what was proven by code."""
    session.pop(PROVEN, None)
    session.pop(ASKED, None)


def _hash(code, contact):
    return salted_hmac("personal-data-code", f"{contact}:{code}").hexdigest()
