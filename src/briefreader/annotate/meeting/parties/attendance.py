"""Reads the attendance of a meeting: leads, participants, and people whom the text only mentions."""

import re
from collections.abc import Iterator, Sequence

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, hinted, pattern
from briefreader.model import Attendee, Meeting, Role

_EVENT = (
    r"(?:meetings?|talks|discussions?|call|conversation|consultations|dialogue|session|event|occasion|ceremony|"
    r"audience|summit|reception|luncheon|visit|<E>)"
)
_PAIR_OF_ADMINISTRATION = re.compile(r"[^\W\d_]+[-–][^\W\d_]+ [Aa]dministration\b")
_PEOPLE = (
    r"(?:[Dd]elegations?|[Tt]eams?|sides?|[Pp]articipants|[Aa]ttendees|entourage|officials|members|invitees|company|"
    r"dignitaries|guests)"
)
_BE = r"(?:was|were|is|are)"
# At most some words stand between a phrase and its verb, and no other person.
_GAP = r"(?: [^.;<P>]{0,80})?"
# A list of people follows at once, or in the paragraphs below.
_LIST = (
    r"(?:,? ?:)?(?=(?:<TCNORLX>|[ ,'-]|[A-Z][\w.'()-]*|(?:the|of|for|and|his|her|its|visiting|outgoing|"
    r"both)(?= )){1,40}<P>|\W*$)"
)
_AFTER_HINTS = (
    "elegation", "eam", "side", "articip", "ttend", "entourage", "officials", "members", "invitees", "company",
    "dignitaries", "guests", " included", "oin", "ccompan", "flanked", "assisted", "supported", "part",
    "led by", "headed by", "chaired by", "resen", "mong ",
)  # fmt: skip
# The people behind one of these phrases took part without leading.
_AFTER = hinted(
    "|".join(
        (
            rf"\b{_PEOPLE},?(?: [^;]{{0,160}}?)? (?:included?s?|including|compris(?:ed|es|ing)(?: of)?|consist(?:ed|s|"
            rf"ing) of|{_BE} (?:composed|made up) of){_LIST}",
            rf"\b{_PEOPLE}{_GAP}(?: {_BE}| ?:){_LIST}",
            rf"\b[Tt]he (?:meeting|call|session|discussion|gathering) included{_LIST}",
            rf"\b(?:joined|accompanied|flanked|assisted|supported){_GAP} by\b",
            r"\battended(?: (?:from|on) [^.;<P>]{0,40})? by\b",
            rf"\b(?:[Ii]n attendance|[Aa]ttending|[Jj]oining|[Tt]aking part|[Pp]articipating|"
            rf"[Aa]ccompanying)(?: [^.;]{{0,80}}?)? (?:{_BE}(?: also)?|included?s?){_LIST}",
            r"\b(?:led|headed|chaired) by [^;]{0,120}?<P>[^.;<P>]{0,100}, (?:along |together )?with\b",
            r"\bin (?:the )?presence of\b",
            r"\bwith the participation of\b",
            r"\bparticipat(?:ion|ed) (?:of|by)\b",
            rf"\b[Aa]lso (?:present|attending|in attendance|participating|joining|attended|"
            rf"accompanying){_GAP} (?:{_BE}|by|included?s?)\b",
            rf"\b[Aa]mong (?:(?:the )?(?:other )?{_PEOPLE}|those|the [a-z]+){_GAP} (?:{_BE}|present|attending|attended|"
            r"participated)\b",
            rf"\b[Tt]hose{_GAP} (?:present|attending|attended|participated|took part)\b",
            rf"\b[Pp]resent{_GAP} (?:{_BE}|included?)\b",
            rf"\b(?:[Oo]n|[Ff]rom|[Rr]epresenting) (?:the )?(?:<CNO>|<T>)?(?:'s)? ?(?:side|part|"
            rf"delegation)s?,?{_GAP} (?:{_BE}|included?){_LIST}",
            rf"\bwhile (?:the )?<CNO>{_GAP} (?:was|were) represented by\b|\b(?:side|delegation) (?:was|were) "
            r"represented by\b",
            r"\bwith (?=[^.;]{0,200}\b(?:in attendance|also present|by (?:his|her) side)\b)",
        )
    ),
    *_AFTER_HINTS,
)
_BEFORE_HINTS = (
    "resent", "ttend", " on hand", " on the call", " on the line", "among ", " part", "articip", "also ", "joined",
    "graced", "sat in on", "associated", "accompan", "assisted", " as well", " too", "came for", "stayed for",
    "arrived for",
)  # fmt: skip
# The people before one of these phrases, from the beginning of the sentence, took part without leading.
_BEFORE = hinted(
    "|".join(
        (
            rf"\b{_BE} (?:also |all )?(?:present|in attendance|on hand|on the (?:call|line)|among (?:those|the [a-z]+)|"
            r"part of (?:the|his|her) (?:[a-z]+ )?(?:delegation|entourage|team))\b",
            r"\b(?:is|are|was|were|will)(?: also)? (?:taking part|participating|take part|participate) in (?:the|this|"
            r"these)\b|"
            r"\balso (?:participated?|attend(?:ed)?|joined|took part|met with the|travel(?:l?ed)|present|accompanied|"
            r"were present)\b",
            rf"\b(?:attended|joined|participated in|took part in|graced|sat in on) (?:(?:a )?part of )?(?:the|this|"
            rf"these|"
            rf"today's) (?:[a-z-]+ ){{0,3}}{_EVENT}\b",
            r"\b(?:participated|took part) (?:in|at) (?:the|this|these|today's) ",
            r"\b(?:attended|participated|took part|joined)\.?$",
            r"\bassociated (?:with )?(?:the (?:[A-Z]|<T>)|him|her|them|<T>|<P>)|"
            r"\b(?:accompan(?:y|ied|ies|ying)|assisted|joined) (?:the|him|her|them|<T>|<P>)",
            rf"\battended (?:as well|too)\b|\b{_BE} (?:there|in <L>) (?:as well|too)\b|"
            rf"\b(?:came|stayed|arrived) for (?:an?|the|one) (?:[a-z-]+ )?{_EVENT}\b",
        )
    ),
    *_BEFORE_HINTS,
)
_ITEM = pattern(
    r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]+)[.)] ?|[-•–*] ?)?(?:(?:H\.E\.|Hon\.?|Mrs?\.?|Ms\.?|Dr\.?|Shri|The|Prof\.?|"
    r"Amb\.?) ?)*(?:<TCNO>[^.;]{0,80})?<P>"
)
_SENTENCE = re.compile(r"\b(?:said|stated|noted|expressed|thanked|discussed|was|were|is|are|has|have|will)\b")
_LONGEST_LIST = 30
# A dot in the list (`Rt. Hon.`) may cut its sentence.
_CUT = 1
_VERB = re.compile(r"\b[a-z]{3,}ed\b")


def attendance(evidence: MeetingEvidence, meeting: Meeting | None) -> tuple[Attendee, ...]:
    """Return one attendee for each person in the body, in order; without a meeting every role is `mentioned`.

    The span of an attendee is the name in the sentence that shows the role.
    """
    leads = set(meeting.leads) if meeting else set()
    reporting = {report.sentence.number for report in evidence.report_sentences}
    body = [sentence for sentence in evidence.sentences if not sentence.is_title]
    participants = set(_participants(body)) if meeting else set()
    best: dict[str, tuple[int, Role, int]] = {}
    for sentence in body:
        for number in sentence.mentions(PERSON):
            if _names_administration(evidence, number):
                continue
            name = evidence.canonical(number)
            role: Role = "mentioned"
            if name in leads:
                role = "lead"
            elif number in participants:
                role = "participant"
            weight = (role != "mentioned") + (role != "mentioned" and sentence.number in reporting)
            if name not in best or weight > best[name][0]:
                best[name] = weight, role, number
    return tuple(_attendee(evidence, name, role, number) for name, (_, role, number) in best.items())


def _names_administration(evidence: MeetingEvidence, number: int) -> bool:
    """Return whether two hyphenated names stand for an administration: `the Biden-Harris Administration`."""
    mention, text = evidence.entities.mentions[number], evidence.document.text
    start = mention.start
    if text[start - 1 : start] in ("-", "–"):
        start = text.rfind(" ", 0, start) + 1
    return _PAIR_OF_ADMINISTRATION.match(text, start) is not None


def _participants(body: Sequence[MaskedSentence]) -> Iterator[int]:
    """Yield the mentions of people who are told to have taken part."""
    listed = 0
    for sentence in body:
        masked = sentence.masked
        follows = masked.rstrip().endswith(":")
        if PERSON not in masked and not follows:
            continue
        cut = listed == _CUT and not _VERB.search(masked)
        if listed and PERSON in masked and (cut or _ITEM.match(masked)) and not _SENTENCE.search(masked):
            listed -= 1
            yield from _present(sentence, 0, len(masked))
            continue
        after, before = _AFTER.search(masked), _BEFORE.search(masked)
        listed = _LONGEST_LIST if after and follows else _CUT if after else 0
        if after:
            yield from _present(sentence, after.end(), len(masked))
        if before:
            yield from _present(sentence, 0, before.start())


def _present(sentence: MaskedSentence, first: int, last: int) -> Iterator[int]:
    """Yield the people in a range of a sentence; in `Blinken's policy` nobody is present."""
    for at, number in sentence.mention_at.items():
        if first <= at < last and sentence.masked[at] == PERSON and sentence.masked[at + 1 : at + 2] != "'":
            yield number


def _attendee(evidence: MeetingEvidence, name: str, role: Role, number: int) -> Attendee:
    mention = evidence.entities.mentions[number]
    person = evidence.people[name]
    return Attendee(mention.start, mention.end, name, person.title, person.side, role)
