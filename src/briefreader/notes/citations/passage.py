"""Finds a passage in a text as a reader pastes it."""

import re

from briefreader.text import Span, clean, fold_typography

_QUOTES = "\"'"


def passage_in(text: str, words: str) -> Span | None:
    """Return the span of a passage in a text, None where it does not occur.

    Line breaks and spaces count as one space, typographic signs as plain ones and capitals as small letters, if only
    that finds the passage. Quotation marks and dots of omission around it are left out if need be.
    """
    folded = fold_typography(text).replace("…", "\0")
    sought = fold_typography(clean(words)).replace("...", "\0").replace("…", "\0").strip()
    bare = sought.strip(f"{_QUOTES}\0 ")
    for wanted in dict.fromkeys((sought, bare)):
        for flags in (re.NOFLAG, re.IGNORECASE):
            if wanted and (found := re.search(_pattern(wanted), folded, flags)):
                return Span(*found.span())
    return None


def _pattern(wanted: str) -> str:
    """Return the pattern of a folded passage; a line may break at each space and after each hyphen."""
    words = (re.escape(word).replace("\\-", r"-\s*") for word in wanted.split())
    return r"\s*".join([r"\s+".join(words)]).replace("\0", r"(?:\0|\.\.\.)")
