"""Finds the briefs of an index that a change of the lists of names may concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from itertools import chain
from typing import TYPE_CHECKING

from briefreader.indexing.brief_names import PERSON, SIDE, columns
from briefreader.search import Index, Row
from briefreader.text import words

if TYPE_CHECKING:
    from briefreader.annotate import ChangedNames
    from briefreader.search import Searcher


def concerned_paths(changed: ChangedNames, index: Index, rows: Mapping[str, Row]) -> set[str]:
    """Return the paths of the briefs with one of the changed names; `rows` are those of the index.

    Raises LibraryError where the index is damaged.
    """
    from briefreader.search import Searcher

    if not changed:
        return set()
    names = changed.names
    found = {path for path, (entry, *_) in rows.items() if not names.isdisjoint((entry.city, entry.country))}
    snapshot = index.open()
    if snapshot is None:
        return found
    with closing(Searcher(snapshot)) as searcher:
        found |= searcher.paths_with(_sought(changed.spellings), names)
        if changed.are_sides:
            path_of = {row.entry.id: path for path, row in rows.items()}
            found.update(path_of[id] for id in searcher.ids(_with_side(searcher, names)) if id in path_of)
    return found


def _sought(spellings: Iterable[str]) -> Iterable[str]:
    """Return the words by which spellings are sought, without numbers, which the index may join with what follows."""
    by_words = ([word.text for word in words(spelling)] for spelling in spellings)
    without_numbers = ([word for word in each if not word[0].isdigit()] or each for each in by_words)
    return dict.fromkeys(" ".join(each) for each in without_numbers if each)


def _with_side(searcher: Searcher, names: frozenset[str]) -> list[int]:
    """Return the ranks of the briefs in which a meeting or a person has one of some sides."""
    tags = chain(
        searcher.tagged(SIDE, None, lambda line: line in names),
        searcher.tagged(PERSON, None, lambda line: columns(line)[2] in names),
    )
    return sorted({rank for _, found in tags for rank in found.documents})
