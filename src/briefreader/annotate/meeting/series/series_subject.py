"""Decides whether a name can be that of a series: it has a subject, parties or a place in the lists, and no motto."""

import re

from briefreader.annotate.names.gazetteer import Gazetteer, folded
from briefreader.annotate.names.series_identity import parties_of

# A listed event is a meeting where its name has one of these, an acronym or a number (`COP28`, `Geneva II`).
_MEETING = re.compile(
    r"\b(?:Dialogue|Group|Committee|Commission|Council|Consultations?|Forum|Mechanism|Conference|Ministerial|Talks|"
    r"Summit|"
    r"Initiative|Partnership|Roundtable|Meetings?|Session|Workshop|Symposium|Seminar|Process|Assembly|Congress|"
    r"Consultative|"
    r"Ministers|Leaders|Conclave|Format|Platform|Force|Board|Cooperation|Week|Retreat)s?\b|\d|"
    r"^[A-Z][\w&]*[A-Z][\w&+-]*$|\b[IVX]+$"
)
# Names of these words alone say what kind of body sits, of no subject and no parties.
_UNSPECIFIC = frozenset(
    "task force taskforce ad hoc working steering cabinet situation room white house national leadership peace "
    "coalition senior america bipartisan principals interagency u.s us plenary committee group council meeting "
    "meetings summit talks conference forum session of the for and a on".split()
)
_NATIONAL_COUNCIL = frozenset("national security council meeting meetings u.s us white house the".split())
_PEACE = re.compile(r"\bPeace (?:Summit|Talks|Conference)$")
_MOTTO = re.compile(r"[“\"][^”\"]* [^”\"]*[”\"]")
_QUOTES = re.compile(r"[“”\"]")
# A headline's verb before a name: `Launching Strategic High-Level Dialogue on Technology`.
_PARTICIPLE = re.compile(
    r"^(?:Re-)?(?:Announc|Launch|Host|Conven|Establish|Open|Hold|Attend|Co-Host|Chair)ing (?:the )?"
)


def plain_name(name: str) -> str:
    """Return a name without quotation marks and without the participle of a headline."""
    return _PARTICIPLE.sub("", _QUOTES.sub("", name))


def is_specific(name: str, gazetteer: Gazetteer) -> bool:
    """Return whether a name tells one series of meetings from others."""
    if _MOTTO.search(name):
        return False
    listed = [entry for entry in gazetteer.spelled(folded(name)) if entry.section in ("series", "events")]
    if any(entry.section == "series" for entry in listed):
        return True
    if listed and not any(_MEETING.search(spelling) for entry in listed for spelling in entry.spellings):
        return False
    if listed or len(parties_of(name, gazetteer)) > 1:
        return True
    if _PEACE.search(name):
        return False
    words = [word.removesuffix("'s").strip(".'") for word in name.lower().split()]
    return not (_UNSPECIFIC.issuperset(words) or _NATIONAL_COUNCIL.issuperset(words))
