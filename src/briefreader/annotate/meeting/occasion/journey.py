"""Reads the journey of an official: the countries and towns visited, and the sides that it brings together."""

import re
from dataclasses import dataclass

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, MaskedSentence, pattern
from briefreader.text import Span

_TRAVELS = pattern(
    r"\b(?:travel(?:s|led|ed|ing)?|visit(?:s|ed|ing)?|will visit|trip|(?:leads?|led|leading) an? (?:<C> )?(?:[a-z-]+ "
    r")*delegation|(?:is|are|will be) (?:currently )?in|accompan(?:y|ied) (?:<T> )?<P> to)(?: [a-z]+)*?(?: from)?(?: "
    r"<D>)?(?: to)? (?:the )?(?=<CL>)"
)
# After one of these a journey is spoken of and not reported: `invited him to visit Norway`.
_ASIDE = re.compile(
    r"\b(?:invit\w+|invitation|look\w* forward|upcoming|next|last|recent|previous|planned|future|discuss\w*|prepar\w+|"
    r"thank\w*|congratulat\w+|following|after|since|ahead of|plans?)\b(?![^;]*\bat the invitation\b)[^;,]*$",
    re.IGNORECASE,
)
_TRAVEL_VERB = re.compile(r"travel|visit")
_IN_TOWN = pattern(
    r"^(?:Then, |Next, |While )?[Ii]n <L>|^(?:On <D>,? |Then,? |Next,? )?(?:The )?(?:<T>,? )?(?:<P>|<T>|[A-Z][a-z]+|"
    r"He|She) (?:will )?(?:then |also )?(?:travel|visit)s?(?: on)? (?:to )?<L>"
)
_PURPOSE = pattern(
    r" to (?!the\b|<CLR>)[a-z]+|[.;]| where | for |<TP>| (?:following|after|ahead of|as part of|before) "
)
_FIRST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Journey:
    """Holds the side of the traveller, the sides of companions and hosts, and the countries and towns in order.

    `words` is the range of the text that tells of the journey.
    """

    side: str | None
    others: tuple[str, ...]
    countries: tuple[str, ...]
    cities: tuple[str, ...]
    words: Span

    @property
    def sides(self) -> tuple[str, ...]:
        """Lists all sides on the journey once, the side of the traveller first."""
        return tuple(dict.fromkeys((*([self.side] if self.side else ()), *self.others, *self.countries)))


def journey(evidence: MeetingEvidence) -> Journey | None:
    """Return the journey that a text reports, None without one."""
    report = evidence.in_body[0] if evidence.in_body else None
    match = _TRAVELS.search(report.sentence.masked) if report and report.leads else None
    if report is None or match is None or _ASIDE.search(report.sentence.masked, 0, match.start()):
        return None
    stop = _PURPOSE.search(report.sentence.masked, match.end())
    countries, cities = _places(evidence, report.sentence, match.end(), stop.start() if stop else None)
    if not cities:
        for sentence in evidence.sentences[:_FIRST_SENTENCES]:
            town = _IN_TOWN.match(sentence.masked)
            if town:
                cities = (*cities, *_places(evidence, sentence, 0, town.end())[1])
    side, *others = (evidence.people[evidence.canonical(number)].side for number in report.leads)
    last = stop.start() if stop else len(report.sentence.masked)
    words = evidence.words(report.sentence, match.start(), last)
    return Journey(side, tuple(filter(None, others)), countries, tuple(dict.fromkeys(cities)), words)


def is_domestic(evidence: MeetingEvidence, trip: Journey | None) -> bool:
    """Return whether a text reports the journey of one official to nobody of another side."""
    first = evidence.in_body[0] if evidence.in_body else None
    if first is None or not _TRAVEL_VERB.search(first.verb) or len(first.leads) != 1:
        return False
    return trip is None or (trip.side is not None and set(trip.sides) <= {trip.side})


def _places(
    evidence: MeetingEvidence, sentence: MaskedSentence, first: int, last: int | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the countries and the towns in a range of a masked sentence."""
    countries: list[str] = []
    cities: list[str] = []
    for number in sentence.mentions(CITY + COUNTRY, first, last):
        name = evidence.listed(number)
        if name is None:
            continue
        country = name.name if name.section == "countries" else name.fact("country")
        countries += [country] if country else []
        cities += [name.name] if name.section == "cities" else []
    return tuple(dict.fromkeys(countries)), tuple(cities)
