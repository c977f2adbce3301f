"""Who met: countries and organizations."""

from briefreader.annotate.affiliations import side_of
from briefreader.annotate.report import Reading
from briefreader.annotate.skeleton import EVENT, Sentence, pattern

_LIST = (
    r"(?P<list>(?:the |The )?(?:Governments? of )?(?:the )?<CON>(?: \(<COX>\))?"
    r"(?:(?:,| and|, and|,? as well as)(?: the)? <CON>(?: \(<COX>\))?)+)"
)
_PARTIES = (
    pattern(
        rf"{_LIST},? (?:today |have |also |virtually )*"
        r"(?:convened|held|met|gathered|launched|hold|meet|hosted|opened|planned to|signed|are )"
    ),
    pattern(
        r"(?:[Mm]inisters|[Ll]eaders|[Cc]hiefs|[Oo]fficials|[Aa]gencies|[Rr]epresentatives|[Dd]elegations|[Aa]dvisors|"
        rf"[Ee]nvoys|[Dd]irectors|[Gg]overnments|countries)(?: representing| from)?(?: of)? {_LIST}"
    ),
    pattern(rf"between {_LIST}"),
)
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?(?:the )?<CON>)+")


def sides(reading: Reading, of_series: tuple[str, ...]) -> tuple[str, ...]:
    """Return those named as meeting, else whom the leads speak for, the parties of a name, those of the series."""
    named = _named(reading)
    if len(named) >= 2:
        return named
    led = dict.fromkeys(side for name in reading.leads if (side := reading.people[name].side))
    both = tuple(dict.fromkeys((*led, *named)))
    if len(both) >= 2:
        return both
    parties = _parties(reading)
    if len(parties) >= 2:
        return parties
    # One country alone met nobody; one organization is a wide meeting's convener.
    countries = {entry.name for entry in reading.names.of("countries")}
    return of_series or tuple(name for name in both or parties if name not in countries)


def _named(reading: Reading) -> tuple[str, ...]:
    """The sides of `the United States and the Republic of Korea convened` and the like."""
    for report in reading.found:
        for expression in _PARTIES:
            match = expression.search(report.sentence.bones)
            if match:
                names = _between(reading, report.sentence, match.start("list"), match.end("list"))
                if len(names) >= 2:
                    return names
    return ()


def _parties(reading: Reading) -> tuple[str, ...]:
    """The parties of `U.S.-ROK Nuclear Consultative Group`, outside the name or in it."""
    for report in reading.found:
        sentence = report.sentence
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
