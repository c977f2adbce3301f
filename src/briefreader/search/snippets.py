"""The passage of a text that shows best why it was found."""

from typing import Final

from briefreader.search.passages import Match
from briefreader.search.wordings import Wording

_LENGTH: Final = 200
_LEAD: Final = 40


def snippet(wording: Wording, first: Match | None) -> str:
    """Return about 200 characters from shortly before a match, whole words on one line; the beginning without one."""
    text = wording.text
    body = text.find("\n\n") + 2
    body = 0 if body == 1 else body
    if first is None:
        return _cut(text, body, body + _LENGTH)
    start = wording.character(first.start)
    end = start + _LENGTH - _LEAD
    if first.end - first.start > 1:
        end = max(end, wording.character(first.end))
    return _cut(text, max(body if start >= body else 0, start - _LEAD), end)


def _cut(text: str, start: int, end: int) -> str:
    while 0 < start < len(text) and not text[start - 1].isspace() and start > end - 2 * _LENGTH:
        start -= 1
    while end < len(text) and not text[end].isspace() and end < start + 2 * _LENGTH:
        end += 1
    before = "… " if text[:start].strip() and text[max(0, start - 2) : start] != "\n\n" else ""
    after = " …" if text[end:].strip() else ""
    return before + " ".join(text[start:end].split()) + after
