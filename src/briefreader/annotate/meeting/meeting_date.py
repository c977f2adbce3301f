"""The day of a meeting: as stated, or counted from the release by `today` and `yesterday`."""

import re
from datetime import date, datetime, timedelta

from briefreader.annotate.meeting.report_sentences import Reading, Report
from briefreader.annotate.mentions import dates
from briefreader.annotate.mentions.dates import DateFound
from briefreader.annotate.text.masked_sentences import pattern

# Before a date, these say that something else was then.
_OTHER_TIMES = frozenset("since after before until by announced established launched created signed".split())
_TODAY = re.compile(r"\b(?:today|earlier today|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_MEETING = r"(?:meeting|call|session|dialogue|summit|talks|consultations)"
_TODAYS_MEETING = re.compile(
    rf"\b(?:[Tt]oday|[Yy]esterday)'s {_MEETING}|\b{_MEETING} (?:held )?(?:earlier )?(?:today|yesterday)\b"
)
_YESTERDAYS_MEETING = re.compile(rf"\b[Yy]esterday's {_MEETING}|\b{_MEETING} (?:held )?yesterday\b")
_OPENS_TODAY = pattern(r"(?:Today|Yesterday), [^.]*(?:<E>|\btalks\b|\bconsultations\b|\bmeeting\b)")
_YESTERDAY = re.compile(r"\byesterday\b", re.IGNORECASE)
_ON_DAY = pattern(r"\b[Oo]n (?P<day><D>)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WASHINGTON = "America/New_York"
# A release before this hour tells of the day before.
_MORNING = 6


def day(reading: Reading, city: str | None) -> str | None:
    """Return the first day of the meeting as ISO 8601, as precise as stated; never the bare date of release."""
    for report in (*reading.body[:2], *reading.ordered[len(reading.body) :]):
        if stated := _stated(reading, report):
            return _completed(reading, stated)
        if counted := _counted(reading, report.sentence.bones, city) or _weekday(reading, report):
            return counted
    told = {report.sentence.number for report in reading.found}
    for sentence in reading.sentences:
        opens = sentence.number < 4 and _OPENS_TODAY.match(sentence.bones)
        if sentence.number not in told and not opens and not _TODAYS_MEETING.search(sentence.bones):
            continue
        if counted := _counted(reading, sentence.bones, city):
            return counted
    return None


def _counted(reading: Reading, bones: str, city: str | None) -> str | None:
    """The day of `today` or `yesterday`, counted from the release."""
    if _TODAY.search(bones) and not _YESTERDAYS_MEETING.search(bones):
        return _release(reading, city)
    if _YESTERDAY.search(bones):
        release = _release(reading, city)
        return dates.shifted(release, -1) if release else None
    return None


def _weekday(reading: Reading, report: Report) -> str | None:
    """The day of `on Monday`: the last one before the release, the next one where the meeting is to come."""
    release = reading.document.date
    if not release or len(release) != len("2021-01-01"):
        return None
    for match in _ON_DAY.finditer(report.sentence.bones):
        number = report.sentence.at.get(match.start("day"))
        word = reading.entities.mentions[number].text if number is not None else ""
        if word in _WEEKDAYS:
            weekday = date.fromisoformat(release).weekday()
            back = (weekday - _WEEKDAYS.index(word)) % 7
            ahead = report.verb.startswith("will ")
            return dates.shifted(release, (_WEEKDAYS.index(word) - weekday) % 7 if ahead else -back)
    return None


def _stated(reading: Reading, report: Report) -> DateFound | None:
    """The date that a sentence gives the meeting: one after its verb before one ahead of it, days before months."""
    tokens = reading.entities.scene.tokens
    span = report.sentence.span
    verb = span.start + max(report.sentence.bones.find(report.verb), 0)
    best: tuple[int, DateFound] | None = None
    for item in reading.entities.dates:
        start = tokens.starts[item.first]
        if not span.start <= start < span.end or item.month is None:
            continue
        before = [word.lower() for word in tokens.words[max(0, item.first - 3) : item.first]]
        if (item.day is None and before[-1:] != ["in"]) or _OTHER_TIMES.intersection(before):
            continue
        rank = 2 * (item.day is not None) + (start >= verb and before[-1:] == ["on"])
        if best is None or rank > best[0]:
            best = rank, item
    return best[1] if best else None


def _completed(reading: Reading, item: DateFound) -> str | None:
    """The date with its year, if need be that of the release, or the one before where the month lies ahead of it."""
    if item.year is not None or item.month is None:
        return item.iso
    release = reading.document.date
    if not release:
        years = [other.year for other in reading.entities.dates if other.year and other.month]
        only = {other.year for other in reading.entities.dates if other.year}
        year = years[0] if years else only.pop() if len(only) == 1 else None
        return dates.iso(year, item.month, item.day)
    ahead = len(release) >= 7 and item.month > int(release[5:7]) + 2
    return dates.iso(int(release[:4]) - ahead, item.month, item.day)


def _release(reading: Reading, city: str | None) -> str | None:
    """The day of the release in the meeting place's own time, Washington's for calls; the day before if at night."""
    published = reading.document.published
    if published:
        moment = _local(published, _zone(reading, city))
        if moment:
            return (moment - timedelta(days=moment.hour < _MORNING)).date().isoformat()
    return reading.document.date


def _zone(reading: Reading, city: str | None) -> str:
    """The time zone of a listed city, its own or its country's."""
    entry = next((item for item in reading.names.of("cities") if item.name == city), None)
    if entry is None:
        return _WASHINGTON
    country = next((item for item in reading.names.of("countries") if item.name == entry.fact("country")), None)
    return entry.fact("zone") or (country.fact("zone") if country else None) or _WASHINGTON


def _local(published: str, zone: str) -> datetime | None:
    from zoneinfo import ZoneInfo  # 4 ms, and only a release with its hour needs it

    try:
        moment = datetime.fromisoformat(published)
        return moment.astimezone(ZoneInfo(zone)) if moment.tzinfo is not None else None
    except (ValueError, OverflowError, KeyError, OSError):  # no such moment, or no time zones on this machine
        return None
