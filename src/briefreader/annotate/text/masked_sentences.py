"""Masks the mentions in sentences: each mention becomes one sign, and a pattern then reads `P met P in L`.

The signs are private-use characters, which a cleaned text does not need; a private-use character of the text itself
becomes a space.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefreader.annotate.text.tokens import Tokens
from briefreader.annotate.text.word_classes import WordClass
from briefreader.model import Mention
from briefreader.sentences import sentences
from briefreader.text import Span

PERSON, TITLE, COUNTRY, CITY, PLACE, NORP, ORG, EVENT, DATE, OTHER = (
    "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009"
)
SIGNS = {
    "P": PERSON, "T": TITLE, "C": COUNTRY, "L": CITY, "R": PLACE, "N": NORP, "O": ORG,
    "E": EVENT, "D": DATE, "X": OTHER,
}  # fmt: skip
# A longer sentence is no prose but a run of words; it is cut to keep every expression fast.
_LONGEST = 1500
_SENTENCE = re.compile(r"(?:\S+ ){6,}\S+\.$")
_ANY_SIGN = re.compile("[\ue000-\ue009]")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression in which letters of `SIGNS` in angle brackets match a sign: `<P>`, `<CO>`."""
    return re.compile(re.sub(r"<([A-Z]+)>", lambda match: _class(match[1]), source), flags)


def _class(letters: str) -> str:
    signs = "".join(SIGNS[letter] for letter in letters)
    return signs if len(signs) == 1 else f"[{signs}]"


class HintedPattern(NamedTuple):
    """Holds an expression and pieces of text of which each match has one; a look for them saves most searches."""

    expression: re.Pattern[str]
    hints: tuple[str, ...]

    def finditer(self, masked: str) -> Iterable[re.Match[str]]:
        """Return the matches of the expression in a masked text."""
        return self.expression.finditer(masked) if any(map(masked.__contains__, self.hints)) else ()

    def search(self, masked: str) -> re.Match[str] | None:
        """Return the first match of the expression in a masked text."""
        return self.expression.search(masked) if any(map(masked.__contains__, self.hints)) else None

    def fullmatch(self, line: str) -> re.Match[str] | None:
        """Return the match of the expression with a whole line, None without one."""
        return self.expression.fullmatch(line) if any(map(line.__contains__, self.hints)) else None


def hinted(source: str, *hints: str) -> HintedPattern:
    """Compile an expression like `pattern` with pieces of text of which each match has one."""
    return HintedPattern(pattern(source), hints)


class MaskedSentence(NamedTuple):
    """Holds a sentence with its mentions masked; `mention_at` maps the place of a sign to the number of its mention."""

    span: Span
    masked: str
    mention_at: dict[int, int]
    is_title: bool
    number: int
    tokens: Tokens

    def has(self, word_class: WordClass) -> bool:
        """Return whether a word of a class stands in the sentence; without one an expression may be sure to fail."""
        starts = self.tokens.starts_in(word_class)
        at = bisect_left(starts, self.span.start) if starts else 0
        return at < len(starts) and starts[at] < self.span.end

    def mentions(self, signs: str, first: int = 0, last: int | None = None) -> list[int]:
        """Return the numbers of the mentions with one of these signs in a range of the masked text, in order."""
        stop = len(self.masked) if last is None else last
        return [number for at, number in self.mention_at.items() if first <= at < stop and self.masked[at] in signs]


def mask(tokens: Tokens, mentions: Sequence[Mention], signs: Sequence[str]) -> list[MaskedSentence]:
    """Return the sentences of a text, each mention replaced by its sign; the title is the first sentence.

    A title that is a sentence with a full stop counts as one of the body, because no other may report the meeting.
    """
    text = tokens.text
    plain = _ANY_SIGN.sub(" ", text).replace("’", "'").replace("\n", " ")  # as long as the text
    body = text.find("\n\n")
    title_end = 0 if _SENTENCE.match(text[:body] if body >= 0 else "") else body
    masked_sentences: list[MaskedSentence] = []
    number = 0
    for span in _joined(list(sentences(text)), mentions):
        while number < len(mentions) and mentions[number].start < span.start:
            number += 1
        pieces: list[str] = []
        mention_at: dict[int, int] = {}
        length = 0
        start = span.start
        while number < len(mentions) and mentions[number].end <= span.end:
            gap = plain[start : mentions[number].start]
            pieces += (gap, signs[number])
            length += len(gap)
            mention_at[length] = number
            length += 1
            start = mentions[number].end
            number += 1
        pieces.append(plain[start : span.end])
        masked = "".join(pieces)
        if len(masked) > _LONGEST:
            masked = masked[:_LONGEST]
            mention_at = {at: held for at, held in mention_at.items() if at < _LONGEST}
        is_title = body < 0 or span.start < title_end
        masked_sentences.append(MaskedSentence(span, masked, mention_at, is_title, len(masked_sentences), tokens))
    return masked_sentences


def _joined(spans: list[Span], mentions: Sequence[Mention]) -> list[Span]:
    """Return the spans of sentences; two are joined where a mention spans them (`the Slovenia-U.S. Dialogue`)."""
    remaining = iter(mentions)
    mention = next(remaining, None)
    joined: list[Span] = []
    for span in spans:
        while mention is not None and mention.end <= span.start:
            mention = next(remaining, None)
        if joined and mention is not None and mention.start < span.start and mention.start >= joined[-1].start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined
