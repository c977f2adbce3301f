"""Tells which briefs hold a name, so that a person sees before a change of own names what it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefreader.indexing import BriefNames, folded
from briefreader.model import EntityType, Entry, NameUses

if TYPE_CHECKING:
    from briefreader.search import Searcher

_SHOWN = 3
_NOT_STORED = ("TITLE", "DATE")  # of these, briefs are counted whose text has the words


def uses_of(
    spelling: str,
    type: EntityType,
    searcher: Searcher,
    entry_of: Callable[[str], Entry | None],
    cancelled: Callable[[], bool],
) -> NameUses:
    """Return the briefs with a name of a type that is spelled so or goes by that name; those so far if cancelled."""
    wanted = folded(spelling)
    total = 0
    newest: list[Entry] = []
    for document in searcher.stored_with((spelling,), (spelling,), cancelled):
        if cancelled():
            break
        if type not in _NOT_STORED and not _holds(BriefNames.stored(document.value), wanted, type):
            continue
        total += 1
        if len(newest) < _SHOWN and (entry := entry_of(document.id)):
            newest.append(entry)
    return NameUses(total, tuple(newest))


def _holds(brief: BriefNames, wanted: str, type: EntityType) -> bool:
    return any(
        folded(name) == wanted or any(folded(spelling) == wanted for spelling, _ in spellings)
        for found, name, spellings in brief.names
        if found == type
    )
