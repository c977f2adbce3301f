"""Reads the format of a meeting: in person, virtual or by telephone."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.text.masked_sentences import EVENT, pattern
from briefreader.model import MeetingFormat

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


def meeting_format(evidence: MeetingEvidence) -> MeetingFormat | None:
    """Return the format of the meeting, None where the text does not show it or the format is mixed."""
    reported = " ".join(report.sentence.masked for report in evidence.report_sentences[:3])
    in_body = (sentence.masked for sentence in evidence.sentences if not sentence.is_title)
    first_event = next((masked for masked in in_body if EVENT in masked), "")
    if is_mixed(evidence):
        return None
    if _VIRTUAL.search(reported) or _VIRTUAL_EVENT.search(first_event):
        return "virtual"
    if any(_VIRTUAL_MEETING.search(sentence.masked) for sentence in evidence.sentences[:_OPENING]):
        return "virtual"
    if _CALL.search(reported) and not _MET.search(reported):
        return "call"
    return "in person" if _IN_PERSON.search(reported) else None


def is_mixed(evidence: MeetingEvidence) -> bool:
    """Return whether some took part in the room and others over a link."""
    return any(_MIXED.search(report.sentence.masked) for report in evidence.report_sentences[:3])
