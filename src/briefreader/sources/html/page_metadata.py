"""Reads the title, the address, the dates and the publisher that a web page states about itself."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefreader.sources.dates import date_labels
from briefreader.sources.dates import document_dates as dates
from briefreader.sources.html import page_frame
from briefreader.sources.structure import provenance
from briefreader.sources.titles import page_title
from briefreader.text import clean_line


class Metadata(NamedTuple):
    """The statements of a page about itself, each None or empty where there is none.

    `stated` and `modified` are dates as written, in the order of trust; `lines` are short parts of the page that are
    marked as dates. `language` is a language tag.
    """

    title: str | None
    stated: list[str]
    modified: list[str]
    lines: list[str]
    published: str | None
    source: str | None
    url: str | None
    language: str | None


# In the order of trust, without the signs in them; the names are those of Open Graph, schema.org, Dublin Core and the
# usual news systems.
_DATES = (
    "articlepublishedtime", "datepublished", "date", "dcdateissued", "dctermsissued", "dctermscreated", "dcdate",
    "dcdatecreated", "dctermsdate", "dctermsavailable", "articlepublished", "ogpublishedtime", "ogarticlepublishedtime",
    "publishdate", "publisheddate", "pubdate", "published", "publishedat", "publishedtime", "publicationdate",
    "datepublication", "datedepublication", "originalpublicationdate", "firstpublished", "govukfirstpublishedat",
    "parselypubdate", "sailthrudate", "btpubdate", "cxenseparserecspublishtime", "releasedate", "dateofrelease",
    "issuedate", "dateissued", "posted", "posteddate", "dateposted", "newsdate", "contentdate", "displaydate",
    "citationpublicationdate", "citationdate", "articledate", "articlecreated", "datecreated", "created", "createddate",
    "creationdate", "uploaddate", "fecha", "datum",
)  # fmt: skip
_MODIFIED = (
    "articlemodifiedtime", "datemodified", "dcdatemodified", "dctermsmodified", "ogupdatedtime", "modified", "updated",
    "lastmodified", "lastmod", "lastupdated", "dateupdated", "revised", "govukpublicupdatedat", "reviewdate",
)  # fmt: skip
_UNSET = ("1970-01-01", "0001-01-01", "0000-00-00", "1900-01-01")  # values of systems that know no date
_SIGNS = re.compile(r"[\s._:-]")
_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "application-name")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author")
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title", "headline")
_LD_LIMIT = 500_000
_LD_VALUES = 5_000

_QUICK_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,400})</title", re.I)
_QUICK_HEADING = re.compile(r"<h([12])(?:\s[^<>]{0,200})?>([^<]{1,400})</h", re.I)
_QUICK_META = re.compile(
    r"<meta\s[^>]{0,80}?(?:name|property)=[\"']([\w:.-]{1,40})[\"'][^>]{0,80}?content=[\"']([^\"'<>]{4,60})[\"']", re.I
)


def quick(text: str) -> tuple[str | None, str | None]:
    """Return the title and the date stated at the beginning of a page, found without parsing it."""
    titled = _QUICK_TITLE.search(text)
    meta = {match[1].lower(): html.unescape(match[2]) for match in _QUICK_META.finditer(text)}
    headings = [
        page_title.Heading(int(match[1]), clean_line(html.unescape(match[2])))
        for match in _QUICK_HEADING.finditer(text)
    ]
    window = clean_line(html.unescape(titled[1])) if titled else ""
    title = page_title.choose(page_title.Titles((), window, headings, tuple(filter(None, (meta.get("og:site_name"),)))))
    values = {_SIGNS.sub("", name): value for name, value in meta.items()}
    stated = (dates.day(values[name]) for name in _DATES if name in values)
    return title or window or None, next(filter(None, stated), None)


def read(root: Any) -> Metadata:
    """Return the metadata of a parsed page."""
    meta = _meta(root)
    linked = dict(_linked_data(root))
    url = _address(root, meta)
    values = {_SIGNS.sub("", name): value for name, value in meta.items() if name != "http-equiv:date"}
    stated = [value for name in _DATES if (value := values.get(name))]
    stated[1:1] = filter(None, map(linked.get, ("datePublished", "dateCreated", "uploadDate")))
    modified = [value for name in _MODIFIED if (value := values.get(name))]
    modified += filter(None, (linked.get("dateModified"),))
    lines: list[str] = []
    for kind, value in _marked(root):
        (lines if kind == "line" else modified if kind == "modified" else stated).append(value)
    stated = [value for value in stated if not value.startswith(_UNSET)]
    source = next((meta[name] for name in (*_PUBLISHERS, *_AUTHORS) if meta.get(name)), None)
    return Metadata(
        title=_title(root, meta, linked, url),
        stated=stated,
        modified=[value for value in modified if not value.startswith(_UNSET)],
        lines=lines,
        published=next(filter(None, map(dates.moment, stated)), None),
        source=source or linked.get("publisher") or linked.get("author"),
        url=url,
        language=_language(root, meta),
    )


# The head of a site often holds the day on which the page was saved.
_OUTSIDE = (
    "not(ancestor::aside|ancestor::nav|ancestor::footer"
    "|ancestor::header[not(ancestor::main or ancestor::article or .//h1)])"
)
_MARKED = "//time|//*[@itemprop]|//abbr[@title]|//*[contains(@property,'date') and not(self::meta)]"
_MODIFIED_MARK = re.compile(r"modif|updat|revis|last", re.I)
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dates|published|publish|pubdate|posted|timestamp|datetime|datum|fecha|dateline|released?"
    r"|created"
    r"|submitted)(?=$|[\s_-])",
    re.I,
)
_LONGEST_LINE = 120
_MOST_MARKED = 12


def _marked(root: Any) -> Iterator[tuple[str, str]]:
    """Yield the dates that elements of a page mark: their kind (`published`, `modified` or `line`) and their words."""
    times = 0
    for element in root.xpath(f"({_MARKED})[{_OUTSIDE}]"):
        property = element.get("itemprop") or element.get("property") or ""
        if element.tag == "meta" or (element.tag not in ("time", "abbr") and "date" not in property.casefold()):
            continue
        text = clean_line("".join(element.itertext()))
        value = element.get("datetime") or element.get("content") or element.get("title") or text
        if not (found := dates.read(clean_line(value))):
            continue
        marks = f"{property} {element.get('class') or ''}"
        label = date_labels.label(_words_before(element))
        if _MODIFIED_MARK.search(marks) or label == "modified":
            yield "modified", value
        elif "datePublished" in property or "dateCreated" in property or element.get("pubdate") is not None:
            yield "published", value
        elif label != "event" and element.tag == "time" and times == 0 and len(found.date) == 10:
            times += 1
            yield "published", value
    marked = root.xpath(f"//*[@class and not(self::body or self::html or self::time)][{_OUTSIDE}]")
    named = [element for element in marked if _DATE_CLASS.search(element.get("class"))]
    for element in named[:_MOST_MARKED]:
        text = clean_line(" ".join(element.itertext()))
        if 6 <= len(text) <= _LONGEST_LINE:
            yield "line", text


def _words_before(element: Any) -> str:
    """Return the words just before an element, within its parent or at the end of the element before its parent."""
    before = element.getprevious()
    parent = element.getparent()
    words = (before.tail or "") if before is not None else (parent.text or "") if parent is not None else ""
    if not words.strip() and before is not None:
        words = "".join(before.itertext())
    return clean_line(words)[-60:]


def _language(root: Any, meta: dict[str, str]) -> str | None:
    """Return the language tag of a page, the longest one that agrees with that of its root element."""
    tags = [root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""]
    tags += [meta.get(name, "") for name in ("content-language", "og:locale", "dc.language", "dcterms.language")]
    known = [tag.replace("_", "-").strip() for tag in tags if re.fullmatch(r"\s*[A-Za-z]{2,3}(?:[-_]\w{2,8})*\s*", tag)]
    first = known[0] if known else None
    return max((tag for tag in known if tag[:2].lower() == known[0][:2].lower()), key=len) if first else None


def _meta(root: Any) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        content = clean_line(element.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and content:
                # The header `Date` of an answer is the time of the answer.
                meta.setdefault("http-equiv:date" if (key, name) == ("http-equiv", "date") else name, content)
    return meta


def _address(root: Any, meta: dict[str, str]) -> str | None:
    canonical = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    return next(filter(None, map(provenance.address, (*canonical, meta.get("og:url"), meta.get("twitter:url")))), None)


_HEADINGS = "(//h1|//h2|//h3)[not(ancestor::aside|ancestor::nav|ancestor::footer)]"
_SITE_MARKS = (
    "//a[@href='/' or @rel='home']|//*[contains(@class,'site-title') or contains(@class,'site-name')"
    " or @id='site-title' or @id='site-name' or contains(concat(' ',@class,' '),' logo ')]"
)
_LONGEST_SITE = 80


def _title(root: Any, meta: dict[str, str], linked: dict[str, str], url: str | None) -> str | None:
    window = next((line for element in root.iter("title") if (line := clean_line(element.text or ""))), "")
    stated = [value for name in _TITLES if (value := meta.get(name))]
    headings = [
        page_title.Heading(int(element.tag[1]), text)
        for element in root.xpath(_HEADINGS)[:_MOST_HEADINGS]
        if not _is_unseen(element) and (text := _heading(element))
    ]
    return page_title.choose(
        page_title.Titles(
            [*stated, *filter(None, (linked.get("headline"),))],
            window,
            headings,
            tuple(_sites(root, meta, linked)),
            provenance.host(url) if url else None,
        )
    )


_MOST_HEADINGS = 12


def _is_unseen(element: Any) -> bool:
    """Return whether a heading or an element around it is shown to nobody."""
    return any(page_frame.is_unseen(each) for each in (element, *element.iterancestors()) if each.attrib)


def _heading(element: Any) -> str:
    """Return the text of a heading on one line; its line breaks are spaces."""
    for mark in element.iter("br"):
        mark.tail = f" {mark.tail or ''}"
    return clean_line("".join(element.itertext()))


def _sites(root: Any, meta: dict[str, str], linked: dict[str, str]) -> Iterator[str]:
    """Yield the names of the site: those stated, and those of the links to its first page."""
    yield from (meta[name] for name in (*_PUBLISHERS, "apple-mobile-web-app-title") if meta.get(name))
    yield from filter(None, (linked.get("publisher"),))
    for element in root.xpath(_SITE_MARKS)[:_MOST_HEADINGS]:
        if element.tag in ("h1", "h2") or element.xpath("ancestor-or-self::article|ancestor-or-self::main"):
            continue
        names = ("".join(element.itertext()), element.get("title") or "", *element.xpath(".//img/@alt"))
        yield from (name for name in map(clean_line, names) if 0 < len(name) <= _LONGEST_SITE)


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
    for key in ("datePublished", "dateCreated", "uploadDate", "dateModified", "headline", "publisher", "author"):
        stated = value.get(key)
        if isinstance(stated, list) and stated:
            stated = stated[0]
        if isinstance(stated, dict):
            stated = stated.get("name")
        if isinstance(stated, str) and (line := clean_line(html.unescape(stated))):
            yield key, line
