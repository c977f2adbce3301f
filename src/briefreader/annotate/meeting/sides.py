"""Who met: countries and organizations."""

import re

from briefreader.annotate.meeting.affiliations import side_of
from briefreader.annotate.meeting.journey import Journey
from briefreader.annotate.meeting.report_sentences import Reading
from briefreader.annotate.text.masked_sentences import EVENT, Sentence, pattern

_LIST = (
    r"(?P<list>(?:the |The )?(?:Governments? of )?(?:the )?<CON>(?: \(<COX>\))?"
    r"(?:(?:,| and|, and|,? as well as)(?:(?: the)?(?: [A-Z][a-z]+)+ of)?(?: the)? <CON>(?: \(<COX>\))?)+)"
)
_PARTIES = (
    pattern(
        rf"{_LIST},? (?:today |have |also |virtually )*"
        r"(?:\([^)]{1,20}\) )?(?:convened|held|met|gathered|came together|launched|hold|meet|hosted|opened"
        r"|planned to|signed|are )"
    ),
    pattern(
        r"(?:[Mm]inisters|[Ll]eaders|[Cc]hiefs|[Oo]fficials|[Aa]gencies|[Rr]epresentatives|[Dd]elegations|[Aa]dvisors|"
        rf"[Ee]nvoys|[Dd]irectors|[Gg]overnments|countries)(?: representing| from)?(?: of)? {_LIST}"
    ),
    pattern(rf"between {_LIST}"),
    pattern(
        rf"^(?:Joint|Trilateral|Quadrilateral) (?:[A-Z][a-z]+ )?(?:Statement|Communiqu[eé]|Readout) (?:from|of"
        rf"|by) {_LIST}"
    ),
)
# `Canada hosted the Governments of`: who hosts the parties listed is one.
_HOST = pattern(r"<CON>,? (?:hosted|welcomed|received)\b[^.;]{0,30}$")
_WITH = re.compile(r"\b(?:[Cc]alls?|[Mm]eetings?|[Mm]eets?|[Vv]isit|[Bb]ilateral) (?:[Ww]ith|[Bb]etween|of)\b")
_OF_BODY = pattern(r"<E>(?: \(<E>\))? of the <O>")
_WIDE = frozenset(("ASEAN", "G7", "G20", "NATO", "APEC", "OSCE"))
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?(?:the )?<CON>)+")


def sides(reading: Reading, of_series: tuple[str, ...], event: str | None, trip: Journey | None) -> tuple[str, ...]:
    """Return those named as meeting, else whom the leads speak for, the parties of a name, those of the series."""
    named = _named(reading)
    if len(named) >= 2:
        return named
    owner = _owner(reading, event)
    if trip is not None and not owner and len(trip.sides) >= 2:
        return trip.sides
    led = dict.fromkeys(side for name in reading.leads if (side := reading.people[name].side))
    both = tuple(dict.fromkeys((*led, *named)))
    if len(both) < 2 and len(reading.leads) > 1:
        both = tuple(dict.fromkeys((*both, *_titled(reading))))
    if len(both) >= 2:
        return both
    parties = _parties(reading) or owner
    if len(parties) >= 2:
        return parties
    # One country alone met nobody; one organization is a wide meeting's convener.
    countries = {entry.name for entry in reading.names.of("countries")}
    return of_series or tuple(name for name in owner or both or parties if name not in countries)


def _named(reading: Reading) -> tuple[str, ...]:
    """The sides of `the United States and the Republic of Korea convened` and the like."""
    told = ((report.sentence, _PARTIES) for report in reading.found)
    others = ((item, _PARTIES if item.title else _PARTIES[:1]) for item in reading.sentences[:4])
    for sentence, expressions in (*told, *others):
        for expression in expressions:
            match = expression.search(sentence.bones)
            if match:
                names = _between(reading, sentence, match.start("list"), match.end("list"))
                host = _HOST.search(sentence.bones[: match.start("list")])
                if host:
                    names = (*_between(reading, sentence, host.start(), host.end()), *names)
                if len(names) >= 2:
                    return tuple(dict.fromkeys(names))
    return ()


def _titled(reading: Reading) -> tuple[str, ...]:
    """The one side of `Call with Amir Tamim of Qatar`, where the list of offices does not tell it."""
    title = next((report.sentence for report in reading.found if report.sentence.title), None)
    match = title and _WITH.search(title.bones)
    found = _between(reading, title, match.end(), len(title.bones)) if title and match else ()
    return found if len(found) == 1 else ()


def _owner(reading: Reading, held: str | None) -> tuple[str, ...]:
    """The body whose meeting it is: `Small Group of the Global Coalition`, `ASEAN Defence Ministers' Meeting`."""
    for report in reading.found[:2]:
        sentence = report.sentence
        match = _OF_BODY.search(sentence.bones)
        if match:
            return (reading.entities.mentions[sentence.at[match.end() - 1]].canonical,)
    return (held.split()[0],) if held and held.split()[0] in _WIDE else ()


def _parties(reading: Reading) -> tuple[str, ...]:
    """The parties of `U.S.-ROK Nuclear Consultative Group`, outside the name or in it."""
    for sentence in (*(report.sentence for report in reading.found), *reading.sentences[:1]):
        match = _PAIR.search(sentence.bones)
        if match:
            return _between(reading, sentence, match.start(), match.end())
        for number in sentence.mentions(EVENT):
            inside = _inside(reading, number)
            if len(inside) >= 2:
                return inside
    return ()


def _inside(reading: Reading, number: int) -> tuple[str, ...]:
    item = reading.entities.candidates[number]
    over = reading.entities.scene.over
    found = (side_of(over[index].name) for index in range(item.first, item.last) if index in over)
    return tuple(dict.fromkeys(filter(None, found)))


def _between(reading: Reading, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
    found = (
        side_of(reading.entities.candidates[sentence.at[place]].name)
        for place in range(first, last)
        if place in sentence.at
    )
    return tuple(dict.fromkeys(filter(None, found)))
