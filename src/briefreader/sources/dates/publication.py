"""Chooses the date of a document among the dates that its source, its text and its address state."""

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import urlsplit

from briefreader.sources.dates import dateline, day_order
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.dates.document_dates import Found

_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")
_NAME_DAY = re.compile(r"(?<![\dA-Za-z])((?:19|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)")
_CHANGED = "date: only the day of the last change is stated, it stands for that of publication"


class Evidence(NamedTuple):
    """The places that may state the date of a document.

    `stated` and `modified` are values as written, in the order of trust: the dates of publication and of later changes.
    `nearby` are lines beside the text, nearest first. `language` is a language tag. `file` is the name of the file,
    empty where that is no evidence.
    """

    title: str
    paragraphs: Sequence[str] = ()
    stated: Sequence[str] = ()
    modified: Sequence[str] = ()
    nearby: Sequence[str] = ()
    language: str | None = None
    url: str | None = None
    file: str = ""


def choose(evidence: Evidence) -> tuple[str | None, str | None]:
    """Return the date of a document, None without one, and a sentence about a doubt, None without one."""
    doubtful: list[tuple[Found, str]] = []
    texts = (evidence.title, *evidence.paragraphs)

    def settled(found: Found, line: str) -> str | None:
        chosen = day_order.decide(found, line, (*texts, *evidence.nearby), evidence.language, evidence.url)
        if chosen is None:
            doubtful.append((found, line[found.start : found.end] if len(line) > found.end else line.strip()))
        return chosen

    for raw in evidence.stated:
        if (found := dates.read(raw)) and (date := settled(found, raw)):
            return date, None
    changed: str | None = None
    for statement in dateline.statements(evidence.title, evidence.paragraphs, evidence.nearby):
        if statement.kind == "modified":
            changed = changed or settled(statement.found, statement.line)
        elif date := settled(statement.found, statement.line):
            return date, None
    if date := url_day(evidence.url) or _file_day(evidence.file):
        return date, None
    if doubtful:
        return None, day_order.doubt(*doubtful[0])
    for raw in evidence.modified:
        if (found := dates.read(raw)) and (date := settled(found, raw)):
            changed = date
            break
    return (
        changed,
        "date: only the day of the last change is stated, it stands for that of publication" if changed else None,
    )


def url_day(url: str | None) -> str | None:
    """Return the day in the path of a web address, as news systems write it, else None."""
    found = _URL_DAY.search(urlsplit(url).path) if url else None
    return dates.day("/".join(found.groups())) if found else None


def _file_day(name: str) -> str | None:
    """Return the day in the name of a file, else None."""
    found = _NAME_DAY.search(PurePath(name).stem)
    return dates.day(f"{found[1]}-{found[3]}-{found[4]}") if found else None
