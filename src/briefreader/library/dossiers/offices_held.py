"""Tells which offices a person held, and when, from the titles that briefs give."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from briefreader.model import OfficeHeld
from briefreader.text import fold, words

Dated = tuple[str, str | None]
"""A title as a brief writes it, and the date of the brief."""

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "our", "then", "sitting"))
_ABBREVIATED = {
    "pm": "prime minister", "fm": "foreign minister", "vp": "vice president", "nsa": "national security advisor",
    "sen": "senator", "rep": "representative", "gov": "governor", "amb": "ambassador", "gen": "general",
    "lt": "lieutenant", "col": "colonel", "adm": "admiral", "dr": "doctor", "adviser": "advisor", "sec": "secretary",
    "nsc": "national security council", "un": "united nations", "eu": "european union", "dod": "department of defense",
    "us": "united states", "uk": "united kingdom", "uae": "united arab emirates", "asst": "assistant",
    "chairperson": "chair", "chairman": "chair", "chairwoman": "chair", "congressman": "representative",
    "congresswoman": "representative", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "majesties": "majesty",
}  # fmt: skip
_LINKS = frozenset(("of", "for", "to", "on", "in", "and"))
_PORTFOLIOS = frozenset(("minister", "secretary"))
# These words before the name of an office make another office of it.
_QUALIFIERS = frozenset(
    "vice deputy acting assistant associate under undersecretary former elect designate prime first second chief "
    "senior principal state lieutenant major brigadier interim special shadow cabinet executive personal permanent "
    "parliamentary minister secretary press private national joint crown queen".split()
)
_HOUSES = frozenset(
    ("republican", "democratic", "house", "us", "u.s.", "majesty", "majesties", "excellency", "holiness")
)
_FEW = 10  # titles in all: too few to tell an error from an office
_SELDOM = 2  # briefs that give an office; so few are no proof if many more give none
_ONE_IN = 20  # an office that fewer of the briefs of its time give is a neighbour's
_NEARLY_ALL = 5  # all but one in so many
_SHORT_PER_FULL = 6  # times as often as the full title a text may use the short one
_SHORT_PER_LONG = 4  # the same, where words stand before the short title
MONTHS = 2
"""The months before and after those of an office in which a text may tell of it."""


def office_key(title: str, is_country: Callable[[str], bool] = lambda _: False) -> str:
    """Return the form in which titles of one office are equal.

    Case, articles, hyphens, abbreviations, the spellings of advisor, a country before or after the office, and an
    acronym in brackets make no other office.
    """
    return office_and_country(title, is_country)[0]


def office_and_country(title: str, is_country: Callable[[str], bool]) -> tuple[str, str | None]:
    """Return the form in which titles of one office are equal, and the country that the title names, folded."""
    plain = re.sub(r"\([^)]*\)", " ", title)
    parts = [part for word in words(plain) for part in fold(word.text).replace("-", " ").split()]
    spelled = " ".join(_ABBREVIATED.get(part, part) for part in parts if part not in _ARTICLES).split()
    spelled, country = _without_country(spelled, is_country)
    while len(spelled) > 1 and (spelled[0] in _HOUSES or spelled[0] in _LINKS):
        spelled = spelled[1:]
    if len(spelled) > 2 and spelled[-2:] == ["of", "house"]:  # the Speaker of the House, the House Speaker
        spelled = spelled[:-2]
    return " ".join(_portfolio_last(spelled)), country


def office_words(key: str) -> list[str]:
    """Return words one of which every title of an office has, given the form in which its titles are equal."""
    longest = max(key.split(), key=len)
    return [longest, *(short for short, full in _ABBREVIATED.items() if longest in full.split())]


def _portfolio_last(parts: list[str]) -> list[str]:
    """Return `minister of defense` for `defense minister` and for `minister for defense`."""
    if len(parts) > 2 and parts[0] in _PORTFOLIOS and parts[1] in ("for", "of"):
        return [parts[0], "of", *parts[2:]]
    if len(parts) > 1 and parts[-1] in _PORTFOLIOS and _QUALIFIERS.isdisjoint(parts[:-1]):
        field = [*parts[:-1], "affairs"] if parts[:-1] == ["foreign"] and parts[-1] == "minister" else parts[:-1]
        return [parts[-1], "of", *field]
    return parts


def _without_country(parts: list[str], is_country: Callable[[str], bool]) -> tuple[list[str], str | None]:
    """Return the words of an office without the country at the beginning, or after `of` at the end, and the country."""
    found = None
    for count in range(min(4, len(parts) - 1), 0, -1):
        if is_country(" ".join(parts[:count])):
            found, parts = " ".join(parts[:count]), parts[count:]
            break
    for count in range(min(5, len(parts) - 2), 0, -1):
        if parts[-count - 1] == "of" and is_country(" ".join(parts[-count:])):
            return parts[: -count - 1], " ".join(parts[-count:])
    return parts, found


def offices_held(
    given: Sequence[Dated], is_country: Callable[[str], bool], presented: int = 0
) -> tuple[OfficeHeld, ...]:
    """Return the offices by first date, each under its commonest title, without those that are a neighbour's.

    A shortened title (`Secretary`) counts as the only full one that begins or ends with it, and is left out where
    there are several. `presented` is the number of briefs that name the person, with a title or without.
    """
    offices = by_office(given, is_country, presented)
    held = [_held(key, titles, is_country) for key, titles in offices.items() if not _is_short(key, offices)]
    return tuple(sorted(held, key=lambda office: (office.first is None, office.first or "", office.title)))


def by_office(given: Iterable[Dated], is_country: Callable[[str], bool], presented: int = 0) -> dict[str, list[Dated]]:
    """Return the titles of each office that the person held, by the key of the office."""
    found: dict[str, list[Dated]] = defaultdict(list)
    keys: dict[str, str] = {}
    for title, date in given:
        if title not in keys:
            keys[title] = office_key(title, is_country)
        found[keys[title]].append((title, date))
    whole: dict[str, list[Dated]] = defaultdict(list)
    for key, titles in found.items():
        whole[_longer(key, found) or _whole_field(key, found) or _within(key, found) or key] += titles
    months = {key: Counter(month(date) for _, date in titles if date) for key, titles in whole.items()}
    all_months = sum(months.values(), Counter[int]())
    total = sum(map(len, whole.values()))
    return {
        key: titles
        for key, titles in whole.items()
        if key
        and (len(titles) > _SELDOM or len(titles) * _ONE_IN >= presented)
        and _is_own(len(titles), total, months[key], all_months)
    }


def _longer(key: str, offices: Mapping[str, Sequence[Dated]]) -> str | None:
    """Return the office that nearly all full titles beginning with a shortened one mean: `secretary of state`."""
    longer = [each for each in offices if is_longer(each, key)]
    best = max(longer, key=lambda each: len(offices[each]), default=None)
    total = sum(len(offices[each]) for each in longer)
    if best is None or len(offices[best]) * _NEARLY_ALL < total * (_NEARLY_ALL - 1):
        return None
    short_per_full = _SHORT_PER_FULL if best.startswith(key) else _SHORT_PER_LONG
    return best if len(offices[best]) * short_per_full >= len(offices[key]) else None


def _is_short(key: str, offices: Mapping[str, Sequence[Dated]]) -> bool:
    """Return whether a title is a short form of several offices, so that it says nothing of its own."""
    full = sum(len(titles) for each, titles in offices.items() if is_longer(each, key))
    return full * _SHORT_PER_FULL >= len(offices[key])


def _whole_field(key: str, offices: Mapping[str, Sequence[Dated]]) -> str | None:
    """Return the office whose field a title gives only the end of: `secretary of human services`."""
    office, of, field = key.partition(" of ")
    ends = (each for each in offices if each.startswith(f"{office} of ") and each.endswith(f" and {field}"))
    return next(ends, None) if of else None


def is_longer(full: str, short: str) -> bool:
    """Return whether a title is the full form of a shortened one: `secretary of state`, `fed chair`."""
    if full.startswith(f"{short} "):
        return full[len(short) + 1 :].split()[0] in _LINKS
    return " " not in short and full.endswith(f" {short}") and _QUALIFIERS.isdisjoint(full.split()[:-1])


def _within(key: str, offices: Mapping[str, Sequence[Dated]]) -> str | None:
    """Return the office at the end of a rare title before which a heading put words: `previewing president`."""
    for each, titles in offices.items():
        is_end = key.endswith(f" {each}") and _QUALIFIERS.isdisjoint(key[: -len(each)].split())
        if is_end and len(offices[key]) * _ONE_IN <= len(titles):
            return each
    return None


def _is_own(count: int, total: int, months: Mapping[int, int], all_months: Mapping[int, int]) -> bool:
    """Return whether a person held an office, and no neighbour in a text.

    `count` of `total` briefs give the office; the others are counted by month. The briefs of the same months must give
    it often enough beside the other offices. A single brief is no proof where there are many others.
    """
    if total < _FEW or count == total:
        return True
    if count == 1:
        return False
    if not months:
        return count * _ONE_IN >= total
    first, last = min(months) - MONTHS, max(months) + MONTHS
    return count * _ONE_IN >= sum(others for month, others in all_months.items() if first <= month <= last)


def month(date: str) -> int:
    """Return the months since year 0; a date without a month counts as the middle of its year."""
    return int(date[:4]) * 12 + (int(date[5:7]) if len(date) >= 7 else 6)


def _held(key: str, titles: Sequence[Dated], is_country: Callable[[str], bool]) -> OfficeHeld:
    """Return an office under its commonest title, in capitals only if there is no other."""
    whole = [title for title, _ in titles if office_key(title, is_country) == key]
    counts = Counter(title for title in whole if not title.isupper()) or Counter(whole)
    days = [date for _, date in titles if date]
    return OfficeHeld(counts.most_common(1)[0][0], min(days, default=None), max(days, default=None))
