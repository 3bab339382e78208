"""Which due a transfer note means. Banks cut, fold and prefix what people write."""

import re
import unicodedata
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from .models.due import Due

SHORTEST, LONGEST = 4, 20  # of a reference
RECENT = timedelta(days=60)


def fold(note):
    """Capital letters and digits with everything else as a blank: "ht 26-0001 đồng" → "HT 26 0001 DONG"."""
    plain = unicodedata.normalize("NFD", note.replace("đ", "d").replace("Đ", "D"))
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(re.findall(r"[A-Z0-9]+", plain.upper()))


def due_for(note, amount):
    """The one due the note means, or None when that is not certain.

    Its reference whole as a word; then anywhere once the blanks are gone; then with one character lost,
    if no other recent due could be meant and `amount` is exactly its rest.
    """
    folded = fold(note)
    joined = folded.replace(" ", "")
    for candidates in (_called(set(folded.split())), _longest(_called(_pieces(joined)))):
        if candidates:
            return _one_of(candidates, amount)
    damaged = damaged_in(joined)
    return damaged[0] if len(damaged) == 1 and damaged[0].is_open and damaged[0].rest == amount else None


def proposals(note, amount, at, *, most=5):
    """Dues a person may mean to choose, likely ones first: named in the note, then by amount and time."""
    folded = fold(note)
    joined = folded.replace(" ", "")
    found = [*_called(_pieces(joined)), *damaged_in(joined)]
    same = Due.objects.filter(state=Due.State.OPEN, amount=F("paid") + amount, made_at__gte=at - RECENT)
    found += sorted(same.order_by("-made_at")[:50], key=lambda due: abs(due.made_at - at))
    return list({due.pk: due for due in found}.values())[:most]


def _called(texts):
    texts = {text for text in texts if any(each.isdigit() for each in text) or len(text) > 5}
    return list(Due.objects.filter(reference__in=texts)) if texts else []


def _pieces(joined):
    text = joined[:300]
    return {
        text[start : start + length]
        for length in range(SHORTEST, LONGEST + 1)
        for start in range(len(text) - length + 1)
    }


def _longest(dues):
    """Without those whose reference is only a piece of another one's."""
    names = [due.reference for due in dues]
    return [due for due in dues if not any(due.reference in name and due.reference != name for name in names)]


def _one_of(dues, amount):
    if len(dues) == 1:
        return dues[0]
    exact = [due for due in dues if due.is_open and due.rest == amount]
    return exact[0] if len(exact) == 1 else None


def damaged_in(joined):
    """Recent dues whose reference stands in `joined` with one character lost."""
    recent = Due.objects.filter(made_at__gte=timezone.now() - RECENT).values_list("pk", "reference")
    keys = [pk for pk, reference in recent if _with_one_lost(reference) and _is_in(reference, joined)]
    return list(Due.objects.filter(pk__in=keys[:20]))


def _with_one_lost(reference):
    return len(reference) > 6


def _is_in(reference, joined):
    return any(reference[:n] + reference[n + 1 :] in joined for n in range(len(reference)))
