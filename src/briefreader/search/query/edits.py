"""A query as the pieces a person put it together from: what choosing a facet adds, and what can be taken away again."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from briefreader.text import Span

FIELD_OF: Final[Mapping[str, str]] = {
    "series": "series",
    "year": "date",
    "person": "who",
    "organization": "org",
    "place": "place",
}
"""The field of a query that asks for a facet of each kind."""

_PIECE = re.compile(
    r"\s*((?:(?:-+(?=[^\s)])|NOT\s+)*)(?:[a-z]+:[^\S\n]*(?=[^\s)]))?(?:\"[^\"]*\"?(?:~\d+)?|\(|\)|[^\s()\"]+))",
    re.IGNORECASE,
)
_JOINING: Final = frozenset({"OR", "AND"})


def pieces(query: str) -> tuple[Span, ...]:
    """Return where the pieces of a query stand: a word, a phrase, a field with its value, a bracket, each with its
    minus; words joined by OR are one piece."""
    found: list[Span] = []
    joined = False
    for start, end in _parts(query):
        word = query[start:end]
        if word in _JOINING:
            joined = word == "OR" and bool(found)
            continue
        if joined:
            start = found.pop().start
        found.append(Span(start, end))
        joined = False
    return tuple(found)


def without(query: str, piece: Span) -> str:
    """Return a query without one of its pieces."""
    return " ".join(f"{query[: piece.start]} {query[piece.end :]}".split())


def narrowed(query: str, kind: str, name: str) -> str:
    """Return a query that asks for a facet as well."""
    value = name if kind == "year" else '"' + name.replace('"', " ") + '"'
    return f"{query.strip()} {FIELD_OF[kind]}:{value}".lstrip()


def _parts(query: str) -> Iterator[tuple[int, int]]:
    """Yield the words, phrases and brackets at the top level; what a bracket without its end opens goes to the end."""
    at, depth, start = 0, 0, 0
    while match := _PIECE.match(query, at):
        at = match.end()
        last = match[1][-1]
        if last == "(":
            start = start if depth else match.start(1)
            depth += 1
        elif match[1] == ")":
            if depth == 1:
                yield start, at
            depth = max(0, depth - 1)
        elif not depth:
            yield match.start(1), at
    if depth:
        yield start, len(query.rstrip())
