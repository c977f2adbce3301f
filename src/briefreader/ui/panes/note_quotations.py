"""The further passages in the text of a note: quotations in Markdown, as the reader puts them there."""

import re
from collections.abc import Iterator

from briefreader.library import passage_in
from briefreader.text import Span

_QUOTATION = re.compile(r"(?:^> ?.*(?:\n|\Z))+", re.MULTILINE)
_SIGN = re.compile(r"^> ?", re.MULTILINE)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<~&.)#>+=-])")


def quotations(text: str) -> Iterator[str]:
    """Yield the words of each quotation in the text of a note."""
    for found in _QUOTATION.finditer(text):
        yield _ESCAPED.sub(r"\1", _SIGN.sub("", found[0])).strip()


def further_places(text: str, brief_text: str) -> list[Span]:
    """Return the places of the quotations of a note in the text of a brief, those that are there."""
    places = (passage_in(brief_text, words) for words in quotations(text) if words)
    return [place for place in places if place is not None]
