"""Gives each mention its canonical name: the full form in the text if there is one, else the listed name."""

import re
from collections.abc import Sequence

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.canonical_people import CanonicalPeople
from briefreader.annotate.mentions.office_names import canonical_office
from briefreader.annotate.names.document_context import DocumentContext
from briefreader.annotate.names.gazetteer import Gazetteer, Name

# The text's form of a name of these sections does not replace the list's.
_NEVER_REPLACED = frozenset(("countries", "nationalities", "peoples", "weapons", "people", "cities"))
_EXPANDED = {"UNSCR": "UN Security Council Resolution", "UNSCRs": "UN Security Council Resolutions"}


class CanonicalNames:
    """Knows the full names in one text and names its mentions after them."""

    def __init__(self, context: DocumentContext, items: Sequence[Candidate], gazetteer: Gazetteer) -> None:
        self._context = context
        self._people = CanonicalPeople(context, items, gazetteer)
        self._forms: dict[Name, str] = {}
        self._events: list[str] = []
        for item in items:
            if item.meaning is not None or (item.name is None and item.type != "EVENT"):
                continue
            if item.name is not None and item.name.section in _NEVER_REPLACED:
                continue
            surface = self._surface(item)
            if item.name is not None and _is_as_full(surface, item.name):
                self._forms.setdefault(item.name, surface)
            elif item.type == "EVENT" and item.name is None:
                self._events.append(_with_hyphens(surface))

    def of(self, item: Candidate) -> str:
        """Return the canonical name of a candidate."""
        if item.type == "PERSON":
            return self._people.of(item)
        surface = self._surface(item)
        if item.type == "TITLE":
            return canonical_office(surface)
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
        return _plain(self._context.tokens.slice(item.first, item.last))


def _is_as_full(surface: str, name: Name) -> bool:
    """Return whether the text's form of a listed name is as full as the list's and may replace it."""
    size = len(name.name.split())
    return size > 1 and len(surface.split()) >= size and not surface.isupper() and "UN " not in f"{surface} "


def _with_hyphens(surface: str) -> str:
    return re.sub(r"\s?[–—]\s?", "-", surface)


def _plain(text: str) -> str:
    """Return a text with straight apostrophes."""
    return text.replace("’", "'").replace("‘", "'")
