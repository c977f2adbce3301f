"""Reads the meeting that a text reports, field by field; a field without evidence stays None."""

from collections.abc import Mapping
from typing import Any

from briefreader.annotate.meeting import (
    journey,
    meeting_date,
    meeting_format,
    next_meeting,
    ordinal,
    series_membership,
    sides,
    venue,
)
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.model import Meeting

_TEXTS = ("series", "date", "city", "country", "next", "format")
_LISTS = ("sides", "leads")
# A document that states one of these facts, or any under the key `meeting`, states a meeting.
_DECISIVE = frozenset(("series", "date", "sides", "leads"))


def read(evidence: MeetingEvidence) -> Meeting | None:
    """Return the meeting that a text reports, None without one; the facts of the document override the text."""
    facts = evidence.document.facts
    stated = _stated(facts)
    values = _read(evidence) if evidence.report_sentences else {}
    if not (any(values.values()) or facts.get("meeting") or _DECISIVE.intersection(stated)):
        return None
    values |= stated
    keys = tuple(key for key in Meeting._fields if key in stated)
    return Meeting(**values, stated=keys) if any(values.values()) else None


def _read(evidence: MeetingEvidence) -> dict[str, Any]:
    trip = journey.journey(evidence)
    if journey.is_domestic(evidence, trip):
        return {}  # no other side takes part in a journey at home
    event = series_membership.event(evidence)
    series, members = series_membership.series(evidence, event)
    format_ = meeting_format.meeting_format(evidence)
    city, country = (None, None) if format_ in ("call", "virtual") else venue.venue(evidence, trip)
    return {
        "series": series,
        "ordinal": ordinal.ordinal(evidence, event),
        "date": meeting_date.day(evidence, city),
        "format": format_ or ("in person" if city and not meeting_format.is_mixed(evidence) else None),
        "city": city,
        "country": country,
        "sides": sides.sides(evidence, members, event, trip),
        "leads": evidence.leads,
        "next": next_meeting.read(evidence.entities, evidence.sentences),
    }


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
