"""Checks the claims of a series that something is the first against the meetings of a library."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from briefreader.compare import CheckedClaim, MeetingFacts, SeriesOfClaims, checked_claims
from briefreader.library.catalogue.series import Series
from briefreader.meetings import HeldMeeting
from briefreader.model import Brief, Entry, FirstClaim, Span


class ReportedClaim(NamedTuple):
    """A checked claim with its sentence and its words in one line, and the earlier sentence that decides it."""

    checked: CheckedClaim
    sentence: str
    words: str
    evidence: str | None = None


class SeriesClaims(NamedTuple):
    """A series, with the statements of its leaders or ministers that tell of no meeting, and its checked claims."""

    series: Series
    claims: tuple[ReportedClaim, ...]


def claims_of(
    series: Series, held: Sequence[HeldMeeting | None], brief: Callable[[str], Brief]
) -> tuple[ReportedClaim, ...]:
    """Return the claims in the briefs that stand for the meetings of a series, with what earlier meetings say of them.

    `held` are the meetings of the series, None for a brief of which the index knows none, and `brief` reads a brief by
    its ID. Raises SourceError.
    """
    from briefreader.annotate import first_claims

    briefs = {entry.id: brief(entry.id) for entry in series.meetings}  # a long series would leave the cache of briefs

    def claims(id: str) -> tuple[FirstClaim, ...]:
        return first_claims(briefs[id].text, briefs[id].annotation.mentions)

    facts = [_facts(entry, meeting) for entry, meeting in zip(series.meetings, held, strict=True)]
    spellings = (entry.series for entry in series.meetings)
    told = (each.annotation.meeting for each in briefs.values())
    names = {name for name in (series.name, *spellings, *(found.series for found in told if found)) if name}
    checked = checked_claims(SeriesOfClaims(facts, names, lambda id: briefs[id].text), claims)
    return tuple(_reported(each, briefs) for each in checked)


def _reported(checked: CheckedClaim, briefs: Mapping[str, Brief]) -> ReportedClaim:
    text, claim = briefs[checked.meeting].text, checked.claim
    evidence = _line(briefs[checked.by].text, checked.place) if checked.by and checked.place else None
    return ReportedClaim(checked, _line(text, claim.sentence), _line(text, claim.span), evidence)


def _line(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _facts(entry: Entry, meeting: HeldMeeting | None) -> MeetingFacts:
    if meeting is None:
        return MeetingFacts(entry.id, entry.date, entry.ordinal, None, None, entry.city, entry.country)
    return MeetingFacts(
        entry.id,
        meeting.date,
        meeting.ordinal,
        meeting.format,
        meeting.level,
        meeting.city,
        meeting.country,
        meeting.sides,
    )
