"""An annotated text is made again of the public file that it comes from.

The annotations hold offsets into a text and no word of it. A text is its title, a blank line, and its paragraphs parted
by blank lines. Of each of these passages the annotations keep the length in characters and a short hash; a passage is
found in the words of the file by both, whatever stands around it. Words of a file are its text without front matter,
tags, scripts and Markdown marks, entities decoded, each run of white space one space, zero-width characters left out.
"""

import csv
import hashlib
import html
import io
import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import chain
from typing import Any
from xml.etree import ElementTree

import yaml

HASH_LENGTH = 12
_ZERO_WIDTH = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u2060\ufeff\u00ad"))
_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~^$<>|@'\"])")
_HELD_BACK = re.compile("\ue000([0-9a-f]+)\ue001")
_WORD_START = re.compile(r"(?<!\w)\S")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class TextError(ValueError):
    """A text cannot be made of its file; the message is a sentence that says why."""


def sha256(text: str) -> str:
    """Return the hash of a text in UTF-8, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def passages(text: str) -> list[tuple[int, str]]:
    """Return the length and the short hash of a text's title and of each of its paragraphs."""
    return [(len(passage), sha256(passage)[:HASH_LENGTH]) for passage in text.rstrip("\n").split("\n\n")]


def text_of(row: dict[str, Any], file: bytes) -> str:
    """Return the text that a row annotates, made of the bytes of its file; raise TextError where it is another."""
    source = _decoded(file)
    if row["passages"] is None:
        text = _json_record(source, row["sha256"])
    else:
        text = _assembled(row["passages"], _readings(source, row))
    if (found := sha256(text)) != row["sha256"]:
        raise TextError(f"it gives a text with the SHA-256 {found[:HASH_LENGTH]}…, not {row['sha256'][:HASH_LENGTH]}…")
    return text


def _decoded(file: bytes) -> str:
    """Return a file's text: UTF-8, or else what the page itself says that it is in."""
    try:
        return file.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = _CHARSET.search(file[:4000])
        try:
            return file.decode(stated[1].decode() if stated else "utf-8", "replace")
        except LookupError:
            return file.decode("utf-8", "replace")


def _assembled(wanted: Sequence[tuple[int, str]], readings: Sequence[str]) -> str:
    searched = [(reading, [match.start() for match in _WORD_START.finditer(reading)]) for reading in readings]
    found, at = [], 0
    for number, (length, digest) in enumerate(wanted, 1):
        for reading, starts in searched:
            next_start = bisect_left(starts, at)  # most often the passage follows the one before
            for start in chain(starts[next_start:], starts[:next_start]):
                passage = reading[start : start + length]
                if len(passage) == length and sha256(passage)[:HASH_LENGTH] == digest:
                    break
            else:
                continue
            found.append(passage)
            at = start + length
            break
        else:
            raise TextError(f"passage {number} of {len(wanted)} ({length} characters) is not in it")
    return "\n\n".join(found) + "\n"


def _readings(source: str, row: dict[str, Any]) -> list[str]:
    """Return the words of a file, or of one record of it, with its marks taken away and as they stand."""
    path = row["path"]
    if path.endswith(".rss"):
        return [_rss_item(source, row["record"])]
    if path.endswith(".csv"):
        return [_squeezed(_csv_record(source, int(row["record"])))]
    if source.lstrip().startswith("<"):
        return [_html_words(source)]
    title, body = _parted(source.replace("\r\n", "\n"))
    return [_squeezed(f"{title} {_unmarked(body)}"), _squeezed(body)]


def _parted(source: str) -> tuple[str, str]:
    """Return the title that the front matter states, and the text after the front matter."""
    if not (match := _FRONT_MATTER.match(source)):
        return "", source
    try:
        stated = yaml.safe_load(match[1])
    except yaml.YAMLError:
        return "", source
    return str(stated.get("title", "")) if isinstance(stated, dict) else "", match[2]


def _unmarked(body: str) -> str:
    """Return Markdown without its marks, paragraph by paragraph."""
    paragraphs = []
    for paragraph in re.split(r"\n[\s\u00a0]*\n", body):
        text = " ".join(re.sub(r"^\s*>[> ]*", "", line) for line in paragraph.split("\n"))
        text = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text)
        text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"<(https?://[^>]+)>", r"\1", text)
        text = re.sub(r"</?[a-zA-Z][^>]*>", "", text)
        text = _ESCAPED.sub(lambda mark: f"\ue000{ord(mark[1]):x}\ue001", text)
        text = text.replace("*", "").replace("`", "")
        text = re.sub(r"(?<!\w)_(.+?)_(?!\w)", r"\1", text)
        text = _HELD_BACK.sub(lambda code: chr(int(code[1], 16)), text)
        paragraphs.append(html.unescape(text))
    return "\n\n".join(paragraphs)


def _squeezed(text: str) -> str:
    return " ".join(text.translate(_ZERO_WIDTH).split())


class _Words(HTMLParser):
    """Collects the words of a page; an element that is no part of a line parts them."""

    BLOCKS = frozenset(
        "article blockquote br div dd dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li main ol p section table td th "
        "title tr ul".split()
    )
    SKIPPED = frozenset({"script", "style", "noscript"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._skipping += tag in self.SKIPPED
        if tag in self.BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._skipping -= tag in self.SKIPPED and self._skipping > 0
        if tag in self.BLOCKS:
            self.words.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.words.append(data)


def _html_words(source: str) -> str:
    parser = _Words()
    parser.feed(source)
    parser.close()
    return _squeezed("".join(parser.words))


def _rss_item(source: str, guid: str) -> str:
    try:
        items = ElementTree.fromstring(source).iter("item")
    except ElementTree.ParseError as error:
        raise TextError(f"it is no feed that can be read ({error})") from None
    for item in items:
        if (item.findtext("guid") or "").strip() == guid:
            parts = (item.findtext("title"), item.findtext("description"), item.findtext(_CONTENT))
            return " ".join(_html_words(part) for part in parts if part)
    raise TextError(f"it has no item {guid}")


def _csv_record(source: str, number: int) -> str:
    """Return the fields of a record of a table; the header is not counted."""
    csv.field_size_limit(10_000_000)
    for at, record in enumerate(csv.reader(io.StringIO(source, newline=""))):
        if at == number:
            return " ".join(record)
    raise TextError(f"it has no record {number}")


def _json_record(source: str, wanted: str) -> str:
    """Return title and text of the record of a file of JSON lines that has a hash."""
    for line in source.splitlines():
        try:
            record = json.loads(line)
        except ValueError as error:
            raise TextError(f"it holds a line that is not JSON ({error})") from None
        if sha256(text := f"{record.get('title')}\n\n{record.get('text')}") == wanted:
            return text
    raise TextError("none of its records gives the text that was annotated")
