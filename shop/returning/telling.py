"""Sentences to the buyer in the language of the order, to the people of a producer, to the shop."""

from django.conf import settings
from django.utils.translation import override

from office.accounts.models import User
from office.notices import tell


def in_language_of(order):
    """Speak the buyer's language in the `with` block."""
    return override(order.language)


def tell_buyer(order, sentence, *, link="", text=False, subject=""):
    """By inbox and e-mail; somebody with neither gets a text when it matters (`text`), with the address in it."""
    link = link or order.get_absolute_url()
    if order.user_id or order.guest_email:
        tell(order.user, sentence, email=order.guest_email, link=link, subject=subject)
    elif text and order.phone:
        tell(None, f"{sentence} {settings.SITE_URL}{link}", phone=str(order.phone))


def tell_producer(parcel, sentence, *, link):
    """All people of the parcel's producer. `sentence` is said in Vietnamese, by a function."""
    if parcel.producer_id is None:
        return
    with override(settings.LANGUAGE_CODE):
        for person in parcel.producer.users.all():
            tell(person, sentence(), link=link)


def tell_managers(sentence, *, link):
    """The shop managers. `sentence` is said in Vietnamese, by a function."""
    with override(settings.LANGUAGE_CODE):
        for person in User.objects.filter(groups__name="shop_manager", is_active=True).order_by("pk"):
            tell(person, sentence(), link=link)
