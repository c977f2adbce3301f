"""Changes a query piece by piece: lists its pieces, takes one away, adds a facet."""

import re
from collections.abc import Iterator

from briefreader.fields import BY_NAME
from briefreader.search.query.lexer import Token, tokens
from briefreader.search.query.parser import parse
from briefreader.search.query.tree import And, Node, Term
from briefreader.text import QUOTES, Span, fold_typography

_QUOTE = re.compile(f"[{''.join(QUOTES)}]")
_WORD = "a"


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


def settled(query: str, *, typing: bool = False) -> str:
    """Return a query, to which a further piece may be added, that asks for the same.

    A word that is still being typed gets its `*`; quotes and brackets that were never closed are closed; an operator or
    a field without a value goes.
    """
    wanted = _parts_of(parse(query, typing=typing).root)
    forms = [_closed(query), *([_closed(f"{query}*")] if typing else [])]
    forms += [f"({form})" for form in forms]
    found = next((form for form in forms if _stands_alone(form, wanted)), None)
    return found or next((form for form in forms if _stands_alone(form, _parts_of(parse(form).root))), "")


def _closed(query: str) -> str:
    """Return a query without an operator or field at its end, its quotes and brackets closed."""
    found = [*tokens(fold_typography(query))]
    while found and _awaits_words(found[-1]):
        found.pop()
    end = found[-1].end if found else 0
    depth = 0
    for token in found:
        depth = depth + 1 if token.kind == "open" else max(0, depth - (token.kind == "close"))
    is_open = found and found[-1].kind == "phrase" and not found[-1].is_closed
    return query[:end].strip() + ('"' if is_open else "") + ")" * depth


def _awaits_words(token: Token) -> bool:
    """Tell whether a token at the end of a query asks for nothing by itself."""
    if token.kind == "word":
        return not any(map(str.isalnum, token.text))
    return token.kind in ("minus", "field", "operator")


def _stands_alone(query: str, wanted: tuple[Node, ...]) -> bool:
    """Tell whether a query asks for all wanted nodes, and for one more if a word is added."""
    return _parts_of(parse(f"{query} {_WORD}").root) == (*wanted, Term(_WORD))


def _parts_of(root: Node | None) -> tuple[Node, ...]:
    if isinstance(root, And):
        return tuple(part for node in root.nodes for part in _parts_of(node))
    return () if root is None else (root,)


def narrowed(query: str, kind: str, name: str) -> str:
    """Return a settled query that also asks for a facet, given the name of its field and its own name."""
    field = BY_NAME[kind]
    value = name if field.is_date else quoted(name)
    return f"{query.strip()} {field.query}:{value}".lstrip()


def quoted(name: str) -> str:
    """Return a name as a phrase of a query, in which two quotes stand for one."""
    return f'"{_QUOTE.sub(lambda quote: quote[0] * 2, name)}"'


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
