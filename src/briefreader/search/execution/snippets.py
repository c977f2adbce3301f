"""Chooses the passage of a text that shows best why the document was found."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from briefreader.search.execution.occurrences import Occurrences
from briefreader.search.index.forward_index import DocumentTerms
from briefreader.search.index.original_text import SLACK
from briefreader.text import Span

_LENGTH: Final = 200
_LEAD: Final = 40  # bytes before a match, more than the error of an approximate byte
_WINDOW: Final = 160  # bytes of terms, about as many as the letters that a snippet shows after its first match
_BEFORE: Final = 100  # bytes before a match in which a snippet that shows it may begin
_MOST_TRIED: Final = 25


class Snippet(NamedTuple):
    """The passage of a text that shows best why it was found, on one line, and the matches in it."""

    text: str
    matches: tuple[Span, ...]


def best(found: Sequence[Occurrences], document_terms: DocumentTerms) -> tuple[int, int] | None:
    """Return the offset of the best passage and the end of its first match: most terms of the query, most matches.

    The title, which is all before the body, stands beside the passage already and counts only if the body has no match.
    Passages are looked for around the first matches of the rarest term. Returns None without a match.
    """
    inside = [offsets for each in found if (offsets := each.between(document_terms.body, document_terms.end))]
    inside = inside or [offsets for each in found if (offsets := each.between(0, document_terms.end))]
    if not inside:
        return None
    inside.sort(key=len)
    first = _densest_of_several(*inside) if len(inside) > 1 else _densest_of_one(inside[0])
    end = first
    for each in found:
        if each.ends:
            end = max(end, each.ends.get(first, first))
    return first, end


def _densest_of_one(offsets: list[int]) -> int:
    """Return the first offset with the most other offsets shortly after it."""
    if len(offsets) == 1:
        return offsets[0]
    following = [bisect_left(offsets, offset + _WINDOW, at) - at for at, offset in enumerate(offsets[:_MOST_TRIED])]
    return offsets[following.index(max(following))]


def _densest_of_several(rarest: list[int], *others: list[int]) -> int:
    most, first = (0, 0), rarest[0]
    ahead = 0
    for at, offset in enumerate(rarest[:_MOST_TRIED]):
        ahead = bisect_left(rarest, offset + _WINDOW, ahead)
        number, terms, earliest = ahead - at, 1, offset
        for offsets in others:
            low, high = bisect_left(offsets, offset - _BEFORE), bisect_left(offsets, offset + _WINDOW)
            if low < high:
                number += high - low
                terms += 1
                earliest = min(earliest, offsets[low])
        if (terms, number) > most:
            most, first = (terms, number), earliest
    return first


def snippet(document_terms: DocumentTerms, first: tuple[int, int] | None) -> str:
    """Return about 200 characters on one line from shortly before a match, or from the beginning; whole words.

    `first` is the offset and the end of the match.
    """
    body = document_terms.body_byte
    if first is None:
        start = body
        until = body + _LENGTH
    else:
        at = document_terms.approximate_byte(first[0])
        start = at - _LEAD
        until = at + _LENGTH - _LEAD
        if first[1] - first[0] > _LEAD:
            until = max(until, document_terms.approximate_byte(first[1]) + SLACK)
    if first is None or first[0] >= document_terms.body:
        start = max(start, body)
    return _cut(document_terms.original.raw, max(0, start), until)


def _cut(text: bytes, start: int, end: int) -> str:
    """Return the text from one byte to another on one line, extended to the bounds of words."""
    low = max(0, start - _LENGTH)
    raw = text[low : end + _LENGTH]
    size = len(raw)
    start, end = start - low, min(end - low, size)
    start = max(raw.rfind(b" ", 0, start), raw.rfind(b"\n", 0, start)) + 1
    space = raw.find(b" ", end)
    line = raw.find(b"\n", end, space if space >= 0 else size)
    end = line if line >= 0 else space if space >= 0 else size
    before = "… " if low + start and raw[max(0, start - 2) : start] != b"\n\n" else ""
    after = " …" if low + size < len(text) or raw[end:].strip() else ""
    # A letter of several bytes that is cut is left out.
    return before + _on_one_line(raw[start:end].decode(errors="ignore").strip()) + after


def _on_one_line(text: str) -> str:
    """Return a text with one space between its words, as most texts have already."""
    return text if text.isprintable() and "  " not in text else " ".join(text.split())
