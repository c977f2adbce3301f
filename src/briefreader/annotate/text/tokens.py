"""Cuts a text into tokens and finds tokens by their word."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

from briefreader.annotate.text.word_classes import CLASSES_OF, WordClass

# A token is a word, an abbreviation with inner dots, a possessive, a run of line breaks or a single sign. A hyphen
# separates words, because both halves of `U.S.-ROK` are names; `Tokens.glued` finds compounds again.
# Words come first in the expression for speed: most tokens are words, and only a single letter can begin an
# abbreviation.
# The space after a token is matched with it, which saves the search for a token there.
_TOKEN = re.compile(r"(\w\w+|[^\w\s']|(?=\w)(?:[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*\.?(?![A-Za-z0-9])|\w)|'s\b|'|\n+)( ?)")

BREAK = "\n"
_LINE_END = re.compile(r"(?<!\n)\n")
_PART = 1 << 18
"""The length in characters from which a part of a text ends with its line."""


@dataclass(frozen=True)
class Tokens:
    """Holds the tokens of a text and their character offsets; a run of line breaks is one token, `BREAK`."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def positions(self) -> Mapping[str, list[int]]:
        """Maps each word to the indexes of its tokens, so that recognizers do not pass over the whole text."""
        positions: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            positions[word].append(index)
        return positions

    @cached_property
    def in_capitals(self) -> list[str]:
        """Lists the different words whose letters are all capitals."""
        return [*filter(str.isupper, self.positions)]

    def starts_in(self, word_class: WordClass) -> list[int]:
        """Return the offsets at which the tokens of a class of words begin, in order."""
        if word_class not in self._by_class:
            return []
        found = self._starts_by_class.get(word_class)
        if found is None:
            found = self._starts_by_class[word_class] = [self.starts[index] for index in self.indexes_in(word_class)]
        return found

    @cached_property
    def _starts_by_class(self) -> dict[WordClass, list[int]]:
        return {}

    @cached_property
    def _by_class(self) -> Mapping[WordClass, list[str]]:
        """Maps each class of words to its words in the text."""
        found: defaultdict[WordClass, list[str]] = defaultdict(list)
        for word in self.positions:
            for each in CLASSES_OF[word]:
                found[each].append(word)
        return found

    def indexes_of(self, words: Set[str]) -> list[int]:
        """Return the indexes of the tokens that are one of these words, in order."""
        few, many = (words, self.positions) if len(words) < len(self.positions) else (self.positions, words)
        return self._indexes([*filter(many.__contains__, few)])

    def indexes_in(self, word_class: WordClass) -> list[int]:
        """Return the indexes of the tokens that belong to a class of words, in order."""
        return self._indexes(self._by_class.get(word_class, ()))

    def _indexes(self, words: Collection[str]) -> list[int]:
        if not words:
            return []
        return sorted(chain.from_iterable(map(self.positions.__getitem__, words)))

    def glued(self, index: int) -> bool:
        """Return whether no space separates a token from the token before it; false outside the text."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def slice(self, first: int, last: int) -> str:
        """Return the text from token first to the token before last."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def word(self, index: int) -> str:
        """Return the token at an index, an empty text outside the text."""
        if index < 0:
            return ""
        try:
            return self.words[index]
        except IndexError:
            return ""

    def word_before_article(self, index: int) -> str:
        """Return the word before a token, or before the `the` in front of it, empty where the text begins there."""
        return self.word(index - 1 - (self.word(index - 1) == "the"))


def tokenize(text: str) -> Tokens:
    """Return the tokens of a text."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    straight = text.replace("’", "'")  # as long as the text
    for start, end in _parts(text):
        pieces = _TOKEN.split(straight[start:end])  # the text between two tokens, a token and a space in turn
        offsets = list(accumulate(map(len, pieces), initial=start))
        words += pieces[1::3]
        starts += offsets[1:-1:3]
        ends += offsets[2::3]
    runs = {word for word in set(words) if word[0] == "\n" and word != BREAK}
    if runs:
        words = [BREAK if word in runs else word for word in words]
    return Tokens(text, words, starts, ends)


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield a text in parts of whole lines: other threads wait while an expression is matched against a part."""
    start = 0
    while start < len(text):
        found = _LINE_END.search(text, start + _PART)
        end = found.start() if found else len(text)
        yield start, end
        start = end
