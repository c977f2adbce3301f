"""Measures text in terminal cells by the clusters of characters that terminals draw as one sign.

Terminals disagree on some clusters: an emoji with a skin tone takes two cells or four, a flag two or four, an Indic
letter with its vowel one or two. Such a cluster gets the cells of the widest reading, and the text after it stands in
its column only if the cursor is placed there (see screen_diff.py).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size

_NARROW = (
    " -~\xa0-\xac\xae-\u02ff\u0386-\u03ce\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    "\u2190-\u2199\u2500-\u259f\u25b8-\u25bb\u25be\u25bf"
)
_WIDE = (
    "\u3001-\u3029\u3041-\u3096\u309b-\u30ff\u3105-\u312f\u3131-\u3163\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff01-\uff60"
)
_all_narrow = re.compile(f"[{_NARROW}]*").fullmatch
_equal_sizes = re.compile(f"(?P<narrow>[{_NARROW}]{{1,256}})|(?P<wide>[{_WIDE}]{{1,256}})").match
_LONGEST_CLUSTER = 8
"""Characters; more signs on one letter are noise, and their cells would fill the line."""
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VIRAMA = 9
"""The combining class of the sign that joins two Indic letters."""
_JOINED_VOWELS = "\u0e33\u0eb3"
"""Thai and Lao AM, which some terminals join to the letter before."""


class Run(NamedTuple):
    """Characters of `size` cells each, or a single cluster of characters of `size` cells in all."""

    start: int
    end: int
    size: int
    is_cluster: bool


def is_narrow(text: str) -> bool:
    """Tell whether each character takes one cell on every terminal."""
    return text.isascii() or _all_narrow(text) is not None


def is_sure(text: str) -> bool:
    """Tell whether no terminal draws one of narrow characters as wide, as those of East Asia draw `é` and `─`."""
    return text.isascii() or all(unicodedata.east_asian_width(char) != "A" for char in text)


def cells(text: str) -> int:
    """Return the number of cells of a text on the terminal that needs most."""
    if is_narrow(text):
        return len(text)
    return sum(run.size if run.is_cluster else run.size * (run.end - run.start) for run in runs(text))


def padded(text: str) -> str:
    """Return a text with blanks after each cluster that may be wider than Rich measures: it measures `cells` then."""
    if is_narrow(text):
        return text
    parts = []
    for run in runs(text):
        part = text[run.start : run.end]
        parts.append(part + " " * (run.size - cell_len(part)) if run.is_cluster else part)
    return "".join(parts)


def runs(text: str, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Yield the clusters of a part of a text in order, characters of the same size together.

    An accent or another sign without a cell of its own belongs to the cluster before it, and two letters of a flag are
    one cluster.
    """
    end = len(text) if end is None else end
    while start < end:
        found = _equal_sizes(text, start, end)
        stop = found.end() if found else start
        if found and stop < end and not get_character_cell_size(text[stop]):
            stop -= 1
        if found and start < stop:
            yield Run(start, stop, 1 if found.lastgroup == "narrow" else 2, False)
            start = stop
            continue
        stop = start + (2 if _is_flag(text[start : min(start + 2, end)]) else 1)
        while stop < min(end, start + _LONGEST_CLUSTER) and not get_character_cell_size(text[stop]):
            stop += 1
        yield Run(start, stop, widest(text[start:stop]), True)
        start = stop


def _is_flag(pair: str) -> bool:
    return len(pair) == 2 and all(ord(char) in _FLAG_LETTERS for char in pair)


@lru_cache(maxsize=4096)
def widest(cluster: str) -> int:
    """Return the number of cells of a cluster on the terminal that needs most."""
    return sum(map(_widest_reading, cluster))


def _widest_reading(char: str) -> int:
    if ord(char) in _SKIN_TONES or ord(char) in _FLAG_LETTERS:
        return 2
    size = get_character_cell_size(char)
    return max(size, 1) if unicodedata.category(char) == "Mc" else size


@lru_cache(maxsize=4096)
def is_certain(cluster: str) -> bool:
    """Tell whether all terminals agree on the cells of a cluster: letters with accents, but no emoji."""
    base, marks = cluster[0], cluster[1:]
    if base in _JOINED_VOWELS or unicodedata.category(base) in ("So", "Sk", "No", "Mc", "Mn", "Cn", "Co"):
        return is_narrow(cluster)
    return all(unicodedata.category(mark) == "Mn" and unicodedata.combining(mark) != _VIRAMA for mark in marks)
