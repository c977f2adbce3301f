"""The passage of a text that shows best why it was found."""

from typing import Final

from briefreader.search.wordings import Wording

_LENGTH: Final = 200
_LEAD: Final = 40


def snippet(wording: Wording, first: tuple[int, int] | None) -> str:
    """Return about 200 characters on one line from shortly before a match, else the beginning; whole words.

    The match is given as its place and its end.
    """
    raw = wording.raw
    body = raw.find(b"\n\n") + 2
    body = 0 if body == 1 else body
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
    return _cut(raw, start, until)


def _cut(raw: bytes, start: int, end: int) -> str:
    """Return a passage from one byte to another, on to the bounds of words, on one line."""
    start, end = max(0, start), min(end, len(raw))
    if start:
        low = max(0, start - _LENGTH)
        start = max(low, raw.rfind(b" ", low, start) + 1, raw.rfind(b"\n", low, start) + 1)
    high = min(len(raw), end + _LENGTH)
    end = min(at if at >= 0 else high for at in (raw.find(b" ", end, high), raw.find(b"\n", end, high)))
    before = "… " if start and raw[max(0, start - 2) : start] != b"\n\n" else ""
    after = " …" if raw[end:].strip() else ""
    # A letter of several bytes that a bound runs through is left out.
    return before + " ".join(raw[start:end].decode(errors="ignore").split()) + after
