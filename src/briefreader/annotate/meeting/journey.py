"""Where an official travels to, and whom that brings together: the traveller's side and the countries visited."""

import re
from dataclasses import dataclass

from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, Sentence, pattern

_TRAVELS = pattern(
    r"\b(?:travel(?:s|led|ed|ing)?|visit(?:s|ed|ing)?|will visit|trip|(?:leads?|led"
    r"|leading) an? (?:<C> )?(?:[a-z-]+ )*delegation)"
    r"(?: [a-z]+)*?(?: from)?(?: <D>)?(?: to)? (?:the )?(?=<CL>)"
)
_GOES = re.compile(r"travel|visit")
_IN_TOWN = pattern(r"^(?:Then, |Next, |While )?[Ii]n <L>")
_PURPOSE = pattern(r" to (?!the\b|<CLR>)[a-z]+|[.;]| where | for ")
_FIRST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class Journey:
    """The countries and towns of a journey in order, the side of who travels, and the sides of who goes along "
    "or hosts."""

    side: str | None
    others: tuple[str, ...]
    countries: tuple[str, ...]
    cities: tuple[str, ...]

    @property
    def sides(self) -> tuple[str, ...]:
        """The traveller's side and the countries visited."""
        return tuple(dict.fromkeys((*([self.side] if self.side else ()), *self.others, *self.countries)))


def journey(reading: Reading) -> Journey | None:
    """Return the journey that a text is about, None where it tells of a meeting in one place."""
    for report in reading.body[:1]:
        match = _TRAVELS.search(report.sentence.bones)
        if match is None or not report.leads:
            continue
        stop = _PURPOSE.search(report.sentence.bones, match.end())
        countries, cities = _places(reading, report.sentence, match.end(), stop.start() if stop else None)
        if not cities:
            for sentence in reading.sentences[:_FIRST_SENTENCES]:
                town = _IN_TOWN.match(sentence.bones)
                if town:
                    cities = (*cities, *_places(reading, sentence, 0, town.end())[1])
        names = [reading.entities.mentions[number].canonical for number in report.leads]
        side, *others = (reading.people[name].side for name in names)
        return Journey(side, tuple(filter(None, others)), countries, tuple(dict.fromkeys(cities)))
    return None


def stays_home(reading: Reading, trip: Journey | None) -> bool:
    """Whether a text tells of a journey on which nobody abroad is visited or comes along."""
    first = reading.body[0] if reading.body else None
    if first is None or not _GOES.search(first.verb) or len(first.leads) != 1:
        return False
    return trip is None or (trip.side is not None and set(trip.sides) <= {trip.side})


def _places(
    reading: Reading, sentence: Sentence, first: int, last: int | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The countries and towns named between two places of a sentence."""
    countries: list[str] = []
    cities: list[str] = []
    for number in sentence.mentions(CITY + COUNTRY, first, last):
        name = reading.entities.candidates[number].name
        if name is None:
            continue
        country = name.name if name.section == "countries" else name.fact("country")
        countries += [country] if country else []
        cities += [name.name] if name.section == "cities" else []
    return tuple(dict.fromkeys(countries)), tuple(cities)
