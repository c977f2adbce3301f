"""Reads feeds (RSS and Atom) from their bytes alone: a document for each item, with the fuller of its texts."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefreader.model import Document, SourceError
from briefreader.sources.containers import records
from briefreader.sources.containers.item import Part
from briefreader.sources.letters import encoding

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")


def parts(data: bytes, name: str) -> Iterator[Part]:
    """Yield the items of a feed, named by their identifier, address or number. Raises SourceError."""
    import feedparser

    decoded = encoding.decode(data)
    # A stream, since anything else might be taken for an address or a path.
    found = feedparser.parse(io.BytesIO(_as_utf8(decoded.text)), sanitize_html=False, resolve_relative_uris=False)
    if not found.entries and not found.version:
        raise SourceError("this feed is broken, or has another form than RSS and Atom; save it again")
    publisher = records.title_line(str(found.feed.get("title") or ""))
    for number, entry in enumerate(found.entries, 1):
        identifier = str(entry.get("id") or entry.get("link") or number)
        try:
            document = _document(entry, name, publisher)
            if found.bozo and number == len(found.entries):
                said = "text: the feed is not well formed, its last item may be cut off; compare it with its address"
                document = document._replace(unsure=(*document.unsure, said))
            yield Part(identifier, document).doubted(decoded.unsure)
        except SourceError as error:
            reason = str(error).removeprefix(f"{name}: ")
            yield Part(identifier, data=json.dumps(entry, default=str).encode(), reason=reason)


def _as_utf8(text: str) -> bytes:
    """Return a feed in UTF-8 without its declaration of another encoding."""
    return _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")


def _document(entry: Mapping[str, Any], name: str, publisher: str) -> Document:
    texts = [str(each.get("value") or "") for each in entry.get("content") or ()]
    texts.append(str(entry.get("summary") or ""))
    source = entry.get("source")
    return records.document(
        {
            "title": entry.get("title"),
            "text": max(texts, key=len),
            "published": entry.get("published") or entry.get("updated") or entry.get("created"),
            "link": entry.get("link") or entry.get("id"),
            "publisher": source.get("title") if isinstance(source, Mapping) else None,
        },
        name,
        publisher or None,
    )
