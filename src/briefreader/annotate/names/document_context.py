"""Gives every recognizer the same view of one text: its tokens, listed names, acronyms and headings."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefreader.annotate.names import acronyms
from briefreader.annotate.names.acronyms import Bracket, Definition
from briefreader.annotate.names.gazetteer import Gazetteer, Name, NameSpan
from briefreader.annotate.text.tokens import BREAK, Tokens, tokenize
from briefreader.annotate.text.words import FUNCTION_WORDS, WORDS_KEPT
from briefreader.model import EntityType

_LONGEST_HEADING = 14
_MOST_TOKENS = 100
_HEADING_SHARE = 0.8


@dataclass(frozen=True)
class DocumentContext:
    """Holds the tokens of a text and the listed names in it."""

    tokens: Tokens
    listed: tuple[NameSpan, ...]

    @classmethod
    def of(cls, text: str, gazetteer: Gazetteer) -> "DocumentContext":
        """Return the context of a text."""
        tokens = tokenize(text)
        return cls(tokens, tuple(gazetteer.find(tokens)))

    @cached_property
    def listed_at(self) -> dict[int, NameSpan]:
        """Maps each token in a listed name to that name."""
        return {index: found for found in self.listed for index in range(found.first, found.last)}

    @cached_property
    def definitions(self) -> tuple[Definition, ...]:
        """Lists the acronyms that the text defines."""
        return tuple(acronyms.find(self.tokens))

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        """Lists the possible short forms in brackets."""
        return tuple(acronyms.brackets(self.tokens))

    @cached_property
    def title_end(self) -> int:
        """Gives the token after the title."""
        return self.tokens.words.index(BREAK) if BREAK in self.tokens.words else 0

    @cached_property
    def headings(self) -> frozenset[int]:
        """Holds the tokens of the title and of short lines with nearly only capitalized words and no full stop."""
        words = self.tokens.words
        found = set(range(self.title_end))
        start = self.title_end
        for at in (*(at for at in self.tokens.indexes_of({BREAK}) if at >= start), len(words)):
            opens = at - start < _MOST_TOKENS and words[at - 1] not in (".", ";", ",")
            line = [word for word in words[start:at] if word[0].isalpha() and len(word) > 3] if opens else []
            capitals = sum(word[0].isupper() for word in line)
            if 2 <= len(line) <= _LONGEST_HEADING and capitals >= _HEADING_SHARE * len(line):
                found.update(range(start, at))
            start = at + 1
        return frozenset(found)

    @cached_property
    def capitals(self) -> frozenset[int]:
        """Holds the tokens of lines in capitals: `TRANSCRIPT OF PRESS CONFERENCE`."""
        words = self.tokens.words
        breaks = [-1, *self.tokens.indexes_of({BREAK}), len(words)]
        found: set[int] = set()
        after = 0
        for index in self.tokens.indexes_of(
            {word for word in self.tokens.in_capitals if len(word) > 3 and word.isalpha()}
        ):
            if index < after:
                continue
            line = bisect_left(breaks, index)
            first, after = breaks[line - 1] + 1, breaks[line]
            opens = next(word for word in words[first:after] if word.isalpha())
            letters = [word for word in words[first:after] if word.isalpha()] if opens.isupper() else []
            if len(letters) > 1 and all(map(str.isupper, letters)):
                found.update(range(first, after))
        return frozenset(found)

    def repeats_in_body(self, first: int, last: int) -> bool:
        """Return whether the body repeats these words of the title with the same capitals."""
        return self.tokens.slice(first, last) in self.tokens.text[self.tokens.ends[self.title_end - 1] :]

    def name_at(self, index: int) -> Name | None:
        """Return the listed name at a token."""
        found = self.listed_at.get(index)
        return found.name if found else None

    def is_a(self, index: int, *types: EntityType) -> bool:
        """Return whether the listed name at a token has one of these types."""
        found = self.listed_at.get(index)
        return found is not None and found.type in types

    def is_name_word(self, index: int) -> bool:
        """Return whether a token has the form of a word in a name: capitalized and no function word."""
        return _is_name_word(self.tokens.word(index))


@lru_cache(WORDS_KEPT)
def _is_name_word(word: str) -> bool:
    return word[:1].isupper() and word not in FUNCTION_WORDS
