"""Reads the meeting that a text reports, field by field; a field without evidence stays None."""

from collections.abc import Mapping
from typing import Any

from briefreader.annotate.meeting import doubt
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.occasion import journey, meeting_date, meeting_format, next_meeting, venue
from briefreader.annotate.meeting.parties import sides
from briefreader.annotate.meeting.series import ordinal, series_membership
from briefreader.model import Meeting

_TEXTS = ("series", "date", "city", "country", "next", "format")
_LISTS = ("sides", "leads")
# A document that states one of these facts, or any under the key `meeting`, states a meeting.
_DECISIVE = frozenset(("series", "date", "sides", "leads"))


def read(evidence: MeetingEvidence) -> Meeting | None:
    """Return the meeting that a text reports, None without one; the facts of the document override the text."""
    document = evidence.document
    stated = _stated(document.facts)
    read = facts(evidence)
    values: dict[str, Any] = {key: fact.value for key, fact in read.items()}
    if not (any(values.values()) or document.facts.get("meeting") or _DECISIVE.intersection(stated)):
        return None
    values |= stated
    if not any(values.values()):
        return None
    return Meeting(
        **values,
        evidence={key: fact.words for key, fact in read.items() if fact.value == values[key]},
        unsure=tuple(key for key in doubt.unsure(read, evidence) if key not in stated),
        stated=tuple(key for key in Meeting._fields if key in stated),
    )


def facts(evidence: MeetingEvidence) -> dict[str, Fact[Any]]:
    """Return the facts of the meeting that a text shows by field."""
    if not evidence.report_sentences:
        return {}
    trip = journey.journey(evidence)
    if journey.is_domestic(evidence, trip):
        return {}  # no other side takes part in a journey at home
    membership = series_membership.read(evidence)
    format_ = meeting_format.meeting_format(evidence)
    remote = format_ is not None and format_.value in ("call", "virtual")
    site = venue.Venue() if remote else venue.venue(evidence, trip)
    if format_ is None and site.city and not meeting_format.is_mixed(evidence):
        format_ = Fact("in person", site.city.words)
    found: dict[str, Fact[Any] | None] = {
        "series": membership.series,
        "ordinal": ordinal.ordinal(evidence, membership.event, membership.numbered),
        "date": meeting_date.day(
            evidence, site.city.value if site.city else None, site.country.value if site.country else None
        ),
        "format": format_,
        "city": site.city,
        "country": site.country,
        "sides": sides.sides(evidence, membership, trip),
        "leads": evidence.leads,
        "next": next_meeting.read(evidence),
    }
    held, later = found["date"], found["next"]
    if held and later and held.value.startswith(later.value):
        found["next"] = None  # the meeting announced is not its own next one
    if later and not held and _opens_with(evidence, later):
        found["next"] = None
    return {key: fact for key, fact in found.items() if fact is not None}


def _opens_with(evidence: MeetingEvidence, later: Fact[str]) -> bool:
    """Return whether the next meeting is the one that the text announces in its first report."""
    if evidence.is_held or evidence.in_body[0].rank:
        return False
    span = evidence.in_body[0].sentence.span
    return span.start <= later.words.start < span.end


def _stated(facts: Mapping[str, object]) -> dict[str, Any]:
    """Return the fields of a meeting that a document states with a value of the right type."""
    values: dict[str, Any] = {key: facts[key] for key in _TEXTS if isinstance(facts.get(key), str) and facts[key]}
    if isinstance(facts.get("ordinal"), int):
        values["ordinal"] = facts["ordinal"]
    for key in _LISTS:
        value = facts.get(key)
        if isinstance(value, (list, tuple)) and value and all(isinstance(item, str) for item in value):
            values[key] = tuple(value)
    return values
