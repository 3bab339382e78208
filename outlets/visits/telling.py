"""What is said to the two sides of a visit, in Vietnamese, the language of those who work with it."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from office.accounts.models import User
from office.notices import tell

from ..models import Outlet


def people_of(host):
    """Who answers for a host: the keepers of an outlet, the people of a producer."""
    if isinstance(host, Outlet):
        return User.objects.filter(keepings__outlet=host, keepings__until=None, is_active=True).distinct()
    return host.users.filter(is_active=True)


def tell_host(visit, sentence):
    """`sentence` is a function, so that it is said in their language."""
    _tell(people_of(visit.host), visit, sentence)


def tell_operator(visit, sentence):
    _tell(visit.operator.users.filter(is_active=True), visit, sentence)


def _tell(people, visit, sentence):
    with override(settings.LANGUAGE_CODE):
        for person in people.order_by("pk"):
            tell(person, sentence(), link=reverse("visits:visit", args=[visit.pk]), about=f"visit:{visit.pk}")
