"""Cuts a query into tokens: the one grammar for reading, completing and editing a query."""

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from briefreader.fields import QUERY_NAMES

TokenKind = Literal["open", "close", "minus", "field", "operator", "phrase", "word"]


class Token(NamedTuple):
    """A piece of a query from `start` to before `end`.

    `text` is the word itself, the words between the quotes of a phrase, in which two quotes stand for one, or the name
    of a field in small letters.
    `is_closed` tells whether a phrase has its second quote, `within` the number after its `~` (0 where there is none).
    """

    kind: TokenKind
    start: int
    end: int
    text: str
    is_closed: bool = False
    within: int = 0


# Two quotes inside a phrase stand for one. Nothing is given back, so that a phrase takes one look at each character.
_PHRASE: Final = r"(?P<phrase>\"(?P<inside>(?:[^\"]|\"\")*+)(?:(?P<quote>\")(?:~(?P<within>[0-9]+))?)?)"
_VALUE: Final = re.compile(rf"\s*(?:(?P<open>\()|(?P<close>\))|{_PHRASE}|(?P<word>[^\s()\"]+))")
_TOKEN: Final = re.compile(rf"\s*(?:(?P<open>\()|(?P<close>\))|(?P<minus>-+)(?=[^\s)])|{_PHRASE}|(?P<word>[^\s()\"]+))")
_OPERATORS: Final = frozenset({"OR", "AND", "NOT"})


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a query from left to right, spaces left out.

    A minus right after the name of a field belongs to the value.
    """
    match = _TOKEN.match(text)
    while match:
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]
        start, at = match.span(kind)
        pattern = _TOKEN
        if kind == "phrase":
            inside = match["inside"].replace('""', '"')
            yield Token(kind, start, at, inside, match["quote"] is not None, int(match["within"] or 0))
        elif kind != "word":
            yield Token(kind, start, at, text[start:at])
        else:
            word = text[start:at]
            name, colon, _ = word.partition(":")
            if colon and name.lower() in QUERY_NAMES:
                at = start + len(name) + 1
                pattern = _VALUE
                yield Token("field", start, at, name.lower())
            else:
                yield Token("operator" if word in _OPERATORS else kind, start, at, word)
        match = pattern.match(text, at)
