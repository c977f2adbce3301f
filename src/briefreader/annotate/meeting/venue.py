"""Reads the venue of a meeting: its city and country."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.journey import Journey
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, MaskedSentence, pattern

Venue = tuple[str | None, str | None]
"""A city and its country."""

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
            return None, None
        return (trip.cities[0] if len(trip.cities) == 1 else None), trip.countries[0]
    country: str | None = None
    held = [item for item in evidence.sentences[:_OPENING] if not item.is_title and _TOOK_PLACE.search(item.masked)]
    for sentence in (*(report.sentence for report in evidence.body_first[:5]), *held):
        purpose = _PURPOSE.search(sentence.masked)
        stop = purpose.start() if purpose else len(sentence.masked)
        for at, number in sentence.mention_at.items():
            if sentence.masked[at] not in CITY + COUNTRY or at > stop:
                continue
            before = sentence.masked[max(0, at - _REACH) : at]
            if (_AT.search(before) and not _ELSEWHERE.search(before)) or _TO.search(before):
                city, of_city = _site(evidence, sentence, at, number)
                if city:
                    return city, of_city
                country = country or of_city
        if _HOST.match(sentence.masked):
            return _site(evidence, sentence, 0, sentence.mention_at[0])
    return None, country


def _site(evidence: MeetingEvidence, sentence: MaskedSentence, at: int, number: int) -> Venue:
    """Return the city and country of a listed place; a country after a comma overrides the country of the list."""
    name = evidence.listed(number)
    if name is None:
        return None, None
    if name.section == "countries":
        return (name.name if name.name in _CITY_STATES else None), name.name
    if name.section == "sites":
        return name.fact("city"), name.fact("country")  # the lists know the city of few sites
    following = sentence.mention_at.get(at + 3) if sentence.masked[at + 1 : at + 3] == ", " else None
    near = evidence.listed(following) if following is not None else None
    stated = None
    if near is not None:
        stated = near.name if near.section == "countries" else near.fact("country")
    return name.name, stated or name.fact("country")
