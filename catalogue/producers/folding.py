"""Vietnamese text without its marks, for comparing what people type."""

import unicodedata


def fold(text):
    """Lower case, no diacritics, đ as d, runs of white space as one blank: "Bưởi  Phúc Trạch" → "buoi phuc trach".

    Idempotent; the same for composed and decomposed letters.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d"))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(plain.casefold().replace("đ", "d").split())
