"""Tells whether names resemble a sought one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefreader.indexing import folded
from briefreader.library.dossiers import same_person as persons

if TYPE_CHECKING:
    from briefreader.annotate import Annotator

_LINKS = persons.PARTICLES.union(("of", "for", "the", "and", "on", "in", "to", "at"))


class Resemblance:
    """Tells whether names resemble a sought one: they share a word with it, or the lists know them for the same."""

    def __init__(self, sought: str, annotator: Annotator) -> None:
        listed = annotator.listed(sought)
        self._spelled = {folded(sought), *(folded(each) for name in listed for each in (name.name, *name.spellings))}
        parts = {*persons.key(sought), *folded(sought).split()}
        self._parts = {part for part in parts if len(part) > 1 and part not in _LINKS} or parts

    @property
    def phrases(self) -> list[str]:
        """The phrases one of which the words of every name that resembles the sought one contain."""
        return sorted(self._parts | self._spelled)

    def is_like(self, name: str) -> bool:
        """Return whether a name shares a word with the sought one, or is listed as another spelling of it."""
        words = folded(name)
        return (
            words in self._spelled
            or not self._parts.isdisjoint(words.split())
            or not self._parts.isdisjoint(persons.key(name))
        )

    def is_spelling(self, spelling: str) -> bool:
        """Return whether a spelling is the sought name, or listed as another spelling of it."""
        return folded(spelling) in self._spelled
