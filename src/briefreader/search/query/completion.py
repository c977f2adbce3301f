"""Finishing what is being typed: the name of a field, and the names of what the library knows."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from briefreader.model import Completion
from briefreader.text import fold

KIND_OF: Final[Mapping[str, str]] = {
    "series": "series",
    "who": "person",
    "led": "person",
    "org": "organization",
    "place": "place",
    "agreement": "agreement",
    "weapon": "weapon",
}
"""The kind of names that a field of a query asks for."""

_FIELDS: Final = (*KIND_OF, "title", "source", "date", "after", "before")
_NAMING = re.compile(rf"(?<![^\s(-])({'|'.join(KIND_OF)}):\s*(?:\"([^\"]*)|([^\s\"()]+))$", re.IGNORECASE)
_WORD = re.compile(r"(?<![^\s(-])([^\W\d_]{3,})$")


class Vocabulary:
    """Names of one kind, the most frequent first, to be found by the beginning of any of their words."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = [*names]
        self._folded: list[str] = []  # as far as anything was looked for: mostly not far

    def begun(self, beginning: str, *, at_start: bool = False) -> str | None:
        """Return the most frequent name with a word that begins so, or the name itself where `at_start`."""
        sought = f" {fold(beginning).lstrip()}"
        for at, name in enumerate(self._names):
            if at == len(self._folded):
                self._folded.append(f" {fold(name)}")
            folded = self._folded[at]
            if folded.startswith(sought) if at_start else sought in folded:
                return name
        return None


def completion(query: str, vocabulary: Callable[[str], Vocabulary]) -> Completion | None:
    """Return how the last word of a query may be finished, None where nothing known begins so.

    `vocabulary` gives the names of a kind, one of the values of KIND_OF.
    """
    if naming := _NAMING.search(query):
        field = naming[1].lower()
        name = vocabulary(KIND_OF[field]).begun(naming[2] if naming[2] is not None else naming[3])
        return Completion(naming.start(), f"{field}:{_quoted(name)}") if name else None
    if word := _WORD.search(query):
        begun = next((field for field in _FIELDS if field.startswith(word[1])), None)
        if begun:
            return Completion(word.start(), f"{begun}:")
        series = vocabulary("series").begun(word[1], at_start=True)
        return Completion(word.start(), f"series:{_quoted(series)}") if series else None
    return None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', " ") + '"'
