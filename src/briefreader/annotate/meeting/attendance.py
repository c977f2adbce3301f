"""Reads the attendance of a meeting: leads, participants, and people whom the text only mentions."""

import re
from collections.abc import Iterator, Sequence

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.text.masked_sentences import PERSON, MaskedSentence, pattern
from briefreader.model import Attendee, Meeting, Role

_EVENT = (
    r"(?:meetings?|talks|discussions?|call|conversation|consultations|dialogue|session|event|occasion|ceremony|"
    r"audience|summit|<E>)"
)
_PEOPLE = r"(?:[Dd]elegations?|[Tt]eams?|sides?|[Pp]articipants|attendees|entourage|officials|members|invitees|company)"
_PAIR_OF_ADMINISTRATION = re.compile(r"[^\W\d_]+[-–][^\W\d_]+ [Aa]dministration\b")
# The people behind one of these words took part without leading.
_AFTER = pattern(
    rf"\b{_PEOPLE},?(?: [^.;<P>]{{0,80}})? (?:included|includes|including|comprised|comprises|comprising|consisted of|"
    rf"consists of|consisting of|(?:is|was|were) (?:composed of|made up of)|were|was|:)|"
    r"\b(?:joined|accompanied|flanked|assisted|supported) (?:in the [a-z]+ )?by\b|\battended (?:(?:from|"
    r"on) [^.;<P>]{0,40})?by\b|\b(?:[Ii]n attendance|[Aa]ttending|[Jj]oining|[Tt]aking part)(?: (?:at|in|on|the|"
    r"from) [^.;<P>]{0,60})? (?:was|were|included)\b|"
    rf"\b(?:led|headed|chaired) by [^;]{{0,120}}?<P>[^.;<P>]{{0,100}}, (?:along |together )?with\b|"
    r"\bin (?:the )?presence of\b|\bwith the participation of\b|\bparticipat(?:ion|ed) (?:of|by)\b|"
    rf"\b[Aa]lso (?:present|attending|in attendance|participating|joining|attended|accompanying)(?: (?:at|in|from|on|"
    rf"during)? ?[^.;<P>]{{0,60}})? (?:was|were|is|are|by|included?s?)\b|\b(?:[Aa]mong (?:those|the [a-z]+)|"
    rf"[Tt]hose)(?: (?:who )?[^.;<P>]{{0,60}})? (?:present|attending|attended|attendance|participated|took part)\b|"
    rf"\b[Pp]resent(?: (?:at|on|during|in) [^.;<P>]{{0,60}})? (?:was|were|included?)\b|"
    r"\b(?:[Oo]n|[Ff]rom|[Rr]epresenting) (?:the|its|our)? ?(?:<CNO>|<T>)?(?:'s)? ?(?:side|part|"
    r"delegation)s?(?:'s side)?,? (?:the )?(?:meeting|talks|discussion|side|event)?s? ?(?:was|were|is|"
    r"are)? ?(?:also )?(?:attended by|present|represented by)?\b|\bwhile (?:the )?<CNO>[^.;<P>]{0,40}(?:was|"
    r"were) represented by\b"
)
# The people before one of these words, from the beginning of the sentence, took part without leading.
_BEFORE = pattern(
    rf"\b(?:was|were|are|is) (?:also |all )?(?:present|in attendance|among (?:those|the [a-z]+)|on hand|part of (?:the|"
    rf"his|her) (?:[a-z]+ )?(?:delegation|entourage|team))\b|\balso (?:participated?|attend(?:ed)?|joined|took part|"
    rf"met with the|travel(?:l?ed)|present|accompanied|were present)\b|\b(?:attended|joined|participated in|"
    rf"took part in|graced|sat in on) (?:the|this|these|today's) (?:[a-z-]+ ){{0,3}}{_EVENT}\b|\b(?:participated|"
    rf"took part) (?:in|at) (?:the|this|these|today's) |\bwas in <L> as well\b|\bcame for a session\b|"
    r"\b(?:accompanied|assisted|joined) (?:the|him|her|them|<T>|<P>)"
)
# A sentence without one of these has no such words.
_HINTS = (
    "presen", "aking part", "attend", "articip", "ccompan", "join", "Join", "nclud", "compris", "consist", "delegation",
    "took part", "side", "assisted", "flanked", "headed", "chaired", "among", "graced", "as well", "session",
    "represent", "team", "supported",
)  # fmt: skip
# A list of people goes on in the paragraphs below.
_LIST_FOLLOWS = re.compile(r":\s*$")
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
        follows = _LIST_FOLLOWS.search(masked) is not None
        if PERSON not in masked and not follows:
            continue
        cut = listed == _CUT and not _VERB.search(masked)
        if listed and PERSON in masked and (cut or _ITEM.match(masked)) and not _SENTENCE.search(masked):
            listed -= 1
            yield from _present(sentence, 0, len(masked))
            continue
        hinted = any(hint in masked for hint in _HINTS)
        after, before = (_AFTER.search(masked), _BEFORE.search(masked)) if hinted else (None, None)
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
