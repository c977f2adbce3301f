"""The meeting that one brief or several tell of."""

from typing import Literal, NamedTuple

from briefreader.model import Kind, MeetingFormat

Level = Literal["leaders", "ministers", "advisors", "officials"]

# The kinds of text that can stand for a meeting, the best first.
_FACES: tuple[Kind | None, ...] = ("joint statement", "readout", "statement", "release", None, "fact sheet", "remarks")

SPEAKS_OF_OTHERS: frozenset[Kind | None] = frozenset(("fact sheet", "remarks", "transcript"))
"""The kinds of text that, beside the face of a meeting, speak of other meetings as well."""


def face_rank(kind: Kind | None) -> int:
    """Return how well a text of a kind can stand for its meeting: 0 for the best kind, more for others."""
    return _FACES.index(kind) if kind in _FACES else len(_FACES)


class MeetingBrief(NamedTuple):
    """A brief of a meeting, by its ID, and the kind of its text."""

    id: str
    kind: Kind | None


class HeldMeeting(NamedTuple):
    """A meeting that was held, with all briefs that tell of it.

    `face` is the ID of the brief that stands for the meeting: its joint statement, else its readout; the ID of the
    meeting is the same. `briefs` begin with the face. `next` is the date of the next meeting according to the face,
    else to another brief, though none that speaks of other meetings as well. `name` is one that a person gave; `stated`
    are the keys whose values a person stated.
    """

    id: str
    date: str | None
    series: str | None
    ordinal: int | None
    format: MeetingFormat | None
    level: Level | None
    city: str | None
    country: str | None
    sides: tuple[str, ...]
    leads: tuple[str, ...]
    face: str
    briefs: tuple[MeetingBrief, ...]
    next: str | None = None
    name: str | None = None
    stated: tuple[str, ...] = ()
