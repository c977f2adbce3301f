"""Reads dates and times in the forms in which sources write them.

Years from 1800 to the next year are dates. A day whose order of day and month is open ("04/09/2024") has two readings.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from typing import NamedTuple

from briefreader.sources.dates import month_names


class Found(NamedTuple):
    """A date in a text with its position; `other` is the second reading of a date of numbers, month before day.

    `dotted` tells that dots part its numbers, which is nearly always day before month.
    """

    start: int
    end: int
    date: str
    other: str | None = None
    dotted: bool = False


_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?![\d-])")
_COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?!\d)")
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{1,9})?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-](?:0\d|1[0-4]):?[0-5]\d)\b",
    re.I,
)
_YEAR = r"(?P<year>(?:1[89]|2[0-5])\d\d)(?!\d)"
# The vowel signs of Hindi and Thai are no letters to `\w`; some Arabic months have two words.
_LETTER = r"(?:[^\W\d_]|[\u0900-\u0963\u0980-\u09e3\u0e30-\u0e4e])"
_MONTH = rf"(?<![^\W\d_])(?P<month>{_LETTER}{{2,14}}(?: (?:الثاني|الأول))?)\.?(?:/{_LETTER}{{2,14}})?"
_DAY = r"(?<![\d/.-])(?P<day>\d{1,2})"
_OF = r"(?:day of|of the|of|de l[’']|d[’']|del|de|di|da|do|d|a)"
_YEAR_OF = r"(?:in the year|of the year|del año|del|de|do|of|năm|พ\.ศ\.|m\.)"
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
_NUMERALS = "〇一二三四五六七八九"
_NUMERAL = rf"[{_NUMERALS}零○十廿卅\d]"
_BUDDHIST = 543

_FORMS = (
    # 4 September 2024, 4th day of September, 2024, 4 de septiembre de 2024, 1er mars 2025, 14. März 2025, 14-Mar-2025
    rf"{_DAY}(?:st|nd|rd|th|er|[ºª°oη]|-?(?:го|е))?\.?(?:\s+{_OF}\s*"
    rf"|[\s./-]*){_MONTH}[\s,،.–/-]*(?:{_YEAR_OF}\s*)?{_YEAR}"
    r"(?:\.?\s*(?:года|год|г|року|р|roku|r|godin[ae]|годин[ае]|g)(?!\w)\.?)?",
    # September 4, 2024
    rf"{_MONTH}[\s,-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?[,.]?[\s-]*(?:(?:del?|of)\s+)?{_YEAR}",
    # 2024. szeptember 4., 2024 m. rugsėjo 4 d., 2024 September 4
    rf"(?<![\d/.-]){_YEAR}(?:\.|\s+m\.|\s+metų|\s+г\.)?\s+{_MONTH}\s+(?P<day>\d{{1,2}})(?!\d)(?:\s+d\.|\.)?",
    # 2024. gada 4. septembrī
    rf"(?<![\d/.-]){_YEAR}\.\s+gada\s+(?P<day>\d{{1,2}})\.\s+{_MONTH}",
    # 4-IX-2024
    rf"{_DAY}\s?(?P<sign>[-/.])\s?(?P<roman>I{{1,3}}|IV|VI{{0,3}}|IX|XI{{0,2}})\s?(?P=sign)\s?{_YEAR}",
    # 2024 йил 4 сентябрь, 2024 жылғы 4 қыркүйек, 2024 оны 9 дүгээр сарын 4
    rf"(?<![\d/.-]){_YEAR}\s+(?:йил|жылғы|жыл|жил|yil)\s+(?P<day>\d{{1,2}})\s+{_MONTH}",
    rf"(?<![\d/.-]){_YEAR}\s+оны?\s+(?P<month>\d{{1,2}})\s+(?:дугаар|дүгээр|-р)?\s*сарын\s+(?P<day>\d{{1,2}})(?!\d)",
    # 2024-09-04, 2024/9/4, 2024. 9. 4.
    rf"(?<![\d/.-]){_YEAR}\s?(?P<sign>[-/.])\s?(?P<month>\d{{1,2}})\s?(?P=sign)\s?(?P<day>\d{{1,2}})(?!\d)(?![-/]\d)",
    # 2024年9月4日, 令和6年9月4日, 2024년 9월 4일, 二〇二四年九月四日
    rf"(?P<era>{'|'.join(_ERAS)})?\s?(?P<year>{_NUMERAL}{{1,4}}|元)\s?[年년]\s?(?P<month>{_NUMERAL}{{1,3}})\s?[月월]"
    rf"\s?(?P<day>{_NUMERAL}{{1,3}})\s?[日号號일]",
    # ngày 4 tháng 9 năm 2024
    rf"(?:ngày\s+)?{_DAY}\s+tháng\s+(?P<month>\d{{1,2}})\s*,?\s*(?:năm\s+)?{_YEAR}",
    # September 2024, septiembre de 2024
    rf"(?<!\d )(?<!\d\. ){_MONTH}[\s,.]+(?:{_YEAR_OF}\s*)?{_YEAR}",
    rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월](?!\s?\d)",
)
_NUMBERS = (
    rf"(?<![\d/.-])(?P<first>\d{{1,2}})\s?(?P<sign>[-/.])\s?(?P<second>\d{{1,2}})\s?(?P=sign)\s?{_YEAR}(?![-/]\d)"
    r"(?:\s*(?:года|год|г|року|р|r)(?!\w)\.?)?"
)
# A number or a month and a word for "to" or "and" before a date make it the end of a span of days.
_SPAN = (
    r"(?<![\w/.-])(?:\d{{1,2}}(?:st|nd|rd|th|\.)?|{letter}{{3,10}})\s*(?:[-–—]|to|and|&|et|y|e|bis|und|au|al|до|и)\s*$"
)
# The year of a short value may have two digits; with dots or hyphens it may also stand first.
_SHORT = re.compile(
    r"\W{0,3}(?:[^\W\d_][\w ]{1,14}:\s?)?(?P<date>(\d{1,2})(?P<sign>[-/.])(\d{1,2})(?P=sign)(\d{2}))(?!\d)"
)
_KOREAN = re.compile(r"\W{0,2}?(?P<date>['’‘](?P<year>\d{2})\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2}))(?!\d)")
_ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
# 25 JAN 25
_SHORT_NAMED = re.compile(
    r"\W{0,3}(?P<date>(?P<day>\d{1,2})[\s-](?P<month>[^\W\d_]{3,9})\.?[\s-]['’]?(?P<year>\d{2}))(?!\d)"
)
_SHORT_VALUE = 30
_HAS_YEAR = re.compile(r"(?:1[89]|2[0-5])\d\d(?!\d)|[年년]")
_ZEROS = "０٠۰०๐০"
_DIGITS = str.maketrans({chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)})


@cache
def _expressions() -> tuple[re.Pattern[str], ...]:
    """Return the compiled forms of a date; most files state theirs in ISO 8601 and need none of them."""
    return tuple(re.compile(form, re.I) for form in (*_FORMS, _NUMBERS))


def find(text: str) -> list[Found]:
    """Return the dates of a text in order; the end of a span of days ("4 to 6 May 2025") is none."""
    if not text.isascii():
        text = text.translate(_DIGITS)
    if not _HAS_YEAR.search(text):
        return list(_short(text)) if len(text) <= _SHORT_VALUE else []
    found: list[Found] = []
    for form in _expressions():
        for match in form.finditer(text):
            taken = any(match.start() < other.end and other.start < match.end() for other in found)
            if not taken and (dated := _dated(match)):
                found.append(dated)
    return sorted(each for each in found if not _ends_span(text[: each.start]))


def _short(text: str) -> Iterator[Found]:
    """Yield the date of a short value whose year has two digits, if day and month are parted by slashes or certain."""
    match = _KOREAN.match(text) or _SHORT_NAMED.match(text)
    if match and (day := _iso(f"20{match['year']}", match["month"], match["day"])):
        yield Found(*match.span("date"), day)
        return
    if match := _SHORT.match(text):
        one, two, three = match[2], match[4], match[5]
        orders = [(three, two, one), (three, one, two)]
        if match["sign"] != "/":
            orders.append((one, two, three))
        known = {known for year, month, number in orders if (known := _iso(f"20{year:0>2}", month, number))}
        if len(known) == 1:
            yield Found(*match.span("date"), known.pop())
        elif match["sign"] == "/":
            day_first, month_first = (_iso(f"20{year:0>2}", month, number) for year, month, number in orders)
            if day_first:
                yield Found(*match.span("date"), day_first, month_first)


def _ends_span(before: str) -> bool:
    return bool(re.search(_SPAN.format(letter=_LETTER), before[-24:], re.I)) and not _month_alone(before)


def _month_alone(before: str) -> bool:
    """Return whether the word before the sign of a span is no month, so that there is no span."""
    word = re.search(rf"({_LETTER}{{3,10}})\s*\S+\s*$", before[-24:])
    return bool(word) and word is not None and word[1].casefold() not in month_names.numbers()


def read(raw: str) -> Found | None:
    """Return the date at the start of a stated value, else None; a weekday may stand before it."""
    text = raw.strip()
    plain: Found | None = None
    for form in (_ISO, _COMPACT):
        if (match := form.match(text)) and (stated := _iso(match["year"], match["month"], match["day"])):
            plain = Found(0, match.end(), stated)
            if match["day"] or match.end() == len(text):
                return plain
    if before := re.match(rf"\W*(?:{month_names.WEEKDAYS}(?!\w)[\s,.]*)?(?:{month_names.ARTICLES}\s+)?", text, re.I):
        text = text[before.end() :]
    return next((each for each in find(text) if each.start == 0), plain)


def day(raw: str) -> str | None:
    """Return the date at the start of `raw` in ISO 8601 with the precision given (year, month or day), else None.

    Refused are forms that mean one day in London and another in Washington ("04/09/2024").
    """
    stated = read(raw)
    return stated.date if stated and (stated.other is None or stated.dotted) else None


def moment(raw: str) -> str | None:
    """Return the date and time of `raw` in ISO 8601 with its zone, else None; without a zone it is None too."""
    text = raw.strip()
    stated, clock = day(text), _CLOCK.search(text)
    if stated is None or len(stated) != 10 or clock is None:
        return None
    zone = clock["zone"].upper().replace(":", "")
    offset = timedelta()
    if zone[0] in "+-":
        offset = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
    return datetime(
        *date.fromisoformat(stated).timetuple()[:3],
        int(clock["hour"]),
        int(clock["minute"]),
        int(clock["second"] or 0),
        tzinfo=timezone(offset),
    ).isoformat()


def _dated(match: re.Match[str]) -> Found | None:
    """Return the date of a match, None where the words are no date or the calendar has no such day."""
    parts = match.groupdict()
    if "first" in parts:
        readings = [
            _iso(parts["year"], parts[month], parts[number])
            for number, month in (("first", "second"), ("second", "first"))
        ]
        known = list(dict.fromkeys(filter(None, readings)))
        other = known[1] if len(known) > 1 else None
        return Found(*match.span(), known[0], other, parts["sign"] == ".") if known else None
    year = parts["year"]
    if parts.get("era"):
        year = str(_ERAS[parts["era"]] + (1 if year == "元" else _number(year)))
    elif not year.isdecimal():
        year = str(_number(year))
    month = str(_ROMAN.index(parts["roman"].upper()) + 1) if "roman" in parts else parts["month"]
    if (
        month
        and month.casefold() == "listopada"
        and match[0][: match.start("month") - match.start()].rstrip()[-1:] == "."
    ):
        month = "10"  # Croatian, which dots its days, calls October by the Polish name of November
    stated = _iso(year, month, parts.get("day"))
    return Found(*match.span(), stated) if stated else None


def _number(numeral: str) -> int:
    """Return the value of a numeral in digits or in Chinese signs, which stand for digits or count tens; else 0."""
    if numeral.isdecimal():
        return int(numeral)
    signs = numeral.replace("零", "〇").replace("○", "〇").replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = signs.rpartition("十")
    digits = [_NUMERALS.find(sign) for sign in tens + ones]
    if -1 in digits:
        return 0
    if not ten:
        return int("".join(map(str, digits)))
    return (digits[0] if tens else 1) * 10 + (digits[-1] if ones else 0)


def _iso(raw_year: str, month: str | None, number: str | None) -> str | None:
    """Return a date in ISO 8601, None when the calendar has no such day or the year is not plausible."""
    year = int(raw_year)
    if year > 2400:  # the years of Thailand
        year -= _BUDDHIST
    if not 1800 <= year <= date.today().year + 1:
        return None
    if month is None:
        return f"{year:04}"
    numeral = _number(month) or month_names.numbers().get(month.casefold(), 0)
    try:
        found = date(year, numeral, _number(number) if number else 1)
    except ValueError:
        return None
    return found.isoformat() if number else found.isoformat()[:7]
