"""Reads the venue of a meeting: its city and country."""

import re
from typing import NamedTuple

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.journey import Journey
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, MaskedSentence, pattern
from briefreader.text import Span


class Venue(NamedTuple):
    """Holds the city and the country of a meeting."""

    city: Fact[str] | None = None
    country: Fact[str] | None = None


_AT = re.compile(r"(?:^| |\()(?:[Ii]n|[Aa]t)(?: the| a)?(?: island of| city of| town of)? $")
# After one of these words a place is not the venue.
_ELSEWHERE = re.compile(
    r"\b(?:ambassadors?|situation|war|aggression|violence|stability|peace|security|developments|officials|interests|"
    r"launch|launches|tests?|conflict|elections?|troops|forces|operations|crisis|efforts|ceasefire|invasion|progress|"
    r"presence|partners|allies|countries|events|transition|role|investment)(?: [\ue000-\ue009])? (?:in|at)(?: the)? $"
)
_TO = re.compile(r"\b(?:delegation|travel|traveled|travels|visit|welcom(?:e|es|ed|ing))\b.* to (?:the )?$")
_PURPOSE = re.compile(
    r" to (?:discuss|exchange|review|reaffirm|address|express|advance|share|underscore|consult|coordinate|condemn)\b"
    r"| (?:and|which|that) (?:discussed|reaffirmed|underscored|exchanged|condemned)\b| regarding | about "
)
_HOST = pattern(r"<L> (?:hosted|was host)")
_CITY_STATES = frozenset(("Singapore", "Monaco", "Vatican City", "San Marino"))
_TOOK_PLACE = re.compile(
    r"\b(?:meetings?|session|summit|dialogue|consultations|talks|event)\b.* (?:took place|was held|were held|held) "
)
_OPENING = 8
_REACH = 160


def venue(evidence: MeetingEvidence, trip: Journey | None) -> Venue:
    """Return the venue after the verb of a report sentence: `in Geneva, Switzerland`, `at the Pentagon`."""
    if trip is not None and trip.countries:
        if len(trip.countries) > 1:
            return Venue()
        city = Fact(trip.cities[0], trip.words) if len(trip.cities) == 1 else None
        return Venue(city, Fact(trip.countries[0], trip.words))
    country: Fact[str] | None = None
    held = [item for item in evidence.sentences[:_OPENING] if not item.is_title and _TOOK_PLACE.search(item.masked)]
    for sentence in (*(report.sentence for report in evidence.body_first[:5]), *held):
        purpose = _PURPOSE.search(sentence.masked)
        stop = purpose.start() if purpose else len(sentence.masked)
        for at, number in sentence.mention_at.items():
            if sentence.masked[at] not in CITY + COUNTRY or at > stop:
                continue
            before = sentence.masked[max(0, at - _REACH) : at]
            if (_AT.search(before) and not _ELSEWHERE.search(before)) or _TO.search(before):
                site = _site(evidence, sentence, at, number)
                if site.city:
                    return site
                country = country or site.country
        if _HOST.match(sentence.masked):
            return _site(evidence, sentence, 0, sentence.mention_at[0])
    return Venue(None, country)


def _site(evidence: MeetingEvidence, sentence: MaskedSentence, at: int, number: int) -> Venue:
    """Return the city and country of a listed place; a country after a comma overrides the country of the list."""
    name = evidence.listed(number)
    if name is None:
        return Venue()
    words = evidence.words_of([number])
    if name.section == "countries":
        return Venue(Fact(name.name, words) if name.name in _CITY_STATES else None, Fact(name.name, words))
    if name.section == "sites":
        return _venue(name.fact("city"), name.fact("country"), words)  # the lists know the city of few sites
    following = sentence.mention_at.get(at + 3) if sentence.masked[at + 1 : at + 3] == ", " else None
    near = evidence.listed(following) if following is not None else None
    stated = None
    if near is not None and following is not None:
        stated = near.name if near.section == "countries" else near.fact("country")
        words = evidence.words_of([number, following])
    return _venue(name.name, stated or name.fact("country"), words)


def _venue(city: str | None, country: str | None, words: Span) -> Venue:
    return Venue(Fact(city, words) if city else None, Fact(country, words) if country else None)
