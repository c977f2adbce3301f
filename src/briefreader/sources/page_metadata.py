"""Reads the title, the address, the date and the publisher that a web page states about itself."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from briefreader.sources import document_dates as dates
from briefreader.sources import provenance
from briefreader.text import clean_line, fold_typography


class Metadata(NamedTuple):
    """The statements of a page about itself, each None where there is none."""

    title: str | None
    date: str | None
    published: str | None
    source: str | None
    url: str | None


# In the order of trust; the names are those of Open Graph, schema.org, Dublin Core and the usual news systems.
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date", "dc.date.created", "dcterms.date", "article:published", "og:published_time", "publishdate",
    "publish_date", "publish-date", "pubdate", "published", "parsely-pub-date", "sailthru.date", "release_date",
    "releasedate", "created",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
_PARTS = re.compile(r"\s+(?:\||[-–—]|::|»|·|•)\s+")
_URL_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})(?=[/-]|$)")
_LD_LIMIT = 500_000
_LD_VALUES = 5_000

_QUICK_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,400})</title", re.I)
_QUICK_META = re.compile(
    r"<meta\s[^>]{0,80}?(?:name|property)=[\"']([\w:.-]{1,40})[\"'][^>]{0,80}?content=[\"']([^\"'<>]{4,60})[\"']", re.I
)


def quick(text: str) -> tuple[str | None, str | None]:
    """Return the title and the date stated at the beginning of a page, found without parsing it."""
    titled = _QUICK_TITLE.search(text)
    meta = {match[1].lower(): html.unescape(match[2]) for match in _QUICK_META.finditer(text)}
    title = clean_line(html.unescape(titled[1])) if titled else ""
    stated = (dates.day(meta[name]) for name in _DATES if name in meta)
    return without_site(title, meta.get("og:site_name")) or None, next(filter(None, stated), None)


def read(root: Any, headings: list[str]) -> Metadata:
    """Return the metadata of a parsed page; `headings` are the texts of its main headings in order."""
    meta = _meta(root)
    linked = dict(_linked_data(root))
    url = _address(root, meta)
    stated = [value for name in _DATES if (value := meta.get(name))]
    stated[1:1] = filter(None, (linked.get("datePublished"),))
    stated += (str(value) for value in root.xpath("//time[not(ancestor::aside|ancestor::nav)]/@datetime")[:1])
    date = next(filter(None, map(dates.day, stated)), None)
    published = next(filter(None, map(dates.moment, stated)), None)
    source = next((meta[name] for name in (*_PUBLISHERS, *_AUTHORS) if meta.get(name)), None)
    return Metadata(
        title=_title(root, meta, headings, linked.get("headline")),
        date=date or (published[:10] if published else None),
        published=published,
        source=source or linked.get("publisher") or linked.get("author"),
        url=url,
    )


def url_day(url: str | None) -> str | None:
    """Return the day in the path of a web address, as news systems write it, else None."""
    found = _URL_DAY.search(urlsplit(url).path) if url else None
    return dates.day("-".join(found.groups())) if found else None


def _meta(root: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        content = clean_line(element.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                meta.setdefault(name, content)
    return meta


def _address(root: Any, meta: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next(filter(None, map(provenance.address, (*canonical, meta.get("og:url"), meta.get("twitter:url")))), None)


def _title(root: Any, meta: dict[str, str], headings: list[str], headline: str | None) -> str | None:
    """Return the main heading that agrees with a title stated by the page, else the stated title, else a heading."""
    named = next((line for element in root.iter("title") if (line := clean_line(element.text or ""))), "")
    site = meta.get("og:site_name")
    stated = [without_site(value, site) for name in _TITLES if (value := meta.get(name))]
    stated += filter(None, (headline, without_site(named, site) if named else None))
    for heading in headings:
        if any(_alike(heading, title) for title in (*stated, named)):
            return heading
    return next(filter(None, (*stated, *headings)), None)


def _alike(heading: str, title: str) -> bool:
    """Return whether a heading and a title are the same, or one begins with the other."""
    one, other = (" ".join(re.findall(r"\w+", fold_typography(text).casefold())) for text in (heading, title))
    short, long = sorted((one, other), key=len)
    return len(short) >= 8 and (long == short or long.startswith(f"{short} "))


def without_site(title: str, site: str | None) -> str:
    """Return the title of a page without the name of its site at the end or the beginning.

    Only the name of the site, a host, or a short part after a vertical bar is removed, since titles have dashes too.
    """
    parts = list(_PARTS.finditer(title))
    if not parts:
        return title
    last, first = title[parts[-1].end() :], title[: parts[0].start()]
    if _is_site(last, site, parts[-1][0]):
        return without_site(title[: parts[-1].start()], site)
    return title[parts[0].end() :] if site and first.casefold() == site.casefold() else title


def _is_site(part: str, site: str | None, divider: str) -> bool:
    if site and part.casefold() == site.casefold():
        return True
    if re.fullmatch(r"(?:[\w-]+\.)+[a-z]{2,6}", part, re.I):
        return True
    return divider.strip() in ("|", "::", "»") and len(part.split()) <= 8


def _linked_data(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the keys and values of the JSON-LD of a page; the first statement of each key comes last."""
    found: list[tuple[str, str]] = []
    for script in root.iter("script"):
        text = script.text or ""
        if (script.get("type") or "").lower() != "application/ld+json" or len(text) > _LD_LIMIT:
            continue
        try:
            queue: list[object] = [json.loads(text)]
        except (ValueError, RecursionError):
            continue  # the page itself can still be read
        for value in queue:
            if len(queue) > _LD_VALUES:
                break
            if isinstance(value, list):
                queue += value
            elif isinstance(value, dict):
                queue += (part for part in value.values() if isinstance(part, dict | list))
                found += _statements(value)
    return reversed(found)


def _statements(value: dict[str, object]) -> Iterator[tuple[str, str]]:
    for key in ("datePublished", "headline", "publisher", "author"):
        stated = value.get(key)
        if isinstance(stated, list) and stated:
            stated = stated[0]
        if isinstance(stated, dict):
            stated = stated.get("name")
        if isinstance(stated, str) and (line := clean_line(html.unescape(stated))):
            yield key, line
