"""Vietnamese tax codes: ten digits with a check digit, branches with three more."""

import re

WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)


def cleaned(text):
    """The code as it is written officially, "0100109106" or "0100109106-001". Raises `ValueError`.

    The tenth digit is 10 − (weighted sum of the first nine mod 11); a sum that would need two digits is
    no code. Circular 86/2024/TT-BTC keeps ten digits for organisations and thirteen for their branches.
    """
    digits = re.sub(r"[\s.\-]", "", text)
    if not re.fullmatch(r"[0-9]{10}([0-9]{3})?", digits):
        raise ValueError("ten or thirteen digits")
    if check_digit(digits[:9]) != int(digits[9]):
        raise ValueError("check digit")
    if digits[10:] == "000":
        raise ValueError("branch")
    return digits[:10] + (f"-{digits[10:]}" if digits[10:] else "")


def check_digit(nine):
    """The tenth digit for these nine; 10 when there is none."""
    return 10 - sum(int(digit) * weight for digit, weight in zip(nine, WEIGHTS, strict=True)) % 11
