"""Reads the title of a text: whether it names a meeting or rules one out, and who met."""

import re

from briefreader.annotate.text.masked_sentences import EVENT, PERSON, MaskedSentence, hinted, pattern

_NAMES_MEETING = pattern(
    r"<E>|\b(?:[Mm]eetings?|Calls?|Readout|Communiqu[eé]|Participation|Dialogue|[Ss]ummit|[Mm]eets?|[Mm]et|[Hh]osts?|"
    r"[Tt]alks|[Rr]eceives?|[Cc]onversations?|[Cc]alls? on|[Aa]udience|[Rr]ound of|[Ss]ession [Oo]f|[Vv]isits?|"
    r"Consultations|Ministerial|Travels?|Trip|hold|gather|joins?)\b"
)
_OWN_MEETING = hinted(
    r"[Rr]eadout|\b(?:[Mm]eets?|[Rr]eceives?|[Hh]osts?|[Cc]alls? on|[Hh]olds? (?:[a-z-]+ )*talks)\b|(?:[Mm]eetings?|"
    r"[Cc]alls?|[Tt]alks|[Cc]onversations?|[Aa]udience|[Dd]iscussions?) (?:[Ww]ith|[Bb]etween)\b",
    "eadout",
    "eet",
    "eceive",
    "ost",
    "all",
    "alks",
    "onversation",
    "udience",
    "iscussion",
)
_JOINT_OCCASION = pattern(
    r"[Jj]oint (?:[Pp]ress|[Mm]edia|[Nn]ews) |\b(?:[Bb]efore|[Aa]fter|[Aa]t|[Dd]uring|[Ii]n)(?: (?:[Aa]n?|[Tt]he|"
    r"[Tt]heir|[Hh]is|[Hh]er|[Ee]xpanded|[Rr]estricted))*(?: <N>)?(?: [Bb]ilateral| [Ww]orking)? (?:[Mm]eeting|"
    r"[Ll]unch|[Tt]alks|[Bb]reakfast|[Dd]inner)\b"
)
_WITH_OFFICE = pattern(
    r"\b(?:[Mm]eeting|[Tt]alks) with (?:the |his |her )?(?:<CN>(?:'s)? (?:[A-Z]\w+ ){0,2}(?:<T>|[Cc]ounterpart|"
    r"[A-Z]\w+)|"
    r"(?:<T>|[A-Z]\w+(?: [A-Z]\w+){0,3}) of (?:the )?<C>)"
)
_NAMES_LEADS = re.compile(r"\b(?:[Mm]eeting|Calls?(?! to Action)|[Mm]eets|[Hh]osts|Participation|Discuss|bilateral)\b")
_ADMINISTRATION = pattern(r"(?:[-–]<P>)? (?:Administration|Government|Regime)", re.IGNORECASE)
# This matches a title up to the topic of a statement.
_SPEAKER = pattern(
    r"^.*?\b(?:Statement|Readout|Remarks) (?:by|from|of) .*?(?: on| about| regarding| [Aa]nnouncing|:)\b"
)
_STATEMENT = re.compile(r"^(?:Press )?Statement (?:by|from|of|on behalf)\b")
_ON_A_MEETING = pattern(
    r"\b(?:Meetings?|Calls?|Dialogue|Summit|Visits?|Consultations|Ministerial|Travel|Trip|meetings?|calls?)\b"
)
# A statement in the first person reports no meeting.
_I = re.compile(r"\bI\b")
_BESIDE_IT = re.compile(r" (?:[Rr]eached|[Mm]ade|[Ss]igned|[Aa]nnounced) at | [Aa]head of ")
_JOINT = re.compile(
    r"^(?:[\w.-]+ )*?[Jj]oint (?:[A-Z][a-z]+ )?(?:[Ss]tatement|[Cc]ommuniqu[eé]|[Dd]eclaration|[Rr]elease|"
    r"[Rr]eadout) (?:by|from|of|between|with)\b"
)
_TOPIC = re.compile(r" (?:on|about|regarding|[Aa]nnouncing|[Ff]ollowing) |:")
_ENTERS = pattern(r"<CN>(?: to| will)? [Jj]oins? <EXO>")


def names_meeting(title: MaskedSentence) -> bool:
    """Return whether a title names a meeting."""
    masked = title.masked.title() if title.masked.isupper() else title.masked
    return bool(_NAMES_MEETING.search(masked))


def names_own_meeting(title: MaskedSentence) -> bool:
    """Return whether a title names the meeting that the text reports: a readout, a joint statement, `X meets Y`."""
    return _OWN_MEETING.search(title.masked) is not None


def is_joint(title: MaskedSentence) -> bool:
    """Return whether a title names a text that several sides issue."""
    return "oint " in title.masked or "OINT " in title.masked


def rules_out(title: MaskedSentence, opening: str) -> bool:
    """Return whether a title shows that the text reports no meeting: a country joins a body, or one person speaks.

    `opening` holds the first sentences of the body.
    """
    if _ENTERS.match(title.masked):
        return True
    if not _STATEMENT.match(title.masked):
        return False
    said = _SPEAKER.match(title.masked)
    topic = title.masked[said.end() :] if said else title.masked
    about = _ON_A_MEETING.search(topic) or (EVENT in topic and not _I.search(opening))
    return not about or bool(_BESIDE_IT.search(topic))


def is_joint_occasion(title: MaskedSentence) -> bool:
    """Return whether a title shows that people spoke jointly: `A and B at a Joint Press Conference`."""
    return bool(_JOINT_OCCASION.search(title.masked))


def leads(title: MaskedSentence) -> tuple[int, ...]:
    """Return the people who met by the title (`Blinken's Meeting with Son`), without the author of the statement."""
    if not _NAMES_LEADS.search(title.masked):
        return ()
    said = _SPEAKER.match(title.masked)
    first = said.end() if said else 0
    return tuple(
        number
        for at, number in title.mention_at.items()
        if at >= first and title.masked[at] == PERSON and not _ADMINISTRATION.match(title.masked, at + 1)
    )


def names_other_office(title: MaskedSentence) -> bool:
    """Return whether a title names the office of another country with which somebody met, though not its holder."""
    return bool(_WITH_OFFICE.search(title.masked))


def signers(title: MaskedSentence) -> tuple[int, ...]:
    """Return the people who issue a joint statement by its title, none where the title names fewer than two."""
    said = _JOINT.match(title.masked)
    topic = _TOPIC.search(title.masked, said.end()) if said else None
    found = title.mentions(PERSON, said.end(), topic.start() if topic else None) if said else ()
    return tuple(found) if len(found) > 1 else ()
