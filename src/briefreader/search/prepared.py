"""A text made ready for looking for words: most are plain, and found by their first letters at once."""

import re
from collections.abc import Iterator
from typing import Final

from briefreader.search.analysis import shape
from briefreader.text import WORD

# From the first sign or foreign letter of a chunk between spaces to its end, but for the stops there.
_ODD: Final = re.compile(r"(?:[^\x00-\x7f]|[^\sA-Za-z0-9](?![.,;:!?)\"]*(?:\s|$)))\S*")


class Prepared:
    """A text made ready to be searched again and again, as the hits of a query that is being typed are.

    `words` is the text in lower case, a space before it and one for every line break, so that a word begins after a
    space. `odd` are the terms of the other words, those that do not and those that are more than Latin letters and
    digits, and where they stand.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        lower = text.lower()
        # What keeps its length keeps its offsets; of the rest, some Turkish, every word is looked at.
        self.words = " " + lower.replace("\n", " ") if len(lower) == len(text) else None
        self.odd = tuple(_odd_terms(text))


def _odd_terms(text: str) -> Iterator[tuple[str, int, int]]:
    for chunk in _ODD.finditer(text):
        start = max(text.rfind(" ", 0, chunk.start()), text.rfind("\n", 0, chunk.start())) + 1
        for match in WORD.finditer(text, start, chunk.end()):
            word, at = match[0], match.start()
            if at > start or not is_plain(word):
                for part in shape(word).parts:
                    yield part.term, at + part.start, at + part.end


def is_plain(word: str) -> bool:
    """Whether a word has but one part, its own letters."""
    return word.isascii() and word.isalnum()
