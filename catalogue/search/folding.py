"""The ways one and the same word gets typed: with marks, without, with Telex keys left in, by another name."""

import re
import unicodedata

from django.core.cache import cache

from catalogue.models import Synonym
from catalogue.producers.folding import fold

_WORD = re.compile(r"[^\W_]+")
_VOWELS = "aeiouy"
SYNONYMS_KEY = "search-synonyms"


def words(text):
    """The words of a text as typed, lower case, composed letters."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def folded_words(text):
    """The words of a text without marks."""
    return _WORD.findall(fold(text))


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
    """Folded word lists a query may mean, the plainest first: as typed, Telex undone, synonyms."""
    plain = folded_words(text)
    found = [plain]
    undone = [untelex(word) for word in plain]
    found.append(undone)
    pairs = synonyms()
    for reading in (plain, undone):
        joined = f" {' '.join(reading)} "
        for word, meaning in pairs:
            if f" {word} " in joined:
                found.append(joined.replace(f" {word} ", f" {meaning} ").split())
    unique = []
    for reading in found:
        if reading and reading not in unique:
            unique.append(reading)
    return unique[:6]


def synonyms():
    """[(folded word, folded meaning)] as the editors keep them; cached for a minute."""
    pairs = cache.get(SYNONYMS_KEY)
    if pairs is None:
        pairs = [
            (fold(word), fold(meaning)) for word, meaning in Synonym.objects.values_list("word", "meaning")
        ]
        cache.set(SYNONYMS_KEY, pairs, 60)
    return pairs
