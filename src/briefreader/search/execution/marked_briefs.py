"""Turns the IDs of the briefs that a person has marked into sets of doc ids."""

from collections.abc import Callable, Mapping
from typing import Final

from briefreader.search.index.doc_map import DocMap
from briefreader.search.query.tree import MarkTerm
from briefreader.search.storage.bitset import from_members

Marked = Mapping[MarkTerm, frozenset[str]]
"""The IDs of the briefs for each term of a query that asks for a mark."""

NO_MARKS: Final[Marked] = {}


class MarkedBriefs:
    """The marked briefs of an index for one search; `rank_of` returns the rank of each ID."""

    def __init__(self, doc_map: DocMap, rank_of: Callable[[], Mapping[str, int]]) -> None:
        self.given = NO_MARKS
        self._doc_map = doc_map
        self._rank_of = rank_of
        self._known: dict[MarkTerm, tuple[frozenset[str], int]] = {}  # the next letter asks for the same briefs

    def find(self, term: MarkTerm) -> int:
        """Return the briefs with a mark; an ID that the index lacks counts for nothing."""
        ids = self.given.get(term, frozenset())
        known = self._known.get(term)
        if known is None or known[0] is not ids:
            rank_of = self._rank_of()
            ranks = [rank_of[id] for id in ids if id in rank_of]
            found = from_members([*self._doc_map.doc_ids(ranks)], self._doc_map.size)
            known = ids, found & self._doc_map.live
            self._known = {each: self._known[each] for each in self.given if each in self._known} | {term: known}
        return known[1]
