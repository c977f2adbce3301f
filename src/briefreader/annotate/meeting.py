"""The meeting a text reports: series, ordinal, date, format, place, sides, who led, what comes next. Never a guess."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from briefreader.annotate import dates, upcoming
from briefreader.annotate.affiliations import Affiliation, side_of
from briefreader.annotate.entities import Entities
from briefreader.annotate.names import Names
from briefreader.annotate.report import Report
from briefreader.annotate.skeleton import CITY, COUNTRY, EVENT, PERSON, PLACE, Sentence, pattern
from briefreader.annotate.words import ORDINALS
from briefreader.model import Document, Meeting, MeetingFormat

_ORDINAL_WORDS = "|".join(sorted(ORDINALS, key=len, reverse=True)) + r"|\d{1,3}(?:st|nd|rd|th)"
_BEFORE_EVENT = pattern(
    rf"\b(?P<ordinal>{_ORDINAL_WORDS})\b (?:(?:annual|joint|high-level|principal-level|bilateral|trilateral|in-person|virtual|ministerial|plenary|meetings?|"
    r"sessions?|rounds?|iteration|edition|of|the|for|convening|<CN>(?:-<CN>)*|<CN>|<O>) )*$",
    re.I,
)
_AFTER_EVENT = pattern(
    rf"^(?:'s)? (?:\([^)]*\) )?(?:was|is|marked|held|holds|convened) (?:its|the|their) (?P<ordinal>{_ORDINAL_WORDS})\b",
    re.I,
)
_FOR_THE_TIME = re.compile(
    rf"\b(?:met|meet|gathered|convened|held)\b[^.;]* for the (?P<ordinal>{_ORDINAL_WORDS}) time\b(?! (?:since|in|that|at))"
    rf"|\b(?:[Ii]t|[Tt]his) was the (?P<other>{_ORDINAL_WORDS}) (?:trilateral |such )?(?:meeting|session|gathering)\b",
    re.I,
)
# Before a date, these say that something else was then.
_OTHER_TIMES = frozenset("since after before until by announced".split())
_ASIDE = re.compile(
    r"(?:sidelines|margins?|edges|ahead|upcoming|following|after|before|since|like|including|recent|concluded|future|next|host of|during|support of|at an|success of|under|work of|progress of|outcomes of) (?:of )?(?:the )?(?:[\w-]+ ){0,3}$"
)
_IN_PERSON = re.compile(
    r"\b(?:met|meets?|gathered|hosted|hosts?|received|traveled|visited|visits?|in person|welcomed|in-person)\b"
)
_CALL = re.compile(r"\b(?:spoke|by phone|by telephone|phone call|telephone|calls?|Calls?|called)\b")
_VIRTUAL = re.compile(r"\b(?:virtual|virtually|video ?conference|video link|by video|secure video|remotely)\b", re.I)
_AT = re.compile(r"(?:^| |\()(?:[Ii]n|[Aa]t)(?: the| a)?(?: island of| city of| town of)? $")
# What is in a place without the meeting being there.
_ELSEWHERE = re.compile(
    r"\b(?:ambassadors?|situation|war|aggression|violence|stability|peace|security|developments|officials|interests|"
    r"launch|launches|tests?|conflict|elections?|troops|forces|operations|crisis|efforts|ceasefire|invasion|"
    r"progress|presence|partners|allies|countries|events|transition|role|investment)(?: [\ue000-\ue009])?"
    r" (?:in|at)(?: the)? $"
)
_TO = re.compile(r"\b(?:delegation|travel|traveled|travels|visit)\b.* to $")
_PURPOSE = re.compile(
    r" to (?:discuss|exchange|review|reaffirm|address|express|advance|share|underscore|consult|coordinate|condemn)\b"
    r"| (?:and|which|that) (?:discussed|reaffirmed|underscored|exchanged|condemned)\b| regarding | about "
)
_HOST = pattern(r"^<L> (?:hosted|was host)")
_CITY_STATES = frozenset(("Singapore", "Monaco", "Vatican City", "San Marino"))


def read(
    document: Document,
    entities: Entities,
    sentences: Sequence[Sentence],
    found: Sequence[Report],
    people: Mapping[str, Affiliation],
    names: Names,
) -> Meeting | None:
    """Return the meeting that a text reports, None where it reports none; what the document states wins."""
    stated = _stated(document.facts)
    if not found:
        return Meeting(**stated) if stated else None
    reader = _Reader(document, entities, sentences, found, people, names)
    values: dict[str, Any] = reader.values()
    values.update(stated)
    return Meeting(**values)


def _stated(facts: Mapping[str, object]) -> dict[str, Any]:
    """The meeting's fields that a document states, of the right type."""
    values: dict[str, Any] = {}
    for key in ("series", "date", "city", "country", "next", "format"):
        value = facts.get(key)
        if isinstance(value, str) and value:
            values[key] = value
    ordinal = facts.get("ordinal")
    if isinstance(ordinal, int):
        values["ordinal"] = ordinal
    for key in ("sides", "leads"):
        value = facts.get(key)
        if isinstance(value, (list, tuple)) and value and all(isinstance(item, str) for item in value):
            values[key] = tuple(value)
    if "series" in values or "date" in values or "sides" in values or "leads" in values:
        return values
    return {}


class _Reader:
    """Reads one field after the other from the sentences that report the meeting."""

    def __init__(
        self,
        document: Document,
        entities: Entities,
        sentences: Sequence[Sentence],
        found: Sequence[Report],
        people: Mapping[str, Affiliation],
        names: Names,
    ) -> None:
        self._document = document
        self._entities = entities
        self._sentences = sentences
        self._found = found
        self._people = people
        self._names = names
        self._told = [report.sentence for report in found]
        self._body = [report for report in found if not report.sentence.title]

    def values(self) -> dict[str, Any]:
        """All fields."""
        event = self._event()
        series, sides_of_series = self._series(event)
        format_ = self._format()
        city, country = (None, None) if format_ in ("call", "virtual") else self._place()
        day = self._date(city)
        return {
            "series": series,
            "ordinal": self._ordinal(event),
            "date": day,
            "format": format_ or ("in person" if city else None),
            "city": city,
            "country": country,
            "sides": self._sides(sides_of_series),
            "leads": self.leads(),
            "next": upcoming.read(self._entities, self._sentences, event),
        }

    def leads(self) -> tuple[str, ...]:
        """Who led, in the order of the body; names only in the title come last."""
        order = [*self._body, *(report for report in self._found if report.sentence.title)]
        names = [self._entities.mentions[number].canonical for report in order for number in report.leads]
        return tuple(dict.fromkeys(names))

    def _event(self) -> str | None:
        """The canonical name of the event that the meeting is."""
        best: tuple[int, str] | None = None
        for rank, sentence in enumerate(self._told):
            for place, number in sentence.at.items():
                if sentence.bones[place] != EVENT:
                    continue
                before = sentence.bones[:place]
                name = self._entities.mentions[number].canonical
                if _ASIDE.search(before[-60:]):
                    continue
                score = (
                    4 * (not sentence.title) - 2 * rank + 6 * bool(_BEFORE_EVENT.search(before)) + 5 * sentence.title
                )
                score += 3 * bool(
                    re.search(
                        r"\b(?:convened|held|hosted|launch|chaired|meeting of the|session of the|in the|at the|for the|hold)\W+(?:[\w-]+\W+){0,4}$",
                        before,
                    )
                )
                if best is None or score > best[0]:
                    best = score, name
        if best is None:
            return None
        return best[1] if not re.fullmatch(r"(?:First|Second|World|Cold).*War|.*Resolve", best[1]) else None

    def _series(self, event: str | None) -> tuple[str | None, tuple[str, ...]]:
        if event is None:
            return None, ()
        entry = next((item for item in self._names.of("series") if item.name == event), None)
        text = self._document.text
        short = self._entities.acronyms.get(event)
        if short is None and entry:
            acronym = entry.fact("acronym")
            if acronym and re.search(rf"\b{re.escape(acronym)}\b", text):
                short = acronym
        return short or event, entry.sides if entry else ()

    def _ordinal(self, event: str | None) -> int | None:
        """The count of the meeting in its series, from words beside its name, else from `met for the fourth time`."""
        for sentence in (*self._told, *self._sentences) if event else ():
            for place, number in sentence.at.items():
                if sentence.bones[place] != EVENT or self._entities.mentions[number].canonical != event:
                    continue
                before = sentence.bones[:place]
                match = _BEFORE_EVENT.search(before) or _AFTER_EVENT.search(sentence.bones[place + 1 :])
                if match and not re.search(r"\bnext\b", before):
                    return _number(match["ordinal"])
        for sentence in self._told if event is None else self._sentences[:8]:
            match = _FOR_THE_TIME.search(sentence.bones)
            if match:
                return _number(match["ordinal"] or match["other"])
        return None

    def _date(self, city: str | None) -> str | None:
        """A day stated in a sentence that reports the meeting, else `today` or `yesterday` counted from the release."""
        for report in (*self._body[:2], *(item for item in self._found if item.sentence.title)):
            stated = self._stated_in(report)
            if stated:
                return self._completed(stated)
        release = self._release(city)
        for sentence in (*self._told, *self._sentences):
            if sentence not in self._told and not re.search(
                r"\b[Tt]oday's (?:meeting|call|session|dialogue|summit)", sentence.bones
            ):
                continue
            if re.search(r"\b(?:today|earlier today|this (?:morning|afternoon|evening))\b", sentence.bones, re.I):
                return release
            if re.search(r"\byesterday\b", sentence.bones, re.I):
                return dates.shifted(release, -1) if release else None
        return None

    def _stated_in(self, report: Report) -> dates.DateFound | None:
        """The date that a sentence gives the meeting: one after its verb before one ahead of it, days before months."""
        tokens = self._entities.scene.tokens
        span = report.sentence.span
        verb = span.start + max(report.sentence.bones.find(report.verb), 0)
        best: tuple[int, dates.DateFound] | None = None
        for item in self._entities.dates:
            start = tokens.starts[item.first]
            if not span.start <= start < span.end or item.month is None:
                continue
            before = [word.lower() for word in tokens.words[max(0, item.first - 3) : item.first]]
            if (item.day is None and before[-1:] != ["in"]) or _OTHER_TIMES.intersection(before):
                continue
            rank = 2 * (item.day is not None) + (start >= verb and before[-1:] == ["on"])
            if best is None or rank > best[0]:
                best = rank, item
        return best[1] if best else None

    def _completed(self, item: dates.DateFound) -> str | None:
        if item.year is not None:
            return item.iso
        release = self._document.date
        if not release or item.month is None:
            year = next((other.year for other in self._entities.dates if other.year and other.month), None)
            return dates.iso(year, item.month, item.day)
        year = int(release[:4])
        if len(release) >= 7 and item.month > int(release[5:7]) + 2:
            year -= 1
        return dates.iso(year, item.month, item.day)

    def _release(self, city: str | None) -> str | None:
        """The day of the release in the meeting place's own time; before six in the morning it is the day before."""
        published = self._document.published
        if published:
            moment = _local(published, self._zone(city))
            if moment:
                return (moment - timedelta(days=1) if moment.hour < 6 else moment).date().isoformat()
        return self._document.date

    def _zone(self, city: str | None) -> str:
        if city:
            for entry in self._names.of("cities", "sites", "regions"):
                if entry.name == city:
                    if zone := entry.fact("zone"):
                        return zone
                    country = entry.fact("country")
                    zone = next(
                        (item.fact("zone") for item in self._names.of("countries") if item.name == country), None
                    )
                    return zone or "America/New_York"
        return "America/New_York"

    def _format(self) -> MeetingFormat | None:
        told = " ".join(sentence.bones for sentence in self._told[:3])
        if _VIRTUAL.search(told):
            return "virtual"
        if _CALL.search(told) and not re.search(r"\b(?:met|meets|hosted) ", told):
            return "call"
        return "in person" if _IN_PERSON.search(told) else None

    def _place(self) -> tuple[str | None, str | None]:
        """City and country of the venue, from `in Geneva, Switzerland` or `at the Pentagon` beside the meeting's verb."""
        country: str | None = None
        for sentence in (*(report.sentence for report in self._body[:4]), *self._told):
            purpose = _PURPOSE.search(sentence.bones)
            stop = purpose.start() if purpose else len(sentence.bones)
            for place, number in sentence.at.items():
                if sentence.bones[place] not in CITY + COUNTRY + PLACE or place > stop:
                    continue
                before = sentence.bones[:place]
                if not (_AT.search(before) and not _ELSEWHERE.search(before)) and not _TO.search(before):
                    continue
                found = self._site(sentence, place, number)
                if found[0]:
                    return found
                country = country or found[1]
            if _HOST.search(sentence.bones):
                return self._site(sentence, 0, sentence.at[0])
        return None, country

    def _site(self, sentence: Sentence, place: int, number: int) -> tuple[str | None, str | None]:
        item = self._entities.candidates[number]
        mention = self._entities.mentions[number]
        name = item.name
        following = sentence.bones[place + 1 : place + 4]
        beside = sentence.at.get(place + 3) if following[:2] == ", " else None
        country = None
        if beside is not None:
            near = self._entities.candidates[beside].name
            if near and near.section == "countries":
                country = near.name
            elif near:
                country = near.fact("country")
        if name is None:
            return (
                (mention.canonical, country)
                if country and sentence.bones[place] == PLACE and False
                else (None, country)
            )
        if name.section == "countries":
            return (name.name if name.name in _CITY_STATES else None), name.name
        if name.section == "sites":
            return name.fact("city"), name.fact("country")
        if name.section == "cities":
            return name.name, country or name.fact("country")
        if name.section == "regions" and name.fact("country"):
            return None, name.fact("country")
        return None, None

    def _sides(self, of_series: tuple[str, ...]) -> tuple[str, ...]:
        """Who met: those named as meeting, else those the leads speak for, the parties of the title, of the series."""
        named = self._named_sides()
        if len(named) >= 2:
            return named
        led = tuple(dict.fromkeys(filter(None, (self._side(name) for name in self.leads()))))
        if len(led) >= 2:
            return led
        both = tuple(dict.fromkeys((*led, *named)))
        if len(both) >= 2:
            return both
        titled = self._title_sides()
        if len(titled) >= 2:
            return titled
        # One country alone met nobody; one organization is a wide meeting's convener.
        countries = {entry.name for entry in self._names.of("countries")}
        return of_series or tuple(name for name in both or titled if name not in countries)

    def _side(self, name: str) -> str | None:
        person = self._people.get(name)
        return person.side if person else None

    def _named_sides(self) -> tuple[str, ...]:
        for sentence in self._told:
            for expression in _PARTIES:
                match = expression.search(sentence.bones)
                if match:
                    names = self._side_names(sentence, match.start("list"), match.end("list"))
                    if len(names) >= 2:
                        return names
        return ()

    def _title_sides(self) -> tuple[str, ...]:
        for sentence in self._told:
            match = _PAIR.search(sentence.bones)
            if match:
                return self._side_names(sentence, match.start(), match.end())
            for place, number in sentence.at.items():
                if sentence.bones[place] == EVENT:
                    inside = self._parties_inside(number)
                    if len(inside) >= 2:
                        return inside
        return ()

    def _parties_inside(self, number: int) -> tuple[str, ...]:
        item = self._entities.candidates[number]
        names = (
            side_of(found.name)
            for found in self._entities.scene.listed
            if item.first <= found.first and found.last <= item.last
        )
        return tuple(dict.fromkeys(filter(None, names)))

    def _side_names(self, sentence: Sentence, first: int, last: int) -> tuple[str, ...]:
        names = []
        for place in range(first, last):
            number = sentence.at.get(place)
            if number is not None and (side := side_of(self._entities.candidates[number].name)):
                names.append(side)
        return tuple(dict.fromkeys(names))


_LIST = r"(?P<list>(?:the |The )?(?:Governments? of )?(?:the )?<CON>(?: \(<COX>\))?(?:(?:,| and|, and|,? as well as)(?: the)? <CON>(?: \(<COX>\))?)+)"
_PARTIES = (
    pattern(
        rf"{_LIST},? (?:today |have |also |virtually )*(?:convened|held|met|gathered|launched|hold|meet|hosted|opened|planned to|have launched|signed|are )"
    ),
    pattern(
        rf"(?:[Mm]inisters|[Ll]eaders|[Cc]hiefs|[Oo]fficials|[Aa]gencies|[Rr]epresentatives|[Dd]elegations|[Aa]dvisors|[Ee]nvoys|[Dd]irectors|[Gg]overnments|countries)(?: representing| from)?(?: of)? {_LIST}"
    ),
    pattern(rf"between {_LIST}"),
)
_PAIR = pattern(r"<CO>(?:\s?[-–—]\s?(?:the )?<CON>)+")


def _number(word: str) -> int | None:
    plain = word.lower()
    if plain in ORDINALS:
        return ORDINALS[plain]
    digits = re.match(r"\d+", plain)
    return int(digits[0]) if digits else None


def _local(published: str, zone: str) -> datetime | None:
    from zoneinfo import ZoneInfo

    try:
        moment = datetime.fromisoformat(published)
        if moment.tzinfo is None or len(published) <= 10:
            return None
        return moment.astimezone(ZoneInfo(zone))
    except (ValueError, OverflowError, KeyError, OSError):  # no such moment, or no time zones on this machine
        return None


__all__ = ["PERSON", "read"]
