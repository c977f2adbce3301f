"""Finds words in one text as they are written, whatever their case, accents, quotes, hyphens and spelling of -ise."""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from briefreader.text import Span, fold, fold_typography

_KEPT = "'."
"""Signs that stay: the fold of a word drops them."""
_MARKS = ("Mn", "Me", "Lm")

# Each rule replaces a part of the folded words that are sought by the pattern of all its spellings. Words are sought
# while they are typed, so that a rule holds for their beginnings too.
_RULES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"i[sz](?=[aei])"), "i[sz]"),
    (re.compile(r"i([sz])$"), lambda found: f"i(?:{found[1]}|{'z' if found[1] == 's' else 's'}(?=[aei]))"),
    (re.compile(r"\b(def|off|pret)en[cs]"), r"\1en[cs]"),
    (re.compile(r"\b(cent|theat|kilomet|centimet)(?:re|er)\b"), r"\1(?:re|er)"),
    (re.compile(r"(fav|neighb|lab|hon|harb|col|behavi|endeav|rum|vig|val)ou?(r|$)"), r"\1ou?\2"),
    (re.compile(r"\bprogramm?e?"), "program(?:me?)?"),
    (re.compile(r"(travel|counsel|cancel|signal|label|model|fuel|channel)l?(?=ed|ing|er)"), r"\1l?"),
)


def places(sought: str, text: str) -> tuple[Span, ...]:
    """Return the places of some words in a text, in order and not overlapping; a place may go over line breaks.

    The words may begin and end within words of the text. A hyphen may be a space or missing.
    """
    pattern = _pattern(sought)
    if pattern is None:
        return ()
    folded, offsets = _folded_text(text)
    found = (match.span() for match in pattern.finditer(folded))
    if offsets is None:
        return tuple(Span(start, end) for start, end in found)
    return tuple(Span(offsets[start], offsets[end - 1] + 1) for start, end in found)


@lru_cache(maxsize=8)
def _pattern(sought: str) -> re.Pattern[str] | None:
    """Return the regular expression that matches words in a folded text, None where there are none."""
    words = [_spelled("".join(map(_fold, word))) for word in sought.split()]
    return re.compile(r"(?:\s+|-\s*)".join(words)) if words else None


def _spelled(word: str) -> str:
    """Return the pattern of a folded word without spaces."""
    parts = (part for part in re.split("(-)", word) if part)
    return "".join(r"(?:-\s*|\s+)?" if part == "-" else _spellings(part) for part in parts) if word.strip("-") else "-"


def _spellings(part: str) -> str:
    """Return the pattern of the spellings of a part of a word."""
    pattern = re.escape(part)
    for rule, spellings in _RULES:
        pattern = rule.sub(spellings, pattern)
    return pattern.replace("'", "'?")


@lru_cache(maxsize=2)
def _folded_text(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Return a folded text and the offset of each of its characters; None where the offsets are the same."""
    table = {character: _fold(character) for character in set(text)}
    folded = "".join(map(table.__getitem__, text))
    if all(len(each) == 1 for each in table.values()):
        return folded, None
    return folded, tuple(offset for offset, character in enumerate(text) for _ in table[character])


@lru_cache(maxsize=4_096)
def _fold(character: str) -> str:
    """Return the form in which a character is compared; only marks, which belong to another character, have none."""
    plain = fold_typography(character)
    if plain in _KEPT:
        return plain
    return fold(plain) or ("" if unicodedata.category(character) in _MARKS else character)
