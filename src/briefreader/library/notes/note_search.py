"""Finds notes by a query as briefs are found: by words of the notes, and by fields of their briefs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefreader.model import KeptNote, Note
from briefreader.search import And, MarkTerm, Not, Or, Query, Term, find, parse

if TYPE_CHECKING:
    from briefreader.search import Node

Briefs = Callable[[Query], frozenset[str]]
"""Returns the briefs that a query finds."""


def found(query: str, notes: Sequence[KeptNote], briefs: Briefs) -> tuple[KeptNote, ...]:
    """Return the notes that a query asks for, in their order.

    Words are sought in the passage, the note, its labels and the title of the brief, `note:` and `label:` in the note
    alone. Every other field asks about the brief.
    """
    root = parse(query).root
    if root is None:
        return tuple(notes)
    asked = _Asked(briefs)
    return tuple(kept for kept in notes if asked.matches(root, kept))


def has_words(term: MarkTerm, note: Note) -> bool:
    """Return whether a note has the words of a term: in its text, its passage or its labels, or in a label alone."""
    texts = note.labels if term.mark == "label" else (note.text, note.quote, *note.labels)
    return _has(Term(term.words, exact=term.exact, prefix=term.prefix), texts)


def _has(term: Term, texts: Sequence[str]) -> bool:
    query = Query("", term, "")
    return any(find(query, text) for text in texts)


class _Asked:
    """Answers one query; the briefs for each part of it are asked for once."""

    def __init__(self, briefs: Briefs) -> None:
        self._briefs = briefs
        self._known: dict[Node, frozenset[str]] = {}

    def matches(self, node: Node, kept: KeptNote) -> bool:
        """Return whether a note is one that a part of the query asks for."""
        if isinstance(node, Not):
            return not self.matches(node.node, kept)
        if isinstance(node, And):
            return all(self.matches(each, kept) for each in node.nodes)
        if isinstance(node, Or):
            return any(self.matches(each, kept) for each in node.nodes)
        if isinstance(node, MarkTerm) and node.words:
            return has_words(node, kept.note)
        if isinstance(node, Term) and node.field is None:
            return _has(node, (kept.note.text, kept.note.quote, kept.title, *kept.note.labels))
        if node not in self._known:
            marks = (node,) if isinstance(node, MarkTerm) else ()
            self._known[node] = self._briefs(Query("", node, "", marks=marks))
        return kept.brief in self._known[node]
