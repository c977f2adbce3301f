"""Reads the sides of a meeting: the countries and organizations that met."""

import re

from briefreader.annotate.meeting.affiliations import side_of
from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.journey import Journey
from briefreader.annotate.text.masked_sentences import EVENT, pattern

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
# The host of the listed parties is a party too: `Canada hosted the Governments of`.
_HOST = pattern(r"<CON>,? (?:hosted|welcomed|received)\b[^.;]{0,30}$")
_WITH = re.compile(r"\b(?:[Cc]alls?|[Mm]eetings?|[Mm]eets?|[Vv]isit|[Bb]ilateral) (?:[Ww]ith|[Bb]etween|of)\b")
_OF_BODY = pattern(r"<E>(?: \(<E>\))? of the <O>")
_WIDE = frozenset(("ASEAN", "G7", "G20", "NATO", "APEC", "OSCE"))
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?(?:the )?<CON>)+")


def sides(
    evidence: MeetingEvidence, members: tuple[str, ...], event: Fact[str] | None, trip: Journey | None
) -> Fact[tuple[str, ...]] | None:
    """Return the sides that met, from the strongest evidence; `members` are the sides of the series in the lists.

    The evidence is a list of parties, a journey, the sides of the leads, the parties in a name, or the series.
    """
    named = _named(evidence)
    if named and len(named.value) >= 2:
        return named
    owner = _owner(evidence, event)
    if trip is not None and not owner and len(trip.sides) >= 2:
        return Fact(trip.sides, trip.words)
    leads = evidence.leads
    of_leads = [side for name in leads.value if (side := evidence.people[name].side)] if leads else []
    both = tuple(dict.fromkeys((*of_leads, *(named.value if named else ()))))
    if len(both) < 2 and leads and len(leads.value) > 1:
        both = tuple(dict.fromkeys((*both, *_in_title(evidence))))
    if leads and len(both) >= 2:
        return leads._replace(value=both)
    parties = _parties(evidence) or owner
    if parties and len(parties.value) >= 2:
        return parties
    if members and event:
        return Fact(members, event.words)
    # A country does not meet alone; an organization may convene a large meeting.
    for fact in (owner, leads._replace(value=both) if leads else None, parties):
        if fact and fact.value:
            bodies = tuple(name for name in fact.value if name not in evidence.gazetteer.countries)
            return fact._replace(value=bodies) if bodies else None
    return None


def _named(evidence: MeetingEvidence) -> Fact[tuple[str, ...]] | None:
    """Return the parties in `the United States and the Republic of Korea convened` and the like."""
    reported = ((report.sentence, _PARTIES) for report in evidence.report_sentences)
    others = ((item, _PARTIES if item.is_title else _PARTIES[:1]) for item in evidence.sentences[:4])
    for sentence, expressions in (*reported, *others):
        for expression in expressions:
            match = expression.search(sentence.masked)
            if match is None:
                continue
            names = evidence.sides_between(sentence, match.start("list"), match.end("list"))
            host = _HOST.search(sentence.masked[: match.start("list")])
            if host:
                names = (*evidence.sides_between(sentence, host.start(), host.end()), *names)
            if len(names) >= 2:
                first = host.start() if host else match.start("list")
                return Fact(tuple(dict.fromkeys(names)), evidence.words(sentence, first, match.end("list")))
    return None


def _in_title(evidence: MeetingEvidence) -> tuple[str, ...]:
    """Return the only side in a title such as `Call with Amir Tamim of Qatar`."""
    title = next((report.sentence for report in evidence.report_sentences if report.sentence.is_title), None)
    match = title and _WITH.search(title.masked)
    found = evidence.sides_between(title, match.end(), len(title.masked)) if title and match else ()
    return found if len(found) == 1 else ()


def _owner(evidence: MeetingEvidence, event: Fact[str] | None) -> Fact[tuple[str, ...]] | None:
    """Return the body that owns the meeting: `Small Group of the Global Coalition`, `ASEAN Ministers' Meeting`."""
    for report in evidence.report_sentences[:2]:
        match = _OF_BODY.search(report.sentence.masked)
        if match:
            number = report.sentence.mention_at[match.end() - 1]
            return Fact((evidence.canonical(number),), evidence.words_of([number]))
    body = event.value.split()[0] if event else ""
    return Fact((body,), event.words) if event and body in _WIDE else None


def _parties(evidence: MeetingEvidence) -> Fact[tuple[str, ...]] | None:
    """Return the parties before or in a name: `U.S.-ROK Nuclear Consultative Group`."""
    listed_at = evidence.entities.context.listed_at
    for sentence in (*(report.sentence for report in evidence.report_sentences), *evidence.sentences[:1]):
        match = _PAIR.search(sentence.masked)
        if match:
            names = evidence.sides_between(sentence, match.start(), match.end())
            return Fact(names, evidence.words(sentence, *match.span()))
        for number in sentence.mentions(EVENT):
            item = evidence.entities.candidates[number]
            found = (side_of(listed_at[at].name) for at in range(item.first, item.last) if at in listed_at)
            inside = tuple(dict.fromkeys(filter(None, found)))
            if len(inside) >= 2:
                return Fact(inside, evidence.words_of([number]))
    return None
