"""Reads the day of a meeting: a stated date, or `today`, `yesterday` and weekdays counted from the release."""

import re
from datetime import date, datetime, timedelta

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.report_sentences import ReportSentence
from briefreader.annotate.mentions.dates import WEEKDAYS, DateSpan, iso, shifted
from briefreader.annotate.text.masked_sentences import MaskedSentence, pattern
from briefreader.text import Span

# After one of these a date is not the date of the meeting.
_OTHER_TIMES = frozenset("since after before until by announced established launched created signed".split())
# A date behind these words is that of another meeting.
_NEXT = re.compile(
    r"\bnext (?:\w+ ){0,2}(?:meeting|round|session|dialogue|talks|summit|consultations|event)\b", re.IGNORECASE
)
_TODAY = re.compile(r"\b(?:today|earlier today|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
_MEETING = r"(?:meeting|call|session|dialogue|summit|talks|consultations)"
_TODAYS_MEETING = re.compile(
    rf"\b(?:[Tt]oday|[Yy]esterday)'s {_MEETING}|\b{_MEETING} (?:held )?(?:earlier )?(?:today|yesterday)\b"
)
_YESTERDAYS_MEETING = re.compile(rf"\b[Yy]esterday's {_MEETING}|\b{_MEETING} (?:held )?yesterday\b")
_OPENS_TODAY = pattern(r"(?:Today|Yesterday), [^.]*(?:<E>|\btalks\b|\bconsultations\b|\bmeeting\b)")
_YESTERDAY = re.compile(r"\byesterday\b", re.IGNORECASE)
_ON_DAY = pattern(r"\b[Oo]n (?P<day><D>)")
_WASHINGTON = "America/New_York"
# A release before this hour reports the day before.
_MORNING = 6
_FIRST_SENTENCES = 4


def day(evidence: MeetingEvidence, city: str | None) -> Fact[str] | None:
    """Return the first day of the meeting as ISO 8601, as precise as stated, None where only the release is dated."""
    for report in (*evidence.in_body[:2], *evidence.body_first[len(evidence.in_body) :]):
        if stated := _stated(evidence, report):
            day = _with_year(evidence, stated)
            return Fact(day, _words(evidence, stated)) if day else None
        if counted := _counted(evidence, report.sentence, city) or _weekday(evidence, report):
            return counted
    reporting = {report.sentence.number for report in evidence.report_sentences}
    for sentence in evidence.sentences:
        opens = sentence.number < _FIRST_SENTENCES and _OPENS_TODAY.match(sentence.masked)
        if sentence.number not in reporting and not opens and not _TODAYS_MEETING.search(sentence.masked):
            continue
        if counted := _counted(evidence, sentence, city):
            return counted
    return None


def _words(evidence: MeetingEvidence, item: DateSpan) -> Span:
    """Return the range of the text that holds a date."""
    tokens = evidence.entities.context.tokens
    return Span(tokens.starts[item.first], tokens.ends[item.last - 1])


def _counted(evidence: MeetingEvidence, sentence: MaskedSentence, city: str | None) -> Fact[str] | None:
    """Return the day of `today` or `yesterday`, counted from the release."""
    today = None if _YESTERDAYS_MEETING.search(sentence.masked) else _TODAY.search(sentence.masked)
    match = today or _YESTERDAY.search(sentence.masked)
    release = _release(evidence, city) if match else None
    day = release if today or release is None else shifted(release, -1)
    return Fact(day, evidence.words(sentence, *match.span())) if match and day else None


def _weekday(evidence: MeetingEvidence, report: ReportSentence) -> Fact[str] | None:
    """Return the day of `on Monday`: the last Monday before the release, or the next one for a meeting to come."""
    release = evidence.document.date
    if not release or len(release) != len("2021-01-01"):
        return None
    for match in _ON_DAY.finditer(report.sentence.masked):
        number = report.sentence.mention_at.get(match.start("day"))
        word = evidence.entities.mentions[number].text if number is not None else ""
        if number is not None and word in WEEKDAYS:
            ahead = WEEKDAYS[word] - date.fromisoformat(release).weekday()
            day = shifted(release, ahead % 7 if report.verb.startswith("will ") else -(-ahead % 7))
            return Fact(day, evidence.words_of([number])) if day else None
    return None


def _stated(evidence: MeetingEvidence, report: ReportSentence) -> DateSpan | None:
    """Return the date of the meeting in a sentence: a day rather than a month, after the verb rather than before."""
    tokens = evidence.entities.context.tokens
    span = report.sentence.span
    verb = span.start + max(report.sentence.masked.find(report.verb), 0)
    other = _NEXT.search(report.sentence.masked)
    end = span.start + other.start() if other else span.end
    best: tuple[int, DateSpan] | None = None
    for item in evidence.entities.dates:
        start = tokens.starts[item.first]
        if not span.start <= start < end or item.month is None:
            continue
        before = [word.lower() for word in tokens.words[max(0, item.first - 3) : item.first]]
        if (item.day is None and before[-1:] != ["in"]) or _OTHER_TIMES.intersection(before):
            continue
        rank = 2 * (item.day is not None) + (start >= verb and before[-1:] == ["on"])
        if best is None or rank > best[0]:
            best = rank, item
    return best[1] if best else None


def _with_year(evidence: MeetingEvidence, item: DateSpan) -> str | None:
    """Return a date with its year, else with that of the release, or the year before for a month far ahead of it."""
    if item.year is not None or item.month is None:
        return item.iso
    release = evidence.document.date
    if not release:
        years = [other.year for other in evidence.entities.dates if other.year and other.month]
        only = {other.year for other in evidence.entities.dates if other.year}
        year = years[0] if years else only.pop() if len(only) == 1 else None
        return iso(year, item.month, item.day)
    ahead = len(release) >= 7 and item.month > int(release[5:7]) + 2
    return iso(int(release[:4]) - ahead, item.month, item.day)


def _release(evidence: MeetingEvidence, city: str | None) -> str | None:
    """Return the day of the release in the time zone of the city; a release at night counts for the day before."""
    published = evidence.document.published
    if published:
        moment = _local(published, _zone(evidence, city))
        if moment:
            return (moment - timedelta(days=moment.hour < _MORNING)).date().isoformat()
    return evidence.document.date


def _zone(evidence: MeetingEvidence, city: str | None) -> str:
    """Return the time zone of a listed city or of its country, that of Washington for any other meeting."""
    entry = evidence.gazetteer.cities.get(city or "")
    if entry is None:
        return _WASHINGTON
    country = evidence.gazetteer.countries.get(entry.fact("country") or "")
    return entry.fact("zone") or (country.fact("zone") if country else None) or _WASHINGTON


def _local(published: str, zone: str) -> datetime | None:
    """Return a moment in a time zone, None for no moment with a zone or on a machine without time zones."""
    from zoneinfo import ZoneInfo  # takes 4 ms, and few releases have an hour

    try:
        moment = datetime.fromisoformat(published)
        return moment.astimezone(ZoneInfo(zone)) if moment.tzinfo is not None else None
    except (ValueError, OverflowError, KeyError, OSError):
        return None
