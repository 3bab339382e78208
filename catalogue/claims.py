"""What a text about goods may not claim, whoever writes it: maker, buyer or editor.

Claims of healing are for medicine alone (Law on food safety 55/2010/QH12, Art. 7; Decree 342/2025).
"""

import re
import unicodedata

from django.utils.translation import gettext as _

from office.stages import Refused

# What the law itself makes health food say: it names the claim to deny it.
_DENIALS = re.compile(
    r"không\s+(?:phải\s+(?:là\s+)?thuốc(?:,|\s+và)?\s*)?(?:không\s+)?(?:có\s+tác\s+dụng\s+)?"
    r"thay\s+thế\s+thuốc(?:\s+chữa\s+bệnh)?",
    re.IGNORECASE,
)
# "trị" and "chữa" also live in innocent words.
_INNOCENT = re.compile(
    r"\b(?:(?:giá|quản|chính|thống|nội|cai|vô|bình|tự|pháp|quảng|đồng|hữu)\s+trị"
    r"|trị\s+(?:giá|vì|thủy|thuỷ|số|an|quốc|sự)|sửa\s+chữa|chữa\s+(?:cháy|lửa|ngượng|thẹn|lỗi|bài))\b",
    re.IGNORECASE,
)
_CLAIMS = re.compile(
    r"\b(?:đặc\s+trị|điều\s+trị|chữa\s+(?:bệnh|khỏi|lành|dứt\s+điểm)|trị\s+(?:bệnh|dứt\s+điểm|tận\s+gốc)"
    r"|thần\s+dược|khỏi\s+bệnh|tiệt\s+trừ\s+bệnh|thay\s+thế\s+thuốc|chạy\s+chữa|trị|chữa"
    # typed without marks: only where no other reading makes sense
    r"|dac\s+tri|dieu\s+tri|chua\s+(?:benh|khoi\s+benh|ung\s+thu)|tri\s+(?:benh|ung\s+thu|dut\s+diem)|than\s+duoc)\b",
    re.IGNORECASE,
)
_INVISIBLE = re.compile(r"<[^>]*>|[\u00ad\u200b-\u200d\u2060\ufeff]")


def health_claim_in(text):
    """The first forbidden claim of healing in `text` (plain or HTML) as it was written, or None."""
    plain = " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text or "")).split())
    found = _CLAIMS.search(_INNOCENT.sub("·", _DENIALS.sub("·", plain)))
    return found.group(0) if found else None


def refuse_health_claims(text, *, field):
    """Refuse a text that claims to heal, naming the word. Raises `Refused` at `field`."""
    if word := health_claim_in(text):
        raise Refused(
            _("“%(word)s” claims to heal, which only a medicine may. Please say it without that word.")
            % {"word": word},
            field=field,
        )
