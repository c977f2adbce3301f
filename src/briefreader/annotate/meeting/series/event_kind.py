"""Decides whether an event or a joint body that a text names can be a series: by its kind, its subject, its parties."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.mentions.parties import GENERIC
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.names.gazetteer import folded
from briefreader.annotate.names.series_identity import parties_of
from briefreader.annotate.text.masked_sentences import EVENT, ORG

# An unlisted name is a series where it has one of these kinds and a subject or body.
_STANDING = frozenset(
    "Dialogue Dialogues Group Groups Committee Commission Council Consultations Forum Mechanism Conference Ministerial "
    "Talks Summit Force Initiative Partnership Roundtable Meeting Meetings Session Workshop Symposium Seminar".split()
)
# These kinds make a series only with an ordinal.
_SELDOM = frozenset("Roundtable Meeting Meetings Session Workshop Symposium Seminar Conference Forum".split())
# Without parties, owner and ordinal these meet once.
_RANKS = re.compile(r"\b(?:Minister|Official|Leader)")
_SINGLE = frozenset("Summit Roundtable Meeting Meetings Workshop Symposium Seminar".split())
# Of these kinds any one meeting can be called.
_ANY = _SINGLE | frozenset(("Ministerial", "Conference", "Forum"))
_VENUES = frozenset("White House Oval Office Cabinet Camp Pentagon Capitol Hill Building Room Palace".split())
_FILLERS = frozenset(
    "upcoming virtual inaugural in-person constructive winter spring summer fall autumn anniversary stand we united "
    "private sector president vice prime secretary white house cabinet office oval interagency principals "
    "bipartisan".split()
)
_NO_SUBJECT = GENERIC | _FILLERS
# The series has the name of the group: `Nuclear Consultative Group Meeting`.
ITS_MEETING = re.compile(
    r"(?P<name>.*\b(?:Group|Committee|Council|Dialogue|Force|Commission|Consultations|Forum|Initiative|Mechanism)) "
    r"(?:Plenary )?(?:Meeting|Session)s?"
)
_JOINT_BODY = re.compile(
    r"(?:High(?:er)?[ -])?(?:Level )?(?:Joint|Bilateral|Mixed|Intergovernmental|Inter-Governmental) (?:[A-Z][\w-]+ |"
    r"and |on )*"
    r"(?:Committee|Commission|Council|Group|Board)\b"
)


def may_meet(evidence: MeetingEvidence, sign: str, number: int) -> bool:
    """Return whether an entity is an event or a joint body of several parties."""
    return sign == EVENT or (sign == ORG and _JOINT_BODY.match(evidence.canonical(number)) is not None)


def is_series(evidence: MeetingEvidence, number: int, counted: bool) -> bool:
    """Return whether an event is a series: listed, with an acronym, or with a name of a kind and a subject."""
    item = evidence.entities.candidates[number]
    name = evidence.canonical(number)
    if (
        _JOINT_BODY.match(name)
        or (item.name is not None and item.name.type == "EVENT")
        or name in evidence.entities.event_acronyms
    ):
        return True
    words = name.replace("'s", "").split()
    listed_at = evidence.entities.context.listed_at
    bodies = sum(index in listed_at for index in range(item.first, item.last))
    if words[0] in _VENUES and not counted:
        return False
    subject = [word for word in words if word.lower() not in _NO_SUBJECT and word not in _STANDING]
    if not subject and not bodies:
        return False
    kind = next((word for word in reversed(words) if word in _STANDING), "")
    single = kind in _SINGLE and not ITS_MEETING.fullmatch(name) and not _RANKS.search(name)
    if single and not counted and not _has_owner(evidence, name):
        return False
    return any(word in _STANDING and (counted or bodies or word not in _SELDOM) for word in words)


def is_any(evidence: MeetingEvidence, number: int) -> bool:
    """Return whether an unlisted event of a kind that meets once has no parties that would tell it from others."""
    name = evidence.canonical(number)
    return evidence.listed(number) is None and name.split()[-1] in _ANY and not _has_owner(evidence, name)


def _has_owner(evidence: MeetingEvidence, name: str) -> bool:
    """Return whether parties or an organization that countries belong to meet by the name: `ASEAN Leaders' Meeting`."""
    if len(parties_of(name, evidence.gazetteer)) > 1:
        return True
    first = evidence.gazetteer.spelled(folded(name.split()[0]))
    return any((entry.section == "organizations" and side_of(entry) is not None) or entry.sides for entry in first)
