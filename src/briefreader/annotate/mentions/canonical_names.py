"""Gives each mention its canonical name: the full form in the text if there is one, else the listed name."""

import re
from collections.abc import Sequence

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.person_names import surnames
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import Gazetteer, Name

_PLURALS = {
    "Secretaries": "Secretary", "Presidents": "President", "Ministers": "Minister", "Ambassadors": "Ambassador",
    "Advisors": "Advisor", "Senators": "Senator", "Representatives": "Representative", "Directors": "Director",
    "Senior Directors": "Senior Director", "Envoys": "Envoy", "Leaders": "Leader", "Generals": "General",
    "Governors": "Governor", "Chairs": "Chair", "Co-Chairs": "Co-Chair",
}  # fmt: skip
_OFFICES = {
    "PM": "Prime Minister", "FM": "Foreign Minister", "NSA": "National Security Advisor", "VP": "Vice President",
    "DPM": "Deputy Prime Minister", "DFM": "Deputy Foreign Minister", "VFM": "Vice Foreign Minister",
    "SG": "Secretary General", "EAM": "External Affairs Minister", "SecDef": "Secretary of Defense",
    "HRVP": "High Representative and Vice-President", "DepSec": "Deputy Secretary",
    "DepSecDef": "Deputy Secretary of Defense",
}  # fmt: skip
# After one of these high offices a single surname means the listed person.
_HIGHEST = frozenset("President Minister Chancellor Secretary King State Defense Advisor General".split())
_EXPANDED = {"UNSCR": "UN Security Council Resolution", "UNSCRs": "UN Security Council Resolutions"}


class CanonicalNames:
    """Knows the full names in one text and names its mentions after them."""

    def __init__(self, context: DocumentContext, items: Sequence[Candidate], gazetteer: Gazetteer) -> None:
        self._context = context
        self._gazetteer = gazetteer
        # The titles by the token after them, where a surname may mean a listed person.
        self._titles = {item.last: item for item in items if item.type == "TITLE"}
        self._listed = {found.first: found.name for found in context.listed if found.type == "PERSON"}
        self._full: list[str] = []
        self._forms: dict[Name, str] = {}
        self._events: list[str] = []
        for item in items:
            surface = self._surface(item)
            if item.type == "PERSON" and item.last - item.first > 1 and surface not in self._full:
                if not self._is_short(item, surface):
                    self._full.append(surface)
            elif item.name is not None and item.meaning is None and _is_as_full(surface, item.name):
                self._forms.setdefault(item.name, surface)
            elif item.type == "EVENT" and item.name is None and item.meaning is None:
                self._events.append(_with_hyphens(surface))
        self._short: dict[str, str] = {}
        for full in sorted(self._full, key=len, reverse=True):
            for short in surnames(full):
                self._short.setdefault(short.lower(), full)

    def of(self, item: Candidate) -> str:
        """Return the canonical name of a candidate."""
        surface = self._surface(item)
        if item.type == "PERSON":
            return self._of_person(item, surface)
        if item.type == "TITLE":
            return " ".join(_PLURALS.get(word, _OFFICES.get(word, word)) for word in surface.split(" "))
        if item.type == "DATE":
            return surface
        if item.name is not None:
            return self._forms.get(item.name, item.name.name)
        if item.meaning is not None:
            return _with_hyphens(_plain(item.meaning))
        if item.type == "AGREEMENT":
            head, _, rest = surface.partition(" ")
            return f"{_EXPANDED[head]} {rest}" if head in _EXPANDED else surface
        if item.type == "EVENT":
            longer = next((event for event in self._events if event.endswith(f" {surface}")), None)
            return longer or re.sub(r" (?:19|20)\d\d$", "", _with_hyphens(surface))
        return surface

    def _surface(self, item: Candidate) -> str:
        surface = _plain(self._context.tokens.slice(item.first, item.last))
        if item.type != "PERSON":
            return surface
        surface = re.sub(r"-\s+", "-", surface)
        return self._mixed_case(surface) if surface.isupper() and len(surface) > 3 else surface

    def _mixed_case(self, surface: str) -> str:
        """Return `JOSEPH R. BIDEN JR.` in the spelling of the lists, else with an initial capital in each word."""
        wanted = _letters(surface)
        for name in self._listed.values():
            for spelling in (*name.full_names[1:], name.name):
                if _letters(spelling) == wanted:
                    return str(spelling)
        return " ".join(
            word if word.endswith(".") and len(word) == 2 else word.capitalize() for word in surface.split()
        )

    def _is_short(self, item: Candidate, surface: str) -> bool:
        name = self._listed.get(item.first)
        return name is not None and surface in name.facts.get("short", ())

    def _of_person(self, item: Candidate, surface: str) -> str:
        words = surface.replace(",", "").lower().split()
        if len(words) > 1 and not self._is_short(item, surface):
            people = self._gazetteer.people
            listed = people.get(surface)
            same = (full for full in self._full if _has_words(full, words) or (listed and listed is people.get(full)))
            return max(same, key=len, default=surface)
        if surface.lower() in self._short:
            return self._short[surface.lower()]
        name = self._listed.get(item.first)
        if name is None and item.first in self._titles:
            title = self._context.tokens.words[self._titles[item.first].last - 1]
            title = title.capitalize() if title.isupper() else title
            name = self._gazetteer.people_by_surname.get(surface) if title in _HIGHEST else None
        return name.name if name else surface


def _has_words(full: str, words: list[str]) -> bool:
    """Return whether a full name has all words of another (`Lloyd J. Austin III`, `Lloyd Austin`)."""
    full_words = full.replace(",", "").lower().split()
    return all(word in full_words for word in words)


def _is_as_full(surface: str, name: Name) -> bool:
    """Return whether the text's form of a listed name is as full as the list's and may replace it."""
    if name.section in ("countries", "nationalities", "peoples", "weapons", "people", "cities"):
        return False
    size = len(name.name.split())
    return size > 1 and len(surface.split()) >= size and not surface.isupper() and "UN " not in f"{surface} "


def _letters(name: str) -> str:
    return re.sub(r"[^a-z ]", "", name.lower())


def _with_hyphens(surface: str) -> str:
    return re.sub(r"\s?[–—]\s?", "-", surface)


def _plain(text: str) -> str:
    """Return a text with straight apostrophes."""
    return text.replace("’", "'").replace("‘", "'")
