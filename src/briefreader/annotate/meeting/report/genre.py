"""Recognizes the genres of text that report no meeting: transcripts, proclamations, appointments and the like."""

import re

from briefreader.annotate.kind import is_speech, is_transcript
from briefreader.model import Document

# The title of such a text begins with one of these.
_KINDS = re.compile(
    r"(?:A |The |As Prepared )?(?:Proclamation|Presidential \w+|Letters?|Message|Notice|Executive Order|"
    r"Nominat\w*|Op-Ed|Fact ?Sheet|(?:Opening |Closing |Joint |Prepared )?Remarks|Interview|Transcript|Excerpts|Speech|"
    r"Press (?:Briefing|Gaggle|Conference|Call)|(?:Joint )?Press Conference|(?:On-the-Record|Background|Off-Camera)\b|"
    r"ICYMI|Press Availability|Testimony|Public Schedule|Toasts?|Memorand(?:um|a)|Report on|Establishing)\b|"
    r".{0,60} National Day",
    re.IGNORECASE,
)
_TOPICS = re.compile(
    r"National Day|\bDay$|Birthday|Launch Ceremony|Awards? Ceremony|\bReception in\b|to Deliver (?:[A-Z]\w+ )?Remarks|"
    r"(?:to Sign|Signs?) the\b|\bSentencing\b|\bTrial of\b|ANNOUNCES|Announces|Nominat|Appoint|Condolence|"
    r"Independence Day|Sanctions|Designat|Exercise\b|Remarks to the Press|Press Availability|\bInterview\b|Passing of|"
    r"Death of|Anniversary of|Executive Order|Nominees"
)
# A title with one of these reports a meeting, whatever else it names.
_MEETS = re.compile(
    r"^(?:Joint )?(?:Readout|Communiqu[eé])\b|'s? (?:[\w-]+ ){0,3}(?:Meeting|Call|Travel|Visit)s? (?:with|to)\b"
)
# Below such a title a meeting may be told first.
_ON_MEETING = re.compile(r"(?:Joint )?(?:Fact ?Sheet|Press Conference)\b", re.IGNORECASE)
# A decree of one office has one of these in its first lines.
_DECREE = re.compile(r"\bA PROCLAMATION\b|[Bb]y (?:the )?(?:virtue of the )?authority vested in me\b")
_HEAD = 600


def reports_no_meeting(document: Document) -> bool:
    """Return whether the genre of a text rules out a meeting."""
    title = document.title.replace("’", "'")
    if not _MEETS.search(title) and (_KINDS.match(title) or _TOPICS.search(title)):
        return True
    head = document.body[:_HEAD]
    is_decree = ("PROCLAMATION" in head or "vested in me" in head) and _DECREE.search(head)
    return bool(is_decree) or is_transcript(document) or is_speech(document)


def may_open_with_meeting(document: Document) -> bool:
    """Return whether a text without the form of a report may still tell a meeting first, as a fact sheet does."""
    spoken = is_transcript(document) or is_speech(document)
    return _ON_MEETING.match(document.title) is not None and not spoken
