"""Writes a document as Markdown with front matter; reading the file gives the same text and facts again."""

import json
import re
from collections.abc import Iterable, Iterator

from briefreader.model import Document
from briefreader.sources.facts import KEYS

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[ ,.'’()/-]{1,2}[A-Za-z0-9]+)*[.)]?|\d{4}-\d{2}-\d{2}")
# YAML 1.1 reads these words as null or as true and false.
_RESERVED = frozenset("null y n yes no true false on off".split())
_INLINE = re.compile(
    r"[\\*`]"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|(?<=~)~|~(?=~)"
    r"|&(?=#?\w+;?)"
    r"|\](?=[(\[:])|\[(?=\^)|!(?=\[)"
)
_TAG = re.compile(r"<(?=[A-Za-z/!])")
_FIRST = re.compile(r"[#>|=+~:-]")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def render(document: Document, id: str) -> str:
    """Return the Markdown file of a brief: the facts as YAML, then the body with a paragraph on each line."""
    body = "\n\n".join(_paragraph(paragraph) for paragraph in document.body.split("\n\n") if paragraph)
    return "\n".join(("---", *_front_matter(document, id), "---", "", body, ""))


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


def _paragraph(text: str) -> str:
    """Return a paragraph with every character escaped that Markdown would take for a mark."""
    escaped = _TAG.sub("&lt;", _INLINE.sub(r"\\\g<0>", text))  # the reader removes tags before it resolves escapes
    if number := _NUMBER.match(escaped):
        return f"{number[1]}\\{number[2]}{escaped[number.end() :]}"
    if escaped.startswith("•"):  # a backslash escapes ASCII signs only
        return f"&bull;{escaped[1:]}"
    return f"\\{escaped}" if _FIRST.match(escaped) else escaped
