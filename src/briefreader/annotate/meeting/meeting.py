"""The meeting a text reports: series, ordinal, date, format, place, sides, who led, what comes next. Never a guess."""

from collections.abc import Mapping
from typing import Any

from briefreader.annotate.meeting import journey as travel
from briefreader.annotate.meeting import meeting_date as occasion
from briefreader.annotate.meeting import next_meeting as upcoming
from briefreader.annotate.meeting import series_membership as series
from briefreader.annotate.meeting import sides, venue
from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.model import Meeting

_TEXTS = ("series", "date", "city", "country", "next", "format")
_LISTS = ("sides", "leads")
# A document that states one of these states a meeting.
_TELLING = frozenset(("series", "date", "sides", "leads"))


def read(reading: Reading) -> Meeting | None:
    """Return the meeting that a text reports, None where it reports none; what the document states wins."""
    stated = _stated(reading.document.facts)
    values = _read(reading) if reading.found else {}
    values |= stated
    return Meeting(**values) if any(values.values()) else None


def _read(reading: Reading) -> dict[str, Any]:
    trip = travel.journey(reading)
    if travel.stays_home(reading, trip):
        return {}  # a journey at home brings no sides together
    event = series.event(reading)
    name, parties = series.series(reading, event)
    format_ = venue.meeting_format(reading)
    city, country = (None, None) if format_ in ("call", "virtual") else venue.place(reading, trip)
    return {
        "series": name,
        "ordinal": series.ordinal(reading, event),
        "date": occasion.day(reading, city),
        "format": format_ or ("in person" if city and not venue.is_mixed(reading) else None),
        "city": city,
        "country": country,
        "sides": sides.sides(reading, parties, event, trip),
        "leads": reading.leads,
        "next": upcoming.read(reading.entities, reading.sentences),
    }


def _stated(facts: Mapping[str, object]) -> dict[str, Any]:
    """The fields of a meeting that a document states, those of the right type."""
    values: dict[str, Any] = {key: facts[key] for key in _TEXTS if isinstance(facts.get(key), str) and facts[key]}
    if isinstance(facts.get("ordinal"), int):
        values["ordinal"] = facts["ordinal"]
    for key in _LISTS:
        value = facts.get(key)
        if isinstance(value, (list, tuple)) and value and all(isinstance(item, str) for item in value):
            values[key] = tuple(value)
    return values if _TELLING.intersection(values) else {}
