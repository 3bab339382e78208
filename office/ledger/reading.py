"""Reading the books: balances, in đồng, debit above 0; days are those of Vietnam and count to their end."""

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet, Sum
from django.utils import timezone

from .models import Row


def start_of(day: date) -> datetime:
    """Midnight at which `day` begins."""
    return timezone.make_aware(datetime.combine(day, time.min))


def rows(
    code_prefix: str, *, about: str | None = None, since: date | None = None, until: date | None = None
) -> QuerySet[Row]:
    """Rows of the account `code_prefix`, or of all that begin with it if it ends in ":", oldest first.

    `since` and `until` are days, both counted.
    """
    found = Row.objects.select_related("entry", "account").order_by("entry__at", "pk")
    if code_prefix.endswith(":"):
        found = found.filter(account__code__startswith=code_prefix)
    elif code_prefix:
        found = found.filter(account__code=code_prefix)
    if about is not None:
        found = found.filter(about=about)
    if since is not None:
        found = found.filter(entry__at__gte=start_of(since))
    if until is not None:
        found = found.filter(entry__at__lt=start_of(until + timedelta(days=1)))
    return found


def balance(code: str, *, about: str | None = None, on: date | None = None) -> int:
    """What the account stands at (at the end of the day `on`); 0 for one never used. 1 query."""
    return rows(code, about=about, until=on).order_by().aggregate(sum=Sum("amount"))["sum"] or 0


def trial_balance(on: date | None = None) -> dict[str, int]:
    """{code: balance} of every account with rows; the values sum to 0. 1 query."""
    sums = rows("", until=on).order_by().values_list("account__code").annotate(sum=Sum("amount"))
    return dict(sums.order_by("account__code"))
