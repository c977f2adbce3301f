"""Reads the format of a meeting: in person, virtual or by telephone."""

import re
from collections.abc import Sequence

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.report.meeting_phrases import COURTESY, NAME_AHEAD
from briefreader.annotate.text.masked_sentences import EVENT, MaskedSentence, hinted, pattern
from briefreader.annotate.text.word_classes import WordClass
from briefreader.model import MeetingFormat
from briefreader.text import Span

_ADJECTIVES = r"(?:[\w-]+ |<CNEX>'?s?(?: |-)){0,5}?"
_TALKS = (
    r"(?:<E>|meetings?|talks|consultations?|discussions|dialogue|session|round|summit|negotiations|luncheon|lunch|"
    r"dinner|breakfast|banquet|reception|audience|roundtable|plenary|conference|Meeting|Talks|Consultations|Dialogue|"
    r"Session|Round|Summit)\b"
)
_REMOTE = r"(?:phone|call|video|virtual|online|tele)"
_IN_PERSON = pattern(
    r"\b(?:bade farewell|met\b(?! (?:virtually|online|by|via|over)\b)|meets?\b|gathered|in[- ]person|"
    r"face[- ]to[- ]face|"
    r"came together|"
    rf"sat down|travell?ed|visit(?:ed|s|ing)?\b|[Ss]tate [Vv]isit|Visit to (?:the )?<CL>|[Cc]rede(?:ntials?|nce) to|"
    rf"will travel|arrived|accompan(?:y|ied) (?:<T> )?<P> to|(?:is|are|will "
    rf"be) (?:currently )?in (?:the )?<CL>|{COURTESY} calls?|an audience|pull-aside|"
    r"calls? on <TPN>|called (?:on|upon) (?:the |<TPNC>|H\.|His|Her|Prime|President|Mr|Hon|Shri)|(?:hosted|hosts?|"
    r"received|receives)\b(?! (?:[\w-]+ |<D> )"
    rf"{{0,4}}{_REMOTE})|welcom(?:e|es|ed)\b(?! the (?:\w+ )?(?:meeting|session|summit|call))|receiving|dined|"
    rf"(?:holds?|held|had|hosted)\b(?! (?:[\w-]+ |<D> ){{0,4}}{_REMOTE}) {_ADJECTIVES}{_TALKS})|{_TALKS}"
    rf"(?: [^.;]{{0,80}}?)? (?:was|were|is|are|to be|be|being) held\b|{_TALKS}[^.;]{{0,80}}? (?:took|taking|"
    rf"take) place\b"
)
_CALL = hinted(
    r"\bspoke\b(?!(?: today| yesterday|(?: on)? <D>)? (?:at|about|of|in|before|on (?!the (?:tele)?phone|<D>))\b)|"
    r"\bspeaks? |\bby (?:tele)?phone\b|\b(?:on|over|via) (?:the )?(?:tele)?phone\b|\b(?:telep|p)honed\b|"
    r"\b[Tt]ele(?:phone|phonic) |\b[Pp]hone (?:call|conversation|talks?)|\btalked (?:with|to) |"
    r"\b[Cc]alls? (?:[Ww]ith|to <TPN>|between|today|from)\b|'s? (?:[A-Z][\w-]+ )*Calls?\b(?! to Action)|"
    r"\b(?:held|hosted|convened|joined|led|in|via|on|during|had|received|made|took|placed) (?:an? |the |separate |his |"
    rf"her )(?:[\w-]+ ){{0,3}}calls?\b|(?<=(?:following|... after) )(?:their|a|our) (?:[\w-]+ ){{0,3}}calls?\b(?! "
    rf"for\b)|\b(?:called(?! for\b)|rang)(?: up)?{NAME_AHEAD})",
    "spoke",
    "speak",
    "hone",
    "honic",
    "alked",
    "call",
    "Call",
    "rang",
)
_VISIT = re.compile(rf"{COURTESY} calls?\b")
# A call of another day: `following up on their telephone conversation`, `after the President's call`.
_OTHER_CALL = re.compile(
    r"\b(?:(?:their|last|previous|earlier|recent|since|following|after|the (?:latest|last))(?: [a-z]+){0,2}|"
    r"(?:since|following|after) (?:[^\s,;.]+ ){0,4}[^\s,;.]+['’]s?) $",
    re.IGNORECASE,
)
# The people whose text it is have just spoken: `released the following statement after their call`.
_ISSUED_AFTER = re.compile(
    r"\b(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Dd]eclaration) (?:following|after|upon) (?:[^\s,;.]+ ){0,4}$"
)
_VIRTUAL = re.compile(
    r"\b(?:virtual(?! (?:assets?|currenc|service))|virtually|video[ -]?(?:conferenc(?:e|ing)|link|call)s?|"
    r"tele-?conference|by video|via video|secure video|remotely|(?:held|met|meeting|convened)(?: [a-z]+)? online|"
    r"web conference|VTC|via Zoom)\b",
    re.IGNORECASE,
)
# A sentence without a word that begins so has none of these.
_OVER_A_LINK = WordClass(
    lambda word: word.lower().startswith(("virtual", "video", "tele", "remotely", "online", "web", "vtc", "zoom"))
)
_VIRTUAL_EVENT = pattern(r"\b[Vv]irtual(?: <CN>(?:-<CN>)*)? <E>")
# Some take part in the room and some do not: `held in Washington, which included virtual consultations`.
_MIXED = pattern(
    r"\(virtually\)|\bjoined virtually\b|\bin <L>(?:, <LR>)?[^.;]* included virtual |\b[Hh]ybrid\b|\bin[- ]person and "
    r"virtual|virtual(?:ly)? and in[- ]person"
)
_VIRTUAL_MEETING = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Aa]|[Tt]heir|[Tt]oday's|[Ii]ts) (?:virtual|video|online) "
    r"(?:meeting|call|summit|session|dialogue|conference|engagement|discussion|roundtable|event)\b|"
    r"^(?:The|This) (?:meeting|session|dialogue|conference|discussion|event|consultations|talks)\b[^.;]{0,60} "
    r"(?:was|were|took) [^.;]{0,30}\b(?:virtual|virtually|online|video ?conference|video link)\b"
)
# A sentence without one of these words tells of no virtual meeting by the expression above.
_VIRTUAL_WORDS = WordClass.of("virtual virtually video videoconference online".split())
_FOLLOWS = re.compile(r"\b(?:follow(?:ing)? up|following|since|after|building on)\b[^;,]*$", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:next|again)\b")
_OPENING = 8


def meeting_format(evidence: MeetingEvidence) -> Fact[MeetingFormat] | None:
    """Return the format of the meeting, None where the text does not show it or the format is mixed."""
    reported = [report.sentence for report in evidence.body_first[:3]]
    with_event = [sentence for sentence in evidence.sentences if not sentence.is_title and EVENT in sentence.masked]
    opening = evidence.sentences[:_OPENING]
    if is_mixed(evidence):
        return None
    linked = [each for each in reported if each.has(_OVER_A_LINK) and not _NEXT.search(each.masked)]
    virtual = (
        _first(evidence, _VIRTUAL, linked)
        or _virtual_event(evidence, reported)
        or _first(evidence, _VIRTUAL_EVENT, with_event[:1])
        or _first(evidence, _VIRTUAL_MEETING, [each for each in opening if each.has(_VIRTUAL_WORDS)])
    )
    if virtual:
        return Fact("virtual", virtual)
    for sentence in reported:
        call = next((match for match in _CALL.finditer(sentence.masked) if not _is_other_call(sentence, match)), None)
        in_person = _IN_PERSON.search(sentence.masked)
        if call and (in_person is None or call.start() <= in_person.start()):
            return Fact("call", evidence.words(sentence, *call.span()))
        if in_person:
            return Fact("in person", evidence.words(sentence, *in_person.span()))
    return None


def _is_other_call(sentence: MaskedSentence, match: re.Match[str]) -> bool:
    """Return whether a call is not the one reported, or a visit: `their telephone conversation`, `a courtesy call`."""
    if any(visit.start() < match.end() and match.start() < visit.end() for visit in _VISIT.finditer(sentence.masked)):
        return True
    if _ISSUED_AFTER.search(sentence.masked, 0, match.start()):
        return False
    return _OTHER_CALL.search(sentence.masked, 0, match.start()) is not None


def _first(evidence: MeetingEvidence, expression: re.Pattern[str], sentences: Sequence[MaskedSentence]) -> Span | None:
    """Return the words of the first match of an expression in some sentences."""
    found = ((sentence, match) for sentence in sentences if (match := expression.search(sentence.masked)))
    return next(
        (
            evidence.words(sentence, *match.span())
            for sentence, match in found
            if not _FOLLOWS.search(sentence.masked, 0, match.start())
        ),
        None,
    )


def _virtual_event(evidence: MeetingEvidence, sentences: Sequence[MaskedSentence]) -> Span | None:
    """Return the range of an event whose name calls it virtual."""
    numbers = (number for sentence in sentences for number in sentence.mentions(EVENT))
    return next(
        (evidence.words_of([number]) for number in numbers if _VIRTUAL.search(evidence.entities.mentions[number].text)),
        None,
    )


def is_mixed(evidence: MeetingEvidence) -> bool:
    """Return whether some took part in the room and others over a link."""
    reported = (report.sentence.masked for report in evidence.report_sentences[:3])
    return any(_MIXED.search(masked) for masked in reported if "irtual" in masked or "ybrid" in masked)
