"""The ways one and the same word gets typed: with marks, without, with Telex keys left in, by another name."""

import re
import unicodedata
from functools import lru_cache

from django.core.cache import cache

from catalogue.models import Synonym
from catalogue.producers.folding import fold

_WORD = re.compile(r"[^\W_]+")
_VOWELS = "aeiouy"
_TONES = str.maketrans({"\u0301": "", "\u0300": "", "\u0309": "", "\u0303": "", "\u0323": ""})
_TONE_NUMBER = {"\u0301": "1", "\u0300": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
SYNONYMS_KEY = "search-synonyms"
# Words of nearly every maker's name, and other words with other marks: xã/xà, hợp/hộp, tổ/tô …
FORM_WORDS = frozenset(
    [
        "hop",
        "tac",
        "xa",
        "htx",
        "to",
        "cong",
        "ty",
        "co",
        "so",
        "san",
        "xuat",
        "kinh",
        "doanh",
        "ho",
        "gia",
        "dinh",
        "nghiep",
    ]
)


def words(text):
    """The words of a text as typed, lower case, composed letters."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def folded_words(text):
    """The words of a text without marks."""
    return _WORD.findall(fold(text))


@lru_cache(20_000)
def plain(word):
    """A typed word without marks."""
    return fold(word)


@lru_cache(20_000)
def marked(word):
    """A typed word with its marks, the tone as a number at the end, so that "hoà" and "hòa" are one: "hoa2"."""
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(_TONE_NUMBER[letter] for letter in letters if letter in _TONE_NUMBER)
    return unicodedata.normalize("NFC", letters.translate(_TONES)) + tones


def has_marks(word):
    """Whether somebody took the trouble of typing marks in it."""
    return marked(word) != plain(word)


def untelex(word):
    """A folded word with Telex keys taken out: "buowir" → "buoi", "nuwowcs" → "nuoc", "ddor" → "do".

    No Vietnamese word has s, f, r, x, j or w after its vowel, so a word without leftovers is unchanged,
    except for foreign ones, which is why this is only ever a second reading.
    """
    first = next((i for i, letter in enumerate(word) if letter in _VOWELS + "w"), None)
    if first is None:
        return word
    head, tail = word[:first].replace("dd", "d"), word[first:]
    tail = re.sub(r"[sfrxj]", "", tail)
    tail = re.sub(r"^w", "u", tail).replace("w", "")
    tail = re.sub(r"([aeo])\1", r"\1", tail)
    tail = re.sub(r"([aeiouy]+)([cmnpthg]*)[aeo]$", _late_mark, tail)
    return head + (tail.removesuffix("d") if word[0] == "d" and tail.endswith("d") else tail)


def _late_mark(match):
    """ "maam" is caught above; "banah" style late vowels ("tiene") repeat a vowel of the word."""
    whole, vowels, consonants = match[0], match[1], match[2]
    return vowels + consonants if consonants and whole[-1] in vowels else whole


def readings(text):
    """Word lists a query may mean, the plainest first: as typed, Telex undone, synonyms."""
    typed = [word for each in words(text) for word in _single(each)]
    if not typed:
        return []
    undone = [word if has_marks(word) else untelex(plain(word)) for word in typed]
    found = [typed, undone]
    for reading in (typed, undone):
        for word, meaning in synonyms():
            if (other := _replaced(reading, *_cut(word, meaning))) is not None:
                found.append(other)
    unique = []
    for reading in found:
        if reading and reading not in unique:
            unique.append(reading)
    return unique[:6]


@lru_cache(maxsize=2048)
def _cut(word, meaning):
    """A pair of the editors as words; the same few for every search. Never changed by who reads it."""
    return words(word), words(meaning)


def _single(word):
    """A word, or its parts where folding breaks it up ("½")."""
    parts = _WORD.findall(plain(word))
    return [word] if len(parts) == 1 else parts


def _replaced(reading, known, meaning):
    """The reading with the words `known` replaced by `meaning`; None where they are not in it."""
    for start in range(len(reading) - len(known) + 1):
        end = start + len(known)
        if known and all(map(_fits, reading[start:end], known)):
            return [*reading[:start], *meaning, *reading[end:]]
    return None


def _fits(typed, known):
    """Marks count when they were typed: "me" may be "mè", "mẹ" may not."""
    form = marked if has_marks(typed) else plain
    return form(typed) == form(known)


def synonyms():
    """[(word, meaning)] as the editors keep them; cached for a minute."""
    pairs = cache.get(SYNONYMS_KEY)
    if pairs is None:
        pairs = list(Synonym.objects.values_list("word", "meaning"))
        cache.set(SYNONYMS_KEY, pairs, 60)
    return pairs
