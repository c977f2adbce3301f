"""A text as tokens: what every recognizer walks over."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

# Abbreviations with inner dots, the possessive, words, line breaks, single signs. A hyphen parts words, so that both
# halves of `U.S.-ROK` are found; `glued` tells that nothing stands between.
# Words come first, which most tokens are, and only a lone letter is looked at for an abbreviation.
_TOKEN = re.compile(r"(\w\w+|(?=\w)(?:[A-Za-z]\.[A-Za-z](?:\.[A-Za-z])*\.?(?![A-Za-z0-9])|\w)|['’]s\b|[^\w\s]|\n+)")

BREAK = "\n"


@dataclass(frozen=True)
class Tokens:
    """The tokens of a text and their character offsets; a run of line breaks is the one token `BREAK`."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """The tokens at which each word stands, so that a text is gone through once and not by every recognizer."""
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, word in enumerate(self.words):
            places[word].append(index)
        return places

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words of the text."""
        return frozenset(self.places)

    def among(self, words: Set[str]) -> list[int]:
        """The tokens that are one of some words, in order."""
        return self._standing(self.distinct & words)

    def such(self, tells: Callable[[str], object]) -> list[int]:
        """The tokens of whose word something tells that they are such, in order; it is asked once a word."""
        return self._standing(filter(tells, self.places))

    def _standing(self, words: Iterable[str]) -> list[int]:
        return sorted(chain.from_iterable(map(self.places.__getitem__, words)))

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a token and the one before; false outside the text."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]

    def slice(self, first: int, last: int) -> str:
        """The text of tokens first up to, not including, last."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def word(self, index: int) -> str:
        """The token at index, empty outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def tokenize(text: str) -> Tokens:
    """Return the tokens of text."""
    pieces = _TOKEN.split(text)  # what is between two tokens and a token by turns
    edges = list(accumulate(map(len, pieces)))
    words = pieces[1::2]
    plain = {word: _plain(word) for word in set(words)}
    return Tokens(text, [plain[word] for word in words], edges[:-1:2], edges[1::2])


def _plain(word: str) -> str:
    return BREAK if word[0] == "\n" else word.replace("’", "'")
