"""Puts the changed words of a passage in brackets, so that they are told apart without colours."""

from collections.abc import Callable, Iterator, Sequence

from briefreader.compare.redline.one_text import Piece

Brackets = tuple[str, str]
BRACKETS: Brackets = ("[", "]")
BRACES: Brackets = ("{", "}")
"""Those of a routine change."""

GONE, NEW, ARROW = "- ", "+ ", " → "

_NO_SPACE_AFTER, _NO_SPACE_BEFORE = "(“‘\"'-‐‑/", ",.;:)”’-‐‑/"


def bracketed(pieces: Sequence[Piece], brackets: Callable[[int], Brackets | None]) -> Iterator[Piece]:
    """Yield the pieces of a passage with signs: `[old → new]`, `[- gone]`, `[+ new]`.

    `brackets` returns those of a change by its number; where it returns None, the words of a are left out, and those of
    b have no signs. A sign is a piece with the number of its change and no side. The pieces of b and those that both
    sides share keep their order and their characters.
    """
    last, closed, at = "", None, 0
    while at < len(pieces):
        gone, shared, new, at = _taken(pieces, at)
        number = (gone or new or shared)[-1].change if gone or new or shared else None
        signs = brackets(number) if number is not None else None
        for piece in shared:
            if closed is not None and piece.text[:1] not in _NO_SPACE_BEFORE and not piece.text[:1].isspace():
                yield Piece(" ", None, closed)
            yield piece
            last, closed = piece.text[-1:] or last, None
        if number is None:
            continue
        if signs is None:
            yield from new
            last = new[-1].text[-1:] if new else last
            continue
        if gone and not shared and last and not last.isspace() and last not in _NO_SPACE_AFTER:
            yield Piece(" ", None, number)
        yield Piece(signs[0] + ("" if gone and new else GONE if gone else NEW), None, number)
        yield from gone
        if gone and new:
            yield Piece(ARROW, None, number)
        yield from new
        yield Piece(signs[1], None, number)
        last, closed = signs[1], None if new else number


def _taken(pieces: Sequence[Piece], at: int) -> tuple[list[Piece], list[Piece], list[Piece], int]:
    """Return the next change or shared piece: words of a, shared text before those of b, words of b, and the end."""
    piece = pieces[at]
    if piece.side is None:
        return [], [piece], [], at + 1
    if piece.side == "b":
        return [], [], [piece], at + 1
    end = at + 1
    between = [*pieces[end : end + 1]] if end < len(pieces) and pieces[end].side is None else []
    after = end + len(between)
    if after < len(pieces) and pieces[after].side == "b" and pieces[after].change == piece.change:
        return [piece], between, [pieces[after]], after + 1
    return [piece], [], [], end
