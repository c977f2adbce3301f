"""Reads the series to which a meeting belongs and the sides that its list names."""

import re
from dataclasses import dataclass, replace

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.report.meeting_signs import AT_ITS
from briefreader.annotate.meeting.series import body_name, event_kind, numbered_body, standing_group
from briefreader.annotate.meeting.series.numbered_body import NumberedBody, has_ordinal
from briefreader.annotate.meeting.series.ordinal import BEFORE_EVENT, OPENING, REACH, meeting_of_body
from briefreader.annotate.meeting.series.series_subject import is_specific, plain_name
from briefreader.annotate.names.gazetteer import Name, folded
from briefreader.annotate.text.masked_sentences import EVENT, pattern
from briefreader.text import Span

# After one of these an event is not the meeting itself.
_ASIDE = re.compile(
    r"\b(?:[Ss]ide(?:-?lines)?|[Mm]argins?|fringes|edges) of [^.;]{0,80}$|"
    r"(?:sidelines|margins?|edges|ahead|advance|upcoming|following|after|before|since|like|including|recent|concluded|"
    r"future|next|host of|during|support of|at an|success of|under|work of|progress of|outcomes of|preparations for|"
    r"prepare for|preparing for|previewed|preview|hosting|attend|discuss|discussed|looked forward to|forward to) (?:of "
    r")?(?:the )?(?:[\w\ue000-\ue009,-]+ ){0,4}$|"
    r"\b(?i:following|after|before|since) the (?:conclusion|completion|opening|success|start|end|close)\b[^.;,]*$|"
    r"\b[Oo]n the heels of [^.;,]*$"
)
_HELD = re.compile(
    r"\b(?:convened|held|hosted|launch|chaired|meeting of the|session of the|occasion of (?:the|today's|their)|in the|"
    r"at the|for the|hold)\W+(?:[\w-]+\W+){0,4}$"
)
_IS_HELD = re.compile(
    r"(?: \([^)]{1,20}\))?(?: [Mm]eeting| [Ss]ession)?"
    r"(?: between [^.;]{1,60}?)?,? (?:(?:was|will be|is|has) )?(?:held|hosted|"
    r"convened|met|meets|took place|opened|concluded|gathered)\b"
)
# After one of these an event is a topic of the meeting.
_TOPIC = re.compile(
    r"\b(?:discuss(?:ed|ing)?|underscored|highlighted|emphasized|welcomed|thanked|congratulated|reviewed|reaffirmed|"
    r"pledge[ds]?|noted|previewed|announced|urged|regarding)\b"
)
# A title with one of these before an event is about a person, a journey or a promise, not about the event itself.
_BESIDE_EVENT = pattern(
    r"\b(?:[Ss]election|[Aa]dvis[eo]rs?|[Rr]epresentative|[Ee]nvoy|[Cc]oordinator|[Dd]elegation|[Aa]nnouncement|"
    r"[Ii]nvit\w+|[Nn]omin\w+|[Rr]elease of|[Aa]nniversary)\b[^.;:<P>]{0,60}<E>|<T> (?:for|to) (?:the )?<E>"
)
# `a Food Ministerial` is one meeting of many that could have the name.
_INDEFINITE = re.compile(r"\b[Aa]n? (?:[a-z-]+ )?$")
# A meeting with a person or a party may take place on the occasion of another meeting.
_WITH_PERSON = pattern(
    r"\b(?:[Mm]eetings?|[Cc]alls?|[Mm]eets|[Tt]alks|[Cc]onversation|[Pp]ull[ -][Aa]side|"
    r"[Bb]ilateral)\b[^.;]* (?:[Ww]ith|[Bb]etween|and)\b"
    r"[^.;]*<P>|\b[Mm]eets [^.;]*<P>"
)
_WITH_PARTY = pattern(
    r"\b(?:[Mm]eetings?|[Cc]alls?|[Tt]alks|[Cc]onversation)\b[^.;]* (?:[Ww]ith|[Bb]etween)\b[^.;]*<PCNO>"
)
_OCCASION = re.compile(r"\b(?:at|during|for|in) (?:the |today's |this )?(?:[\w\ue000-\ue009-]+ ){0,3}$")
_BESIDE = re.compile(r"\b(?:at|during|in) (?:the |today's |this )?(?:[\w\ue000-\ue009-]+ ){0,3}$")
# Who did one of these met on the occasion, not at another meeting beside it.
_TAKES_PART = re.compile(
    r"\b(?:participa\w+|part|attend\w*|join\w*|met|meet|meets|gather\w*|conven\w*|assembl\w*|present|co-?chair\w*|"
    r"chair\w*|host\w*|held|holds?|spoke|meeting|consultations)\b(?:(?! with )[^.;])*$"
)
_TRAVELS = re.compile(r"\b(?:[Tt]ravels?|[Tt]rip)\b")
_NEXT_WORDS = re.compile(
    r"(?:Upcoming|Virtual|Next|Inaugural|In-Person|Annual) |^(?:Round|Session|Meeting) of (?:the )?"
)
# The hyphen between two parties is missing: `U.S. Croatia Strategic Dialogue`.
_UNJOINED = re.compile(r"^U\.S\. (?=[A-Z]\w+ (?:Strategic Dialogue|Summit|Dialogue)$)")
_DASH = re.compile(r"(?<=[\w.])(?: ?[-–—] | [-–—])(?=[A-Z])")
_BRACKET = re.compile(
    r"(?: (?:[Mm]eeting|[Ss]ession|"
    r"[Tt]alks))? \((?:\d+(?:st|nd|rd|"
    r"th) )?[\"“']?(?P<acronym>(?=[^)]{0,8}[A-Z][^)]{0,4}[A-Z])[A-Z][\w&+/-]{1,11})[\"”']?\)"
)
_SESSION = pattern(r"\b[Ss]ession of(?: the)? (?:<O> )?(?P<body><O>)")
_READOUT = pattern(
    r"(?:[\w'’-]+ ){0,2}(?:Readout|Statement|Summary|Communiqu[eé]) (?:of|on|from)(?: the)?(?: <D>| [A-Z][a-z]+)? "
    r"(?P<body><O>)(?: \(<O>\))? (?:[Mm]eeting|[Ss]ession|[Pp]lenary)\b(?! (?:with|between)\b)"
)
_MEETING_BODY = re.compile(
    r"\b(?:Task ?[Ff]orce|Council|Committee|Commission|Board|Group|Forum|Coalition|Dialogue)(?: (?:of|on|for) .+)?$"
)
_ORGAN = pattern(r"(?P<organ><O>) of the (?P<whole><O>)")
_COUNCIL = re.compile(r"\b(?:Council|Committee|Commission|Assembly|Conference|Board)\b(?! of Ministers of)")
_CAPITALS = re.compile(r"[A-Z&]{3,}(?:-[A-Z][a-z]+)?")


@dataclass(frozen=True, slots=True)
class Membership:
    """Holds the series of a meeting, the sides that its list names, and the event, body or group that it is known by.

    `event` holds the canonical name of the event in the text.
    """

    series: Fact[str] | None = None
    members: tuple[str, ...] = ()
    event: Fact[str] | None = None
    numbered: NumberedBody | None = None


def read(evidence: MeetingEvidence) -> Membership:
    """Return the series of the meeting that a text reports, none with a name that tells it from no other."""
    found = _read(evidence)
    name = found.event or found.series
    if name is None or is_specific(name.value, evidence.gazetteer):
        return found
    body = numbered_body.of_parties(evidence)
    named = body if body and is_specific(body.value, evidence.gazetteer) else None
    return Membership(named, numbered=found.numbered and replace(found.numbered, name=""))


def _read(evidence: MeetingEvidence) -> Membership:
    """Return the series by the counted body, the event or the group that meets."""
    title = evidence.sentences[0].masked if evidence.sentences and evidence.sentences[0].is_title else ""
    if _TRAVELS.search(title) or _BESIDE_EVENT.search(title):
        return Membership()
    counted = numbered_body.find(evidence)
    if counted and _is_beside(title) and _BESIDE.search(_before(evidence, counted.ordinal_words)):
        counted = None
    found, certain = _event(evidence)
    if counted and not counted.name:
        return replace(_member(evidence, found), numbered=counted) if found else Membership(numbered=counted)
    if counted and found and not certain and _is_part(counted.name, found.value):
        return replace(_member(evidence, found), numbered=counted)
    if counted and certain and found and counted.mention is not None and _is_part(found.value, counted.name):
        found = _named(evidence, counted.mention)  # the title has the short name of the body
    if counted and not certain:
        if counted.mention is None:
            series = Fact(_acronym_after(evidence, counted.words) or counted.name, counted.words, counted.plain)
            return Membership(series, numbered=counted)
        found = _named(evidence, counted.mention)
        return replace(_member(evidence, found), numbered=counted)
    of_group = found is None and not (_WITH_PERSON.search(title) and not standing_group.MET_BY_TITLE.search(title))
    if of_group and (group := standing_group.find(evidence)):
        return Membership(Fact(group.name, group.words, group.plain), group.sides)
    found = found or _body(evidence) or _sitting(evidence)
    if found is None and (body := numbered_body.of_parties(evidence)):
        return Membership(body)
    return _member(evidence, found) if found else Membership()


def _is_part(name: str, whole: str) -> bool:
    """Return whether the words of a name stand in a longer one, whatever their form."""
    mine, theirs = ({word[:6].lower() for word in re.findall(r"\w+", each)} for each in (name, whole))
    return mine <= theirs


def _event(evidence: MeetingEvidence) -> tuple[Fact[str] | None, bool]:
    """Return the event that the meeting is, and whether its number stands beside it."""
    best: tuple[int, int, bool] | None = None
    title = evidence.sentences[0].masked if evidence.sentences and evidence.sentences[0].is_title else ""
    beside = _is_beside(title)
    with_person = beside and _WITH_PERSON.search(title) is not None
    for rank, report in enumerate(evidence.report_sentences[:3]):
        sentence = report.sentence
        has_count = has_ordinal(sentence)
        for at, number in sentence.mention_at.items():
            before = sentence.masked[max(0, at - REACH) : at]
            if not event_kind.may_meet(evidence, sentence.masked[at], number) or _ASIDE.search(before[-100:]):
                continue
            topic = _TOPIC.search(sentence.masked[:at])
            occasion = _OCCASION.search(before)
            counted = has_count and BEFORE_EVENT.search(before) is not None and not (beside and _BESIDE.search(before))
            now = _HELD.search(before[-80:]) or _IS_HELD.match(sentence.masked, at + 1)
            elsewhere = with_person or (beside and _BESIDE.search(before)) or not _TAKES_PART.search(before)
            held = bool(now) and not topic and not (occasion and elsewhere)
            if not counted and _INDEFINITE.search(before) and event_kind.is_any(evidence, number):
                continue
            if not ((sentence.is_title and not topic) or counted or held) or not event_kind.is_series(
                evidence, number, counted
            ):
                continue  # the text only mentions the event, or the meeting has no series
            score = (5 if sentence.is_title else 4) - 2 * rank + 6 * counted + 3 * held
            if best is None or score > best[0]:
                best = score, number, counted
    return (_named(evidence, best[1]), best[2]) if best else (None, False)


def _is_beside(title: str) -> bool:
    """Return whether a title tells of a meeting with a person or a party and of no event."""
    return EVENT not in title and (_WITH_PERSON.search(title) or _WITH_PARTY.search(title)) is not None


def _before(evidence: MeetingEvidence, words: Span) -> str:
    return evidence.document.text[max(0, words.start - REACH) : words.start]


def _named(evidence: MeetingEvidence, number: int) -> Fact[str]:
    return Fact(evidence.canonical(number), evidence.words_of([number]))


def _body(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body of `At its 8610th meeting, the Security Council` or `second meeting of the U.S.-EU Council`."""
    if alone := _body_alone(evidence):
        return alone
    for sentence in evidence.sentences[:OPENING]:
        match = meeting_of_body(sentence)
        reported = any(report.sentence is sentence for report in evidence.report_sentences)
        if match and numbered_body.meets(sentence, match.start(), match.end(), reported):
            number = sentence.mention_at[match.start("body" if match["body"] else "met")]
            if body_name.is_group(evidence, number):
                return _named(evidence, number)
    return None


def _sitting(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the council or committee of a body that title and text say has met: `Session of the ... Council`."""
    title, *body = evidence.sentences[:4] or (None,)
    if title is None or not title.is_title:
        return None
    if told := _READOUT.match(title.masked):
        number = title.mention_at[told.start("body")]
        if _MEETING_BODY.search(evidence.canonical(number)):
            return _named(evidence, number)
    if not _SESSION.search(title.masked):
        return None
    for sentence in (*body, title):
        match = _SESSION.search(sentence.masked)
        number = sentence.mention_at[match.start("body")] if match else -1
        if match and _COUNCIL.search(evidence.canonical(number)):
            return _named(evidence, number)
    return None


def _body_alone(evidence: MeetingEvidence) -> Fact[str] | None:
    """Return the body that met alone and is the only side."""
    for report in evidence.in_body[:1]:
        if match := AT_ITS.match(report.sentence.masked):
            return _named(evidence, report.sentence.mention_at[match.start("body")])
    return None


def _member(evidence: MeetingEvidence, event: Fact[str]) -> Membership:
    """Return the series that an event or a body is: its acronym where the text gives one, else its name."""
    name = event.value
    entry = evidence.gazetteer.events.get(name)
    own = event_kind.ITS_MEETING.fullmatch(name)
    if entry is None and own:
        entry = evidence.gazetteer.events.get(own["name"])
        name = entry.name if entry else own["name"]
    short = evidence.entities.event_acronyms.get(name)
    acronym = _acronym(entry) if entry else None
    if short is None and acronym and re.search(rf"\b{re.escape(acronym)}\b(?![-+])", evidence.document.text):
        short = acronym
    if acronym and short and re.fullmatch(r"\d\+\d", short):
        short = acronym  # several series go by `2+2`: `Security Consultative Committee ("2+2")`
    if entry is None and short is None:
        short = _acronym_after(evidence, event.words)
    name = _DASH.sub("-", _UNJOINED.sub("U.S.-", name))
    alone = _body_alone(evidence)
    members = entry.sides if entry else (_whole_of(evidence, name),) if alone and name == alone.value else ()
    members = members or _members(evidence, name)
    return Membership(event._replace(value=short or plain_name(_NEXT_WORDS.sub("", name))), members, event)


def _whole_of(evidence: MeetingEvidence, body: str) -> str:
    """Return the side that an organ belongs to by the text (`the Council of the African Union`), else the organ."""
    for sentence in evidence.sentences[:7]:
        for match in _ORGAN.finditer(sentence.masked):
            if evidence.canonical(sentence.mention_at[match.start("organ")]) == body:
                sides = evidence.sides_between(sentence, match.start("whole"), match.end("whole"))
                return sides[0] if sides else body
    return body


def _members(evidence: MeetingEvidence, name: str) -> tuple[str, ...]:
    """Return the sides of a listed body that is a standing group."""
    listed = evidence.gazetteer.spelled(folded(name))
    return next((entry.sides for entry in listed if entry.type != "EVENT" and entry.sides), ())


def _acronym_after(evidence: MeetingEvidence, words: Span) -> str | None:
    """Return the acronym in brackets behind a name, there or where the text repeats the name."""
    text = evidence.document.text
    for match in re.finditer(re.escape(text[words.start : words.end]), text, re.IGNORECASE):
        if bracket := _BRACKET.match(text, match.end()):
            return bracket["acronym"]
    return None


def _acronym(entry: Name) -> str | None:
    """Return the acronym in the lists, else a spelling that has the form of one."""
    return entry.fact("acronym") or next((other for other in entry.spellings[1:] if _CAPITALS.fullmatch(other)), None)
