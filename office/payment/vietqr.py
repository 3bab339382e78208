"""The text of a VietQR code: EMVCo merchant-presented mode as NAPAS uses it (NAPAS 247 to an account).

Fields are tag (2 digits), length (2 digits), value; the last, 63, is a CRC-16/CCITT-FALSE over all
before it including its own tag and length.
"""

import binascii

NAPAS = "A000000727"
TO_ACCOUNT = "QRIBFTTA"
DONG = "704"  # ISO 4217
ONCE = "12"  # for one payment: the amount is fixed


def crc(text):
    """CRC-16/CCITT-FALSE as four capital hexadecimal digits; of "123456789" it is 29B1."""
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"


def build(fields):
    """[(tag, text or fields)] as one text. Raises `ValueError` for a value over 99 characters."""
    parts = []
    for tag, value in fields:
        text = value if isinstance(value, str) else build(value)
        if not 0 < len(text) < 100 or not text.isascii():
            raise ValueError(f"field {tag}: 1 to 99 plain characters, not {len(text)}")
        parts.append(f"{tag}{len(text):02d}{text}")
    return "".join(parts)


def parse(text):
    """The fields of one level: [(tag, value)]. Raises `ValueError` when lengths do not add up."""
    fields, at = [], 0
    while at < len(text):
        tag, length = text[at : at + 2], text[at + 2 : at + 4]
        if not (tag.isdigit() and length.isdigit()) or at + 4 + int(length) > len(text):
            raise ValueError(f"no field at {at}")
        fields.append((tag, text[at + 4 : at + 4 + int(length)]))
        at += 4 + int(length)
    return fields


def payload(*, bank_bin, account, amount, purpose):
    """The text for a transfer of `amount` đồng to `account` at the bank with this 6-digit BIN."""
    body = build(
        [
            ("00", "01"),
            ("01", ONCE),
            ("38", [("00", NAPAS), ("01", [("00", bank_bin), ("01", account)]), ("02", TO_ACCOUNT)]),
            ("53", DONG),
            ("54", str(int(amount))),
            ("58", "VN"),
            ("62", [("08", purpose)]),
        ]
    )
    body += "6304"
    return body + crc(body)


def is_whole(text):
    """Whether the checksum at the end fits."""
    return text[-8:-4] == "6304" and crc(text[:-4]) == text[-4:]
