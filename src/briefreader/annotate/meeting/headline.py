"""What the title of a text says of a meeting: whether it names one, rules one out, and who it says met."""

import re

from briefreader.annotate.text.masked_sentences import EVENT, PERSON, Sentence, pattern

_NAMES_MEETING = pattern(
    r"<E>|\b(?:[Mm]eetings?|Calls?|Readout|Communiqu[eé]|Participation|Dialogue|[Ss]ummit|[Mm]eets?|[Hh]osts?|Talks|"
    r"[Vv]isits?|Consultations|Ministerial|Travels?|Trip|hold|gather|joins?)\b"
)
_NAMES_LEADS = re.compile(r"\b(?:[Mm]eeting|Calls?|[Mm]eets|[Hh]osts|Participation|Discuss|bilateral)\b")
# Who speaks in a statement, up to what it is about.
_SPEAKER = pattern(
    r"^.*?\b(?:Statement|Readout|Remarks) (?:by|from|of) .*?(?: on| about| regarding| [Aa]nnouncing|:)\b"
)
_ONE_S_STATEMENT = re.compile(r"^(?:Press )?Statement (?:by|from|of|on behalf)\b")
_ON_A_MEETING = pattern(
    r"\b(?:Meetings?|Calls?|Dialogue|Summit|Visits?|Consultations|Ministerial|Travel|Trip|meetings?|calls?)\b"
)
# One's own words on an event, not a report of it.
_I = re.compile(r"\bI\b")
_BESIDE_IT = re.compile(r" (?:[Rr]eached|[Mm]ade|[Ss]igned|[Aa]nnounced) at | [Aa]head of ")
_ENTERS = pattern(r"<CN>(?: to| will)? [Jj]oins? <EXO>")


def names_meeting(title: Sentence) -> bool:
    """Whether a title names a meeting."""
    return bool(_NAMES_MEETING.search(title.bones))


def rules_out(title: Sentence, opening: str) -> bool:
    """Whether a title shows that no meeting is reported: a body is entered, or one person makes a statement.

    `opening` is how the body begins.
    """
    if _ENTERS.match(title.bones):
        return True
    if not _ONE_S_STATEMENT.match(title.bones):
        return False
    said = _SPEAKER.match(title.bones)
    topic = title.bones[said.end() :] if said else title.bones
    about = _ON_A_MEETING.search(topic) or (EVENT in topic and not _I.search(opening))
    return not about or bool(_BESIDE_IT.search(topic))


def leads(title: Sentence) -> tuple[int, ...]:
    """Those who met in `Secretary Blinken's Meeting with ... Son`; who only makes the statement does not count."""
    if not _NAMES_LEADS.search(title.bones):
        return ()
    said = _SPEAKER.match(title.bones)
    return tuple(title.mentions(PERSON, said.end() if said else 0))
