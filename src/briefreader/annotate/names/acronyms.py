"""Finds the acronyms that a text defines: `Nuclear Consultative Group (NCG)`.

The algorithm matches the letters of the short form from the right with the words before the bracket, after A. Schwartz
and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefreader.annotate.text.tokens import BREAK, Tokens

_SHORT = re.compile(r"[A-Z][A-Za-z&/+]*[A-Z0-9][A-Za-z0-9+]*|[A-Z]{2,}s?")


class Definition(NamedTuple):
    """Holds a short form, its long form from token first to the token before last, and the token of the short form."""

    short: str
    first: int
    last: int
    short_at: int


class Bracket(NamedTuple):
    """Holds a possible short form in brackets, the token after the words before it, and the token of the short form."""

    short: str
    last: int
    short_at: int


def find(tokens: Tokens) -> Iterator[Definition]:
    """Yield the definitions in a text in order."""
    for short, last, at in brackets(tokens):
        if short[0].isdigit():
            yield Definition(short, last - 1, last, at)  # a quoted name of numbers: `("2+2")`
            continue
        first = _long_form(tokens, short, last)
        if first is not None and tokens.words[first][0].isupper():
            yield Definition(short, first, last, at)


def in_small_letters(tokens: Tokens, found: Iterable[Bracket]) -> Iterator[Definition]:
    """Yield the definitions whose long form is in lower case and no name: `radio access network (RAN)`."""
    for short, last, at in found:
        if not tokens.words[last - 1].islower():
            continue
        first = None if short[0].isdigit() else _long_form(tokens, short, last)
        if first is not None and all(word.islower() for word in tokens.words[first:last]):
            yield Definition(short, first, last, at)


def brackets(tokens: Tokens) -> Iterator[Bracket]:
    """Yield the possible short forms in brackets in order."""
    words = tokens.words
    for index in tokens.indexes_of({"("}):
        if index == 0:
            continue
        at = index + 1
        at += tokens.word(at) in ('"', "“", "'", "‘")
        last = index - (words[index - 1] in ('"', "”", "'"))
        close = at + 1
        while close < at + 5 and tokens.word(close) not in (")", ""):
            close += 1
        if tokens.word(close) != ")":
            continue
        stop = close - (tokens.word(close - 1) in ('"', "”", "'", "’"))
        short = tokens.slice(at, stop) if stop > at else ""
        by_numbers = stop < close and re.fullmatch(r"\d\+\d", short)
        if by_numbers or (_SHORT.fullmatch(short.replace("-", "")) and len(short) <= 12):
            yield Bracket(short, last, at)


def has_initials(short: str, words: Sequence[str]) -> bool:
    """Return whether each letter begins a word, in any order: `Dialogue on the Internet Economy (IED)`."""
    initials = Counter(word[0].lower() for word in words if word[0].isalnum())
    return Counter(letter for letter in short.lower() if letter.isalnum()) <= initials


def _long_form(tokens: Tokens, short: str, last: int) -> int | None:
    """Return the first token of the long form that ends before last, None where the letters do not match."""
    letters = [letter for letter in short.removesuffix("s").lower() if letter.isalnum()]
    lowest = max(0, last - 2 * len(letters) - 6)
    at = last - 1
    remaining = len(letters) - 1
    while remaining >= 0:
        while at >= lowest and not (tokens.words[at][0].isalnum()):
            if tokens.words[at] in (BREAK, ";", ")", "(", "."):
                return None
            at -= 1
        if at < lowest:
            return None
        word = tokens.words[at].lower().replace(".", "")
        position = len(word)
        taken = remaining
        while taken >= 0:
            position = word.rfind(letters[taken], 0, position)
            if position < 0:
                break
            taken -= 1
            if position == 0:
                break
        # A word is used where its first letter is the wanted letter, else it is passed over.
        if position == 0:
            remaining = taken
        elif word[0] == letters[remaining]:
            remaining -= 1
        if remaining < 0:
            break
        at -= 1
    return at
