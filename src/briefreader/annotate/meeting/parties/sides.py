"""Reads the sides of a meeting: the countries and organizations that met."""

import re

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.occasion.journey import Journey
from briefreader.annotate.meeting.parties.party_lists import LIST, joined, listed
from briefreader.annotate.meeting.series.series_membership import Membership
from briefreader.annotate.names.bodies_as_sides import side_of
from briefreader.annotate.names.gazetteer import folded
from briefreader.annotate.text.masked_sentences import COUNTRY, NORP, ORG, PERSON, MaskedSentence, hinted, pattern
from briefreader.text import Span

_WITH = re.compile(r"\b(?:[Cc]alls?|[Mm]eetings?|[Mm]eets?|[Vv]isit|[Bb]ilateral|[Tt]alks) (?:[Ww]ith|[Bb]etween|of)\b")
_OF_BODY = pattern(r"<E>(?: \(<E>\))? of the <O>")
# A country or body is a side where it owns an office or a delegation: `the Kenyan side`, `her Spanish counterpart`.
_OFFICE = (
    r"(?:side|delegation|team|party|counterpart|colleague|(?:[Ff]oreign |[Pp]rime |[Dd]efen[cs]e |[Dd]eputy |[a-z]+ )?"
    r"(?:[Mm]inister|[Pp]resident|[Aa]mbassador|[Ee]nvoy|[Ll]eader|[Kk]ing|[Cc]hancellor|[Pp]remier|[Ss]ecretary|"
    r"[Cc]ommissioner|[Cc]harg[eé]|[Oo]fficials?|[Dd]iplomats?|[Ll]eadership|[Gg]uests?))"
)
_OWNER = pattern(
    rf"(?P<before><CNO>)(?:'s?)? (?:{_OFFICE}\b|(?:[A-Z][a-z]+ ){{0,2}}<T>)|<CNO>(?:'s?)? <P>|"
    r"\b(?:delegation|side|counterpart|colleague|<T>|<P>|[Mm]inister|[Pp]resident|[Aa]mbassador|<O>)s?"
    r"(?: [A-Z][a-z]+)?,? (?:of|from)(?: the)?(?: (?:Republic|Kingdom|State|Government|Federation|Sultanate)s? of"
    r"(?: the)?)? (?P<after><CNO>)(?! (?:[Aa]ll(?:y|ies)|[Mm]ember|[Pp]artner|countr|nation))"
)
_SIDE = pattern(
    r"(?P<side><CNO>)(?:'s)? (?:[a-z]+ )?(?:side|delegation|team|party)\b|"
    r"\b(?:for|on) (?:the )?(?P<behalf><CNO>)(?:'s)? side\b"
)
# The relations of two parties that a text of their meeting speaks of are those between its sides.
_TIES = (
    r"(?:[a-z-]+ ){0,2}(?:relations(?:hip)?|ties|cooperation|co-operation|partnership|friendship|alliance|bonds|"
    r"[Rr]elations|[Pp]artnership)"
)
_RELATIONS = (
    pattern(rf"(?P<first><CNO>)\s?[-–—]\s?(?P<second><CNO>) {_TIES}"),
    pattern(rf"\b{_TIES} (?:that exist )?between(?: the)? (?P<first><CNO>) and(?: the)? (?P<second><CNO>)"),
    pattern(
        r"\b(?:two|both) (?:countries|nations|sides|governments|"
        r"peoples),? (?P<first><CNO>) and(?: the)? (?P<second><CNO>)"
    ),
)
# Before the list of those with whom one side met.
_MET_WITH = re.compile(
    r"\b(?:with|welcom\w+|host\w*|join\w*) (?:the |his |her |their )?(?:[a-z]+ )?(?:leaders|ministers|presidents|"
    r"officials|counterparts|representatives|delegations|heads of state) (?:of|from) (?:the )?$",
    re.IGNORECASE,
)
_NEAR = 80
# The people of a sentence with one of these took part, and their countries are sides.
_ATTENDED = hinted(
    r"\b(?:attended by|[Ii]n attendance|[Tt]aking part in|took part in|[Pp]articipants (?:were|included)|"
    r"[Tt]he (?:meeting|call|session|discussion|gathering) included|"
    r"[Tt]hose present|"
    r"[Pp]articipating|with the participation of|were represented by|brought together|will also attend|"
    r"also attended)\b",
    "attend",
    "aking part",
    "ook part",
    "articipa",
    "hose present",
    "represented",
    "brought together",
    " included",
)
# A body that meets as such: `the Special Meeting of the ASEAN Foreign Ministers`.
_OF_ALL = pattern(
    r"\b[Mm]eeting of(?: the)? (?P<body><O>) (?:[Ff]oreign |[Dd]efen[cs]e |[A-Z][a-z]+ )?(?:[Mm]inisters|[Ll]eaders|"
    r"Heads)"
)
_TWO_BODIES = pattern(
    r"<O> (?:today |virtually )?(?:hosted|held|met|convened|conducted)\b[^.;]{0,60} with(?: the)? (?P<other><O>)"
)
_TOPIC = re.compile(
    r"\b(?:to (?:discuss|review|exchange|express|reaffirm|talk)|discuss\w*|regarding|about|concerning|where|"
    r"during which|"
    r"on the (?:situation|sidelines|margins)|for talks on|stressed|underscored|reaffirmed|reiterated|exchanged)\b"
)
# The host of a meeting receives; the guest comes.
_RECEIVES = re.compile(r"\b(?:receiv\w+|host\w*|welcom\w+|granted|courtesy call|called on|paid)\b")
_TRAVELLED = re.compile(r"travel|visit")
_IN_PLACE = pattern(r"\b(?:in|at) <CL>")
_OFFICES = pattern(
    r"(?:<T>s?|[Mm]inisters?|[Aa]mbassadors?|[Cc]ommissioners?|[Rr]epresentatives?|[Dd]elegat(?:es|ions)|"
    r"[Oo]fficials|[Ee]nvoys?|[Ll]eaders|[Cc]ounterparts|[Cc]olleagues)(?:,? [A-Z][a-z]+)?"
    r"(?: (?:of|from|representing)) (?P<list>(?:the )?<CO>(?:(?:,| and|"
    r", and)(?: the)? <CO>)*)"
)
_PEERS = pattern(rf"\b(?:counterparts|colleagues) (?:of|from) (?:the )?(?:<O> [Aa]llies )?{LIST}")
_REPRESENTED = pattern(rf"{LIST} (?:were (?:also )?represented|attended|took part|participated)\b")
_ATTENDANCE_REACH = 8
_RELATIONS_REACH = 25


def sides(evidence: MeetingEvidence, membership: Membership, trip: Journey | None) -> Fact[tuple[str, ...]] | None:
    """Return the sides that met, from the strongest evidence.

    The evidence is the body that owns the meeting, a list of parties, a journey, the sides of the leads, the parties in
    a name, the series, or the relations that the text speaks of.
    """
    members, event = membership.members, membership.event or membership.series
    owner = _owner(evidence, membership.event)
    leads = evidence.leads
    of_leads = [side for name in leads.value if (side := evidence.people[name].side)] if leads else []
    attended = _attended(evidence, tuple(dict.fromkeys(of_leads)))
    if attended:
        return attended
    if owner and event and len(set(of_leads)) < 2:
        return owner
    if named := listed(evidence):
        return _with_leader(evidence, named, tuple(dict.fromkeys(of_leads)))
    in_transit = len(set(of_leads)) > 1 and not _TRAVELLED.search(evidence.in_body[0].verb if evidence.in_body else "")
    if trip is not None and not owner and not in_transit and len(trip.sides) >= 2:
        return Fact(trip.sides, trip.words)
    both = tuple(dict.fromkeys(of_leads))
    if len(both) < 2 and leads and len(leads.value) > 1:
        both = tuple(dict.fromkeys((*both, *_in_title(evidence))))
    if len(members) > 2 and event and set(both) <= set(members):
        return Fact(members, event.words)
    if leads and len(both) >= 2:
        return leads._replace(value=_without_their_body(evidence, both) if event else both)
    parties = joined(evidence, membership.numbered) or owner
    if parties and len(parties.value) >= 2:
        return parties
    if members and event:
        return Fact(members, event.words)
    told = _told(evidence, both) or (None if event else _related(evidence, both)) or _with_host(evidence, both)
    if told := told or _with_issuer(evidence, both):
        return told
    # A country does not meet alone; an organization may convene a large meeting.
    whole = _whole_body(evidence) or (None if leads and both else _two_bodies(evidence))
    if whole:
        return whole
    for fact in (owner, leads._replace(value=both) if leads else None, parties):
        if fact and fact.value:
            bodies = tuple(name for name in fact.value if name not in evidence.gazetteer.countries)
            return fact._replace(value=bodies) if bodies else None
    return None


def _with_leader(
    evidence: MeetingEvidence, named: Fact[tuple[str, ...]], leading: tuple[str, ...]
) -> Fact[tuple[str, ...]]:
    """Return the listed sides after that of the one who met with them: `A met with the leaders of Chile and Peru`."""
    before = evidence.document.text[: named.words.start][-_NEAR:]
    if len(leading) != 1 or leading[0] in named.value or not _MET_WITH.search(before):
        return named
    return named._replace(value=(*leading, *named.value))


def _whole_body(evidence: MeetingEvidence) -> Fact[tuple[str, ...]] | None:
    """Return the body whose ministers or leaders met as such."""
    for report in evidence.report_sentences[:2]:
        if match := _OF_ALL.search(report.sentence.masked):
            at = match.start("body")
            side = evidence.sides_between(report.sentence, at, at + 1)
            if side:
                return Fact(side, evidence.words_of([report.sentence.mention_at[at]]))
    return None


def _two_bodies(evidence: MeetingEvidence) -> Fact[tuple[str, ...]] | None:
    """Return two organizations of which one received the other, neither of them a side in the lists."""
    for report in evidence.in_body[:1]:
        match = _TWO_BODIES.search(report.sentence.masked)
        if match and not evidence.sides_between(report.sentence, match.start(), match.end()):
            numbers = [report.sentence.mention_at[at] for at in (match.start(), match.start("other"))]
            return Fact(tuple(map(evidence.canonical, numbers)), evidence.words_of(numbers), plain=False)
    return None


def _attended(evidence: MeetingEvidence, leading: tuple[str, ...]) -> Fact[tuple[str, ...]] | None:
    """Return the sides of those who led and of a list of at least three who took part."""
    found: dict[str, None] = {}
    words: Span | None = None
    for sentence in evidence.sentences[:_ATTENDANCE_REACH]:
        match = None if sentence.is_title else _ATTENDED.search(sentence.masked)
        if match is None:
            continue
        first = match.end() if match[0].endswith("attended by") else 0
        of_sentence = dict.fromkeys(_sides_of_offices(evidence, sentence, first))
        if len(of_sentence) > 2:
            found |= of_sentence
            words = words or evidence.words(sentence, first, len(sentence.masked))
    if words is None:
        return None
    return Fact(_without_their_body(evidence, tuple(dict.fromkeys((*leading, *found)))), words)


def _sides_of_offices(evidence: MeetingEvidence, sentence: MaskedSentence, first: int) -> list[str]:
    """Return the sides of people and offices from a place of a sentence, also of lists (`of Norway and Turkey`)."""
    found: list[str] = []
    for match in _OFFICES.finditer(sentence.masked, first):
        found += evidence.sides_between(sentence, match.start("list"), match.end("list"))
    if represented := _REPRESENTED.search(sentence.masked, first):
        found += evidence.sides_between(sentence, represented.start("list"), represented.end("list"))
    for number in sentence.mentions(PERSON, first):
        found += filter(None, [evidence.people[evidence.canonical(number)].side])
    return found


def _without_their_body(evidence: MeetingEvidence, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Return sides without the organization in whose meeting three or more countries take part."""
    countries = tuple(side for side in sides if side in evidence.gazetteer.countries)
    return countries if len(countries) > 2 else sides


def _told(evidence: MeetingEvidence, known: tuple[str, ...]) -> Fact[tuple[str, ...]] | None:
    """Return the sides whose offices meet in the report sentences, or whose delegations the text speaks of."""
    found: dict[str, int] = dict.fromkeys(known, -1)
    for report in evidence.report_sentences[:4]:
        masked = report.sentence.masked
        stop = _TOPIC.search(masked)
        for match in _OWNER.finditer(masked, 0, stop.start() if stop else len(masked)):
            group = "after" if match["after"] else "before" if match["before"] else None
            at = match.start(group) if group else match.start()
            for side in evidence.sides_between(report.sentence, at, at + 1):
                found.setdefault(side, report.sentence.mention_at[at])
        for match in _PEERS.finditer(masked, 0, stop.start() if stop else len(masked)):
            first = min(at for at in report.sentence.mention_at if at >= match.start("list"))
            for side in evidence.sides_between(report.sentence, first, match.end("list")):
                found.setdefault(side, report.sentence.mention_at[first])
    if len(found) < 2:
        for sentence in evidence.sentences:
            for match in _SIDE.finditer(sentence.masked):
                at = match.start(match.lastgroup or 0)
                for side in evidence.sides_between(sentence, at, at + 1):
                    found.setdefault(side, sentence.mention_at[at])
    if len(found) < 2:
        return None
    mentions = [number for number in found.values() if number >= 0]
    return Fact(tuple(found), evidence.words_of(mentions), plain=len(found) == 2)


def _related(evidence: MeetingEvidence, known: tuple[str, ...]) -> Fact[tuple[str, ...]] | None:
    """Return the two parties whose relations the text speaks of, where the known side is one of them."""
    for sentence in evidence.sentences[:_RELATIONS_REACH]:
        if len(sentence.mentions(COUNTRY + NORP + ORG)) < 2:
            continue
        for form in _RELATIONS:
            for match in form.finditer(sentence.masked):
                first, last = match.start("first"), match.end("second")
                pair = evidence.sides_between(sentence, first, last)
                if len(pair) == 2 and set(known) <= set(pair):
                    return Fact(pair, evidence.words(sentence, first, last), plain=bool(known))
    return None


def _with_host(evidence: MeetingEvidence, known: tuple[str, ...]) -> Fact[tuple[str, ...]] | None:
    """Return the side of the guest and that of the host, the country of the town where the guest is received."""
    for report in evidence.in_body[:1] if len(known) == 1 else ():
        stop = _TOPIC.search(report.sentence.masked)
        for number in _venues(report.sentence, stop.start() if stop else len(report.sentence.masked)):
            name = evidence.listed(number)
            country = name and (name.name if name.section == "countries" else name.fact("country"))
            if country and country != known[0] and _RECEIVES.search(report.sentence.masked):
                return Fact((country, known[0]), evidence.words_of([number]), plain=False)
    return None


def _with_issuer(evidence: MeetingEvidence, known: tuple[str, ...]) -> Fact[tuple[str, ...]] | None:
    """Return the one known side and the country whose site issued the text, as the two sides."""
    other = known or _in_title(evidence)
    home = evidence.country_of_site if len(other) == 1 else None
    if home is None or home == other[0]:
        return None
    report = evidence.report_sentences[0].sentence
    return Fact((home, *other), evidence.words(report, 0, len(report.masked)), plain=False)


def _venues(sentence: MaskedSentence, last: int) -> list[int]:
    """Return the mentions of places directly after `in` or `at` in the beginning of a sentence."""
    at = (match.end() - 1 for match in _IN_PLACE.finditer(sentence.masked, 0, last))
    return [sentence.mention_at[place] for place in at]


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
    if event is None:
        return None
    spelled = evidence.gazetteer.spelled(folded(event.value.split()[0]))
    bodies = [name.name for name in spelled if name.type == "ORG" and side_of(name) == name.name]
    return Fact((bodies[0],), event.words) if bodies else None
