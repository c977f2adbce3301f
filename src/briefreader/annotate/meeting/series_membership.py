"""Reads the series to which a meeting belongs and the sides that meet in it."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.ordinal import BEFORE_EVENT, MEETING_OF_BODY, OPENING, REACH
from briefreader.annotate.meeting.report_sentences import AT_ITS
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.names.gazetteer import Name
from briefreader.annotate.text.masked_sentences import EVENT

# After one of these an event is not the meeting itself.
_ASIDE = re.compile(
    r"(?:sidelines|margins?|edges|ahead|advance|upcoming|following|after|before|since|like|including|recent|concluded|"
    r"future|next|host of|during|support of|at an|success of|under|work of|progress of|outcomes of|preparations for|"
    r"prepare for|preparing for|previewed|preview|hosting|attend|discuss|discussed|looked forward to|forward to) (?:of "
    r")?(?:the )?(?:[\w-]+ ){0,3}$"
)
_HELD = re.compile(
    r"\b(?:convened|held|hosted|launch|chaired|meeting of the|session of the|occasion of (?:the|today's|their)|in the|"
    r"at the|for the|hold)\W+(?:[\w-]+\W+){0,4}$"
)
_IS_HELD = re.compile(
    r"(?: \([^)]{1,20}\))?,? (?:(?:was|will be|is|has) )?(?:held|hosted|convened|met|meets|took place|opened"
    r"|concluded|gathered)\b"
)
# After one of these an event is a topic of the meeting.
_TOPIC = re.compile(
    r"\b(?:discuss(?:ed|ing)?|underscored|highlighted|emphasized|welcomed|thanked|congratulated|reviewed|reaffirmed|"
    r"pledge[ds]?|noted|previewed|announced|regarding)\b"
)
# An unlisted name is a series where it has one of these kinds and a subject or body.
_STANDING = frozenset(
    "Dialogue Dialogues Group Groups Committee Commission Council Consultations Forum Mechanism Conference Ministerial "
    "Talks Summit Force Initiative Partnership Roundtable Meeting Meetings Session Workshop Symposium Seminar".split()
)
# These kinds make a series only with an ordinal.
_SELDOM = frozenset("Roundtable Meeting Meetings Session Workshop Symposium Seminar Conference Forum".split())
_VENUES = frozenset("White House Oval Office Cabinet Camp Pentagon Capitol Hill Building Room Palace".split())
_FILLERS = frozenset(
    "upcoming virtual inaugural in-person constructive winter spring summer fall autumn anniversary stand we united "
    "private sector president vice prime secretary white house cabinet office oval interagency principals "
    "bipartisan".split()
)
_NEXT_WORDS = re.compile(r"(?:Upcoming|Virtual|Next|Inaugural|In-Person|Annual) ")
# The series has the name of the group: `Nuclear Consultative Group Meeting`.
_ITS_MEETING = re.compile(
    r"(?P<name>.*\b(?:Group|Committee|Council|Dialogue|Force|Commission|Consultations|Forum|Initiative|Mechanism)) "
    r"(?:Plenary )?(?:Meeting|Session)s?"
)
# The hyphen between two parties is missing: `U.S. Croatia Strategic Dialogue`.
_UNJOINED = re.compile(r"^U\.S\. (?=[A-Z]\w+ (?:Strategic Dialogue|Summit|Dialogue)$)")
_DASH = re.compile(r"(?<=[\w.])(?: ?[-–—] | [-–—])(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z&]{3,}(?:-[A-Z][a-z]+)?")


def event(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the canonical name of the event that the meeting is, None for a meeting without a series."""
    best: tuple[int, int] | None = None
    for rank, report in enumerate(evidence.report_sentences[:3]):
        sentence = report.sentence
        for at, number in sentence.mention_at.items():
            before = sentence.masked[max(0, at - REACH) : at]
            if sentence.masked[at] != EVENT or _ASIDE.search(before[-60:]):
                continue
            topic = _TOPIC.search(sentence.masked[:at])
            counted = bool(BEFORE_EVENT.search(before))
            now = _HELD.search(before[-80:]) or _IS_HELD.match(sentence.masked, at + 1)
            held = bool(now) and not topic
            if not ((sentence.is_title and not topic) or counted or held) or not _is_series(evidence, number, counted):
                continue  # the text only mentions the event, or the meeting has no series
            score = (5 if sentence.is_title else 4) - 2 * rank + 6 * counted + 3 * held
            if best is None or score > best[0]:
                best = score, number
    return _named(evidence, best[1]) if best else _body(evidence)


def _named(evidence: MeetingEvidence, number: int) -> Fact[str]:
    return Fact(evidence.canonical(number), evidence.words_of([number]))


def _body(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body of `At its 8610th meeting, the Security Council` or `second meeting of the U.S.-EU Council`."""
    if alone := _body_alone(evidence):
        return alone
    for sentence in evidence.sentences[:OPENING]:
        if match := MEETING_OF_BODY.search(sentence.masked):
            return _named(evidence, sentence.mention_at[match.start("body" if match["body"] else "met")])
    return None


def _body_alone(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body that met alone and is the only side."""
    for report in evidence.in_body[:1]:
        if match := AT_ITS.match(report.sentence.masked):
            return _named(evidence, report.sentence.mention_at[match.start("body")])
    return None


def _is_series(evidence: MeetingEvidence, number: int, counted: bool) -> bool:
    """Return whether an event is a series: listed, with an acronym, or with a name of a kind and a subject."""
    item = evidence.entities.candidates[number]
    name = evidence.canonical(number)
    if (item.name is not None and item.name.type == "EVENT") or name in evidence.entities.event_acronyms:
        return True
    words = name.replace("'s", "").split()
    listed_at = evidence.entities.context.listed_at
    bodies = sum(index in listed_at for index in range(item.first, item.last))
    if words[0] in _VENUES and not counted:
        return False
    subject = [word for word in words if word.lower() not in GENERIC | _FILLERS and word not in _STANDING]
    if not subject and not bodies:
        return False
    return any(word in _STANDING and (counted or bodies or word not in _SELDOM) for word in words)


def series(evidence: MeetingEvidence, event: Fact[str] | None) -> tuple[Fact[str] | None, tuple[str, ...]]:
    """Return the series of an event, by its acronym if the text has it, and the sides that the lists give for it."""
    if event is None:
        return None, ()
    name = event.value
    entry = evidence.gazetteer.events.get(name)
    own = _ITS_MEETING.fullmatch(name)
    if entry is None and own:
        entry = evidence.gazetteer.events.get(own["name"])
        name = entry.name if entry else own["name"]
    short = evidence.entities.event_acronyms.get(name)
    acronym = _acronym(entry) if entry else None
    if short is None and acronym and re.search(rf"\b{re.escape(acronym)}\b(?![-+])", evidence.document.text):
        short = acronym
    if acronym and short and re.fullmatch(r"\d\+\d", short):
        short = acronym  # several series go by `2+2`: `Security Consultative Committee ("2+2")`
    name = _DASH.sub("-", _UNJOINED.sub("U.S.-", name))
    alone = _body_alone(evidence)
    members = entry.sides if entry else (name,) if alone and name == alone.value else ()
    return event._replace(value=short or _NEXT_WORDS.sub("", name)), members


def _acronym(entry: Name) -> str | None:
    """Return the acronym in the lists, else a spelling that has the form of one."""
    return entry.fact("acronym") or next((other for other in entry.spellings[1:] if _CAPITALS.fullmatch(other)), None)
