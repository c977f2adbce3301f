"""Tells which words every meeting brings: ordinals, dates, places, persons and the offices beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefreader.text import Span

if TYPE_CHECKING:
    from briefreader.compare.wording import Wording
    from briefreader.model import Mention

_ORDINALS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth "
    "eightieth ninetieth hundredth inaugural".split()
)
_OTHERS = frozenset("party parties country countries state states".split())
"""Words after `third` that make it no ordinal."""

_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
_ORDINAL_OR_YEAR = re.compile(r"\d{1,3}(?:st|nd|rd|th)|(?:19|20)\d\d")
_DAY = re.compile(r"[0-3]?\d")
_PARAGRAPH_NUMBER = re.compile(r"(?:^|\n)[ \t]*\(?(\d{1,3})[.)](?=\s)")
_BEFORE_NAME = re.compile(r"[ ,]{0,2}(?:[A-Z]\w+\.? )?")
"""Text between an office and the name of the person: `Minister Kim`, `Minister Sayyid Badr`."""

_GAP_AFTER_NAME = 3
"""Characters between the name of a person and an office: `Kim, the Minister`."""

_BEFORE_VENUE = re.compile(r"(?:\b(?:in|at)(?: the)? (?:[A-Z][\w.]*,? )*|^|\n)$")
"""Text before a place where something was."""

_AROUND_VENUE = 60

_HOUSE = re.compile(r"\bat (?:the )?([A-Z][\w.’'-]*(?: (?:of |the |and |for )*[A-Z][\w.’'-]*)*)")
"""A house where something was: `at the Headquarters of the Northern Command`."""

_OFFICES = frozenset(
    "president premier minister secretary chancellor ambassador governor advisor adviser representative commissioner "
    "envoy director chairman chairwoman king queen prince princess sultan emir general admiral senator spokesperson "
    "mr mrs ms dr sheikh".split()
)
_ADDRESSES = frozenset("mr mrs ms madam dr".split())
_RANKS = frozenset(
    "prime deputy vice acting foreign defense defence finance trade interior first assistant under special".split()
)
"""Words before an office that are a part of it."""

_LINKS = frozenset("of for the and to in on".split())
"""Words without a capital inside a long office: `Minister of Trade for the Regions`."""

_MOST_OFFICE = 24
"""Words of the longest office before a name."""

_PRONOUNS = frozenset("he she".split())
STANDS_FOR_PERSON = 2
"""The flag of a word that stands for a person, who may be called by the name in another text."""

_MOST_NAME = 3
"""Words of a name that follows an office where nothing else tells that it is a name."""


def routine_words(wording: Wording) -> bytearray:
    """Return a flag for each word of a text: it is part of what every meeting brings."""
    flags = bytearray(wording.times)
    for number, mention in enumerate(wording.mentions):
        is_office = _is_of_office(wording, number)
        if mention.type in ("DATE", "PERSON") or is_office or (mention.type == "PLACE" and _is_venue(wording, mention)):
            after = wording.mentions[number + 1] if is_office and number + 1 < len(wording.mentions) else None
            is_before = after is not None and _BEFORE_NAME.fullmatch(wording.text, mention.end, after.start)
            first, end = wording.range(Span(mention.start, after.start if after and is_before else mention.end))
            flags[first:end] = b"\1" * (end - first)
    _flag_houses(wording, flags)
    _flag_offices_with_names(wording, flags)
    _flag_long_offices(wording, flags)
    _flag_words_for_persons(wording, flags)
    return flags


def time_words(wording: Wording) -> bytearray:
    """Return a flag for each word of a text: it is part of an ordinal or a date, or the number of a paragraph."""
    words, flags = wording.words, bytearray(len(wording.words))
    for mention in wording.mentions:
        if mention.type == "DATE":
            first, end = wording.range(Span(mention.start, mention.end))
            flags[first:end] = b"\1" * (end - first)
    for number, word in enumerate(words):
        if word in _CALENDAR:
            flags[number] |= wording.text[wording.spans[number].start].isupper()
        elif word in _ORDINALS and not _is_without_order(wording, number):
            flags[number] = 1
            if number and words[number - 1] in _TENS and wording.is_hyphened(number - 1):
                flags[number - 1] = 1
        elif word[0].isdigit():
            beside = words[max(0, number - 1) : number + 2]
            is_day = _DAY.fullmatch(word) and not _CALENDAR.isdisjoint(beside)
            flags[number] |= bool(is_day or _ORDINAL_OR_YEAR.fullmatch(word))
    for match in _PARAGRAPH_NUMBER.finditer(wording.text):
        first, end = wording.range(Span(*match.span(1)))
        flags[first:end] = b"\1" * (end - first)
    return flags


def _is_without_order(wording: Wording, number: int) -> bool:
    """Return whether an ordinal counts no meeting: `First, we agreed`, `third countries`."""
    if number + 1 == len(wording.words):
        return False
    gap = wording.text[wording.spans[number].end : wording.spans[number + 1].start]
    return (gap.startswith(",") and _is_capital(wording, number)) or (
        wording.words[number] == "third" and wording.words[number + 1] in _OTHERS
    )


def _is_venue(wording: Wording, mention: Mention) -> bool:
    """Return whether a place is where something was, as in `in Oslo, Norway`, and nothing that the text speaks of."""
    return bool(_BEFORE_VENUE.search(wording.text, max(0, mention.start - _AROUND_VENUE), mention.start))


def _flag_houses(wording: Wording, flags: bytearray) -> None:
    other = [mention.start for mention in wording.mentions if mention.type in ("EVENT", "AGREEMENT")]
    for match in _HOUSE.finditer(wording.text):
        if not any(match.start(1) <= start < match.end(1) for start in other):
            first, end = wording.range(Span(*match.span(1)))
            flags[first:end] = b"\1" * (end - first)


def _is_of_office(wording: Wording, number: int) -> bool:
    """Return whether a mention is an office beside a name, or the people whose office follows: `Omani Minister`."""
    mentions = wording.mentions
    mention = mentions[number]
    after = mentions[number + 1] if number + 1 < len(mentions) else None
    before = mentions[number - 1] if number else None
    is_before = after is not None and bool(_BEFORE_NAME.fullmatch(wording.text, mention.end, after.start))
    if mention.type == "NORP":
        return is_before and after is not None and after.type == "TITLE" and _is_of_office(wording, number + 1)
    return mention.type == "TITLE" and bool(
        (is_before and after is not None and after.type == "PERSON")
        or (before and before.type == "PERSON" and mention.start - before.end <= _GAP_AFTER_NAME)
    )


def _flag_offices_with_names(wording: Wording, flags: bytearray) -> None:
    """Flag offices and the names after them that no mention tells: `Deputy Minister Anna Lind`."""
    named = wording.named
    for number, word in enumerate(wording.words):
        if word not in _OFFICES or not _is_capital(wording, number):
            continue
        end = number + 1
        while end < len(flags) and end - number <= _MOST_NAME and _follows(wording, end) and not named[end]:
            end += 1
        addressed = _addressed(wording, number)
        if addressed > end:
            flags[number:addressed] = b"\1" * (addressed - number)
            continue
        if end == number + 1 and not (end < len(flags) and flags[end] and _follows(wording, end)):
            continue
        first = _start_of_office(wording, number)
        if not any(named[first : number + 1]):
            flags[first:end] = b"\1" * (end - first)


def _start_of_office(wording: Wording, number: int) -> int:
    """Return the first word of an office, with the words of rank before it."""
    while number and wording.words[number - 1] in _RANKS and _is_capital(wording, number - 1):
        number -= 1
    return number


def _flag_long_offices(wording: Wording, flags: bytearray) -> None:
    """Flag offices of many words before the name of a person: `Director of the Bureau of Ports Anna Lind`."""
    for number, word in enumerate(wording.words):
        if word in _OFFICES and _is_capital(wording, number) and number not in wording.names_of_persons:
            end = _end_of_long_office(wording, number)
            first = _start_of_office(wording, number) if end > number else end
            flags[first:end] = b"\1" * (end - first)


def _end_of_long_office(wording: Wording, number: int) -> int:
    """Return where the name after an office begins, `number` if other words than those of an office stand between."""
    for at in range(number + 1, min(number + _MOST_OFFICE, len(wording.words))):
        gap = wording.text[wording.spans[at - 1].end : wording.spans[at].start].split(" ")
        if at in wording.names_of_persons and gap in (["", ""], [",", ""]):
            return at
        if gap != ["", ""] or not (_is_capital(wording, at) or wording.words[at] in _LINKS):
            break
    return number


def _flag_words_for_persons(wording: Wording, flags: bytearray) -> None:
    """Flag pronouns, and offices without a name: `the Vice President`."""
    for number, word in enumerate(wording.words):
        if flags[number]:
            continue
        if word in _PRONOUNS:
            flags[number] = STANDS_FOR_PERSON
        elif word in _OFFICES and _is_capital(wording, number):
            first = _start_of_office(wording, number)
            end = number + 1
            follows = end < len(wording.words) and (wording.words[end] == "of" or _follows(wording, end))
            if first and wording.words[first - 1] == "the" and not follows:
                flags[first:end] = bytes([STANDS_FOR_PERSON]) * (end - first)


def _addressed(wording: Wording, number: int) -> int:
    """Return the end of a form of address with the office after it, such as `Mr. Vice Chairman`; `number` if none."""
    end = number + 1
    while end < len(wording.words) and wording.words[end] in _RANKS and _is_capital(wording, end):
        end += 1
    is_office = end < len(wording.words) and wording.words[end] in _OFFICES and _is_capital(wording, end)
    return end + 1 if wording.words[number] in _ADDRESSES and is_office else number


def _is_capital(wording: Wording, number: int) -> bool:
    return wording.text[wording.spans[number].start].isupper()


def _follows(wording: Wording, number: int) -> bool:
    """Return whether a word with a capital follows the one before it after a space or the point of `Dr.`"""
    gap = wording.text[wording.spans[number - 1].end : wording.spans[number].start]
    return gap in (" ", ". ") and _is_capital(wording, number) and wording.words[number] not in _OFFICES
