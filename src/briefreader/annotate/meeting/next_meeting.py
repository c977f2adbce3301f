"""The next meeting, as a text states it."""

import re
from collections.abc import Sequence

from briefreader.annotate.mentions.dates import DateFound
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.text.masked_sentences import Sentence, pattern

_MEET = r"(?:meet|meeting|convene|convening|reconvene|reconvening|gather|hold|holding|host|hosting)"
_NEXT = (
    pattern(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?) "
        r"(?:next|follow-on|follow-up|upcoming|\w+(?:st|nd|rd|th)|third|fourth|fifth|sixth|second) "
        r"(?:[\w+-]+ |<CN>(?:-<CN>)* ){0,5}?"
        r"(?:<E>|meeting|dialogue|session|round|summit|one|plenary|consultations|Dialogue)"
        r"(?: \([^)]{0,20}\)| meetings?| of the (?:principals|group|<E>))*,? "
        r"(?:(?:will|would|is|are|shall|should)(?: be| meet| also)?|to be|at)"
        r"(?: (?:held|hosted|convened|due|planned|expected|scheduled|take place|meet|convene|occur|"
        r"to (?:be held|take place|follow|meet|convene)))* ?(?:by <CN>)?(?P<rest>[^;.]*)"
    ),
    pattern(
        r"\b(?:agreed|decided|plans?|planned|intend(?:s|ed)?|expects?|expected|look(?:s|ed)? forward|committed|means?) "
        rf"to (?:{_MEET}|their next|the next|its next)\b(?P<rest>[^;.]*)"
    ),
    pattern(rf"\blook(?:s|ed|ing)? forward to (?:{_MEET}|the next|its next|their next|our next)\b(?P<rest>[^;.]*)"),
    pattern(
        r"(?:\b[Tt]hey|<E>|\b[Tt]he (?:ministers|leaders|group|sides|Quad)) (?:will )?"
        r"(?:meet|gather|convene|reconvene|hold) (?:next|again)(?P<rest>[^;.]*)"
    ),
    pattern(
        r"\bwill (?:next )?(?:host|chair|hold) (?:the|its) (?:next|\w+(?:st|nd|rd"
        r"|th)) [^.;]{0,60}?(?:<E>|meeting|summit|session)(?P<rest>[^;.]*)"
    ),
    pattern(r" will (?:reconvene|(?:meet|convene) (?:again|next))(?P<rest>[^;.]*)"),
    pattern(r"\bat (?:the|our|their|its) next (?:<E> )?(?:meeting|session|round|dialogue|<E>)(?P<rest>[^;.]*)"),
    pattern(r"\bcontinue (?:their|our) (?:close )?consultation (?P<rest>when [^;.]*)"),
)
# Without one of these no expression matches; one look spares the others.
_HINT = re.compile(
    r"next|again|reconven|upcoming|follow-|meeting|convening|holding|hosting|to (?:meet|convene|gather|hold|host)\b"
    r"|will (?:be|also|meet|convene|host|hold|chair|take)\b|(?:is|are|be) (?:held|hosted|convened|due|planned|expected"
    r"|scheduled)|consultation when|(?:is|are) to be"
)
_OTHER = re.compile(r"\b(?:had|was held|were held|took place)\b")
_PLACE_OR_TIME = pattern(r"<LCRD>|\b(?:year|months?|weeks|spring|summer|fall|autumn|winter|early|quarter)\b")
_TAIL = re.compile(
    r",? with the aim\b|, (?:with|and to|to|which)\b| to (?:discuss|review|further|conclude|continue|assess)\b"
)
_MOST_WORDS = 18


def read(entities: Entities, sentences: Sequence[Sentence]) -> str | None:
    """Return the next meeting of the series or of the same parties: an ISO date where one with its year is stated,
    else the words of the text; None where none is announced.
    """
    for sentence in reversed(sentences):
        if sentence.title or not _HINT.search(sentence.bones) or _OTHER.search(sentence.bones):
            continue
        for expression in _NEXT:
            match = expression.search(sentence.bones)
            if match and (phrase := _phrase(entities, sentence, match)):
                return phrase
    return None


def _phrase(entities: Entities, sentence: Sentence, match: re.Match[str]) -> str | None:
    start, end = match.span("rest")
    if not _PLACE_OR_TIME.search(sentence.bones, start, end):
        return None
    for item in entities.dates:
        if item.iso and _inside(entities, sentence, item, match.start(), end):
            return item.iso
    words = (
        entities.mentions[sentence.at[place]].text if place in sentence.at else sentence.bones[place]
        for place in range(start, end)
    )
    text = _TAIL.split("".join(words).strip(" ,"))[0]
    return text if text and len(text.split()) <= _MOST_WORDS else None


def _inside(entities: Entities, sentence: Sentence, item: DateFound, first: int, last: int) -> bool:
    """Whether a date stands between two places of a sentence."""
    start = entities.scene.tokens.starts[item.first]
    return sentence.span.start <= start < sentence.span.end and any(
        first <= place < last and entities.mentions[number].start <= start < entities.mentions[number].end
        for place, number in sentence.at.items()
    )
