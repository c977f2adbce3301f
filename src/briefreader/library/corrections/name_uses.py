"""Tells which briefs hold a name, so that a person sees before a change of own names what it changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefreader.indexing import NAME, columns, folded
from briefreader.model import EntityType, Entry, NameUses

if TYPE_CHECKING:
    from briefreader.search import Searcher

_SHOWN = 3


def uses_of(spelling: str, type: EntityType, searcher: Searcher, entry_of: Callable[[str], Entry | None]) -> NameUses:
    """Return the briefs with a name of a type that is spelled so or goes by that name; of a date, those with its words.

    `entry_of` returns the entry of an ID, None if the file of the brief is gone.
    """
    ranks = searcher.ranks_with(spelling) if type == "DATE" else _tagged(spelling, type, searcher)
    newest = map(entry_of, searcher.ids(ranks[:_SHOWN]))
    return NameUses(len(ranks), tuple(entry for entry in newest if entry))


def _tagged(spelling: str, type: EntityType, searcher: Searcher) -> Sequence[int]:
    """Return the ranks of the briefs with a name of a type that is spelled so or goes by that name, newest first."""
    wanted = folded(spelling)

    def is_wanted(line: str) -> bool:
        found, *names = columns(line)
        return found == type and any(folded(name) == wanted for name in names)

    return sorted({rank for _, found in searcher.tagged(NAME, (wanted,), is_wanted) for rank in found.documents})
