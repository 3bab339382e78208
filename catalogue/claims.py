"""What a text about goods may not claim, whoever writes it: maker, buyer or editor."""

import re
import unicodedata

from django.utils.translation import gettext as _

from office.stages import Refused

# Claims of healing are for medicine alone (Law on food safety 55/2010/QH12, Art. 7; Decree 342/2025).
# "trị" and "chữa" also live in innocent words: giá trị, quản trị, sửa chữa.
_CLAIMS = re.compile(
    r"\b(?:đặc\s+trị|điều\s+trị|chữa\s+(?:bệnh|khỏi|lành|dứt\s+điểm)|trị\s+(?:bệnh|dứt\s+điểm|tận\s+gốc)"
    r"|thần\s+dược|khỏi\s+bệnh|tiệt\s+trừ\s+bệnh|thay\s+thế\s+thuốc"
    r"|(?<!giá )(?<!quản )(?<!chính )(?<!thống )(?<!nội )(?<!cai )(?<!vô )(?<!bình )trị"
    r"|(?<!sửa )(?<!chạy )chữa(?!\s+cháy))\b",
    re.IGNORECASE,
)


def health_claim_in(text):
    """The first forbidden claim of healing in `text` as it was written, or None."""
    found = _CLAIMS.search(" ".join(unicodedata.normalize("NFC", text or "").split()))
    return found.group(0) if found else None


def refuse_health_claims(text, *, field):
    """Refuse a text that claims to heal, naming the word. Raises `Refused` at `field`."""
    if word := health_claim_in(text):
        raise Refused(
            _("“%(word)s” claims to heal, which only a medicine may. Please say it without that word.")
            % {"word": word},
            field=field,
        )
