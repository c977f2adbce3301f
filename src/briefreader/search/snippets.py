"""The passage of a text that shows best why it was found."""

from typing import Final

from briefreader.search.sections import Source
from briefreader.search.wordings import Wording

_LENGTH: Final = 200
_LEAD: Final = 40


def snippet(wording: Wording, first: tuple[int, int] | None) -> str:
    """Return about 200 characters on one line from shortly before a match, else the beginning; whole words.

    The match is given as its place and its end.
    """
    body = wording.head
    if first is None:
        start = at = body
        until = body + _LENGTH
    else:
        at = wording.byte(first[0])
        start = at - _LEAD
        until = at + _LENGTH - _LEAD
        if first[1] - first[0] > _LEAD:
            until = max(until, wording.byte(first[1]))
    if at >= body:
        start = max(start, body)
    return _cut(wording.raw, max(0, start), until)


def _cut(text: Source, start: int, end: int) -> str:
    """Return a passage from one byte to another, on to the bounds of words, on one line."""
    low = max(0, start - _LENGTH)
    raw = text.slice(low, end + _LENGTH)
    start, end = start - low, min(end - low, len(raw))
    if start:
        start = max(0, raw.rfind(b" ", 0, start) + 1, raw.rfind(b"\n", 0, start) + 1)
    end = min(at if at >= 0 else len(raw) for at in (raw.find(b" ", end), raw.find(b"\n", end)))
    before = "… " if low + start and raw[max(0, start - 2) : start] != b"\n\n" else ""
    after = " …" if low + len(raw) < text.size or raw[end:].strip() else ""
    # A letter of several bytes that a bound runs through is left out.
    return before + " ".join(raw[start:end].decode(errors="ignore").split()) + after
