"""Reads the format of a meeting: in person, virtual or by telephone."""

import re
from collections.abc import Sequence

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.text.masked_sentences import EVENT, MaskedSentence, pattern
from briefreader.model import MeetingFormat
from briefreader.text import Span

_IN_PERSON = re.compile(
    r"\b(?:met|meets?|gathered|hosted|hosts?|received|traveled|visited|visits?|in person|welcom(?:e|es|ed)(?! the "
    r"(?:\w+ )?(?:meeting|session|summit))|in-person|will travel|came together|sat down)\b"
)
_CALL = pattern(
    r"\bspoke(?! (?:at|about|of)\b)|\bspeaks? |\bby (?:tele)?phone\b|\b(?:tele)?phone|\btalked with\b|\b[Cc]alls? "
    r"(?:[Ww]ith|to <TPN>|between|today|from)\b|'s? (?:[A-Z][\w-]+ )*Calls?\b|\b(?:held|hosted|convened|joined|led|in|"
    r"via|on|during) (?:an? |the |separate )(?:[\w-]+ ){0,3}calls?\b|\bcalled (?:<TN>)* ?<P>"
)
_MET = re.compile(r"\b(?:met|meets|hosted) ")
_VIRTUAL = re.compile(r"\b(?:virtual|virtually|video ?conference|video link|by video|secure video|remotely)\b", re.I)
_VIRTUAL_EVENT = pattern(r"\b[Vv]irtual(?: <CN>(?:-<CN>)*)? <E>")
# Some take part in the room and some do not: `held in Washington, which included virtual consultations`.
_MIXED = pattern(
    r"\(virtually\)|\bjoined virtually\b|\bin <L>(?:, <LR>)?[^.;]* included virtual |\b[Hh]ybrid\b|\bin[- ]person and "
    r"virtual|virtual(?:ly)? and in[- ]person"
)
_VIRTUAL_MEETING = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Aa]|[Tt]heir|[Tt]oday's|[Ii]ts) (?:virtual|video) "
    r"(?:meeting|call|summit|session|dialogue|conference|engagement|discussion|roundtable|event)\b"
)
_OPENING = 8


def meeting_format(evidence: MeetingEvidence) -> Fact[MeetingFormat] | None:
    """Return the format of the meeting, None where the text does not show it or the format is mixed."""
    reported = [report.sentence for report in evidence.report_sentences[:3]]
    with_event = [sentence for sentence in evidence.sentences if not sentence.is_title and EVENT in sentence.masked]
    if is_mixed(evidence):
        return None
    virtual = (
        _first(evidence, _VIRTUAL, reported)
        or _first(evidence, _VIRTUAL_EVENT, with_event[:1])
        or _first(evidence, _VIRTUAL_MEETING, evidence.sentences[:_OPENING])
    )
    if virtual:
        return Fact("virtual", virtual)
    call = _first(evidence, _CALL, reported)
    if call and not _first(evidence, _MET, reported):
        return Fact("call", call)
    in_person = _first(evidence, _IN_PERSON, reported)
    return Fact("in person", in_person) if in_person else None


def _first(evidence: MeetingEvidence, expression: re.Pattern[str], sentences: Sequence[MaskedSentence]) -> Span | None:
    """Return the words of the first match of an expression in some sentences."""
    found = ((sentence, match) for sentence in sentences if (match := expression.search(sentence.masked)))
    return next((evidence.words(sentence, *match.span()) for sentence, match in found), None)


def is_mixed(evidence: MeetingEvidence) -> bool:
    """Return whether some took part in the room and others over a link."""
    return any(_MIXED.search(report.sentence.masked) for report in evidence.report_sentences[:3])
