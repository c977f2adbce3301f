"""A text as tokens: what every recognizer walks over."""

import re
from dataclasses import dataclass
from functools import cached_property

# Abbreviations with inner dots, the possessive, words, line breaks, single signs. A hyphen parts words, so that both
# halves of `U.S.-ROK` are found; `glued` tells that nothing stands between.
_TOKEN = re.compile(r"[A-Za-z](?:\.[A-Za-z])+\.?(?![A-Za-z0-9])|['’]s\b|\w+|\n+|[^\w\s]")

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
    def capital(self) -> list[bool]:
        """For each token, whether it begins with a capital letter."""
        return [word[0].isupper() for word in self.words]

    @cached_property
    def at_start(self) -> dict[int, int]:
        """The token that begins at a character offset."""
        return {start: index for index, start in enumerate(self.starts)}

    @cached_property
    def at_end(self) -> dict[int, int]:
        """The token that ends at a character offset."""
        return {end: index for index, end in enumerate(self.ends)}

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
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if word[0] == "\n":
            word = BREAK
        elif word == "’s":
            word = "'s"
        elif word == "’":
            word = "'"
        words.append(word)
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends)
