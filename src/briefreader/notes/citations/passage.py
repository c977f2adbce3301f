"""Finds a passage in a text as a reader pastes it."""

import re

from briefreader.text import Span, clean, fold_typography

_QUOTES = "\"'"
_OMITTED, _LINE_END = "\0", "\1"  # a cleaned text has none of these


def passage_in(text: str, words: str) -> Span | None:
    """Return the span of a passage in a text, None where it does not occur.

    Line breaks and spaces count as one space, typographic signs as plain ones and capitals as small letters, if only
    that finds the passage. A hyphen at the end of a line may part a word. Quotation marks and dots of omission around
    the passage are left out if need be.
    """
    folded = fold_typography(text).replace("…", _OMITTED)
    sought = re.sub(r"(?:\.\.\.|…)", _OMITTED, fold_typography(clean(words)).strip())
    sought = re.sub(r"(?<=\w)-\s*\n\s*(?=\w)", _LINE_END, sought)
    bare = sought.strip(f"{_QUOTES}{_OMITTED} ")
    for wanted in dict.fromkeys((sought, bare)):
        for flags in (re.NOFLAG, re.IGNORECASE):
            if wanted and (found := re.search(_pattern(wanted), folded, flags)):
                return Span(*found.span())
    return None


def _pattern(wanted: str) -> str:
    """Return the pattern of a folded passage."""
    pattern = r"\s+".join(map(re.escape, wanted.split()))
    return pattern.replace(_OMITTED, rf"(?:{_OMITTED}|\.\.\.)").replace(_LINE_END, "-?")
