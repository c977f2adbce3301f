"""Reads the entries of a YAML block that is broken: each entry alone, and as plain words where that fails too."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from briefreader.text import clean_line


class Entry(NamedTuple):
    """An entry of a block: its key, the number of its line in the block from 0, and its lines."""

    key: str
    line: int
    text: str


_KEY = re.compile(r"(?P<indent> {0,3})(?P<key>[A-Za-z_][\w-]*) *:(?= |$)")
# An indented line with one of these keys is an entry of its own, since a tab may stand before it.
_KNOWN = frozenset(
    "title date author source source_url url link tags published published_time series text_status".split()
)
_VALUE = re.compile(r" {0,3}([\w-]+) *: *(.*)", re.S)
_WORDS_ALONE = frozenset(("title", "date", "source", "published"))  # keys whose values are never lists
_BLOCK = re.compile(r"[|>][+-]?\d?[+-]?\s*(?:\n|$)")
_NODE = re.compile(r"[*&][\w-]+(?:\s*$| )|!")  # an alias, an anchor or a tag
_QUOTE = re.compile(r"(?<!\w){sign}|{sign}(?!\w)".replace("{sign}", "[\"']"))


def entries(block: str) -> Iterator[Entry]:
    """Yield the entries of a block; the lines below a key that are no key themselves belong to its entry."""
    start = 0
    key = ""
    lines = block.split("\n")
    for number, line in enumerate(lines):
        match = _KEY.match(line)
        if match is None or (match["indent"] and match["key"].casefold() not in _KNOWN):
            continue
        if key:
            yield Entry(key, start, "\n".join(lines[start:number]))
        key, start = match["key"], number
    if key:
        yield Entry(key, start, "\n".join(lines[start:]))


def words(entry: str) -> str | None:
    """Return the value of an entry as plain words, None where it may be a list or anything else but words.

    The quotation marks around the whole value are no part of it; those inside it are.
    """
    match = _VALUE.match(entry)
    key, value = (match[1].casefold(), match[2].strip()) if match else ("", "")
    if key in _WORDS_ALONE and re.match(r"[\[{!][^\W\d_]", value) and value[-1] not in "]}":
        return clean_line(value)
    if not value or _BLOCK.match(value) or _NODE.match(value) or re.search(r"\n\s*- ", value):
        return None
    value = clean_line(value)
    sign = value[0]
    if sign in "[{" and value[-1] == {"[": "]", "{": "}"}[sign]:
        return None
    if sign in "[{" and value.count(sign) > value.count({"[": "]", "{": "}"}[sign]):
        return None  # a list that is not closed
    if sign in "\"'":
        value = _unquoted(value, sign)
    return value.replace('\\"', '"') or None


def _unquoted(value: str, sign: str) -> str:
    """Return a value without the quotation mark at its beginning, and without that at its end, if they enclose it."""
    if len(value) > 1 and value[-1] == sign:
        return value[1:-1].strip()
    marks = [match for match in _QUOTE.finditer(value) if match[0] == sign]
    return value[1:].strip() if len(marks) % 2 else value
