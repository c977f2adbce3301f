"""Reads the day of a meeting: a stated date, or `today`, `yesterday` and weekdays counted from the release."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.occasion.clause_verbs import MEETING_NOUN
from briefreader.annotate.meeting.occasion.governor import Standing, standing
from briefreader.annotate.meeting.occasion.release_day import release_day
from briefreader.annotate.mentions.dates import WEEKDAYS, DateSpan, iso, shifted
from briefreader.annotate.text.masked_sentences import DATE, EVENT, MaskedSentence
from briefreader.annotate.text.word_classes import WordClass
from briefreader.text import Span

_TODAY = re.compile(
    r"\b(?:(?:earlier |later )?today|yesterday|tomorrow|(?:earlier )?this (?:morning|afternoon|evening)|tonight|last "
    r"night)\b"
    r"(?:,? \(?(?:on )?(?:the )?(?P<day>[0-3]?\d|[\ue008\ue009])(?:st|nd|rd|th)?\)?(?![\w-]))?",
    re.IGNORECASE,
)
# A sentence without one of these words has no such day.
_DAYS = WordClass.of_any_case("today yesterday tomorrow morning afternoon evening tonight night".split())
_TODAY_OR_YESTERDAY = WordClass.of_any_case(("today", "yesterday"))
_DAY_BEFORE = re.compile(r"yesterday|last night", re.IGNORECASE)
_TODAYS_MEETING = re.compile(
    rf"\b(?P<its>today|yesterday)'s (?:[a-z-]+ ){{0,2}}(?:{EVENT}|{MEETING_NOUN}\b)|\b(?:following|after|at|during|in) "
    rf"(?:an?|the|their|our|this|his|her) (?:[\w-]+ ){{0,3}}{MEETING_NOUN} (?:held )?(?:earlier )?"
    r"(?P<then>today|yesterday)\b",
    re.IGNORECASE,
)
# A day of the month without its month: `on the 24th`, `on the evening of the 24th`.
_DAY_OF_MONTH = re.compile(
    r"\bon (?:the )?(?:[a-z]+ of )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)"
    r"(?=[,.;)]|$| (?:\(|(?:early |late )?(?:morning|afternoon|evening|night)|in|at|with|to|by|and)\b)"
)
_NUMBERED = WordClass(re.compile(r"\d{1,2}(?:st|nd|rd|th)").fullmatch)
_BARE_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?")
_BEFORE_MONTH = re.compile(r"\b(?:in|during|of) (?:the )?$", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|to be|shall|is scheduled|are scheduled|is due|upcoming|plans? to)\b")
_ANNOUNCES = re.compile(r"\bannounc(?:e|es|ed|ing)(?: (?:today|jointly))? that\b[^;]*\b(?:will|to be)\b")
_OWN_VERB = (Standing.FINITE, Standing.VISIT)
_WHOLE = len("2021-01-01")
_OPENING = 8
_FIRST = 3
_FAR = 45


class _Candidate(NamedTuple):
    """Holds a day that may be that of the meeting."""

    rank: tuple[int, bool]
    day: str | None
    words: Span
    plain: bool


def day(evidence: MeetingEvidence, city: str | None, country: str | None) -> Fact[str] | None:
    """Return the first day of the meeting as ISO 8601, as precise as stated, None where only the release is dated.

    The day beside the verb of the meeting comes first, then the day of the noun; a day of something else never counts.
    """
    release, zone_known = release_day(evidence, city, country)
    best: _Candidate | None = None
    for sentence, reports in _sentences(evidence):
        for found in (
            *_counted(evidence, sentence, release, zone_known, reports),
            *_stated(evidence, sentence, reports),
        ):
            if found.day and (best is None or found.rank > best.rank):
                best = found
    return Fact(best.day, best.words, best.plain) if best and best.day else None


def _sentences(evidence: MeetingEvidence) -> Iterator[tuple[MaskedSentence, bool]]:
    """Yield the sentences that may date the meeting, and whether they report it: the body first, then the title."""
    reports = evidence.in_body[:3]
    numbers = {report.sentence.number for report in reports}
    titles = [report.sentence for report in evidence.report_sentences if report.sentence.is_title]
    for report in reports:
        yield report.sentence, True
    for sentence in evidence.sentences:
        if sentence.is_title or sentence.number in numbers:
            continue
        if sentence.number < _OPENING or _todays_meetings(sentence):
            yield sentence, False
    for sentence in titles:
        yield sentence, True


def _todays_meetings(sentence: MaskedSentence) -> list[re.Match[str]]:
    """Return the places where a sentence speaks of a meeting held today or yesterday."""
    if not sentence.has(_TODAY_OR_YESTERDAY):
        return []
    return [*_TODAYS_MEETING.finditer(sentence.masked)]


def _counted(
    evidence: MeetingEvidence, sentence: MaskedSentence, release: str | None, zone_known: bool, reports: bool
) -> Iterator[_Candidate]:
    """Yield the days of `today` and `yesterday`, counted from the release."""
    if not sentence.has(_DAYS):
        return
    meeting_at = [found.start(found.lastgroup or 0) for found in _todays_meetings(sentence)]
    for match in _TODAY.finditer(sentence.masked):
        held = standing(sentence.masked, match.start(), match.end())
        if any(match.start() <= at < match.end() for at in meeting_at):
            held = Standing.FINITE
        if held < Standing.VISIT and not reports:
            continue
        if reports and not evidence.is_held and _ANNOUNCES.search(sentence.masked):
            continue  # the day of the announcement
        later = match[0].lower().startswith("tomorrow")
        if later and not _TO_COME.search(sentence.masked, 0, match.start()):
            continue
        day = release and shifted(release, later - bool(_DAY_BEFORE.match(match[0])))
        number = _day_number(evidence, sentence, match)
        near = _nearest(day, number) if number else None
        rank = Standing.FINITE if held >= Standing.VISIT else Standing.VISIT
        plain = held >= Standing.VISIT and (zone_known or near is not None)
        yield _Candidate((rank, True), near or day, evidence.words(sentence, *match.span()), plain)


def _day_number(evidence: MeetingEvidence, sentence: MaskedSentence, match: re.Match[str]) -> int | None:
    """Return the day of the month in brackets after `today`: `today (25)`."""
    day = match["day"]
    if day and not day.isdigit():
        day = evidence.entities.mentions[sentence.mention_at[match.start("day")]].text
    return int(day) if day and day.isdigit() and len(day) < 3 else None


def _nearest(release: str | None, day: int) -> str | None:
    """Return the last day before a release, or the day after it, that has a number in its month."""
    days = (shifted(release, -back) for back in range(-1, 28)) if release and len(release) == _WHOLE else ()
    return next((found for found in days if found and int(found[8:]) == day), None)


def _stated(evidence: MeetingEvidence, sentence: MaskedSentence, reports: bool) -> Iterator[_Candidate]:
    """Yield the stated days of a sentence that belong to the meeting."""
    masked = sentence.masked
    for at, number in sentence.mention_at.items():
        if masked[at] != DATE:
            continue
        held = standing(masked, at, at + 1)
        if held == Standing.BACKGROUND or (not reports and held < _least_standing(sentence)):
            continue
        words = evidence.words_of([number])
        item = next(evidence.dates_in(words), None)
        if item is None or item.month is None:
            if day := _incomplete(evidence, sentence, evidence.entities.mentions[number].text):
                yield _Candidate((held, True), day, words, reports and held > Standing.SUGGESTED)
            continue
        if item.day is None and (held not in _OWN_VERB or not _BEFORE_MONTH.search(masked, 0, at)):
            continue
        day = _with_year(evidence, item, masked)
        plain = held > Standing.SUGGESTED and _is_near(evidence, day, masked)
        if not reports and evidence.is_held and _is_after(day, evidence.document.date):
            held = Standing.SUGGESTED  # the day of a meeting that was held comes before a day to come
        yield _Candidate((held, item.day is not None), day, words, plain)
    for match in _DAY_OF_MONTH.finditer(masked) if sentence.has(_NUMBERED) else ():
        held = standing(masked, match.start("day"), match.end())
        if held > Standing.SUGGESTED and reports:
            day = _nearest(evidence.document.date, int(match["day"]))
            yield _Candidate((held, True), day, evidence.words(sentence, *match.span()), True)


def _least_standing(sentence: MaskedSentence) -> Standing:
    """Return how surely a date of a sentence that does not report the meeting must be that of the meeting."""
    return Standing.VISIT if sentence.number <= _FIRST else Standing.FINITE


def _incomplete(evidence: MeetingEvidence, sentence: MaskedSentence, text: str) -> str | None:
    """Return the day of `on Monday` or `on the 24th`: the last one, or the next one for a meeting to come."""
    release = evidence.document.date
    if not release or len(release) != _WHOLE:
        return None
    if number := _BARE_DAY.fullmatch(text):
        return _nearest(release, int(number[1]))
    if text not in WEEKDAYS:
        return None
    ahead = WEEKDAYS[text] - date.fromisoformat(release).weekday()
    return shifted(release, ahead % 7 if _TO_COME.search(sentence.masked) else -(-ahead % 7))


def _is_near(evidence: MeetingEvidence, day: str | None, masked: str) -> bool:
    """Return whether a day lies before the release and near it, as the day of a meeting held does."""
    release = evidence.document.date
    if not day or not release or len(day) != _WHOLE or len(release) != _WHOLE:
        return True
    try:
        back = (date.fromisoformat(release) - date.fromisoformat(day)).days
    except ValueError:
        return True
    return -1 <= back <= _FAR or (back < 0 and bool(_TO_COME.search(masked)))


def _is_after(day: str | None, release: str | None) -> bool:
    """Return whether a day or month comes after that of the release."""
    return bool(day and release and day > release[: len(day)])


def _with_year(evidence: MeetingEvidence, item: DateSpan, masked: str) -> str | None:
    """Return a date with its year, else with that of the release.

    A month far ahead of the release is that of the year before; a month far behind it, in a sentence about the future,
    that of the next year.
    """
    if item.year is not None or item.month is None:
        return item.iso
    release = evidence.document.date
    if not release:
        years = [other.year for other in evidence.entities.dates if other.year and other.month]
        only = {other.year for other in evidence.entities.dates if other.year}
        year = years[0] if years else only.pop() if len(only) == 1 else None
        return iso(year, item.month, item.day)
    ahead = item.month - int(release[5:7]) if len(release) >= len("2021-01") else 0
    to_come = bool(_TO_COME.search(masked))
    return iso(int(release[:4]) - (ahead > 2 and not to_come) + (ahead < -2 and to_come), item.month, item.day)
