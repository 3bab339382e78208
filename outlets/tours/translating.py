"""An operator gives a tour's texts in one more language; what is missing or was written from older words shows."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.db import transaction
from django.utils.translation import gettext as _

from office.editing import print_of, refuse_overtaken
from office.stages import Refused

from ..models import Stop, StopText, TourText
from ..models.tour_text import LANGUAGES
from .stringing import locked
from .surveying import of_itinerary
from .wording import texts_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a tour is in a language: how many texts it wants, how many are missing, how many are stale."""

    language: object
    wanted: int
    missing: int
    stale: int
    text: TourText

    @property
    def done(self):
        return not self.missing and not self.stale


@transaction.atomic
def write(itinerary, language, *, by, title, summary="", price_note="", stops=None, seen=""):
    """The tour's texts in `language` (a key of `LANGUAGES`); `stops` is {key: {"reason", "name"}}. Returns its row.

    Vietnamese as it is now is kept beside them, so that a later change of it shows. A tour on the site stays there.
    Raises `Refused` to others, for another language, and at the field (`reason-7`, `name-7` of stop 7) for texts
    that are too long, in other letters, or of a stop that is not there any more; and when somebody else saved
    since their print was `seen` (`office.editing`).
    """
    if language not in LANGUAGES:
        raise Refused(_("Tours are not written in this language."))
    itinerary = locked(itinerary, by=by)
    facts = {"title": title, "summary": summary, "price_note": price_note}
    _refuse_overtaken(itinerary, language, seen, facts, stops or {})
    facts = {name: _plain(TourText, name, text, at=name) for name, text in facts.items()}
    if not facts["title"]:
        raise Refused(_("Give the tour a title."), field="title")
    for name in ("title", "summary"):
        _refuse_other_letters(LANGUAGES[language], facts[name], at=name)
    source = {name: getattr(itinerary, f"{name}_vi") for name in TourText.FIELDS}
    row, _new = TourText.objects.update_or_create(
        itinerary=itinerary, language=language, defaults={**facts, "source": source}
    )
    for key, texts in (stops or {}).items():
        _write_stop(itinerary, language, key, texts)
    itinerary.save(update_fields=["changed_at"])
    return row


@transaction.atomic
def drop(itinerary, language, *, by):
    """The tour is not offered in `language` any more. Raises `Refused` to others and when it never was."""
    itinerary = locked(itinerary, by=by)
    gone, _rows = TourText.objects.filter(itinerary=itinerary, language=language).delete()
    if not gone:
        raise Refused(_("The tour is not written in this language."))
    StopText.objects.filter(stop__itinerary=itinerary, language=language).delete()
    itinerary.save(update_fields=["changed_at"])
    return itinerary


def saved(itinerary, language):
    """{name of the input: text} of all that is written in `language` now. 2 queries."""
    own = TourText.objects.filter(itinerary=itinerary, language=language).first()
    texts = {name: getattr(own, name) for name in TourText.FIELDS} if own else {}
    for row in StopText.objects.filter(stop__itinerary=itinerary, language=language):
        texts |= {f"{name}-{row.stop_id}": text for name in StopText.FIELDS if (text := getattr(row, name))}
    return texts


def print_now(itinerary, language):
    """The print of all that is written in `language` now."""
    texts = saved(itinerary, language)
    return print_of(SimpleNamespace(**texts), texts)


def standings(itinerary):
    """[`Standing`] of the languages a tour is written in. 3 queries."""
    stops = list(of_itinerary(itinerary))
    by_language: dict[str, list] = {}
    for text in StopText.objects.filter(stop__itinerary=itinerary).select_related("stop"):
        by_language.setdefault(text.language, []).append(text)
    return [
        _standing(itinerary, stops, text, by_language.get(code, []))
        for code, text in texts_of(itinerary).items()
    ]


def stale_fields(itinerary, language):
    """Names of the inputs (`title`, `reason-7`) whose Vietnamese has changed since they were written. 2 queries."""
    own = texts_of(itinerary).get(language)
    found = {name for name in TourText.FIELDS if own and own.stale(name)}
    for text in StopText.objects.filter(stop__itinerary=itinerary, language=language).select_related("stop"):
        found |= {f"{name}-{text.stop_id}" for name in StopText.FIELDS if text.stale(name)}
    return found


def left_behind(itineraries):
    """{key: its languages with a text whose Vietnamese has changed since}; tours without one are not in it. 2 queries."""
    rows = {row.pk: row for row in itineraries}
    found: dict[int, set[str]] = {}
    for own in TourText.objects.filter(itinerary__in=rows):
        own.itinerary = rows[own.itinerary_id]
        if any(own.stale(name) for name in TourText.FIELDS):
            found.setdefault(own.itinerary_id, set()).add(own.language)
    for text in StopText.objects.filter(stop__itinerary__in=rows).select_related("stop"):
        if any(text.stale(name) for name in StopText.FIELDS):
            found.setdefault(text.stop.itinerary_id, set()).add(text.language)
    return {key: [LANGUAGES[code] for code in LANGUAGES if code in codes] for key, codes in found.items()}


def wanted_of(stop):
    """The texts a stop has to say: its reason, and its name where it has one of its own."""
    return ("reason",) if stop.host else ("name", "reason")


def _standing(itinerary, stops, text, of_stops):
    mine = {each.stop_id: each for each in of_stops}
    own = [name for name in TourText.FIELDS if getattr(itinerary, f"{name}_vi")]
    pairs = [(text, name) for name in own]
    pairs += [(mine.get(stop.pk), name) for stop in stops for name in wanted_of(stop)]
    return Standing(
        language=LANGUAGES[text.language],
        wanted=len(pairs),
        missing=sum(1 for row, name in pairs if row is None or not getattr(row, name)),
        stale=sum(1 for row, name in pairs if row is not None and row.stale(name)),
        text=text,
    )


def _write_stop(itinerary, language, key, texts):
    """The texts of one stop; an empty pair leaves no row."""
    stop = Stop.objects.filter(itinerary=itinerary, pk=key).first()
    if stop is None:
        raise Refused(_("A stop was taken out meanwhile. Load the page again."))
    facts = {
        name: _plain(
            StopText, name, texts.get(name, "") if name in wanted_of(stop) else "", at=f"{name}-{key}"
        )
        for name in StopText.FIELDS
    }
    _refuse_other_letters(LANGUAGES[language], facts["reason"], at=f"reason-{key}")
    if not any(facts.values()):
        StopText.objects.filter(stop=stop, language=language).delete()
        return
    source = {name: getattr(stop, f"{name}_vi") for name in StopText.FIELDS}
    StopText.objects.update_or_create(stop=stop, language=language, defaults={**facts, "source": source})


def _plain(model, name, text, *, at):
    """The text without space around it. Raises `Refused` when it is longer than the Vietnamese may be."""
    text = text.strip()
    longest = model._meta.get_field(name).max_length or 2000
    if len(text) > longest:
        raise Refused(
            _("At most %(most)d characters, these are %(n)d.") % {"most": longest, "n": len(text)}, field=at
        )
    return text


def _refuse_other_letters(language, text, *, at):
    if text and not language.letters.search(text):
        raise Refused(
            _("There is not one letter of this language in it: %(name)s.") % {"name": language.said}, field=at
        )


def _refuse_overtaken(itinerary, language, seen, facts, stops):
    """As `office.editing` does, over the texts of the tour and of its stops."""
    texts = saved(itinerary, language)
    typed = facts | {f"{name}-{key}": text for key, pair in stops.items() for name, text in pair.items()}
    now = SimpleNamespace(**{name: texts.get(name, "") for name in {*typed, *texts}})
    if seen != print_of(SimpleNamespace(**texts), texts):
        refuse_overtaken(now, typed, seen, {name: text.strip() for name, text in typed.items()})
