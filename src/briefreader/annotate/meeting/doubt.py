"""Estimates how sure each fact of a meeting is from signs of a plain reading; a fact below a threshold is doubtful.

A sign is a statement about a fact and the text around it, such as that a lead has a known side. Each has a weight in
general and one for each field, learned by logistic regression from annotated texts (`tests/annotate/train_doubt.py`).
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from briefreader.annotate.meeting.doubt_weights import THRESHOLD, WEIGHTS
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact

Facts = Mapping[str, Fact[Any]]
_BESIDE_THE_VERB = frozenset(("date", "format", "city", "country"))
_REPORTING = "in a sentence that reports the meeting"
_EARLY = 3
_OPENING = 6
_WHOLE_DAY = len("2025-03-14")


def unsure(facts: Facts, evidence: MeetingEvidence) -> tuple[str, ...]:
    """Return the fields of a meeting whose facts are doubtful: read by a guess, or with signs of a wrong reading."""
    shared = tuple(signs_of_the_text(facts, evidence))
    return tuple(key for key in facts if _is_unsure(key, facts, evidence, shared))


def _is_unsure(key: str, facts: Facts, evidence: MeetingEvidence, shared: tuple[str, ...]) -> bool:
    if not facts[key].plain:
        return True
    found = (*shared, *signs(key, facts, evidence))
    return not is_beside_the_verb(key, found) and certainty(key, found) < THRESHOLD


def is_beside_the_verb(key: str, found: Sequence[str]) -> bool:
    """Return whether a fact is day, place or format in the sentence that reports the meeting, which is hardly wrong."""
    return key in _BESIDE_THE_VERB and _REPORTING in found


def certainty(key: str, found: Iterable[str]) -> float:
    """Return the estimated probability that a fact of one field with these signs is right."""
    general, of_field = WEIGHTS.get("", {}), WEIGHTS.get(key, {})
    total = of_field.get("", 0.0)
    for sign in found:
        total += general.get(sign, 0.0) + of_field.get(sign, 0.0)
    return 1 / (1 + math.exp(-total))


def signs(key: str, facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    """Yield the signs of one fact, without those that it shares with the other facts of the text."""
    yield from _signs_of_the_words(facts[key], evidence)
    yield from _SIGNS_OF_FIELDS[key](facts, evidence)


def signs_of_the_text(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    """Yield the signs that all facts of a text share."""
    in_body = evidence.in_body
    if not in_body:
        yield "only the title reports the meeting"
    else:
        yield "the first sentences report the meeting" if in_body[0].sentence.number <= 2 else "a later one does"
    if len(evidence.report_sentences) > len(in_body):
        yield "the title names the meeting"
    if "leads" not in facts:
        yield "no leads"
    if "sides" not in facts:
        yield "no sides"
    elif len(facts["sides"].value) == 2:
        yield "two sides"


def _signs_of_the_words(fact: Fact[Any], evidence: MeetingEvidence) -> Iterator[str]:
    after = bisect_right(evidence.sentences, fact.words.start, key=lambda item: item.span.start)
    at = evidence.sentences[after - 1]
    if after == 0 or fact.words.start >= at.span.end:
        return
    reporting = any(report.sentence.number == at.number for report in evidence.report_sentences)
    yield _REPORTING if reporting else "in another sentence"
    if at.is_title:
        yield "in the title"
    else:
        yield "early" if at.number <= _EARLY else "in the opening" if at.number <= _OPENING else "late"


def _of_series(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    name = facts["series"].value
    gazetteer = evidence.gazetteer
    if name in gazetteer.events or gazetteer.called("EVENT", name) != name or name.isupper():
        yield "listed or an acronym"
    if "ordinal" in facts:
        yield "with an ordinal"


def _of_ordinal(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    yield "with a series" if "series" in facts else "without a series"
    if facts["ordinal"].value == 1:
        yield "the first"


def _of_date(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    held, words = facts["date"].value, facts["date"].words
    released = evidence.document.date
    stated = any(character.isdigit() for character in evidence.document.text[words.start : words.end])
    yield "a stated day" if stated else "counted from the release"
    if len(held) < _WHOLE_DAY:
        yield "no whole day"
    elif released and len(released) == _WHOLE_DAY:
        try:
            days = (date.fromisoformat(released) - date.fromisoformat(held)).days
        except ValueError:
            return
        yield "ahead" if days < 0 else "on the day" if days == 0 else "just before" if days <= 3 else "long before"
    else:
        yield "no day of release"


def _of_format(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    yield f"{facts['format'].value}"
    if "city" in facts:
        yield "with a city"


def _of_place(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    sides = facts["sides"].value if "sides" in facts else ()
    country = facts["country"].value if "country" in facts else None
    yield "of a side" if country in sides else "of no side"
    if "city" not in facts:
        yield "without a city"


def _of_sides(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    sides = facts["sides"].value
    yield f"{min(len(sides), 4)} sides"
    leads = facts["leads"].value if "leads" in facts else ()
    known = {evidence.people[name].side for name in leads if name in evidence.people}
    if known and known <= set(sides):
        yield "every lead is of a side"
    elif None in known:
        yield "a lead has no side"
    elif known:
        yield "a lead is of no side"
    if known >= set(sides):
        yield "every side has a lead"


def _of_leads(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    leads = facts["leads"].value
    yield f"{min(len(leads), 4)} leads"
    people = [evidence.people[name] for name in leads if name in evidence.people]
    if any(person.side is None for person in people):
        yield "a lead has no side"
    if any(person.title is None for person in people):
        yield "a lead has no office"
    if any(" " not in name for name in leads):
        yield "a lead has one name"
    if len({person.side for person in people}) == len(leads) == 2:
        yield "leads of two sides"


def _of_next(facts: Facts, evidence: MeetingEvidence) -> Iterator[str]:
    yield "a date" if facts["next"].value[:4].isdigit() else "words"


_SIGNS_OF_FIELDS = {
    "series": _of_series, "ordinal": _of_ordinal, "date": _of_date, "format": _of_format, "city": _of_place,
    "country": _of_place, "sides": _of_sides, "leads": _of_leads, "next": _of_next,
}  # fmt: skip
