"""Reads the next meeting that a text announces."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.mentions.entities import Entities
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern

_MEET = r"(?:meet|meeting|convene|convening|reconvene|reconvening|gather|hold|holding|host|hosting)"
_NEXT = (
    pattern(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?) (?:next|follow-on|follow-up|upcoming|\w+(?:st|nd|rd|th)|third|fourth|"
        r"fifth|sixth|second) (?:[\w+-]+ |<CN>(?:-<CN>)* ){0,5}?(?:<E>|meeting|dialogue|session|round|summit|one|"
        r"plenary|consultations|Dialogue)(?: \([^)]{0,20}\)| meetings?| of the (?:principals|group|<E>))*,? (?:(?:will|"
        r"would|is|are|shall|should)(?: be| meet| also)?|to be|at)(?: (?:held|hosted|convened|due|planned|expected|"
        r"scheduled|take place|meet|convene|occur|to (?:be held|take place|follow|meet|convene)))* ?(?:by "
        r"<CN>)?(?P<rest>[^;.]*)"
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
# A sentence without one of these matches no expression; the test saves time.
_HINT = re.compile(
    r"next|again|reconven|upcoming|follow-|meeting|convening|holding|hosting|to (?:meet|convene|gather|hold|host)\b"
    r"|will (?:be|also|meet|convene|host|hold|chair|take)\b|(?:is|are|be) (?:held|hosted|convened|due|planned|expected"
    r"|scheduled)|consultation when|(?:is|are) to be"
)
_PAST = re.compile(r"\b(?:had|was held|were held|took place)\b")
_PLACE_OR_TIME = pattern(r"<LCRD>|\b(?:year|months?|weeks|spring|summer|fall|autumn|winter|early|quarter)\b")
_TAIL = re.compile(
    r",? with the aim\b|, (?:with|and to|to|which)\b| to (?:discuss|review|further|conclude|continue|assess)\b"
)
_MOST_WORDS = 18


def read(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the next meeting of the series or the same parties, None without one.

    A date with its year is returned as ISO 8601, anything else in the words of the text.
    """
    for sentence in reversed(evidence.sentences):
        if sentence.is_title or not _HINT.search(sentence.masked) or _PAST.search(sentence.masked):
            continue
        for expression in _NEXT:
            match = expression.search(sentence.masked)
            if match and (phrase := _phrase(evidence.entities, sentence, match)):
                return Fact(phrase, evidence.words(sentence, *match.span()))
    return None


def _phrase(entities: Entities, sentence: MaskedSentence, match: re.Match[str]) -> str | None:
    """Return the time of the next meeting, else the words after the announcement, None without place and time."""
    start, end = match.span("rest")
    if not _PLACE_OR_TIME.search(sentence.masked, start, end):
        return None
    mentions = [entities.mentions[at] for place, at in sentence.mention_at.items() if match.start() <= place < end]
    for item in entities.dates:
        first = entities.context.tokens.starts[item.first]
        if item.iso and any(mention.start <= first < mention.end for mention in mentions):
            return item.iso
    words = (
        entities.mentions[sentence.mention_at[at]].text if at in sentence.mention_at else sentence.masked[at]
        for at in range(start, end)
    )
    text = _TAIL.split("".join(words).strip(" ,"))[0]
    return text if text and len(text.split()) <= _MOST_WORDS else None
