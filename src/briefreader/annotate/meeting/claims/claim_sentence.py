"""Holds a sentence with its mentions, and finds the words, the clause and the names in a range of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefreader.model import EntityType, Mention
from briefreader.text import Span

_WORD = re.compile(r"\S+")
_CLAUSE_BREAK = re.compile(r"[;:—–]|, (?:and|but|while|which|where|when|who|whose)\b|\s-\s")
_BEFORE_DATE = ("on", "in", "during", ",")
_STRIPPED = "\"'“”‘()[],.;:!?"


class ClaimWord(NamedTuple):
    """A word of a sentence without punctuation; `ends` says that a sign after it ends the phrase."""

    start: int
    end: int
    text: str
    ends: bool

    @property
    def small(self) -> str:
        """The word in small letters."""
        return self.text.lower()


class ClaimSentence:
    """A sentence of a text; all places are those in the whole text."""

    def __init__(self, text: str, span: Span, mentions: Sequence[Mention]) -> None:
        self.text = text
        self.span = span
        self.mentions = [each for each in mentions if span.start <= each.start and each.end <= span.end]

    def words(self, start: int, end: int) -> Iterator[ClaimWord]:
        """Yield the words of a range; a bracket or a comma ends a phrase, the dot of `U.S.` does not."""
        for match in _WORD.finditer(self.text, start, end):
            raw = match[0]
            lead = len(raw) - len(raw.lstrip(_STRIPPED))
            word = raw.strip(_STRIPPED)
            if not word:
                yield ClaimWord(match.start(), match.end(), raw, True)
                continue
            is_acronym = raw.startswith("(") and raw.rstrip(",;:.").endswith(")") and word.isupper()
            tail = raw[lead + len(word) :].lstrip(")") if is_acronym else raw[lead + len(word) :]
            ends = bool(tail.strip(".”’\"'")) or (tail.startswith(".") and not (len(word) < 3 or "." in word))
            yield ClaimWord(match.start() + lead, match.start() + lead + len(word) + is_acronym, word, ends)

    def clause(self, start: int, end: int) -> Span:
        """Return the clause around a range, without the breaks at its ends."""
        before = [match.end() for match in _CLAUSE_BREAK.finditer(self.text, self.span.start, start)]
        after = _CLAUSE_BREAK.search(self.text, end, self.span.end)
        return Span(before[-1] if before else self.span.start, after.start() if after else self.span.end)

    def said(self, start: int, end: int) -> str:
        """Return a range of the text in one line."""
        return " ".join(self.text[start:end].split())

    def names(self, start: int, end: int, *types: EntityType) -> Iterator[Mention]:
        """Yield the mentions of some types inside of a range."""
        return (each for each in self.mentions if start <= each.start and each.end <= end and each.type in types)

    def day(self, start: int, end: int, *, is_apart: bool = False) -> str | None:
        """Return the first date that begins in a range, None for none; a date since when something holds is none.

        A date that stands apart follows a preposition or begins the sentence: not `the April 2023 declaration`.
        """
        for each in self.mentions:
            if each.type != "DATE" or not start <= each.start < end:
                continue
            before = self.text[self.span.start : each.start].rstrip().lower()
            if not before.endswith("since") and (not is_apart or not before or before.endswith(_BEFORE_DATE)):
                return each.text
        return None

    def mention_at(self, place: int) -> Mention | None:
        """Return the mention around a place."""
        return next((each for each in self.mentions if each.start <= place < each.end), None)
