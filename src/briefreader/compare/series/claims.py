"""Checks the claims of texts that a meeting is the first against the earlier meetings of its series."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from briefreader.compare.series.claimed_series import names_other_body, without_series_words
from briefreader.counts import counted
from briefreader.long_dates import MONTH_NAMES
from briefreader.model import FirstClaim, MeetingFormat, Span
from briefreader.sentences import sentences
from briefreader.text import fold, words

Verdict = Literal["borne out", "contradicted", "unknown"]

OTHER_BODY = "it names another body than this series"

LEAST_WORDS = 2
"""Words of an act from which it is sought in earlier texts; a single word stands anywhere."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_DONE = re.compile(r"\b(?:will|shall|would|plan\w*|intend\w*|look\w* forward|not|never)\b|\bto be\b", re.IGNORECASE)


class MeetingFacts(NamedTuple):
    """A meeting of a series as far as claims are concerned; `id` is that of the brief that stands for it."""

    id: str
    date: str | None
    ordinal: int | None
    format: MeetingFormat | None
    level: str | None
    city: str | None
    country: str | None
    sides: tuple[str, ...] = ()


class CheckedClaim(NamedTuple):
    """A claim of the brief of a meeting, and whether the earlier meetings of the series bear it out.

    `reason` says why in words. `by` is the brief of the meeting that decides it, with its sentence in `place` where
    words decide. `looked_at` is the number of earlier meetings; of `untold` of them the fact in question is not known.
    `missing` are the numbers of earlier meetings that the library does not have.
    """

    meeting: str
    claim: FirstClaim
    verdict: Verdict
    reason: str
    by: str | None = None
    place: Span | None = None
    looked_at: int = 0
    untold: int = 0
    missing: tuple[int, ...] = ()


class SeriesOfClaims(NamedTuple):
    """The meetings of a series by date, the spellings of its name, and a function that returns the text of a brief."""

    meetings: Sequence[MeetingFacts]
    names: Collection[str]
    text: Callable[[str], str]


def checked_claims(series: SeriesOfClaims, claims: Callable[[str], Iterable[FirstClaim]]) -> Iterator[CheckedClaim]:
    """Yield the claims of the meetings of a series in order, each with the verdict of the earlier meetings.

    `claims` returns the claims of the brief of a meeting by its ID.
    """
    for number, meeting in enumerate(series.meetings):
        told = set[object]()
        for claim in claims(meeting.id):
            found = _checked(series, number, claim)
            if (meaning := _meaning(found)) not in told:
                told.add(meaning)
                yield found


def _meaning(found: CheckedClaim) -> object:
    """Return a value equal for claims that say the same of a meeting, in the title and again in the text."""
    claim = found.claim
    if claim.event != "meeting":
        return claim
    bodies = claim.bodies if found.reason == OTHER_BODY else ()
    return found.reason, claim.format, claim.level, claim.place, claim.narrower, claim.scope, bodies


def _checked(series: SeriesOfClaims, number: int, claim: FirstClaim) -> CheckedClaim:
    meeting = series.meetings[number]
    if reason := _not_of_meeting(series, meeting, claim):
        return CheckedClaim(meeting.id, claim, "unknown", reason)
    if meeting.date is None:
        return CheckedClaim(meeting.id, claim, "unknown", "the library knows no date of this meeting")
    earlier = [each for each in series.meetings[:number] if each.date and _is_before(each.date, meeting.date)]
    missing = _missing(earlier, meeting)
    if not earlier:
        return _alone(series, number, claim, missing)
    found = (
        _by_words(series, meeting, claim, earlier)
        if claim.event == "act"
        else _by_facts(series, meeting, claim, earlier)
    )
    return found._replace(missing=missing)


def _not_of_meeting(series: SeriesOfClaims, meeting: MeetingFacts, claim: FirstClaim) -> str | None:
    """Return why a claim is none on the meeting of its text, None where it can be one."""
    if claim.event == "visit":
        return "the library knows meetings, not visits"
    if claim.time != "now":
        return (
            "it tells of an event to come" if claim.time == "coming" else "it tells of another event than this meeting"
        )
    if _is_another_day(claim.day, meeting.date):
        return f"it tells of {claim.day}, not of this meeting"
    if claim.event == "act":
        return None
    if names_other_body(claim, series.names, meeting.sides):
        return OTHER_BODY
    if claim.level and meeting.level and claim.level != meeting.level:
        return f"it tells of {claim.level}, and this is a meeting of {meeting.level}"
    if claim.format and meeting.format and claim.format != meeting.format:
        return f"the library knows this meeting as {meeting.format}"
    if _is_plain(series, meeting, claim) and (meeting.ordinal or 0) > 1 and not claim.scope:
        return f"this is meeting number {meeting.ordinal}, so it tells of an earlier one"
    return None


def _is_plain(series: SeriesOfClaims, meeting: MeetingFacts, claim: FirstClaim) -> bool:
    """Return whether a claim says nothing but that a meeting of the series is the first."""
    return not (claim.format or claim.level or claim.place or without_series_words(claim.narrower, series.names))


def _is_another_day(day: str | None, date: str | None) -> bool:
    """Return whether a date in words is of another year or month than an ISO date."""
    if day is None or date is None:
        return False
    year = _YEAR.search(day)
    if year and year[0] != date[:4]:
        return True
    month = next((number for number, name in enumerate(MONTH_NAMES, 1) if name.lower() in day.lower()), None)
    return month is not None and len(date) >= len("2024-05") and int(date[5:7]) != month


def _is_before(one: str, other: str) -> bool:
    """Return whether an ISO date is before another one as far as both are known."""
    common = min(len(one), len(other))
    return one[:common] < other[:common]


def _missing(earlier: Sequence[MeetingFacts], meeting: MeetingFacts) -> tuple[int, ...]:
    """Return the numbers before that of a meeting that no earlier meeting has, where the meetings are numbered."""
    if meeting.ordinal is None:
        numbers = [each.ordinal for each in earlier if each.ordinal]
        last = max(numbers) + 1 if numbers else 0
    else:
        last = meeting.ordinal
    known = {each.ordinal for each in earlier}
    return tuple(number for number in range(1, last) if number not in known) if last else ()


def _alone(series: SeriesOfClaims, number: int, claim: FirstClaim, missing: tuple[int, ...]) -> CheckedClaim:
    """Check a claim before which the library has no meeting: only the number of the next meeting can bear it out."""
    meeting = series.meetings[number]
    following = series.meetings[number + 1] if number + 1 < len(series.meetings) else None
    if claim.event == "meeting" and following and following.ordinal == 2 and meeting.ordinal in (None, 1):
        reason = "the next meeting in the library has number 2"
        return CheckedClaim(meeting.id, claim, "borne out", reason, following.id, missing=missing)
    reason = "the library has no earlier meeting of the series"
    return CheckedClaim(meeting.id, claim, "unknown", reason, missing=missing)


def _by_facts(
    series: SeriesOfClaims, meeting: MeetingFacts, claim: FirstClaim, earlier: Sequence[MeetingFacts]
) -> CheckedClaim:
    """Check a claim by form, level and place of the earlier meetings since the time that it names."""
    is_placed = claim.place in (meeting.city, meeting.country)
    compared = [_has(each, claim, is_placed=is_placed) for each in earlier]
    since = _since(claim, meeting.date or "")
    inside = [is_it for each, is_it in zip(earlier, compared, strict=True) if _is_after(each.date or "", since)]
    having = [
        each for each, is_it in zip(earlier, compared, strict=True) if is_it and _is_after(each.date or "", since)
    ]
    untold = sum(is_it is None for is_it in inside)
    checked = CheckedClaim(meeting.id, claim, "unknown", "", looked_at=len(earlier), untold=untold)
    if not having:
        if inside and untold == len(inside):
            return checked._replace(
                reason=f"no earlier meeting in the library tells its {_fact(claim, is_placed=is_placed)}"
            )
        return checked._replace(verdict="borne out", reason=_none_of(earlier))
    if claim.words and not (having := [each for each in having if _is_called(each, claim, series)]):
        word = " ".join(claim.words)
        return checked._replace(reason=f"there was an earlier meeting, but no earlier text calls it a {word}")
    narrower = [
        *without_series_words(claim.narrower, series.names),
        *([claim.place] if claim.place and not is_placed else []),
    ]
    if narrower:
        told = ", ".join(narrower)
        return checked._replace(reason=f"{having[0].id} was earlier, and the library cannot tell this of it: {told}")
    if claim.scope and since is None:
        return checked._replace(reason=f"{having[0].id} was earlier, and when “{claim.scope}” began is not known")
    return checked._replace(verdict="contradicted", reason=_described(having[-1]), by=having[-1].id)


def _has(meeting: MeetingFacts, claim: FirstClaim, *, is_placed: bool) -> bool | None:
    """Return whether an earlier meeting had already all that a claim says to be first, None where it is not known."""
    told: list[bool | None] = []
    if claim.format:
        told.append(None if meeting.format is None else meeting.format == claim.format)
    if claim.level:
        told.append(None if meeting.level is None else meeting.level == claim.level)
    if claim.place and is_placed:
        places = {meeting.city, meeting.country} - {None}
        told.append(claim.place in places if places else None)
    if False in told:
        return False
    return None if None in told else True


def _is_called(meeting: MeetingFacts, claim: FirstClaim, series: SeriesOfClaims) -> bool:
    """Return whether the text of a meeting, or the name of its series, has the word for it that a claim has."""
    sought = {fold(word) for word in claim.words}
    return any(sought <= {fold(word.text) for word in words(said)} for said in (*series.names, series.text(meeting.id)))


def _fact(claim: FirstClaim, *, is_placed: bool) -> str:
    names = (
        "form" if claim.format else "",
        "level" if claim.level else "",
        "place" if is_placed and claim.place else "",
    )
    return " and ".join(name for name in names if name)


def _since(claim: FirstClaim, date: str) -> str | None:
    """Return the year or month after which an earlier meeting contradicts, None for the whole series."""
    if claim.years is not None:
        return str(int(date[:4]) - max(1, claim.years))
    return claim.since


def _is_after(date: str, since: str | None) -> bool:
    return since is None or date[: len(since)] > since


def _none_of(earlier: Sequence[MeetingFacts]) -> str:
    if len(earlier) == 1:
        return f"not so the one earlier meeting in the library, of {earlier[0].date}"
    return f"none of the {counted(len(earlier), 'earlier meeting')} in the library, from {earlier[0].date} on"


def _described(meeting: MeetingFacts) -> str:
    """Return the facts of an earlier meeting in words."""
    place = meeting.city or meeting.country
    facts = (meeting.format or "", f"in {place}" if place else "", f"of {meeting.level}" if meeting.level else "")
    told = ", ".join(fact for fact in facts if fact)
    return f"the meeting of {meeting.date}{f' was {told}' if told else ' was earlier'}"


def _by_words(
    series: SeriesOfClaims, meeting: MeetingFacts, claim: FirstClaim, earlier: Sequence[MeetingFacts]
) -> CheckedClaim:
    """Check an act by its words: a sentence of an earlier text that has them all speaks of it as done."""
    sought = frozenset(fold(each.text) for word in claim.words for each in words(word))
    checked = CheckedClaim(meeting.id, claim, "unknown", "", looked_at=len(earlier))
    if len(sought) < LEAST_WORDS:
        return checked._replace(reason="it is no fact of a meeting, and its words are too few to be sought")
    since = _since(claim, meeting.date or "")
    told = " ".join(claim.words)
    for each in (each for each in earlier if _is_after(each.date or "", since)):
        if place := _sentence_with(sought, series.text(each.id)):
            reason = f"the text of {each.date} speaks of “{told}” already"
            return checked._replace(verdict="contradicted", reason=reason, by=each.id, place=place)
    if claim.scope and since is None:
        return checked._replace(reason=f"when “{claim.scope}” began is not known")
    return checked._replace(verdict="borne out", reason=f"by the words “{told}”, {_none_of(earlier)}")


def _sentence_with(sought: frozenset[str], text: str) -> Span | None:
    """Return the first sentence that has some folded words, unless it tells of an act to come or denied."""
    for span in sentences(text):
        said = text[span.start : span.end]
        if not _NOT_DONE.search(said) and sought <= {fold(word.text) for word in words(said)}:
            return span
    return None
