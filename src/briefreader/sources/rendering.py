"""Writes a document as Markdown with front matter; reading the file gives the same text and facts again."""

import json
import re
from collections.abc import Iterable, Iterator

from briefreader.model import Document
from briefreader.sources import markdown_writer
from briefreader.sources.facts import KEYS

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ ,.'’()/-]{1,2}[A-Za-z0-9]+)*[.)]?|\d{4}-\d{2}-\d{2}")
# YAML 1.1 reads these words as null or as true and false.
_RESERVED = frozenset("null y n yes no true false on off".split())


def render(document: Document, id: str) -> str:
    """Return the Markdown file of a brief: the facts as YAML, then the body with a paragraph on each line."""
    return "\n".join(("---", *_front_matter(document, id), "---", "", markdown_writer.write(document), ""))


def _front_matter(document: Document, id: str) -> Iterator[str]:
    facts = {**document.facts, "id": id}
    yield f"title: {_scalar(document.title)}"
    for key in KEYS:
        value = facts.get(key)
        if isinstance(value, tuple):
            yield f"{key}:"
            yield from (f"  - {_scalar(entry)}" for entry in value)
        elif value is not None:
            yield f"{key}: {_scalar(value)}"
    if document.date and document.date != facts.get("date"):
        yield f"document_date: {_scalar(document.date)}"
    stated: Iterable[tuple[str, str | None]] = (
        ("published_time", document.published),
        ("source", document.source),
        ("url", document.url),
        ("text_status", document.text_status),
    )
    yield from (f"{key}: {_scalar(value)}" for key, value in stated if value)


def _scalar(value: object) -> str:
    """Return a value as YAML: plain if every YAML reader takes it for the same text, else as a JSON string."""
    if isinstance(value, int):
        return str(value)
    text = str(value)
    if _PLAIN.fullmatch(text) and text.casefold() not in _RESERVED:
        return text
    return json.dumps(text, ensure_ascii=False)
