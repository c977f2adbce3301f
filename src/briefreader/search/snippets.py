"""The passage of a text that shows best why it was found."""

from bisect import bisect_right
from typing import Final

from briefreader.text import Span

_LENGTH: Final = 200
_LEAD: Final = 40


def best(text: str, spans: tuple[Span, ...]) -> str:
    """Return about 200 characters around the densest matches, whole words on one line; the beginning without any.

    The title (all before the first blank line) stands beside the snippet already and is shown only for want of more.
    """
    body = text.find("\n\n") + 2
    body = 0 if body == 1 else body
    inside = [span for span in spans if span.start >= body] or list(spans)
    if not inside:
        return _cut(text, body, body + _LENGTH)
    ends = [span.end for span in inside]
    # As many matches as possible begin with the first of the window; of equals, the first in the text.
    window = _LENGTH - _LEAD
    first = max(range(len(inside)), key=lambda at: (bisect_right(ends, inside[at].start + window) - at, -at))
    start = inside[first].start
    return _cut(text, max(body if start >= body else 0, start - _LEAD), max(inside[first].end, start + window))


def _cut(text: str, start: int, end: int) -> str:
    while 0 < start < len(text) and not text[start - 1].isspace() and start > end - 2 * _LENGTH:
        start -= 1
    while end < len(text) and not text[end].isspace() and end < start + 2 * _LENGTH:
        end += 1
    before = "… " if text[:start].strip() and text[max(0, start - 2) : start] != "\n\n" else ""
    after = " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + after
