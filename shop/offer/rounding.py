"""Whole đồng: rounding one amount, and dividing one so that the parts sum to it."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction


def whole_dong(amount, currency=None):
    """`amount` as whole đồng, a `Decimal`: the đồng has no smaller coin. Oscar's rounding of discounts."""
    return Decimal(amount).quantize(Decimal(1), rounding=ROUND_HALF_UP)


def apportion(total, weights, most):
    """Divide `total` đồng in proportion to `weights`, nowhere more than `most`; returns as many shares.

    Largest remainder: shares are whole and sum to `total`, or to all of `most` when that is less.
    """
    total = min(int(total), sum(most))
    whole = sum(Fraction(weight) for weight in weights) or 1
    exact = [total * Fraction(weight) / whole for weight in weights]
    shares = [min(int(part), limit) for part, limit in zip(exact, most, strict=True)]
    order = sorted(range(len(shares)), key=lambda n: (int(exact[n]) - exact[n], n))
    for n in order:
        if sum(shares) < total and shares[n] < most[n]:
            shares[n] += 1
    for n in order:
        shares[n] += min(most[n] - shares[n], total - sum(shares))
    return shares
