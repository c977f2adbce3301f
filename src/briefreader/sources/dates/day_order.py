"""Decides whether the day or the month comes first in a date of numbers such as "04/09/2024"."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal
from urllib.parse import urlsplit

from briefreader.long_dates import MONTH_NAMES
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.dates.document_dates import Found

Order = Literal["day", "month"]

# Countries (as in language tags and domains) that write the month first, and those that write either.
_MONTH_FIRST = frozenset(("us", "ph", "pr", "gu", "as", "vi", "mh", "fm", "pw"))
_EITHER = frozenset(("ca", "io", "tv", "co", "me", "ai", "eu"))
_AMERICAN_HOST = re.compile(r"(?:^|\.)(?:gov|mil|us|whitehouse\.gov)$")
_DAY_FIRST_HOST = re.compile(r"(?:^|\.)(?:europa\.eu|un\.org|osce\.org|nato\.int|african-union\.org|au\.int)$")
_AMERICAN_CLOCK = re.compile(r"\b(?:[ECMPA][SD]T|(?:Eastern|Central|Pacific) (?:Standard |Daylight )?Time)\b")
_ENGLISH = re.compile(r"\b(?:the|of|and|in|to|for|with|they|were|has|have|by|from|met)\b", re.I)
_SAMPLE = 20_000  # characters of a text whose dates and words are looked at
_FEW = 0.05  # share of English words below which a text is in another language
_WORDS = 12
_SOON = timedelta(days=2)


def decide(found: Found, line: str, texts: Iterable[str], language: str | None, url: str | None) -> str | None:
    """Return the reading of a date of numbers that its surroundings tell, None if they leave it open.

    They are, in this order: the zone of a clock in the line, other dates of the texts, the country of the language
    (`en-GB`) and of the address (`.gov.uk`), the language of the text, and dots between the numbers.
    """
    if found.other is None:
        return found.date
    text = "\n".join(texts)[:_SAMPLE]
    order = "month" if _AMERICAN_CLOCK.search(line) else _shown(found, text) or _customary(language, url, text)
    if order is None and found.dotted:
        order = "day"
    return None if order is None else found.date if order == "day" else found.other


def _shown(doubtful: Found, text: str) -> Order | None:
    """Return the order that other dates of a text show: dates of numbers with one reading, or near days in words."""
    orders: set[Order] = set()
    for found in dates.find(text):
        numbers = re.match(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]", text[found.start : found.end])
        if numbers is None and len(found.date) == len(doubtful.date):
            orders |= {"day"} if _follows(doubtful.date, found.date) else set()
            orders |= {"month"} if doubtful.other and _follows(doubtful.other, found.date) else set()
        elif numbers and found.other is None and numbers[1] != numbers[2]:
            orders.add("month" if int(numbers[2]) > 12 else "day")
    return orders.pop() if len(orders) == 1 else None


def _follows(reading: str, told: str) -> bool:
    """Tell whether a reading is the day that a text tells of, or one of the next days, on which it is published."""
    return timedelta() <= date.fromisoformat(reading) - date.fromisoformat(told) <= _SOON


def _customary(language: str | None, url: str | None, text: str) -> Order | None:
    """Return the order that is customary where a page comes from.

    Many systems mark every page as `en-US`, hence the address outranks it.
    """
    tongue, _, country = (language or "").casefold().replace("_", "-").partition("-")
    if len(country) == 2 and country not in (*_EITHER, *_MONTH_FIRST):
        return "day"
    host = _host(url)
    if _DAY_FIRST_HOST.search(host):
        return "day"
    if _AMERICAN_HOST.search(host):
        return "month"
    domain = host.rpartition(".")[2]
    for code in (domain, country):
        if len(code) == 2 and code not in _EITHER:
            return "month" if code in _MONTH_FIRST else "day"
    if tongue not in ("", "en"):
        return "day"
    words = text.split()
    foreign = not tongue and len(words) >= _WORDS and len(_ENGLISH.findall(text)) < _FEW * len(words)
    return "day" if foreign else None


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:
        return ""


def doubt(found: Found, words: str) -> str:
    """Return the sentence about a date that has two readings."""
    first, other = (_spelled(each) for each in (found.date, found.other or found.date))
    return f"date: {words} may be {first} or {other} {found.date[:4]}; the text does not tell, so none is taken"


def _spelled(iso: str) -> str:
    _, month, day = iso.split("-")
    return f"{int(day)} {MONTH_NAMES[int(month) - 1]}"
