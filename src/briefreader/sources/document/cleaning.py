"""Removes the paragraphs around a text that are no part of it, and reports them in words.

Whole paragraphs are removed, never sentences. A paragraph that may belong to the text stays: by-lines, places,
"Begin text".
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefreader.sources.structure.paragraph import Paragraph
from briefreader.text import fold_typography


class Cleaned(NamedTuple):
    """A cleaned text, sentences about the removed paragraphs, and whether it had the marks of an aggregator.

    `dropped` are the texts of the removed paragraphs.
    """

    title: str
    paragraphs: list[Paragraph]
    removed: tuple[str, ...]
    aggregator: bool
    dropped: tuple[str, ...] = ()


_NETWORKS = "facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|instagram|youtube|flickr|threads|bluesky"
# Labels and patterns. A paragraph of at most 400 characters that one pattern matches as a whole is removed.
_JUNK = (
    ("end mark", r"(?:#\s*)+|[-–—*\s]*\b30\b[-–—*\s]*|[-–—*(\s]*\bends?\b[-–—*)\s]*"),
    ("dividing line", r"[-–—_=~*•·\s]+|\."),
    ("image caption", r"(?:webp|jpe?g|png|gif|image|img|file)\s+[a-z0-9]{16,48}"),
    ("image caption", r"[\w.-]+\.(?:webp|jpe?g|png|gif|svg)"),
    ("image caption", r".{3,160}\|\s*(?:official\s+)?(?:website|photo|portrait|wikipedia|wikimedia commons)\.?"),
    ("image caption", r"\(?(?:photo|image|picture)s?(?: credits?| courtesy of)?\s*(?::|\bby\b).{2,160}"),
    ("list of organizations", r"(?:organi[sz]ations|people|topics|officials) in this story:?"),
    ("site navigation", r"(?:skip|jump) to (?:main |the )?(?:content|navigation|search|footer|menu)\.?"),
    ("site navigation", r"(?:back|return|scroll|go) to (?:the )?top(?: of page)?|top of page|you are here:?"),
    ("site navigation", r"(?:open|close|toggle|main|mobile) (?:menu|navigation|search)|search this (?:web)?site"),
    ("site navigation", r"(?:home|start) ?(?:(?:[>»›→]|::)[^>»›→]{1,80}){1,6}"),
    ("label", r"(?:from|by|published|posted(?: on| in)?|(?:last )?updated|tags?|topics?|filed under)\s*:|published"),
    ("footnote link", r"(?:return|back) to (?:text|reference)|\W*[↑↩]\W*"),
    ("share line", r"share (?:this|on|via|by)\b.{0,40}|(?:print|e-?mail) this (?:page|article|release|story)\.?"),
    ("share line", rf"(?:(?:share|tweet|print|e-?mail|copy link|more|{_NETWORKS})\b[\s:|,•·]*){{2,12}}"),
    ("share line", rf"follow (?:us|@\w+)(?: on)? (?:(?:and|or|on|{_NETWORKS})\b[\s:|,.•·]*){{1,9}}"),
    ("cookie notice", r"(?:(?:this|our|the) (?:web)?site|we) uses? cookies\b.{0,380}"),
    ("cookie notice", r"(?:accept|reject|manage)(?: all)? cookies|cookie (?:settings|preferences|policy|notice)"),
    ("copyright line", r"(?:©|\(c\)|copyright\b)[\s©]*(?:\(c\) *)?\d{4}\b.{0,160}|all rights reserved\.?"),
    ("advertisement", r"advertisement|sponsored content|sign up for (?:our )?(?:free )?(?:newsletter|updates)s?.?"),
)
_ANY_JUNK = re.compile("|".join(f"(?P<junk{number}>{pattern})" for number, (_, pattern) in enumerate(_JUNK)), re.I)
# Words of menus. One of them alone may be a heading; two in a row are removed.
_MENU = frozenset(
    "home|menu|search|contact|contact us|about|about us|print|print page|email|e-mail|share|tweet|save|rss|subscribe|"
    "facebook|twitter|x|instagram|linkedin|youtube|flickr|whatsapp|telegram|privacy|privacy policy|copyright policy|"
    "copyright|accessibility|terms of use|terms of service|terms and conditions|disclaimer|site map|sitemap|foia|"
    "no fear act|log in|login|sign in|sign up|register|next|previous|related articles|related content|read more|"
    "latest news|most popular|briefing room|from the press office|get involved|live|jobs|en español|whitehouse.gov|"
    "trending|newsletter|newsletters|follow us|usa.gov".split("|")
)
_CONTACT = re.compile(
    r"(?:press|media|news)\s+(?:contacts?|inquiries|enquiries)(?: information| details)?\s*(?::.*)?", re.I
)
_REACHED = re.compile(r"@[\w-]+\.\w|\(?\+?\d[\d\s().-]{6,}\d|https?://|www\.|\b(?:tel|phone|fax)\b", re.I)
_ADDRESS = re.compile(r"(?:.{0,60}\D)?\d{1,5} [A-Z].{3,80}(?:\b[A-Z]{2}|D\.C\.) \d{5}(?:-\d{4})?\.?")
_AGGREGATOR = re.compile(
    r"webp\s+[a-z0-9]{16,48}|organi[sz]ations in this story:?|.{3,160}\|\s*official website", re.IGNORECASE
)
_RELEASE = re.compile(r"(?:news release\s*:\s*)+", re.IGNORECASE)
_TRAILING_MARK = re.compile(r"\s+(?:#\s?){3,}$")
_JUNK_LENGTH = 400
_MOST_TOLD = 200  # texts of a kind
_PASSES = 20
_TAIL = 8  # paragraphs at the end of a text that may be a press contact or an address


def clean(title: str, paragraphs: Iterable[Paragraph]) -> Cleaned:
    """Return title and paragraphs without the surroundings of the text; cleaning twice changes nothing more."""
    found: dict[str, list[str]] = {}
    kept = list(paragraphs)
    aggregator = any(len(each.text) <= _JUNK_LENGTH and _AGGREGATOR.fullmatch(each.text) for each in kept)
    if (prefix := _RELEASE.match(title)) and len(title) > prefix.end():
        found["label before the title"] = [prefix[0].strip()]
        title = title[prefix.end() :]
        aggregator = True
    for _ in range(_PASSES):
        before = len(kept)
        kept = list(_without_junk(kept, found))
        kept = list(_without_menus(kept, found))
        kept = _without_repeated_title(title, kept, aggregator, found)
        kept = _without_tail(kept, aggregator, found)
        if len(kept) == before:
            break
    removed = tuple(sentence(kind, texts) for kind, texts in found.items())
    return Cleaned(title, kept, removed, aggregator, tuple(text for texts in found.values() for text in texts))


def sentence(kind: str, texts: list[str]) -> str:
    """Return a sentence that names every text removed under one label, up to a length."""
    counts = Counter(text if len(text) <= _JUNK_LENGTH else f"{text[: _JUNK_LENGTH - 1].rstrip()}…" for text in texts)
    shown = [f"{text} ({number} times)" if number > 1 else text for text, number in [*counts.items()][:_MOST_TOLD]]
    return f"{kind}: {'; '.join(shown)}" + (f" and {len(counts) - _MOST_TOLD} more" if len(counts) > _MOST_TOLD else "")


def _junk(text: str) -> str | None:
    if len(text) > _JUNK_LENGTH:
        return None
    match = _ANY_JUNK.fullmatch(text)
    return _JUNK[int(match.lastgroup.removeprefix("junk"))][0] if match and match.lastgroup else None


def _without_junk(paragraphs: list[Paragraph], found: dict[str, list[str]]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        text = paragraph.text
        if kind := _junk(text):
            found.setdefault(kind, []).append(text)
        elif text[-1] == "#" and (mark := _TRAILING_MARK.search(text)):
            found.setdefault("end mark", []).append(mark[0].strip())
            yield paragraph.part(0, mark.start())
        else:
            yield paragraph


def _without_menus(paragraphs: list[Paragraph], found: dict[str, list[str]]) -> Iterator[Paragraph]:
    """Yield the paragraphs that are not in a row of two or more menu words."""
    flags = [len(each.text) <= 24 and each.text.casefold().strip(" :|»›>") in _MENU for each in paragraphs]
    for number, paragraph in enumerate(paragraphs):
        if flags[number] and (flags[number - 1 : number] == [True] or flags[number + 1 : number + 2] == [True]):
            found.setdefault("site navigation", []).append(paragraph.text)
        else:
            yield paragraph


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", "", fold_typography(text).casefold()).split())


def _without_repeated_title(
    title: str, paragraphs: list[Paragraph], aggregator: bool, found: dict[str, list[str]]
) -> list[Paragraph]:
    """Drop the title where it stands again before the text, and the dead image's number beside it."""
    wanted = _plain(title)
    head: list[Paragraph] = []
    rest = iter(paragraphs)
    for paragraph in rest:
        text = paragraph.text
        short = wanted and len(text) <= len(title) + 40
        if text == title or (short and _plain(_RELEASE.sub("", text)) == wanted):
            found.setdefault("title, repeated", []).append(text)
        elif aggregator and not head and re.fullmatch(r"\d{3,12}", text):
            found.setdefault("image caption", []).append(text)
        else:
            head.append(paragraph)
        if len(head) > 2:
            break
    return [*head, *rest]


def _without_tail(paragraphs: list[Paragraph], aggregator: bool, found: dict[str, list[str]]) -> list[Paragraph]:
    """Drop a press contact or a postal address that ends a text."""
    end = len(paragraphs)
    texts = [each.text for each in paragraphs[-_TAIL:]]
    before = end - len(texts)
    if end > 1 and len(texts[-1]) <= 160 and _ADDRESS.fullmatch(texts[-1]):
        found.setdefault("address", []).append(texts[-1])
        end -= 1
    for start in range(end - 1, max(0, end - 7), -1):
        text = texts[start - before]
        if len(text) <= 160 and _CONTACT.fullmatch(text):
            block = texts[start - before : end - before]
            reached = any(_REACHED.search(text) for text in block)
            if reached and all(len(text.split()) <= 12 for text in block[1:]):
                found.setdefault("press contact", []).append(" ".join(block))
                end = start
            break
    return paragraphs[:end]
