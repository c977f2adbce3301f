"""A claim of a text that something happens for the first time, as its words say it."""

from typing import Literal, NamedTuple

from briefreader.model.annotation import MeetingFormat
from briefreader.model.span import Span

FirstEvent = Literal["meeting", "visit", "act"]
ClaimTime = Literal["now", "earlier", "coming"]
MeetingLevel = Literal["leaders", "ministers", "advisors"]


class FirstClaim(NamedTuple):
    """A claim that a meeting, a visit or an act is the first, with the place of its words and its sentence.

    `format`, `level` and `place` are those that the first meeting has: the first one *in person*, of *leaders*, in
    *Oslo*. `narrower` are further words that make the claim smaller: `stand-alone`, `on fisheries`. `bodies` are the
    bodies and `sides` the countries that the claim names. `words` are the words of an act by which it can be sought, or
    the name of a meeting that is more than a meeting: `summit`.
    `scope` are the words that say since when; `since` is the year or month, or `years` is the number of years before
    the meeting, from which the claim holds. `day` is a date of the event as the text writes it.
    """

    span: Span
    sentence: Span
    event: FirstEvent
    time: ClaimTime = "now"
    format: MeetingFormat | None = None
    level: MeetingLevel | None = None
    place: str | None = None
    narrower: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    scope: str | None = None
    since: str | None = None
    years: int | None = None
    day: str | None = None
