"""A sentence reduced to its bones: each mention one sign, so that a pattern sees `P met P in L`.

Signs are private-use characters, which cleaned prose has no use for; any in the text itself are blanked.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from briefreader.annotate.mentions.candidates import Candidate
from briefreader.annotate.mentions.entities import Entities
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
# No sentence of prose is longer; what is, is a run of words, read only so far that every expression stays quick.
_LONGEST = 1500
_OWN = re.compile("[\ue000-\ue009]")
# Events that nobody holds as a meeting: wars, operations, games.
_NO_MEETING = re.compile(
    r".*\bWar\b.*|.*\bOperation\b.*|Exercise .*|.*\b(?:Games|Olympics|Cup|Exercise|"
    r"Holocaust|Genocide|Congress|Landings|Reception|Competition)"
)
_BY_TYPE = {"PERSON": PERSON, "TITLE": TITLE, "PLACE": PLACE, "NORP": NORP, "ORG": ORG, "EVENT": EVENT, "DATE": DATE}


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Compile an expression in which `<P>`, `<T>`, `<C>`, `<L>`, `<R>`, `<N>`, `<O>`, `<E>`, `<D>`, `<X>` are signs."""
    return re.compile(re.sub(r"<([A-Z]+)>", lambda m: _class(m[1]), source), flags)


def _class(letters: str) -> str:
    signs = "".join(SIGNS[letter] for letter in letters)
    return signs if len(signs) == 1 else f"[{signs}]"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text, its mentions, and its bones; `at[i]` is the mention whose sign stands at i."""

    span: Span
    bones: str
    at: dict[int, int]
    title: bool
    number: int

    def mentions(self, sign: str, first: int = 0, last: int | None = None) -> list[int]:
        """The numbers of the mentions of one sign between two places of the bones, in order."""
        stop = len(self.bones) if last is None else last
        return [self.at[place] for place in range(first, stop) if self.bones[place] in sign and place in self.at]

    @cached_property
    def persons(self) -> list[int]:
        """The numbers of the people mentioned."""
        return self.mentions(PERSON)


def _sign(item: Candidate, canonical: str) -> str:
    if item.type == "EVENT" and _NO_MEETING.fullmatch(canonical):
        return OTHER
    if item.type == "PLACE" and item.name:
        if item.name.section == "countries":
            return COUNTRY
        if item.name.section in ("cities", "sites"):
            return CITY
    return _BY_TYPE.get(item.type, OTHER)


def split(entities: Entities) -> list[Sentence]:
    """Return the sentences of a recognized text; the title is the first."""
    text = entities.scene.tokens.text
    plain = _plain(text)
    body = text.find("\n\n")
    spans = _whole(list(sentences(text)), entities.mentions)
    result: list[Sentence] = []
    mention = 0
    mentions: Sequence[Mention] = entities.mentions
    for number, span in enumerate(spans):
        while mention < len(mentions) and mentions[mention].start < span.start:
            mention += 1
        pieces: list[str] = []
        at: dict[int, int] = {}
        length = 0
        place = span.start
        while mention < len(mentions) and mentions[mention].end <= span.end:
            item = mentions[mention]
            gap = plain[place : item.start]
            pieces += (gap, _sign(entities.candidates[mention], item.canonical))
            length += len(gap)
            at[length] = mention
            length += 1
            place = item.end
            mention += 1
        pieces.append(plain[place : span.end])
        bones = "".join(pieces)
        if len(bones) > _LONGEST:
            bones = bones[:_LONGEST]
            at = {place: held for place, held in at.items() if place < _LONGEST}
        result.append(Sentence(span, bones, at, body < 0 or span.start < body, number))
    return result


def _whole(spans: list[Span], mentions: Sequence[Mention]) -> list[Span]:
    """The spans of sentences, those joined that a mention spans (`the Slovenia-U.S. Strategic Dialogue`)."""
    ends = iter(mentions)
    mention = next(ends, None)
    result: list[Span] = []
    for span in spans:
        while mention is not None and mention.end <= span.start:
            mention = next(ends, None)
        if result and mention is not None and mention.start < span.start and mention.start >= result[-1].start:
            result[-1] = Span(result[-1].start, span.end)
        else:
            result.append(span)
    return result


def _plain(text: str) -> str:
    """Return a text, as long as it is, without signs of ours, line breaks and curly apostrophes."""
    return _OWN.sub(" ", text).replace("’", "'").replace("\n", " ")
