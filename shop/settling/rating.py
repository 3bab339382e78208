"""What is kept back on a day, by the rows in force."""

from datetime import date

from .models import FeeRate, TaxRate


def commission_on(amount: int, *, day: date) -> int:
    """The house's commission on goods of `amount` đồng sold on `day`; 0 without a rate. 1 query."""
    rate = FeeRate.objects.on(day).first()
    return share(amount, rate.per_mille, 1000) if rate else 0


def tax_on(amount: int, *, supply: str, legal_form: str, day: date) -> tuple[int, int]:
    """(VAT, personal income tax) to withhold, in đồng; (0, 0) for a legal form without a rate. 1 query."""
    rate = TaxRate.objects.on(day).filter(legal_form=legal_form, supply=supply).first()
    return (share(amount, rate.vat, 10_000), share(amount, rate.pit, 10_000)) if rate else (0, 0)


def share(amount: int, part: int, whole: int) -> int:
    """`part`/`whole` of `amount`, none below 0, to the nearest đồng, half a đồng up."""
    return (2 * amount * part + whole) // (2 * whole) if whole else 0
