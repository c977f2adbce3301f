"""What every recognizer sees of one text: its tokens, and what the lists know at each of them."""

from dataclasses import dataclass
from functools import cached_property

from briefreader.annotate.names import acronyms
from briefreader.annotate.names import trie as gazetteer
from briefreader.annotate.names.acronyms import Bracket, Definition
from briefreader.annotate.names.gazetteer import Name, Names
from briefreader.annotate.names.trie import Found
from briefreader.annotate.text.tokens import BREAK, Tokens, tokenize
from briefreader.annotate.text.words import FUNCTION
from briefreader.model import EntityType

_LONGEST_HEADING = 14
_HEADING_SHARE = 0.8


@dataclass(frozen=True)
class Scene:
    """A text under recognition."""

    tokens: Tokens
    listed: tuple[Found, ...]

    @classmethod
    def of(cls, text: str, names: Names) -> "Scene":
        """Return the scene of a text."""
        tokens = tokenize(text)
        return cls(tokens, tuple(gazetteer.find(names, tokens)))

    @cached_property
    def over(self) -> dict[int, Found]:
        """The listed name that covers a token."""
        return {index: found for found in self.listed for index in range(found.first, found.last)}

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """The acronyms that the text defines."""
        return tuple(acronyms.find(self.tokens))

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        """What could be short forms in brackets."""
        return tuple(acronyms.brackets(self.tokens))

    @cached_property
    def title_end(self) -> int:
        """The token after the text's title."""
        return self.tokens.words.index(BREAK) if BREAK in self.tokens.words else 0

    @cached_property
    def headings(self) -> frozenset[int]:
        """The tokens of the title and of lines whose words are nearly all capitalized and that no stop ends."""
        words = self.tokens.words
        found = set(range(self.title_end))
        start = self.title_end
        for at in (*(at for at in range(start, len(words)) if words[at] == BREAK), len(words)):
            line = [word for word in words[start:at] if word[0].isalpha() and len(word) > 3]
            capitals = sum(word[0].isupper() for word in line)
            short = 2 <= len(line) <= _LONGEST_HEADING and words[at - 1] not in (".", ";", ",")
            if short and capitals >= _HEADING_SHARE * len(line):
                found.update(range(start, at))
            start = at + 1
        return frozenset(found)

    def in_heading(self, index: int) -> bool:
        """Whether a token stands where nearly every word is capitalized."""
        return index in self.headings

    def says_again(self, first: int, last: int) -> bool:
        """Whether the words of a title's phrase stand in the body as well, with the same capitals."""
        return self.tokens.slice(first, last) in self.tokens.text[self.tokens.ends[self.title_end - 1] :]

    def known(self, index: int) -> Name | None:
        """The listed name that covers a token."""
        found = self.over.get(index)
        return found.name if found else None

    def is_a(self, index: int, *types: EntityType) -> bool:
        """Whether a listed name of one of these types covers the token."""
        found = self.over.get(index)
        return found is not None and found.name.type in types

    def names_word(self, index: int) -> bool:
        """Whether a token can be part of a name by its shape: capitalized, no function word."""
        word = self.tokens.word(index)
        return bool(word) and word[0].isupper() and word not in FUNCTION
