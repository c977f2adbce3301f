"""Reduces inline Markdown to plain text and its links: emphasis, links, images, tags, entities and escapes."""

import html
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefreader.model import Link
from briefreader.sources.structure.link_address import resolve
from briefreader.sources.structure.paragraph import joined
from briefreader.text import clean

_INLINE_TAGS = (
    "a abbr acronym area audio b base bdi bdo big br button canvas cite code col colgroup data del dfn em embed "
    "figcaption font "
    "i iframe img input ins kbd label link map mark meta noscript object option param picture q rb rp rt ruby s samp "
    "script select small source span strike strong style sub sup svg td textarea th time track tt u var video wbr"
).split()
_TAG = re.compile(rf"</?(?:(?:{'|'.join(_INLINE_TAGS)})(?:\s[^<>]*)?/?|[a-z]\w*:\w+[^<>]*)>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_ANCHOR = re.compile(r"<a\s(?:[^<>]*\s)?href\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>([^<>]*)</a\s*>", re.I)
_AUTOLINK = re.compile(r"<((?:https?|ftp)://[^\s<>]+|(?:mailto:)?[^\s<>@]+@[\w.-]+)>")
_DESTINATION = r"\(\s*(<[^<>]*>|(?:[^()\[\]\s]|\([^()\[\]\s]*\)|\()*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
# Attributes of a link or an image in Pandoc and kramdown; any other text in braces belongs to the paragraph.
_ATTRIBUTE = r"(?:[.#][\w-]+|[\w-]+=(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s{}\"']+))"
_ATTRIBUTES = rf"(?:\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}})?"
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{_DESTINATION}{_ATTRIBUTES}")
_LINK = re.compile(rf"\[([^\[\]]*)\]{_DESTINATION}{_ATTRIBUTES}")
_REFERENCE = re.compile(r"\[([^\[\]^][^\[\]]*)\](?:\[([^\[\]]*)\])?")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
_SPECIAL = re.compile(r"[\\*_`\[<&~]")

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# An escaped sign is replaced by one of the 32 noncharacters U+FDD0 to U+FDEF, which cleaned text never contains.
_HIDE = {sign: chr(0xFDD0 + number) for number, sign in enumerate(_PUNCTUATION)}
_SHOW = {ord(hidden): sign for sign, hidden in _HIDE.items()}
_ESCAPE = re.compile(rf"\\([{re.escape(_PUNCTUATION)}])")
_STAR = re.compile(r"\*\S|\S\*|^\*")
_DELIMITERS = re.compile(r"_+|~~+")


# Marks around the text of a link while the other marks are dropped; cleaned text contains neither.
_OPEN, _CLOSE = "\x03", "\x04"
_MARKED = re.compile(f"{_OPEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_NO_ADDRESSES: Mapping[str, str] = MappingProxyType({})


def plain(
    raw: str, addresses: Mapping[str, str] = _NO_ADDRESSES, base: str | None = None
) -> tuple[str, tuple[Link, ...]]:
    """Return the Markdown of one paragraph as plain text on one line, and the links in it.

    `addresses` are those of the links defined in the whole text, by their labels; `base` is the address of the text.
    """
    if not _SPECIAL.search(raw):
        return " ".join(raw.split()), ()
    text = _ESCAPE.sub(lambda match: _HIDE[match[1]], raw) if "\\" in raw else raw
    links = _Links(addresses, base)
    if "[" in text:
        text = _LINK.sub(links.inline, _IMAGE.sub("", text))
        if addresses:
            text = _REFERENCE.sub(links.reference, text)
        text = _FOOTNOTE.sub(r"[\1]", text)
    if "<" in text:
        text = _AUTOLINK.sub(links.automatic, _ANCHOR.sub(links.anchor, text))
        text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _without_emphasis(text).replace("`", "")
    if links.found:
        return joined(_linked(text, links.found))
    return " ".join(_shown(text).split()), ()


class _Links:
    """Replaces links by their marked texts and keeps their addresses in the order of the marks' numbers."""

    def __init__(self, addresses: Mapping[str, str], base: str | None) -> None:
        self.found: list[str] = []
        self._addresses = addresses
        self._base = base

    def inline(self, match: re.Match[str]) -> str:
        return self._marked(match[1], match[2].strip("<>"))

    def reference(self, match: re.Match[str]) -> str:
        target = self._addresses.get((match[2] or match[1]).casefold())
        if target is None:
            return match[0]
        # The number of a source keeps its brackets, without which it would run into the word before it.
        number = match[2] is None and match[1].isdecimal()
        return self._marked(match[0] if number else match[1], target)

    def anchor(self, match: re.Match[str]) -> str:
        return self._marked(match[2], match[1])

    def automatic(self, match: re.Match[str]) -> str:
        return self._marked(match[1], match[1] if ":" in match[1] else f"mailto:{match[1]}")

    def _marked(self, text: str, target: str) -> str:
        address = resolve(target.translate(_SHOW).replace("&amp;", "&"), self._base) if text else None
        if address is None:
            return text
        self.found.append(address)
        return f"{_OPEN}{len(self.found) - 1}:{text}{_CLOSE}"


def _linked(text: str, addresses: list[str]) -> Iterator[tuple[str, str | None]]:
    """Yield the pieces of a text with marked links, each with the address to which it leads."""
    at = 0
    for match in _MARKED.finditer(text):
        number, _, shown = match[1].partition(":")
        yield _shown(text[at : match.start()]), None
        yield _shown(shown), addresses[int(number)]
        at = match.end()
    yield _shown(text[at:]), None


def _shown(text: str) -> str:
    """Return a text with its entities resolved and its escaped signs shown."""
    entities = "&" in text
    if entities:
        text = html.unescape(text)
    text = text.translate(_SHOW)
    return clean(text) if entities else text


def _without_emphasis(text: str) -> str:
    """Return the text without marks of emphasis: pairs of `_` and of `~~`, and every star.

    Converters escape the stars that belong to the text and leave broken marks such as `*Ukraine *` and a single `**`.
    Stars between spaces stay where the paragraph has no others.
    """
    if "*" in text and _STAR.search(text):
        text = text.replace("*", "")
    if "_" not in text and "~~" not in text:
        return text
    dropped: set[int] = set()
    opened: dict[str, list[int]] = {"_": [], "~": []}
    runs = list(_DELIMITERS.finditer(text))
    for number, run in enumerate(runs):
        sign = run[0][0]
        before, after = text[run.start() - 1 : run.start()] or " ", text[run.end() : run.end() + 1] or " "
        opens, closes = not after.isspace(), not before.isspace()
        if sign == "_":
            opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
        if closes and opened[sign]:
            dropped.update((number, opened[sign].pop()))
        elif opens:
            opened[sign].append(number)
    return "".join(_pieces(text, runs, dropped)) if dropped else text


def _pieces(text: str, runs: list[re.Match[str]], dropped: set[int]) -> Iterator[str]:
    at = 0
    for number, run in enumerate(runs):
        if number in dropped:
            yield text[at : run.start()]
            at = run.end()
    yield text[at:]
