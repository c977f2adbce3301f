"""Reads the day of a release in the local time of the meeting, from which `today` and `yesterday` are counted."""

from datetime import datetime, timedelta

from briefreader.annotate.meeting.evidence import MeetingEvidence

_WASHINGTON = "America/New_York"
# A release before this hour reports the day before.
_MORNING = 6


def release_day(evidence: MeetingEvidence, city: str | None, country: str | None) -> tuple[str | None, bool]:
    """Return the day of the release as ISO 8601, and whether its time zone is known or plays no part.

    The time zone is that of the town or country of the meeting, else of the country whose site issued the text, else
    the one that the time of the release is written in. UTC tells of no place; Washington then stands in.
    """
    document = evidence.document
    published = _moment(document.published)
    if published is None:
        return document.date, True
    zone = _zone_of_city(evidence, city) or _zone_of_country(evidence, country or evidence.country_of_site)
    known = zone is not None or bool(published.utcoffset())
    local = published if zone is None and known else _local(published, zone or _WASHINGTON)
    if local is None:
        return document.date, True
    return (local - timedelta(days=local.hour < _MORNING)).date().isoformat(), known


def _zone_of_city(evidence: MeetingEvidence, city: str | None) -> str | None:
    """Return the time zone of a listed city, else of its country."""
    entry = evidence.gazetteer.cities.get(city or "")
    return None if entry is None else entry.fact("zone") or _zone_of_country(evidence, entry.fact("country"))


def _zone_of_country(evidence: MeetingEvidence, country: str | None) -> str | None:
    """Return the time zone of a listed country, of several that of the capital."""
    entry = evidence.gazetteer.countries.get(country or "")
    return None if entry is None else entry.fact("zone")


def _moment(published: str | None) -> datetime | None:
    """Return a time with its zone, None for a time without one."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return None if moment.tzinfo is None else moment


def _local(moment: datetime, zone: str) -> datetime | None:
    """Return a moment in a time zone, None on a machine without time zones."""
    from zoneinfo import ZoneInfo  # takes 4 ms, and few releases have an hour

    try:
        return moment.astimezone(ZoneInfo(zone))
    except (OverflowError, KeyError, OSError, ValueError):
        return None
