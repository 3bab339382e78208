"""Which accounts there are. One is opened when it is first used, by a rule a room has registered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from .models import Account

Kind = Account.Kind


class UnknownAccount(LookupError):
    """No account has this code, and no rule says what it would be."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`name` is a text, or for a prefix a function: what follows it -> text."""

    kind: str
    name: object


_rules: dict[str, Rule] = {}


def register(code: str, kind: str, name: object):
    """Say what an account is: of exactly this `code`, or of every code that begins with it if it ends in ":".

    Called in an app's `ready`; the last word counts.
    """
    _rules[code] = Rule(kind, name)


register("bank", Kind.ASSET, _("Bank"))
register("payers", Kind.LIABILITY, _("Received from payers, for what they owe"))
register("differences", Kind.EXPENSE, _("Differences"))


def open_account(code: str, name: str = "", kind: str = "") -> Account:
    """The account, opened unless it is there. Raises `UnknownAccount` without a kind or a rule for it."""
    found = Account.objects.filter(code=code).first()
    if found is not None:
        return found
    if not kind:
        kind, name = _by_rule(code)
    return Account.objects.get_or_create(code=code, defaults={"name": name[:200], "kind": kind})[0]


def opened(codes: Iterable[str]) -> dict[str, Account]:
    """The accounts of these codes, those opened that were not there. 1 query when all are."""
    wanted = set(codes)
    found = {account.code: account for account in Account.objects.filter(code__in=wanted)}
    for code in sorted(wanted - set(found)):
        found[code] = open_account(code)
    return found


def locked(codes: Iterable[str]) -> dict[str, Account]:
    """The accounts, opened if need be, locked by key till the transaction ends: nobody posts to them meanwhile."""
    pks = [account.pk for account in opened(codes).values()]
    rows = Account.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    return {account.code: account for account in rows}


def _by_rule(code):
    prefix, colon, rest = code.partition(":")
    rule = _rules.get(code) or (_rules.get(prefix + colon) if colon else None)
    if rule is None:
        raise UnknownAccount(f"No account {code!r}, and no rule for it.")
    with override(settings.LANGUAGE_CODE):
        name = str(rule.name(rest)) if callable(rule.name) else str(rule.name)
    return rule.kind, name
