"""Writes a document as Markdown with front matter; reading the file gives the same text and facts again."""

import json
import re
from collections.abc import Iterator

from briefreader.model import Document
from briefreader.sources.brief import markdown_writer
from briefreader.sources.brief.facts import MEETING, MEETING_KEYS, ORIGINAL, OTHER_KEYS

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ ,.'’()/-]{1,2}[A-Za-z0-9]+)*[.)]?|\d{4}-\d{2}-\d{2}")
# YAML 1.1 reads these words as null or as true and false.
_RESERVED = frozenset("null y n yes no true false on off".split())


def render(document: Document, id: str) -> str:
    """Return the Markdown file of a brief: the facts as YAML, then the body with a paragraph on each line."""
    return "\n".join(("---", *_front_matter(document, id), "---", "", markdown_writer.write(document), ""))


def _front_matter(document: Document, id: str) -> Iterator[str]:
    facts = {**document.facts, "id": id}
    yield from _line("title", document.title)
    yield from _line("date", document.date)
    stated = {key: facts[key] for key in MEETING_KEYS if key in facts}
    # The date at the top level is that of the document.
    if stated and (facts.get(MEETING) or "date" in stated):
        yield f"{MEETING}:"
        for key, value in stated.items():
            yield from (f"  {line}" for line in _line(key, value))
    else:
        for key, value in stated.items():
            yield from _line(key, value)
    for key in OTHER_KEYS:
        yield from _line(ORIGINAL if key == "original" else key, facts.get(key))
    yield from _line("published_time", document.published)
    yield from _line("source", document.source)
    yield from _line("url", document.url)
    yield from _line("text_status", document.text_status)


def _line(key: str, value: object) -> Iterator[str]:
    """Yield the lines of a key, none for an unknown value."""
    if isinstance(value, tuple):
        yield f"{key}:"
        yield from (f"  - {_scalar(entry)}" for entry in value)
    elif value:
        yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    """Return a value as YAML: plain if every YAML reader takes it for the same text, else as a JSON string."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)
