"""Changes a query piece by piece: lists its pieces, takes one away, adds a facet."""

from collections.abc import Iterator

from briefreader.fields import BY_NAME
from briefreader.search.query.lexer import tokens
from briefreader.text import Span, fold_typography


def pieces(query: str) -> tuple[Span, ...]:
    """Return the spans of the pieces that a person put a query together from.

    A piece is a word, a phrase, a field with its value or a bracket, each with its minus; words joined by OR are one
    piece.
    """
    found: list[Span] = []
    joined = False
    for start, end in _parts(query):
        word = query[start:end]
        if word in ("OR", "AND"):
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
    """Return a query that also asks for a facet, given the name of its field and its own name."""
    field = BY_NAME[kind]
    value = name if field.is_date else quoted(name)
    return f"{query.strip()} {field.query}:{value}".lstrip()


def quoted(name: str) -> str:
    """Return a name as a phrase of a query."""
    return '"' + name.replace('"', " ") + '"'


def _parts(query: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word, phrase and bracket at the top level.

    A bracket that is never closed goes to the end.
    """
    depth = 0
    begun: int | None = None  # where the piece begins whose value is still to come
    for token in tokens(fold_typography(query)):
        if token.kind == "close":
            if depth == 1 and begun is not None:
                yield begun, token.end
                begun = None
            depth = max(0, depth - 1)
            continue
        if begun is None:
            begun = token.start
        if token.kind == "open":
            depth += 1
        elif not depth and not (token.kind in ("minus", "field") or token.text == "NOT"):
            yield begun, token.end
            begun = None
    if begun is not None:
        yield begun, len(query.rstrip())
