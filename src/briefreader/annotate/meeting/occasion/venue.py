"""Reads the venue of a meeting: its city and country."""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from briefreader.annotate.meeting.evidence import MeetingEvidence
from briefreader.annotate.meeting.fact import Fact
from briefreader.annotate.meeting.occasion import host
from briefreader.annotate.meeting.occasion.clause_verbs import MEETING_NOUN, nearest_meeting_verb
from briefreader.annotate.meeting.occasion.governor import Standing, is_circumstance, standing
from briefreader.annotate.meeting.occasion.journey import Journey
from briefreader.annotate.meeting.report import headline
from briefreader.annotate.text.masked_sentences import CITY, COUNTRY, PLACE, MaskedSentence, hinted, pattern
from briefreader.text import Span


class Venue(NamedTuple):
    """Holds the city and the country of a meeting."""

    city: Fact[str] | None = None
    country: Fact[str] | None = None


# A building or town without an entry may stand between: `at the Marco Hotel, Davao`.
_WORD = r"(?:[\ue004\ue006\ue009]|[A-Z][\w'.-]+)"
_UNLISTED = rf"(?:{_WORD}(?: (?:of|the|and|{_WORD}))*(?:,? in |, ))?"
_AT = re.compile(
    r"(?:^| |\()(?:[Ii]n|[Aa]t)(?: the| a)?(?: island of| city of| town of|(?: [\ue005])? capital(?: city)?,?)? "
    rf"{_UNLISTED}$"
)
_IN_TOWN = re.compile(r"\bin $")
# After one of these nouns a place is not the venue.
_ELSEWHERE = re.compile(
    r"\b(?:ambassadors?|situation|war|aggression|violence|stability|peace|security|developments?|officials|interests?|"
    r"launch|launches|tests?|conflict|elections?|troops|forces|operations|crisis|efforts|ceasefire|invasion|progress|"
    r"presence|partners|allies|countries|events|transition|role|investments?|nationals|citizens|community|communities|"
    r"diaspora|embassy|consulate|projects?|companies|democracy|process|issues?|challenges|relations|development|"
    r"cooperation|born|living|residing|based|students|workers|rights|reforms?|attacks?|hostilities|fighting)"
    r"(?: [\ue000-\ue009])? (?:in|at)(?: the)? $"
)
# Between the verb of the meeting and a place these words make the place one of the topic.
_TOPIC = re.compile(
    r" to (?!the\b|an?\b|[\ue000-\ue009])(?:[a-z]+ly )?(?!attend|participate|take|meet|visit|hold|join|host|have|"
    r"conduct|continue)[a-z]+ |"
    r",? (?:and|which|that)? ?(?:[a-z]+ly )?(?:(?:discuss|reaffirm|underscor|exchang|condemn|review)(?:ed|ing)|noted|"
    r"welcomed|stressed|highlighted) | (?:regarding|about|concerning|following|after|including (?![^,]*,)|amid|"
    r"since) | ahead of "
    r"| on (?:the (?!\ue008|sidelines|margins|fringes|side-?lines|occasion|edges|eve\b|morning|afternoon|evening|"
    r"\d)|[a-z]+ "
    r"(?:issues|matters|cooperation|relations|developments))"
)
# The object of these verbs, and not the meeting, may lie in the place: `discussed the fighting in Goma`.
_OF_TALK = re.compile(r"(?:discuss|review|exchang|brief|welcom|engag|consult|join|organi|conduct|lead|led|call|greet)")
_NOUN_IN = re.compile(r"[a-z] (?:in|at)(?: the)? $")
_MEETING_IN = re.compile(rf"\b{MEETING_NOUN} (?:in|at)(?: the)? $")
_DATED = pattern(r"(?:, <LCR>)? (?:(?:earlier )?(?:today|yesterday)|on <D>|this (?:morning|afternoon|evening))")
# In a title without a verb: `Call for access in Aleppo`, `Meeting on the war in Gaza`.
_TOPIC_OF_NOUN = re.compile(r" (?:for|on|about|over|regarding) (?!the (?:sidelines|margins|occasion))[^,;]*$")
_VISIT = pattern(
    r"\b(?:(?:[Vv]isits?|trip|tour|stay)(?: [a-z]+ly| this \w+| today| (?:of|by) [^,;.]{1,60}?)? (?:to|in)|visited|"
    r"visits|visiting|[Aa]rriv(?:ed|es|ing|al) in|(?:flew|[Tt]ravel(?:s|led|ed|ling|ing)?|delegation(?: from "
    r"[^.;]{1,80}?)?) to|"
    r"[Ww]elcom(?:e|ed|es|ing)(?:\b[^;]{1,160}?)? to)(?: the)?(?: <N>| city of| capital(?: city)?(?: of)?)? $"
)
# Before a visit these show that it is another one, or only spoken of.
_OTHER_VISIT = re.compile(
    r"\b(?:last|previous|earlier|recent|recently|next|upcoming|forthcoming|planned|future|invit\w+|look\w* forward|"
    r"recall\w*|congratulat\w+|success\w*|outcomes?|results?|since|following|after|ahead of|before|discuss\w*|"
    r"thank\w*|regarding|about|prepar\w+|possib\w+|plans?|accept\w*|proposed|had|welcom\w+ (?:the|his|her)|"
    r"building on|follows|follow up|"
    r"follow-up|in advance of)\b[^,;]*$|\ue008 $",
    re.IGNORECASE,
)
_OF_SEVERAL = pattern(r"<C>(?:,|,? and)(?: the)? <C>|<L>(?:,|,? and) <L>")
_LOOKS_FORWARD = re.compile(r"^[^,;]* looks? forward to $")
_HOST = pattern(r"<L> (?:hosted|was host)")
_CITY_STATES = frozenset(("Singapore", "Monaco", "Vatican City", "San Marino"))
_TOOK_PLACE = hinted(
    rf"\b{MEETING_NOUN}\b.* (?:took place|taking place|was held|were held|was hosted|being held|held|convened) ",
    " took place ",
    " taking place ",
    "held ",
    "hosted ",
    " convened ",
)
# A meeting is the place where something was done, whatever the verb: `launched the plan at the first meeting in Oslo`.
_AT_THE_MEETING = pattern(
    r"\b(?:[Aa]t|[Dd]uring|[Ff]or(?= an? )|[Tt]oday's|^The|^This|(?<=, )this) (?:the |this |our |their |a |"
    r"an )?(?!last|"
    r"previous|next|"
    rf"upcoming|recent)(?:[\w-]+ ){{0,4}}(?:<E>|"
    rf"{MEETING_NOUN})(?: of (?:the )?(?:[\w-]+ ){{0,4}}<EO>)?(?: \(<EOX>\))?"
    r"(?: (?:with|between) [^;.]{1,80}?)? in $"
)
_TODAYS_MEETING = re.compile(rf"(?:Today's|The|This) (?:[a-z-]+ )?{MEETING_NOUN} in ")
_THEY_MET = re.compile(
    r"(?:\d{1,2}\. )?(?:They|Both|The two|The (?:[A-Z][a-z]+ )?(?:[Ll]eaders|[Mm]inisters|[Pp]residents|[Ss]ides|"
    r"[Pp]arties|[Dd]elegations))(?: [A-Z]?[a-z]+){0,3} (?:met|(?:held|had) (?:[a-z-]+ ){0,4}(?:talks|meetings?|"
    r"discussions|consultations|session))\b"
)
_HERE = pattern(
    r"\bhere\b(?! (?:to|is|are|we|in (?!<L>)))|\bin the capital\b(?! of)|"
    r"\b(?:visiting|(?:on|paying) an? (?:[a-z]+ )*visit to|accredited to|<T> of <C> to) the (?:country|Kingdom|State|"
    r"Sultanate|Republic)\b(?! of)"
)
_TODAY = re.compile(r"\b(?:[Tt]oday|[Yy]esterday|[Tt]his (?:morning|afternoon|evening))\b")
_BESIDE_ANOTHER = re.compile(r"\b(?:sidelines|margins|fringes)\b")
_DATELINE = pattern(r"^<L>(?:, <LCR>)?(?:,? <D>| [|–—-] <D>|[:(|–—]| [(–—|-] ?|\.?$)")
# A line above a joint text that is nothing but a place and a date: `Canberra, 10 February 2025`.
_DATED_LINE = pattern(r"(?:<L>(?:, <LCR>)?(?:,| [|–—-])? <D>|<D>(?:,| [|–—-])? <L>(?:, <LCR>)?)\.?")
_TITLE_PLACE = pattern(r"(?:\(| [–—-] )(?P<town><L>)(?:, <CR>)?,? (?:<D>|\d{1,2}\.\d{1,2}\.\d{2,4})\)?$")
# A line with a place and no sentence.
_PLACE_LINE = re.compile(r"[^.:;!?]{1,100}")
_OPENING = 8
_EARLY = 3
_REACH = 160
_BESIDE_VERB, _IN_VISIT = 2, 1


# The meeting beside an event is held where the event is: `on the sidelines of the Conference, under way in Nice`.
_BESIDE_EVENT = re.compile(
    r"\b(?:sidelines|margins|fringes) of (?:the |an? )?[^.;]{1,120}?(?:(?:held|hosted|convened|taking place|under ?way|"
    r"going on|organi[sz]ed),?|[\ue007\ue009]) (?:currently )?(?:in|at) (?:the )?$"
)


def venue(evidence: MeetingEvidence, trip: Journey | None) -> Venue:
    """Return the venue beside the verb of the meeting, else that of the visit of which it was part, else the host's."""
    if (trip is not None and len(trip.countries) > 1) or _visits_several(evidence):
        return Venue()
    if trip is not None and trip.countries and trip.cities:
        city = Fact(trip.cities[0], trip.words) if len(trip.cities) == 1 else None
        return Venue(city, Fact(trip.countries[0], trip.words))
    if titled := _of_title(evidence):
        return titled
    best, best_rank = Venue(), 0
    cities: dict[str | None, Venue] = {}
    for rank, found in _found(evidence):
        if found.city and rank == _BESIDE_VERB:
            return found
        if found.city and found.country:
            cities.setdefault(found.country.value, found)
        if found.country and rank > best_rank:
            best, best_rank = found, rank
    if best.country and best.country.value in cities:
        return cities[best.country.value]
    if trip is not None and trip.countries:
        return Venue(None, Fact(trip.countries[0], trip.words))
    if above := _above_speech(evidence):
        return above
    return best if best_rank else _of_dateline(evidence) or Venue(None, host.country(evidence))


def _of_title(evidence: MeetingEvidence) -> Venue | None:
    """Return the town with which a title ends before its day: `Talks with Malta (Paris, 5 May 2025)`."""
    title = evidence.sentences[0] if evidence.sentences else None
    found = _TITLE_PLACE.search(title.masked) if title and title.is_title else None
    if title is None or found is None:
        return None
    return _site(evidence, title, found.start("town"), title.mention_at[found.start("town")])


def _visits_several(evidence: MeetingEvidence) -> bool:
    """Return whether the title or the first report tells of a visit to several countries."""
    sentences = [item for item in evidence.sentences[:1] if item.is_title]
    sentences += [report.sentence for report in evidence.in_body[:1]]
    return any(
        sentence.masked[at] == COUNTRY
        and _OF_SEVERAL.match(sentence.masked, at)
        and _VISIT.search(sentence.masked, 0, at)
        for sentence in sentences
        for at in sentence.mention_at
    )


def _found(evidence: MeetingEvidence) -> Iterator[tuple[int, Venue]]:
    """Yield the places that may be the venue with their rank, those of the sentences that report the meeting first."""
    reports = [report.sentence for report in evidence.body_first[:5]]
    opening = [item for item in evidence.sentences[: _OPENING + 1] if not item.is_title]
    held = [
        item
        for item in opening
        if _TOOK_PLACE.search(item.masked) or _TODAYS_MEETING.match(item.masked) or _THEY_MET.match(item.masked)
    ]
    numbers = {item.number for item in (*reports, *held)}
    early = [item for item in evidence.sentences[: _EARLY + 1] if item.number not in numbers]
    for sentence in (*reports, *held, *early):
        if _HOST.match(sentence.masked):
            yield _BESIDE_VERB, _site(evidence, sentence, 0, sentence.mention_at[0])
        for at, number in sentence.mention_at.items():
            if sentence.masked[at] not in CITY + COUNTRY:
                continue
            in_report = sentence.number in numbers
            if (
                _is_beside_verb(sentence.masked, at, _is_site(evidence, number))
                if in_report
                else _AT_THE_MEETING.search(sentence.masked, max(0, at - _REACH), at)
            ):
                yield _BESIDE_VERB, _site(evidence, sentence, at, number)
            elif _is_visited(sentence.masked, at):
                yield _IN_VISIT, _site(evidence, sentence, at, number)


def _is_site(evidence: MeetingEvidence, number: int) -> bool:
    """Return whether a mention is a listed building or base."""
    name = evidence.listed(number)
    return name is not None and name.section == "sites"


def _is_beside_verb(masked: str, at: int, is_site: bool) -> bool:
    """Return whether a place after `in` or `at` belongs to the verb or noun of the meeting and not to its topic."""
    before = masked[max(0, at - _REACH) : at]
    dated = _DATED.match(masked, at + 1)  # `in Paris on 5 May`
    if not _AT.search(before) or (_ELSEWHERE.search(before) and not dated):
        return False
    if _AT_THE_MEETING.search(before) or _BESIDE_EVENT.search(before) or is_circumstance(masked, at):
        return True
    verb = nearest_meeting_verb(masked, at)
    if verb is None:
        return not _TOPIC_OF_NOUN.search(before) and standing(masked, at, at + 1) > Standing.SUGGESTED
    start, end = verb
    if _TOPIC.search(masked, end, at) and not is_site:
        return False
    if not dated and _OF_TALK.match(masked, start) and _NOUN_IN.search(before) and not _MEETING_IN.search(before):
        return False
    return standing(masked, at, at + 1) > (Standing.BACKGROUND if is_site else Standing.SUGGESTED)


def _is_visited(masked: str, at: int) -> bool:
    """Return whether a place is that of a visit which the text reports: `currently on an official visit to Norway`."""
    if _OF_SEVERAL.match(masked, at):
        return False
    first = max(0, at - _REACH)
    visit = _VISIT.search(masked, first, at)
    if visit is None:
        return False
    welcomes = masked.startswith("welcoming", visit.start()) and _LOOKS_FORWARD.search(masked, 0, visit.start())
    if not welcomes and _OTHER_VISIT.search(masked, first, visit.start()):
        return False
    verb = nearest_meeting_verb(masked, visit.start())
    return verb is None or not _TOPIC.search(masked, verb[1], visit.start())


def _of_dateline(evidence: MeetingEvidence) -> Venue | None:
    """Return the town of the dateline where a text says that people met `here` or on the day of the dateline.

    A line with nothing but a place and a date above a joint text tells where its parties met.
    """
    says_so = any(
        _HERE.search(report.sentence.masked)
        or (_TODAY.search(report.sentence.masked) and not _BESIDE_ANOTHER.search(report.sentence.masked))
        for report in evidence.in_body[:3]
    )
    title = next((sentence for sentence in evidence.sentences[:1] if sentence.is_title), None)
    of_all = title is not None and headline.is_joint(title)
    for sentence in evidence.sentences[:_OPENING]:
        if sentence.is_title:
            continue
        dated = _DATED_LINE.fullmatch(sentence.masked)
        if (says_so and (dated or _DATELINE.match(sentence.masked))) or (of_all and dated):
            at = next(at for at in sentence.mention_at if sentence.masked[at] == CITY)
            city, country = _site(evidence, sentence, at, sentence.mention_at[at])
            return Venue(city and city._replace(plain=False), country and country._replace(plain=False))
    return None


def _above_speech(evidence: MeetingEvidence) -> Venue | None:
    """Return the town in the lines above remarks that were spoken jointly: `Harbour House, Oslo, Norway`."""
    lines = () if evidence.in_body else evidence.sentences[1:_EARLY]
    for sentence in takewhile(lambda item: _PLACE_LINE.fullmatch(item.masked), lines):
        for at, number in reversed(sentence.mention_at.items()):
            site = _site(evidence, sentence, at, number) if sentence.masked[at] == CITY else Venue()
            if site.city:
                return site
    return None


def _site(evidence: MeetingEvidence, sentence: MaskedSentence, at: int, number: int) -> Venue:
    """Return the city and country of a listed place; a country after a comma overrides the country of the list."""
    name = evidence.listed(number)
    if name is None:
        return Venue()
    words = evidence.words_of([number])
    if name.section == "countries":
        if town := _unlisted_town(evidence, sentence, at):
            return Venue(town, Fact(name.fact("country") or name.name, words))
        country = Fact(name.fact("country") or name.name, words)  # Scotland is part of the United Kingdom
        return Venue(Fact(name.name, words) if name.name in _CITY_STATES else None, country)
    following = sentence.mention_at.get(at + 3) if sentence.masked[at + 1 : at + 3] == ", " else None
    near = evidence.listed(following) if following is not None else None
    if name.section == "sites":
        if near is not None and near.section == "cities":
            return _site(evidence, sentence, at + 3, following or 0)
        return _venue(name.fact("city"), name.fact("country"), words)  # the lists know the city of few sites
    stated = None
    if near is not None and following is not None:
        stated = near.name if near.section == "countries" else near.fact("country")
        words = evidence.words_of([number, following])
    short = name.name.removesuffix(" City")  # New York
    city = short if short in evidence.gazetteer.cities else name.name
    return _venue(city, _sovereign(evidence, stated or name.fact("country")), words)


def _unlisted_town(evidence: MeetingEvidence, sentence: MaskedSentence, at: int) -> Fact[str] | None:
    """Return the town without an entry before a country: `in Vanderbijlpark, South Africa`."""
    town = sentence.mention_at.get(at - 3) if sentence.masked[max(0, at - 2) : at] == ", " else None
    if town is None or sentence.masked[at - 3] != PLACE or evidence.listed(town) is not None:
        return None
    is_in = _IN_TOWN.search(sentence.masked, 0, at - 3)
    return Fact(evidence.canonical(town), evidence.words_of([town]), plain=False) if is_in else None


def _sovereign(evidence: MeetingEvidence, country: str | None) -> str | None:
    """Return the country of which a listed one is part, else the country itself."""
    entry = evidence.gazetteer.countries.get(country or "")
    return (entry.fact("country") if entry else None) or country


def _venue(city: str | None, country: str | None, words: Span) -> Venue:
    return Venue(Fact(city, words) if city else None, Fact(country, words) if country else None)
