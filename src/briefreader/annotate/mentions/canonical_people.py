"""Gives each mention of a person one name: the fullest in the text, else the listed name."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.name_forms import short_forms
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import NUMERALS, Gazetteer, Name, NameSpan, folded
from briefreader.annotate.names.rulers import listed_rulers
from briefreader.annotate.text.words import POSSESSIVE
from briefreader.text import fold

# Beside a title with one of these words a single surname means the listed person.
_SURNAME_IS_ENOUGH = frozenset(
    "President Minister Chancellor Secretary Defense Advisor Adviser General Premier Taoiseach Representative PM FM VP "
    "EAM DPM NSA SG HRVP SecDef Ministers Presidents Secretaries".split()
)
_ROYAL = frozenset("King Queen Emir Amir Sultan Pope Emperor Empress Kings Prince Princess Duke".split())


class _Full(NamedTuple):
    """Holds a full name of the text, its canonical name, its first token and the words of its title."""

    name: str
    at: int
    title: frozenset[str]


class CanonicalPeople:
    """Knows the full names of people in one text and names all mentions of them."""

    def __init__(self, context: DocumentContext, items: Sequence[Candidate], gazetteer: Gazetteer) -> None:
        self._context = context
        self._gazetteer = gazetteer
        self._listed = {found.first: found.name for found in context.listed if found.type == "PERSON"}
        titles = [item for item in items if item.type == "TITLE"]
        self._titles = {item.last: frozenset(context.tokens.words[item.first : item.last]) for item in titles}
        self._starts = {item.last: item.first for item in titles}
        full: dict[str, None] = {}
        mentions: list[_Full] = []
        for item in items:
            if item.type != "PERSON" or item.last - item.first < 2:
                continue
            surface = self._surface(item)
            if not self._is_short(item, surface):
                full[surface] = None
                mentions.append(_Full(surface, item.first, self._titles.get(item.first, frozenset())))
        self._words = {surface: _words(surface) for surface in full}
        self._fullest = {surface: self._fullest_of(surface) for surface in full}
        # A listed surname that the text gives to somebody of another country means that person later on too.
        self._namesakes = frozenset(
            self._surface(item)
            for item in items
            if (leader := self._listed.get(item.first)) and self._is_of_another_country(item, leader)
        )
        self._short: dict[str, list[_Full]] = {}
        for mention in mentions:
            known = mention._replace(name=self._fullest[mention.name])
            for form in _short_forms(mention.name):
                self._short.setdefault(fold(form), []).append(known)

    def of(self, item: Candidate) -> str:
        """Return the canonical name of a person."""
        surface = self._surface(item)
        if surface in self._fullest and not self._is_short(item, surface):
            return self._by_initials(item, surface) if self._fullest[surface] == surface else self._fullest[surface]
        title = self._titles.get(item.first, frozenset())
        known = self._short.get(fold(surface), ())
        if title & _ROYAL:
            # A ruler goes by the given name; `King Abdullah` is no minister with the surname Abdullah.
            rulers = [full for full in known if full.title & _ROYAL or full.name.split()[-1] in NUMERALS]
            return self._nearest(item, rulers, title) or self._ruler(item, surface) or surface
        name = self._nearest(item, known, title)
        if name:
            return name
        listed = self._listed.get(item.first)
        if listed is None:
            listed = self._by_surname(item, surface) if title & _SURNAME_IS_ENOUGH else self._of_administration(item)
        if listed is None or self._is_of_another_country(item, listed):
            return surface
        return surface if surface in self._namesakes and not self._beside(item, sure=True) else listed.name

    def _is_of_another_country(self, item: Candidate, listed: Name) -> bool:
        """Return whether the words beside a surname name a country, and not that of the listed person."""
        side = listed.fact("side")
        beside = self._beside(item, sure=True) & self._gazetteer.countries.keys()
        return side in self._gazetteer.countries and bool(beside) and side not in beside

    def _by_initials(self, item: Candidate, surface: str) -> str:
        """Return the listed person with the initials and surname of a name, else the name: `K.Tokayev`."""
        initials, _, surname = surface.replace(" ", "").rpartition(".")
        listed = self._by_surname(item, surname) if len(initials) == 1 else None
        return listed.name if listed and listed.name.startswith(initials) else surface

    def _nearest(self, item: Candidate, known: Sequence[_Full], title: frozenset[str]) -> str | None:
        """Return the person with a short form: the one with the same title, else the one named last before."""
        if len({full.name for full in known}) > 1 and title:
            known = [full for full in known if title == full.title] or known
        before = [full for full in known if full.at <= item.first]
        return before[-1].name if before else known[0].name if known else None

    def _surface(self, item: Candidate) -> str:
        surface = self._context.tokens.slice(item.first, item.last)
        if "-" in surface:
            surface = re.sub(r"-\s+", "-", surface)
        surface = surface.replace("’", "'").replace("‘", "'")
        return self._mixed_case(surface) if surface.isupper() and len(surface) > 3 else surface

    def _mixed_case(self, surface: str) -> str:
        """Return `JOSEPH R. BIDEN JR.` in the spelling of the lists, else with an initial capital in each word."""
        wanted = _letters(surface)
        for name in self._listed.values():
            for spelling in (*name.full_names[1:], name.name):
                if _letters(spelling) == wanted:
                    return str(spelling)
        return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), surface)

    def _is_short(self, item: Candidate, surface: str) -> bool:
        name = self._listed.get(item.first)
        return name is not None and surface in name.facts.get("short", ())

    def _fullest_of(self, surface: str) -> str:
        """Return the longest name of the text that has all words of another or is of the same listed person."""
        people = self._gazetteer.people_by_folded_name
        listed = people.get(folded(surface))
        words = self._words[surface]
        same = (
            full
            for full, full_words in self._words.items()
            if _has_words(full_words, words) or (listed and listed is people.get(folded(full)))
        )
        return max(same, key=len, default=surface)

    def _by_surname(self, item: Candidate, surname: str) -> Name | None:
        """Return the only listed person with a surname whose country the text names.

        Of several people the one is meant whose country stands beside the office: `British Prime Minister Johnson`.
        """
        known = self._gazetteer.people_by_surname.get(surname, ())
        if len(known) > 1:
            beside = self._beside(item)
            known = [name for name in known if name.fact("side") in beside]
        return known[0] if len(known) == 1 and self._is_in_play(known[0].fact("side")) else None

    def _is_in_play(self, side: str | None) -> bool:
        """Return whether the text names a country; the officials of the United States and of bodies need no mention."""
        return side == "United States" or side not in self._gazetteer.countries or side in self._countries

    def _of_administration(self, item: Candidate) -> Name | None:
        """Return the person of the second name of an administration, of the same side as the first: `Biden-Harris`."""
        tokens = self._context.tokens
        first = self._listed.get(item.first - 2)
        pair = tokens.word(item.last).lower() == "administration" and tokens.word(item.first - 1) in ("-", "–")
        known = self._gazetteer.people_by_surname.get(tokens.words[item.first], ()) if pair and first else ()
        return next((name for name in known if first and name.fact("side") == first.fact("side")), None)

    def _ruler(self, item: Candidate, given_name: str) -> str | None:
        """Return the only listed ruler of an office and a given name: `Salman bin Abdulaziz`.

        Of several the one is meant whose country stands beside, else the only one whose country the text names.
        """
        known = listed_rulers(self._context.tokens.words[item.first - 1], given_name, self._gazetteer)
        if len(known) > 1:
            beside = self._beside(item)
            known = [name for name in known if name.fact("side") in beside] or known
        if len(known) > 1:
            known = [name for name in known if name.fact("side") in self._countries] or known
        return known[0].name if len(known) == 1 else None

    def _beside(self, item: Candidate, *, sure: bool = False) -> frozenset[str]:
        """Return the countries before and after an office and a name: `Jordan's King`, `King Abdullah of Jordan`.

        With `sure` a place before an office (`after the visit to Jordan King Abdullah spoke`), a country before a name
        without an office and a place after a comma do not count.
        """
        tokens = self._context.tokens
        start = self._starts.get(item.first, item.first)
        owned = tokens.word(start - 1) in POSSESSIVE
        before = self._context.listed_at.get(start - 1 - owned)
        counts = not sure or (item.first in self._starts and (owned or (before and before.type == "NORP")))
        found = [before] if before and counts else []
        joint = tokens.word(item.last)
        if joint == "of" or (joint == "," and not sure):
            after = self._context.listed_at.get(item.last + 1 + (tokens.word(item.last + 1) == "the"))
            found += [after] if after else []
        return frozenset(_country(place) for place in found if place.type in ("PLACE", "NORP"))

    @cached_property
    def _countries(self) -> frozenset[str]:
        return frozenset(_country(found) for found in self._context.listed if found.type in ("PLACE", "NORP"))


def _country(place: NameSpan) -> str:
    """Return the country of a city, any other place and any people itself."""
    return place.name.fact("country") or place.name.name


def _short_forms(name: str) -> list[str]:
    forms = [form.text for form in short_forms(name)]
    words = name.split()
    return [words[0]] if len(words) == 2 and words[1] in NUMERALS else forms


def _words(name: str) -> list[str]:
    return [fold(word) for word in name.replace(",", " ").replace(".", " ").split()]


def _has_words(full: list[str], words: list[str]) -> bool:
    """Return whether a full name has all words of another (`Lloyd J. Austin III`, `Lloyd Austin`, `L. Austin`)."""
    return all(
        word in full or (len(word) == 1 < len(words) and any(each.startswith(word) for each in full)) for word in words
    )


def _letters(name: str) -> str:
    return re.sub(r"[^a-z ]", "", name.lower())
