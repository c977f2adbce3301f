"""Evaluates the tree of a query: finds the briefs that match as a set of doc ids."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Protocol

from briefreader.search.analysis import matching
from briefreader.search.query.tree import And, Dated, MarkTerm, Node, Not, Or, Term

_REMEMBERED: Final = 1_024


class TermSource(Protocol):
    """Finds the briefs with one term or one date: in the index, or in titles while there is no index."""

    def with_term(self, term: Term, among: int) -> int:
        """Return the briefs with a term; a term that needs positions is looked for among some briefs only."""

    def dated(self, node: Dated) -> int:
        """Return the briefs whose date lies within bounds."""

    def with_mark(self, node: MarkTerm) -> int:
        """Return the briefs that a person has given a mark."""


class Evaluator:
    """Evaluates nodes over a source of terms, and remembers the sets of terms and dates."""

    def __init__(self, source: TermSource) -> None:
        self._source = source
        self._found: dict[Node, int] = {}

    def find(self, node: Node, among: int) -> int:
        """Return the briefs of a set that match; nodes that need positions are evaluated last, on what is left."""
        if isinstance(node, Term):
            known = self._found.get(node)
            return self._term(node, among) if known is None else known & among
        if isinstance(node, And):
            return self._all(node.nodes, among)
        if isinstance(node, Dated):
            known = self._found.get(node)
            return among & (self._remember(node, self._source.dated(node)) if known is None else known)
        if isinstance(node, MarkTerm):  # never remembered: a person may mark briefs between two searches
            return among & self._source.with_mark(node)
        if isinstance(node, Not):
            return among & ~self.find(node.node, among)
        found = 0
        for child in sorted(node.nodes, key=needs_positions):  # most briefs have an easier spelling of a name, too
            found |= self.find(child, among & ~found)
        return found

    def _all(self, nodes: Sequence[Node], among: int) -> int:
        pending: list[Node] = []
        for node in nodes:
            known = self._found.get(node) if isinstance(node, Term) else None
            if known is None:
                pending.append(node)
            else:
                among &= known
        for node in pending if len(pending) < 2 else sorted(pending, key=needs_positions):
            among = among and self.find(node, among)
        return among

    def _term(self, term: Term, among: int) -> int:
        found = self._source.with_term(term, among)
        return (found if needs_positions(term) else self._remember(term, found)) & among

    def _remember(self, node: Node, found: int) -> int:
        if len(self._found) >= _REMEMBERED:
            del self._found[next(iter(self._found))]
        self._found[node] = found
        return found


@lru_cache(maxsize=1_024)
def needs_positions(node: Node) -> bool:
    """Tell whether the positions of terms may have to be read to evaluate a node."""
    if isinstance(node, Term):
        return not node.whole and any(len(way) > 1 for way in matching.ways(node))
    if isinstance(node, Not):
        return needs_positions(node.node)
    return isinstance(node, And | Or) and any(map(needs_positions, node.nodes))
