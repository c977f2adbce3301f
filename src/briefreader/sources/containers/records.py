"""Makes documents of records, which are texts under the usual keys of press releases: title, text, date, address."""

import html as markup
import re
from collections.abc import Iterable, Mapping
from typing import Any

from briefreader.model import Document, SourceError
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.structure import provenance
from briefreader.text import clean, clean_line

_TITLES = ("title", "headline", "name", "subject", "heading")
_PAGES = ("contenthtml", "bodyhtml", "html", "contentencoded")
_TEXTS = (
    "articlebody",
    "fulltext",
    "text",
    "body",
    "content",
    "contenttext",
    "bodytext",
    "message",
    "article",
    "story",
)
_SUMMARIES = ("summary", "description", "abstract", "excerpt", "teaser", "lead")
_DATES = (
    "datepublished", "publisheddate", "publicationdate", "publishedat", "published", "pubdate", "publishdate", "issued",
    "releasedate", "date", "postdate", "created", "createdat", "datecreated", "datemodified", "updated", "updatedat",
)  # fmt: skip
_ADDRESSES = ("url", "link", "permalink", "canonicalurl", "externalurl", "weburl", "href", "sourceurl", "uri", "id")
_PUBLISHERS = ("publisher", "source", "agency", "organization", "ministry", "sitename", "author", "authors")
_INNER = ("rendered", "html", "value", "text", "name", "title", "url", "href", "en", "content")
"""Keys of an object that stands in place of a text; `rendered` is that of WordPress."""
TEXT_KEYS = (*_PAGES, *_TEXTS)
_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|h[1-6]|a|b|i|em|strong|span|table|blockquote|article|section)\b[^<>]*>", re.I
)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|ul|ol|li|h[1-6]|a|strong|em|span|table|blockquote)\b", re.I)
_ANY_TAG = re.compile(r"<[^<>]{0,500}>")
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\[?(?:read|continue|learn) (?:more|reading)\W*\]?)\s*$", re.I)
_DEEPEST = 4


def key(raw: object) -> str:
    """Return a key as it is looked up: `date_published`, `datePublished` and `Date Published` are one."""
    return "".join(char for char in str(raw).lower() if char.isalnum())


def lookup(record: Mapping[Any, Any]) -> dict[str, Any]:
    """Return the values of a record by the keys as they are looked up."""
    found: dict[str, Any] = {}
    for name, value in record.items():
        if value not in (None, "", [], {}):
            found.setdefault(key(name), value)
    return found


def is_record(value: object) -> bool:
    """Return whether a value has a title or a text under a usual key."""
    known = {key(name) for name in value} if isinstance(value, Mapping) else set()
    is_titled, is_summed = not known.isdisjoint(_TITLES), not known.isdisjoint(_SUMMARIES)
    return not known.isdisjoint((*TEXT_KEYS, *_TITLES[:2])) or (is_titled and is_summed)


def is_article(value: object) -> bool:
    """Return whether a value has a title and a text, and the text is no list of further articles."""
    if not isinstance(value, Mapping) or not is_record(value):
        return False
    values = lookup(value)
    texts = [values[name] for name in TEXT_KEYS if name in values]
    if any(isinstance(text, list) and any(map(is_article, text)) for text in texts):
        return False
    return bool(_first(values, _TITLES)) and any(map(_text, texts))


def document(record: Mapping[Any, Any], name: str, publisher: str | None = None) -> Document:
    """Return the document of a record. Raises SourceError where it has no title and no text."""
    values = lookup(record)
    page = _longest(values, _PAGES)
    text = page or _longest(values, _TEXTS)
    summary = _longest(values, _SUMMARIES)
    if not page and len(summary) > len(text):
        text = summary
    title = title_line(_first(values, _TITLES))
    if not title and not text.strip():
        raise SourceError("there is neither a title nor a text in it; look at the keys of its values")
    stated = clean_line(_first(values, _DATES))
    return stating(
        read(title, text, name, is_page=bool(page)),
        date=dates.day(stated),
        published=dates.moment(stated),
        url=next(filter(None, map(provenance.address, _all(values, _ADDRESSES))), None),
        source=title_line(_first(values, _PUBLISHERS)) or publisher,
    )


def read(title: str, text: str, name: str, *, is_page: bool = False) -> Document:
    """Return the document of a title and a text, which is a web page, a piece of one, or plain."""
    if not is_page and not _TAG.search(text) and _ESCAPED_TAG.search(text):
        text = markup.unescape(text)
    if is_page or _TAG.search(text):
        from briefreader.sources.html import document as html

        heading = f"<h1>{markup.escape(title)}</h1>" if title else ""
        return _told(html.read(clean(_with_heading(text, heading)), name), text)
    from briefreader.sources.plain import document as plain

    return _told(plain.read(clean(f"Title: {title}\n\n{text}" if title else text), name), text)


def stating(
    document: Document,
    *,
    date: str | None = None,
    published: str | None = None,
    url: str | None = None,
    source: str | None = None,
) -> Document:
    """Return a document with the metadata that stand beside its text, which outrank those in it."""
    address = url or document.url
    status = document.text_status
    if url and status == "unknown":
        status = provenance.status(None, url, False)
    own = document.source if document.url and document.source != provenance.host(document.url) else None
    return document._replace(
        date=date or document.date,
        published=published or document.published,
        url=address,
        source=clean_line(source or own or "") or (provenance.host(address) if address else None) or document.source,
        text_status=status,
    )


def title_line(raw: str) -> str:
    """Return a title on one line without the tags and entities of HTML."""
    line = clean_line(raw)
    return clean_line(_ANY_TAG.sub(" ", markup.unescape(line))) if "<" in line or "&" in line else line


def _with_heading(page: str, heading: str) -> str:
    body = re.search(r"<body\b[^<>]*>", page, re.I)
    at = body.end() if body else 0
    return page[:at] + heading + page[at:]


def _told(document: Document, text: str) -> Document:
    """Return a document with a warning if the text is only the beginning of one."""
    if len(text) < 2_000 and _CUT.search(_ANY_TAG.sub("", text)):
        said = "text: it seems to be the beginning only; open its address and save the whole page"
        return document._replace(unsure=(*document.unsure, said))
    return document


def _all(values: Mapping[str, Any], keys: Iterable[str]) -> list[str]:
    return [text for name in keys if name in values and (text := _text(values[name]))]


def _first(values: Mapping[str, Any], keys: Iterable[str]) -> str:
    return next(iter(_all(values, keys)), "")


def _longest(values: Mapping[str, Any], keys: Iterable[str]) -> str:
    return max(_all(values, keys), key=len, default="")


def _text(value: Any, depth: int = 0) -> str:
    """Return the text of a value, which may be wrapped in an object or be a list of paragraphs."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list):
        return "\n\n".join(filter(None, (_text(each, depth + 1) for each in value)))
    if isinstance(value, Mapping):
        inner = lookup(value)
        return next(filter(None, (_text(inner[name], depth + 1) for name in _INNER if name in inner)), "")
    return ""
