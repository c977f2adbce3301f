"""Recognizes dates in a text and converts them to ISO 8601."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from briefreader.annotate.text.tokens import Tokens
from briefreader.annotate.text.word_classes import WordClass
from briefreader.annotate.text.words import DASHES
from briefreader.long_dates import MONTH_NAMES

MONTHS = {"Sept": 9} | {
    name: number for number, full in enumerate(MONTH_NAMES, 1) for name in (full, full.upper(), full[:3])
}
_DOTTED = frozenset(name[:3] for name in MONTH_NAMES if name != "May") | {"Sept"}
WEEKDAYS = {
    name: number for number, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}
YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"(?:19|20)\d0s")
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th)?")
# Proclamations write days in words; `twenty-first` begins with `twenty`.
_NUMBERED_DAYS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty".split()
)
_TO = DASHES | {"to", "through", "until", "and"}
_PARTS = frozenset("early late mid Early Late Mid EARLY LATE MID".split())
_HALVES = frozenset("half quarter".split())
# `May` and `March` are also verbs; without day and year they are months only after one of these words.
_BEFORE_MONTH = frozenset(
    "in In since Since by By of until Until last Last next Next this This during During from From between early late "
    "mid and through the The for to before after upcoming recent".split()
)
# A number of four digits before one of these words is no year.
_COUNTED = frozenset(
    "people troops soldiers personnel members kilometers kilometres km miles meters metres feet tons tonnes percent "
    "million billion hours days participants students children families aircraft vehicles homes jobs hits views visits "
    "visitors reads readers clicks downloads shares likes comments pages words votes seats".split()
)
# A number of four digits after one of these labels and a colon or a dot counts or numbers something.
_LABELS = frozenset(
    "hit hits view views viewed visit visits visitors read reads reader readers click clicks download downloads "
    "share shares like likes comment comments count counter number no nr page pages word words votes seats tel "
    "telephone phone fax ext extension room code postcode zip ref id".split()
)
_BEFORE_YEAR = frozenset("( ' \" “ ‘ [ / – — \n".split(" "))
_COUNTING = frozenset("$ € £ ¥ # about over nearly almost some than approximately around least most no".split())
_STARTERS = _PARTS | _NUMBERED_DAYS | frozenset("end beginning start middle End".split())
_NUMBERS = re.compile(r"(?P<day>[0-3]?\d)(?P<mark>[./])(?P<month>[01]?\d)(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)")
_BEFORE_NUMERIC = frozenset("on On dated from From of since Since until by , (".split())
_MONTHS_IN_YEAR = 12
_DAY_PARTS = frozenset("today yesterday tomorrow morning afternoon evening night noon tonight".split()) | set(WEEKDAYS)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty thousand hundred and".split()
)


class DateSpan(NamedTuple):
    """Holds a date from token first to the token before last, of a range the first day.

    The year is None where the text leaves it out; the date of the document can then supply it.
    """

    first: int
    last: int
    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """Gives the date as ISO 8601, as precise as stated; None without a year or for a day that does not exist."""
        return iso(self.year, self.month, self.day)


def iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """Return a date as ISO 8601, as precise as known; None without a year or for a day that does not exist."""
    if year is None:
        return None
    if month is None:
        return f"{year:04d}"
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def find(tokens: Tokens) -> Iterator[DateSpan]:
    """Yield the dates in a text in order; they do not overlap."""
    last = 0
    for index in tokens.indexes_in(_BEGINNINGS):
        found = _at(tokens, index) if index >= last else None
        if found:
            yield found
            last = found.last


def _begins(word: str) -> bool:
    """Return whether a date can begin with a word."""
    return word[0].isdigit() or word in MONTHS or word in WEEKDAYS or word in _STARTERS


_BEGINNINGS = WordClass(_begins)


def _at(tokens: Tokens, index: int) -> DateSpan | None:
    word = tokens.words[index]
    if word in WEEKDAYS:
        after = index + 1 + (tokens.word(index + 1) == ",")
        found = _day_first(tokens, after) or (_month_first(tokens, after) if _has_day(tokens, after) else None)
        return found._replace(first=index) if found else DateSpan(index, index + 1)
    if word in _STARTERS:
        return _part(tokens, index) or _written(tokens, index)
    if word in MONTHS:
        return _month_first(tokens, index)
    found = _numeric(tokens, index) or _day_first(tokens, index) or _year(tokens, index)
    return found or (DateSpan(index, index + 1) if _is_day(tokens, index) else None)


def _is_day(tokens: Tokens, index: int) -> bool:
    """Return whether a number is a day of this month: `today (25)`, `on the 24th afternoon`."""
    word, after = tokens.words[index], tokens.word(index + 1)
    if _day(word) is None:
        return False
    if tokens.word(index - 1) == "(" and after == ")":
        return tokens.word(index - 2) in _DAY_PARTS
    return not word.isdigit() and tokens.word(index - 1) == "the" and after in _DAY_PARTS


def _has_day(tokens: Tokens, index: int) -> bool:
    return tokens.word(index) in MONTHS and _day(tokens.word(_past_dot(tokens, index))) is not None


def _past_dot(tokens: Tokens, month: int) -> int:
    """Return the token after the name of a month and the dot of its short form."""
    return month + 1 + (tokens.word(month + 1) == "." and tokens.words[month] in _DOTTED and tokens.glued(month + 1))


def _day(word: str) -> int | None:
    match = _DAY.fullmatch(word)
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else None


def _year_after(tokens: Tokens, index: int) -> tuple[int | None, int]:
    """Return the year at a token, perhaps after a comma or `of`, and the token after it."""
    at = index + (tokens.word(index) in (",", "of"))
    if YEAR.fullmatch(tokens.word(at)):
        return int(tokens.word(at)), at + 1
    return None, index


def _month_first(tokens: Tokens, index: int) -> DateSpan | None:
    """Return `September 4, 2024`, `November 4-5`, `April 30 to May 2, 2024`, `June 2023` or `March and April`."""
    word = tokens.words[index]
    month = MONTHS.get(word)
    if month is None:
        return None
    at = _past_dot(tokens, index)
    day = _day(tokens.word(at))
    if day is not None and not _is_amount(tokens, at):
        at += 1
        if tokens.word(at) in _TO:
            later = at + 1
            if tokens.word(later) in MONTHS:
                later = _past_dot(tokens, later)
            if _day(tokens.word(later)) is not None and not _is_amount(tokens, later):
                at = later + 1
        year, at = _year_after(tokens, at)
        return DateSpan(index, at, year, month, day)
    if tokens.word(at) in _TO and tokens.word(at + 1) in MONTHS and tokens.word(at) != "and":
        at = _past_dot(tokens, at + 1)
    year, at = _year_after(tokens, at)
    if year is None and (len(word) == 3 or word in ("March", "Sept")) and tokens.word(index - 1) not in _BEFORE_MONTH:
        return None
    if year is None and tokens.word(at)[:1].isupper() and word in ("May", "March", "April", "June", "August"):
        return None  # the month is a person's name or the first word of a heading
    return DateSpan(index, at, year, month)


def _is_amount(tokens: Tokens, index: int) -> bool:
    """Return whether a number is an amount: `20 percent`, `30,000`."""
    after, digits = tokens.word(index + 1), tokens.word(index + 2)
    if after != "," or not tokens.glued(index + 1) or not tokens.glued(index + 2):
        return after in ("%", "percent", "million", "billion")
    return len(digits) == 3 and digits.isdigit()


def _day_first(tokens: Tokens, index: int) -> DateSpan | None:
    """Return `4 September 2024`, `17-19 April`, `17 April to 2 May 2024` or `26th day of April, 2023`."""
    day = _day(tokens.word(index))
    if day is None:
        return None
    at = index + 1
    month: int | None = None
    if tokens.word(at) in MONTHS and tokens.word(at + 1) in _TO and _day(tokens.word(at + 2)) is not None:
        if tokens.word(at + 3) in MONTHS:
            month = MONTHS[tokens.word(at)]
            at += 3
    elif tokens.word(at) in _TO and _day(tokens.word(at + 1)) is not None:
        at += 2
    if tokens.word(at) == "day":
        at += 1
    if tokens.word(at) == "of":
        at += 1
    named = tokens.word(at)
    if named.capitalize() in MONTH_NAMES and named != "may" and YEAR.fullmatch(tokens.word(at + 1)):
        named = named.capitalize()  # `28 november 2023`
    if named not in MONTHS:
        return None
    month = month or MONTHS[named]
    year, at = _year_after(tokens, _past_dot(tokens, at))
    return DateSpan(index, at, year, month, day)


def _part(tokens: Tokens, index: int) -> DateSpan | None:
    """Return `early June`, `mid-2025`, `the end of September 2024` or `the first half of 2024`."""
    at = index + 1
    if tokens.words[index] in _PARTS:
        at += tokens.word(at) in DASHES or tokens.word(at) == "to"
        if tokens.word(at - 1) == "to":
            at += 1 + (tokens.word(at + 1) in DASHES)
    else:
        at += tokens.word(at) in _HALVES
        if tokens.word(at) != "of":
            return None
        at += 1 + (tokens.word(at + 1) == "the")
    found = _month_first(tokens, at) if tokens.word(at) in MONTHS else _year_or_range(tokens, at)
    return found._replace(first=index) if found and found.day is None else None


def _numeric(tokens: Tokens, index: int) -> DateSpan | None:
    """Return a date in ISO 8601, or day first and after `on`: `2024-09-04`, `On 25.04.2025`, `on 30/04/2025`.

    With slashes a day and a month that could change places give no date.
    """
    words = tokens.words[index : index + 5]
    if tokens.word(index - 1) in _BEFORE_NUMERIC and (found := _numeric_day_first(tokens, index, words)):
        return found
    if len(words) == 5 and YEAR.fullmatch(words[0]) and words[1] == words[3] == "-":
        month, day = words[2], words[4]
        if len(month) == len(day) == 2 and month.isdigit() and day.isdigit() and iso(1, int(month), int(day)):
            return DateSpan(index, index + 5, int(words[0]), int(month), int(day))
    return None


def _numeric_day_first(tokens: Tokens, index: int, words: Sequence[str]) -> DateSpan | None:
    """Return a date of numbers with its day first: `25.04.2025` or `30/04/2025`."""
    whole = _NUMBERS.match("".join(words))
    if whole is None:
        return None
    last, length = index, 0
    while length < whole.end():
        length += len(tokens.words[last])
        last += 1
    day, month, year = int(whole["day"]), int(whole["month"]), int(whole["year"])
    is_plain = whole["mark"] == "." or day > _MONTHS_IN_YEAR or day == month
    found = DateSpan(index, last, year, month, day)
    return found if length == whole.end() and is_plain and found.iso else None


def _year(tokens: Tokens, index: int) -> DateSpan | None:
    word = tokens.word(index)
    if _DECADE.fullmatch(word):
        return DateSpan(index, index + 1)
    if tokens.glued(index) and tokens.word(index - 1) not in _BEFORE_YEAR:
        return None  # `COVID-2019`, `1/2024` and `$2024` are no years; `FY2024` is one token
    if not YEAR.fullmatch(word) or tokens.word(index + 1) in _COUNTED or tokens.word(index - 1) in _COUNTING:
        return None
    return None if _is_labelled(tokens, index) else _year_or_range(tokens, index)


def _is_labelled(tokens: Tokens, index: int) -> bool:
    """Return whether a number is the value of a label that counts or numbers things: `Hits : 1901`, `Tel. 2024`."""
    before = tokens.word(index - 1)
    return before in (":", ".") and tokens.word(index - 2).casefold() in _LABELS


def _year_or_range(tokens: Tokens, index: int) -> DateSpan | None:
    """Return `2024`, `2024-2027` or `2024-25`."""
    if not YEAR.fullmatch(tokens.word(index)):
        return None
    until = tokens.word(index + 2)
    ranged = tokens.word(index + 1) in DASHES and (YEAR.fullmatch(until) or re.fullmatch(r"\d\d", until))
    return DateSpan(index, index + (3 if ranged else 1), int(tokens.words[index]))


def _written(tokens: Tokens, index: int) -> DateSpan | None:
    """Return a date in words: `third day of March, in the year of our Lord two thousand nineteen`."""
    at = index + 1
    if tokens.word(at) == "-" and tokens.word(at + 1) in _NUMBERED_DAYS:
        at += 2
    if tokens.words[at : at + 2] != ["day", "of"] or tokens.word(at + 2) not in MONTHS:
        return None
    month = MONTHS[tokens.words[at + 2]]
    year, at = _year_after(tokens, at + 3)
    if year is None and tokens.words[at : at + 7] == [",", "in", "the", "year", "of", "our", "Lord"]:
        at += 7
        while tokens.word(at) in _NUMBER_WORDS or tokens.word(at) == "-":
            at += 1
    return DateSpan(index, at, year, month)


def shifted(day: str, days: int) -> str | None:
    """Return the day a number of days after an ISO 8601 day, None for a date that is no whole day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat() if len(day) == 10 else None
    except (ValueError, OverflowError):
        return None
