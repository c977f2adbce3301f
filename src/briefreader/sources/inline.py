"""Reduces inline Markdown to plain text: emphasis, links, images, tags, entities and escapes."""

import html
import re
from collections.abc import Collection, Iterator

from briefreader.text import clean

_INLINE_TAGS = (
    "a abbr acronym area audio b base bdi bdo big br button canvas cite code col colgroup data del dfn em embed "
    "figcaption font "
    "i iframe img input ins kbd label link map mark meta noscript object option param picture q rb rp rt ruby s samp "
    "script select small source span strike strong style sub sup svg td textarea th time track tt u var video wbr"
).split()
_TAG = re.compile(rf"</?(?:(?:{'|'.join(_INLINE_TAGS)})(?:\s[^<>]*)?/?|[a-z]\w*:\w+[^<>]*)>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_AUTOLINK = re.compile(r"<((?:https?|ftp)://[^\s<>]+|(?:mailto:)?[^\s<>@]+@[\w.-]+)>")
_DESTINATION = r"\(\s*(?:<[^<>]*>|(?:[^()\[\]\s]|\([^()\[\]\s]*\)|\()*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_IMAGE = re.compile(rf"!\[[^\[\]]*\]{_DESTINATION}(?:\{{[^{{}}]*\}})?")
_LINK = re.compile(rf"\[([^\[\]]*)\]{_DESTINATION}(?:\{{[^{{}}]*\}})?")
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[([^\[\]]*)\]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]{1,40})\]")
_SPECIAL = re.compile(r"[\\*_`\[<&~]")

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
# An escaped sign is replaced by one of the 32 noncharacters U+FDD0 to U+FDEF, which cleaned text never contains.
_HIDE = {sign: chr(0xFDD0 + number) for number, sign in enumerate(_PUNCTUATION)}
_SHOW = {ord(hidden): sign for sign, hidden in _HIDE.items()}
_ESCAPE = re.compile(rf"\\([{re.escape(_PUNCTUATION)}])")
_STAR = re.compile(r"\*\S|\S\*|^\*")
_DELIMITERS = re.compile(r"_+|~~+")


def plain(raw: str, labels: Collection[str] = ()) -> str:
    """Return the Markdown of one paragraph as plain text; `labels` are those of the links defined in the whole text."""
    if not _SPECIAL.search(raw):
        return raw
    text = _ESCAPE.sub(lambda match: _HIDE[match[1]], raw) if "\\" in raw else raw
    if "[" in text:
        text = _LINK.sub(r"\1", _IMAGE.sub("", text))
        text = _FOOTNOTE.sub(r"[\1]", text)
        if labels:
            text = _REFERENCE.sub(lambda match: _referred(match, labels), text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", text)
        text = _TAG.sub("", _BREAK.sub(" ", text))
    text = _without_emphasis(text).replace("`", "")
    entities = "&" in text
    if entities:
        text = html.unescape(text)
    if "\\" in raw:
        text = text.translate(_SHOW)
    return clean(text) if entities else text


def _referred(match: re.Match[str], labels: Collection[str]) -> str:
    return match[1] if (match[2] or match[1]).casefold() in labels else match[0]


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
