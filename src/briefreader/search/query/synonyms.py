"""Other names for the same: a query for `ROK` or south korea finds the brief that writes Republic of Korea.

The names come from whoever writes the index and are kept beside it. Quoted words stand for themselves.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Final, TypeGuard

from briefreader.search.query.parser import And, NamedField, Node, Not, Or, Query, Term
from briefreader.search.storage import lexicon
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, directory, numbers, value
from briefreader.search.storage.lexicon import Lexicon
from briefreader.text import fold, words

NAME: Final = "synonyms"
_MOST_NAMES: Final = 8
_MOST_WORDS: Final = 4
_MOST_SHOWN: Final = 3
_MOST_KEPT: Final = 4_096
_NAMED: Final = frozenset({"who", "org", "place", "agreement", "weapon", "series"})


def write(groups: Iterable[Sequence[str]], file: ByteSink) -> None:
    """Write groups of names, each of which means the same; a name in several of them means none."""
    out = ContainerWriter(file)
    by_key = [{key: name for name in reversed(group) if (key := _key(name))} for group in groups]
    often = Counter(chain.from_iterable(by_key))
    found: list[tuple[bytes, int]] = []
    sections: list[int] = []
    for names in by_key:
        clear = [key for key in reversed(names) if often[key] == 1]
        if len(clear) > 1:
            found += [(key.encode(), len(sections) // 2) for key in clear]
            sections += out.put_json([names[key] for key in clear[:_MOST_NAMES]])
    found.sort()
    out.finish(
        {
            "count": len(found),
            "keys": lexicon.write(out, [key for key, _ in found]),
            "groups": out.put_numbers(group for _, group in found),
            "names": out.put_numbers(sections),
        }
    )


def _key(name: str) -> str:
    """Return what a name is looked up by: `ROK` only by capitals, since `START` is not any start."""
    key = _folded(name)
    return key.upper() if name.isupper() and " " not in key else key


def _folded(name: str) -> str:
    return " ".join(fold(word.text) for word in words(name))


def _parts(folded: str) -> frozenset[str]:
    """Return the words of a name, those between hyphens too."""
    return frozenset(folded.replace("-", " ").split())


def _is_plain(node: Node) -> TypeGuard[Term]:
    """Whether a node is a word as it comes, which may be part of a name."""
    return isinstance(node, Term) and not (node.exact or node.field or node.pattern or node.slips)


class SynonymExpander:
    """Reads what `write` has written. Raises LibraryError where it is damaged.

    `is_name` tells whether a brief has a whole name in a field.
    """

    def __init__(
        self, file: ByteSource, is_name: Callable[[NamedField, str], bool] = lambda field, name: False
    ) -> None:
        self._file = file
        self._is_name = is_name
        found = directory(file)
        self._keys = Lexicon(file, found["keys"], found["count"])
        self._groups = numbers(file, found["groups"])
        self._sections = numbers(file, found["names"])
        self._known: dict[str, tuple[str, ...]] = {}
        self._beginnings: dict[str, bool] = {}

    def expanded(self, query: Query) -> Query:
        """Return a query for the other names too, which says so; the same where there are none."""
        told: list[str] = []
        root = self._expanded(query.root, told) if query.root else None
        return query._replace(root=root, understood="; ".join((query.understood, *told))) if told else query

    def _expanded(self, node: Node, told: list[str]) -> Node:
        if isinstance(node, Term):
            return self._row((node,), told)[0]
        if isinstance(node, And):
            nodes = self._row(node.nodes, told)
            return And(nodes) if len(nodes) > 1 else nodes[0]
        if isinstance(node, Or):
            return Or(tuple(chain.from_iterable(self._row((each,), told) for each in node.nodes)))
        return Not(self._row((node.node,), told)[0]) if isinstance(node, Not) else node

    def _row(self, nodes: tuple[Node, ...], told: list[str]) -> tuple[Node, ...]:
        """Return nodes with every run of plain words that is a name, the longest first, as any of its names."""
        found: list[Node] = []
        at = 0
        while at < len(nodes):
            longest = _MOST_WORDS if self._begins(nodes[at]) else 1
            for length in range(min(longest, len(nodes) - at), 0, -1):
                run = nodes[at : at + length]
                names = self._names(run)
                if names:
                    _tell(told, run, names)
                    others = (Term(name, exact=True) for name in names)
                    found.append(Or((And(run) if length > 1 else run[0], *others)))
                    break
            else:
                length = 1
                node = nodes[at]
                found.append(self._called(node, told) if isinstance(node, Term) else self._expanded(node, told))
            at += length
        return tuple(found)

    def _called(self, term: Term, told: list[str]) -> Node:
        """Return a term of a field as any of the names that briefs have there."""
        if term.field not in _NAMED or term.pattern or term.slips or term.within:
            return term
        folded = _folded(term.text)
        group = self._group(folded) or self._group(folded.upper())
        names = [name for name in group if self._is_name(term.field, name) and _folded(name) != folded]
        if not names:
            return term
        _tell(told, (term,), names)
        return Or((term, *(Term(name, exact=True, field=term.field, whole=True) for name in names)))

    def _begins(self, node: Node) -> bool:
        """Whether a name of several words begins with this one."""
        if not _is_plain(node):
            return False
        found = self._beginnings.get(node.text)
        if found is None:
            if len(self._beginnings) >= _MOST_KEPT:
                self._beginnings.clear()
            first, last = self._keys.prefix_range(f"{_folded(node.text)} ".encode())
            found = self._beginnings[node.text] = first < last
        return found

    def _names(self, run: Sequence[Node]) -> tuple[str, ...]:
        """Return the other names of what a run of words names."""
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
            known = self._known[text] = self._looked_up(text)
        return known

    def _looked_up(self, text: str) -> tuple[str, ...]:
        folded = _folded(text)
        for key in dict.fromkeys((_key(text), folded)) if text.isupper() else (folded,):
            names = self._group(key)
            if names:
                asked = _parts(folded)
                return tuple(name for name in names if not asked <= _parts(_folded(name)))  # else found without it
        return ()

    def _group(self, key: str) -> list[str]:
        """Return the names of what a key stands for, none where it is no key."""
        at = self._keys.find(key.encode())
        if at is None:
            return []
        group = self._groups[at]
        found: list[str] = value(self._file, (self._sections[2 * group], self._sections[2 * group + 1]))
        return found


def _tell(told: list[str], run: Sequence[Node], names: Sequence[str]) -> None:
    shown = " ".join(node.text for node in run if isinstance(node, Term))
    also = f"{shown} is also {', '.join(names[:_MOST_SHOWN])}"
    if also not in told:
        told.append(also)
