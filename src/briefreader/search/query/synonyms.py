"""Expands a query by the other names of everything that it names.

A query for `ROK` or `south korea` also finds the briefs that write Republic of Korea. Quoted words stand only for
themselves.
"""

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Final, Protocol, TypeGuard

from briefreader.fields import field_of
from briefreader.search.query.tree import And, Node, Not, Or, Query, Term
from briefreader.text import fold, words

_MOST_WORDS: Final = 4
_MOST_SHOWN: Final = 3
_MOST_KEPT: Final = 4_096
_MOST_QUERIES: Final = 4  # of one key: as it is typed, and as a text is searched for it


class Synonyms(Protocol):
    """Groups of names that mean the same, found by the keys of the names."""

    def group(self, key: str) -> Sequence[str]:
        """Return the names of the group of a key, none where no group has it."""

    def begins(self, prefix: str) -> bool:
        """Return whether any key begins with the prefix."""


def synonym_key(name: str) -> str:
    """Return the key of a name: `ROK` keeps its capitals, since the treaty START is not any start."""
    key = folded_name(name)
    return key.upper() if name.isupper() and " " not in key else key


def folded_name(name: str) -> str:
    """Return the words of a name in the form under which words are looked up."""
    return " ".join(fold(word.text) for word in words(name))


class SynonymExpander:
    """Expands queries; `is_name` tells whether any brief has a complete name in a field of a query."""

    def __init__(self, synonyms: Synonyms, is_name: Callable[[str, str], bool] = lambda field, name: False) -> None:
        self._synonyms = synonyms
        self._is_name = is_name
        self._known: dict[str, tuple[str, ...]] = {}
        self._beginnings: dict[str, bool] = {}
        self._queries: dict[Query, Query] = {}

    def expanded(self, query: Query) -> Query:
        """Return a query that also asks for other names, and says so; the query itself where there are none."""
        known = self._queries.get(query)
        if known is None:
            if len(self._queries) >= _MOST_QUERIES:
                del self._queries[next(iter(self._queries))]
            notes: list[str] = []
            root = self._expanded(query.root, notes) if query.root else None
            understood = "; ".join((query.understood, *notes))
            known = self._queries[query] = query._replace(root=root, understood=understood) if notes else query
        return known

    def _expanded(self, node: Node, notes: list[str]) -> Node:
        if isinstance(node, Term):
            return self._sequence((node,), notes)[0]
        if isinstance(node, And):
            nodes = self._sequence(node.nodes, notes)
            return And(nodes) if len(nodes) > 1 else nodes[0]
        if isinstance(node, Or):
            return Or(tuple(chain.from_iterable(self._sequence((each,), notes) for each in node.nodes)))
        return Not(self._sequence((node.node,), notes)[0]) if isinstance(node, Not) else node

    def _sequence(self, nodes: tuple[Node, ...], notes: list[str]) -> tuple[Node, ...]:
        """Return nodes in which every run of plain words that is a name, the longest first, asks for all its names."""
        found: list[Node] = []
        at = 0
        while at < len(nodes):
            longest = _MOST_WORDS if self._begins(nodes[at]) else 1
            for length in range(min(longest, len(nodes) - at), 0, -1):
                run = nodes[at : at + length]
                names = self._other_names(run)
                if names:
                    _note(notes, run, names)
                    others = (Term(name, exact=True) for name in names)
                    found.append(Or((And(run) if length > 1 else run[0], *others)))
                    break
            else:
                length = 1
                node = nodes[at]
                found.append(self._in_field(node, notes) if isinstance(node, Term) else self._expanded(node, notes))
            at += length
        return tuple(found)

    def _in_field(self, term: Term, notes: list[str]) -> Node:
        """Return a term of a field that also asks for the other names that briefs have in this field."""
        if term.field is None or field_of(term.field).whole_names is None:
            return term
        if term.whole or term.pattern or term.typos or term.within:
            return term
        folded = folded_name(term.text)
        group = self._synonyms.group(folded) or self._synonyms.group(folded.upper())
        names = [name for name in group if self._is_name(term.field, name) and folded_name(name) != folded]
        if not names:
            return term
        _note(notes, (term,), names)
        return Or((term, *(Term(name, exact=True, field=term.field, whole=True) for name in names)))

    def _begins(self, node: Node) -> bool:
        """Return whether a name of several words begins with this word."""
        if not _is_plain(node):
            return False
        found = self._beginnings.get(node.text)
        if found is None:
            if len(self._beginnings) >= _MOST_KEPT:
                self._beginnings.clear()
            found = self._beginnings[node.text] = self._synonyms.begins(f"{folded_name(node.text)} ")
        return found

    def _other_names(self, run: Sequence[Node]) -> tuple[str, ...]:
        """Return the other names of what a run of plain words names, none for any other run."""
        texts: list[str] = []
        for node in run:
            if not _is_plain(node):
                return ()
            texts.append(node.text)
        text = " ".join(texts)
        known = self._known.get(text)
        if known is None:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            known = self._known[text] = self._look_up(text)
        return known

    def _look_up(self, text: str) -> tuple[str, ...]:
        folded = folded_name(text)
        for key in dict.fromkeys((synonym_key(text), folded)) if text.isupper() else (folded,):
            names = self._synonyms.group(key)
            if names:
                asked = _parts(folded)
                # A name that has all the words is found without it.
                return tuple(name for name in names if not asked <= _parts(folded_name(name)))
        return ()


def _parts(folded: str) -> frozenset[str]:
    """Return the words of a name, with compounds taken apart at their hyphens."""
    return frozenset(folded.replace("-", " ").split())


def _is_plain(node: Node) -> TypeGuard[Term]:
    """Return whether a node is a word without quotes, field or signs, which may be part of a name."""
    return isinstance(node, Term) and not (node.exact or node.field or node.pattern or node.typos)


def _note(notes: list[str], run: Sequence[Node], names: Sequence[str]) -> None:
    shown = " ".join(node.text for node in run if isinstance(node, Term))
    note = f"{shown} is also {', '.join(names[:_MOST_SHOWN])}"
    if note not in notes:
        notes.append(note)
