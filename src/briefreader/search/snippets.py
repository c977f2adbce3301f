"""The passage of a text that shows best why it was found."""

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
    # As many matches as possible begin with the first of the window; of equals, the first in the text.
    first = most = at = 0
    for end in range(len(inside)):
        while inside[end].end > inside[at].start + _LENGTH - _LEAD and at < end:
            at += 1
        if end - at >= most:
            first, most = at, end - at + 1
    start = inside[first].start
    return _cut(text, max(body if start >= body else 0, start - _LEAD), max(inside[first].end, start + _LENGTH - _LEAD))


def _cut(text: str, start: int, end: int) -> str:
    while 0 < start < len(text) and not text[start - 1].isspace() and start > end - 2 * _LENGTH:
        start -= 1
    while end < len(text) and not text[end].isspace() and end < start + 2 * _LENGTH:
        end += 1
    before = "… " if text[:start].strip() and text[max(0, start - 2) : start] != "\n\n" else ""
    after = " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + after
