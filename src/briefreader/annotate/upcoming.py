"""The next meeting, as a text states it."""

import re
from collections.abc import Sequence

from briefreader.annotate.dates import DateFound
from briefreader.annotate.entities import Entities
from briefreader.annotate.skeleton import Sentence, pattern

_MEET = r"(?:meet|meeting|convene|convening|reconvene|reconvening|gather|hold|holding|host|hosting|continue|see)"
_NEXT = (
    pattern(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]|[Aa]n) (?:next|follow-on|follow-up|upcoming|\w+(?:st|nd|rd|th)|third|fourth|fifth|sixth|second) (?:[\w+-]+ |<CN>(?:-<CN>)* )*?(?:<E>|meeting|dialogue|session|round|summit|one|plenary|consultations|Dialogue|meeting of the principals)"
        r"(?: \([^)]*\)| meetings?| of the [\w<>-]+)*,? (?:(?:will|would|is|are|shall|should)(?: be| meet| also)?|to be|at)(?: (?:held|hosted|convened|due|planned|expected|scheduled|to (?:be held|take place|follow|meet|convene)|take place|meet|convene|occur))* ?(?:by <[CN]>)?(?P<rest>[^;.]*)"
    ),
    pattern(
        rf"\b(?:agreed|decided|plans?|planned|intend(?:s|ed)?|expects?|expected|look(?:s|ed)? forward|committed|mean|means) to (?:{_MEET}|their next|the next|its next)\b(?P<rest>[^;.]*)"
    ),
    pattern(rf"\blook(?:s|ed|ing)? forward to (?:{_MEET}|the next|its next|their next|our next)\b(?P<rest>[^;.]*)"),
    pattern(
        r"\b(?:[Tt]hey|<E>|[Tt]he (?:ministers|leaders|group|sides|Quad)) (?:will )?(?:meet|gather|convene|reconvene|hold) (?:next|again)(?P<rest>[^;.]*)"
    ),
    pattern(r"\bcontinue (?:their|our) (?:close )?consultation when (?P<rest>[^;.]*)"),
)
_OTHER = re.compile(r"\b(?:had|was held|were held|took place)\b")


def read(entities: Entities, sentences: Sequence[Sentence], event: str | None) -> str | None:
    """Return the next meeting of the series or of the same parties: an ISO date where one with its year is stated,
    else the words of the text; None where none is announced.
    """
    for sentence in reversed(sentences):
        if sentence.title or _OTHER.search(sentence.bones):
            continue
        for expression in _NEXT:
            match = expression.search(sentence.bones)
            if match and (phrase := _phrase(entities, sentence, match)):
                return phrase
    return None


def _phrase(entities: Entities, sentence: Sentence, match: re.Match[str]) -> str | None:
    start, end = match.span("rest")
    stated = [item for item in entities.dates if _inside(entities, sentence, item, match.start(), end)]
    for item in stated:
        if item.iso:
            return item.iso
    text = _words(entities, sentence, start, end).strip(" ,")
    if not text or not (
        stated
        or re.search(pattern("<LCR>|<D>"), sentence.bones[start:end])
        or re.search(r"\b(?:year|month|months|weeks|spring|summer|fall|autumn|winter|early|quarter)\b", text)
    ):
        return None
    text = re.split(r", (?:with|and to|to)\b|, which\b", text)[0]
    return text if len(text.split()) <= 18 else None


def _inside(entities: Entities, sentence: Sentence, item: DateFound, first: int, last: int) -> bool:
    start = entities.scene.tokens.starts[item.first]
    for place, number in sentence.at.items():
        if first <= place < last and entities.mentions[number].start <= start < entities.mentions[number].end:
            return True
    return False


def _words(entities: Entities, sentence: Sentence, first: int, last: int) -> str:
    """The text that a stretch of bones stands for."""
    pieces = []
    for place in range(first, last):
        number = sentence.at.get(place)
        pieces.append(entities.mentions[number].text if number is not None else sentence.bones[place])
    return "".join(pieces)
