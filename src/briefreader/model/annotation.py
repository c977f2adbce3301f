"""The facts that annotation finds in a text: names, the meeting, attendance and commitments."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

EntityType = Literal["PERSON", "TITLE", "ORG", "PLACE", "NORP", "AGREEMENT", "WEAPON", "EVENT", "DATE"]
MeetingFormat = Literal["in person", "virtual", "call"]
Role = Literal["lead", "participant", "mentioned"]
Kind = Literal[
    "readout", "joint statement", "statement", "fact sheet", "remarks", "transcript", "announcement", "release"
]
ENTITY_TYPES: tuple[EntityType, ...] = get_args(EntityType)


def identity(canonical: str, owner: str | None) -> str:
    """Return a canonical name with its owner, the country of a body whose name those of many countries have."""
    return f"{canonical} ({owner})" if owner else canonical


class Mention(NamedTuple):
    """A name or date at its position in a text; `canonical` is the same name in all texts.

    `owner` is the country of a body whose name those of many countries have, None where it is not known.
    """

    start: int
    end: int
    type: EntityType
    text: str
    canonical: str
    owner: str | None = None

    @property
    def identity(self) -> str:
        """The canonical name, with the country of a body whose name those of many countries have."""
        return identity(self.canonical, self.owner)


class Meeting(NamedTuple):
    """The meeting or call that a text reports; `sides` are common names of countries or organizations.

    `evidence` maps a field to the range of the text that it was read from; `unsure` are the fields that the text only
    suggests. `stated` are the fields that the document itself or a person states, which outrank the text.
    """

    series: str | None = None
    ordinal: int | None = None
    date: str | None = None
    format: MeetingFormat | None = None
    city: str | None = None
    country: str | None = None
    sides: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    next: str | None = None
    evidence: Mapping[str, tuple[int, int]] = MappingProxyType({})
    unsure: tuple[str, ...] = ()
    stated: tuple[str, ...] = ()

    def is_unsure(self, *fields: str) -> bool:
        """Whether the text only suggests one of some fields."""
        return any(field in self.unsure for field in fields)


class Attendee(NamedTuple):
    """A person and the role at the meeting; the span is the name in the sentence that states the role."""

    start: int
    end: int
    name: str
    title: str | None
    side: str | None
    role: Role


class Commitment(NamedTuple):
    """A sentence in which a side commits itself to an act."""

    start: int
    end: int
    actor: str | None
    verb: str
    text: str


class Annotation(NamedTuple):
    """All facts found in a text; `mentions` are in order and never overlap, `kind` is None for an unknown kind.

    `series_label` is the series of the meeting as lists show it, with its parties where several pairs have such a body.
    """

    mentions: tuple[Mention, ...] = ()
    meeting: Meeting | None = None
    attendance: tuple[Attendee, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    kind: Kind | None = None
    series_label: str | None = None
