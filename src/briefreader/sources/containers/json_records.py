"""Reads JSON and JSON Lines: one record, a list of records, or an object that holds the list."""

import json
from collections.abc import Iterator
from typing import Any

from briefreader.model import SourceError
from briefreader.sources.containers import records
from briefreader.sources.containers.item import Part
from briefreader.sources.letters import encoding

_LISTS = (
    "items",
    "results",
    "data",
    "articles",
    "releases",
    "entries",
    "posts",
    "documents",
    "records",
    "news",
    "rows",
)
_WRAPPERS = ("response", "data", "result", "feed", "channel", "hits", "_embedded", "payload", "content", "rss")
_DEEPEST = 4
_BROKEN = "this is no JSON; save it again, or save the text alone"


def parts(data: bytes, name: str) -> Iterator[Part]:
    """Yield the records of JSON, or of lines of JSON, named by their number. Raises SourceError."""
    decoded = encoding.decode(data)
    for part in _parts(decoded.text, name):
        yield part.doubted(decoded.unsure)


def _parts(text: str, name: str) -> Iterator[Part]:
    try:
        value = json.loads(text)
    except ValueError as error:
        yield from _lines(text, name, error)
        return
    found, publisher = _records(value, None, 0)
    if found is None:
        raise SourceError(
            "there is no title and no text under a usual key in it; look whether it is the file that you meant"
        )
    if found is value and isinstance(value, dict):
        yield _part(None, value, name, None)
        return
    for number, record in enumerate(found, 1):
        yield _part(str(number), record, name, publisher)


def _lines(text: str, name: str, error: ValueError) -> Iterator[Part]:
    good = False
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            if not good:
                raise SourceError(_BROKEN) from error
            yield Part(
                str(number),
                data=line.encode("utf-8", "replace"),
                reason="this line is no JSON, or cut off; mend it and add it again",
            )
            continue
        good = True
        yield _part(str(number), record, name, None)


def _part(number: str | None, record: Any, name: str, publisher: str | None) -> Part:
    try:
        if not isinstance(record, dict):
            raise SourceError("this is no record with a title and a text; look whether it should be one")
        return Part(number, records.document(record, name, publisher))
    except SourceError as error:
        reason = str(error).removeprefix(f"{name}: ")
        return Part(number, data=json.dumps(record, ensure_ascii=False).encode("utf-8", "replace"), reason=reason)


def _records(value: Any, publisher: str | None, depth: int) -> tuple[Any, str | None]:
    """Return the list of records in a value, or the value if it is a record, and the publisher of them all."""
    if isinstance(value, list):
        return (value if any(map(records.is_record, value)) or not value else None), publisher
    if not isinstance(value, dict) or depth > _DEEPEST:
        return None, publisher
    if records.is_article(value):
        return value, publisher
    # A record may list what it refers to, such as pictures with their names.
    is_other = records.is_article if records.is_record(value) else records.is_record
    others = [each for key, each in value.items() if isinstance(each, list) and key not in _LISTS]
    for found, is_meant in (
        *((value.get(key), records.is_record) for key in _LISTS),
        *((each, is_other) for each in others),
    ):
        if isinstance(found, list) and any(map(is_meant, found)):
            return found, records.title_line(str(value.get("title") or value.get("publisher") or "")) or publisher
    for key in (*_WRAPPERS, *_LISTS):
        found, of = _records(value.get(key), publisher, depth + 1)
        if found is not None:
            return found, of
    return (value if records.is_record(value) else None), publisher
