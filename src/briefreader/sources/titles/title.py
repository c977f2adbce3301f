"""Chooses the title of a text among its first lines."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from briefreader.sentences import sentences
from briefreader.sources.structure.paragraph import Paragraph
from briefreader.sources.titles.mastheads import Masthead, masthead
from briefreader.text import fold_typography

MAX_TITLE_PARAGRAPH = 250
"""The length in characters up to which a paragraph may be the title of a text that states none."""
_LINES_ABOVE = 10
_TITLE_LINES = 4
_LINK_WORDS = r"(?:a|an|the|of|on|by|with|for|to|in|at|from|between|and|its|their|de|la|le|du|des|del|et|y|der|die|und)"
_UNFINISHED = re.compile(rf"\b{_LINK_WORDS}$", re.I)
_CONTINUED = re.compile(rf"{_LINK_WORDS}\s")
_ENDS_SENTENCE = re.compile(r"[.。！!]['\"”’)\]]*$")
_HONORIFIC = r"(?i:senator|the|rt|right|hon(?:ou?rable)?|his|her|excellency|h\.? ?e|dr|sir|dame|amb(?:assador)?)\.?"
_NAME = r"(?![\d_a-zß-öø-ÿ])\w[\w.'’-]*"  # begins with no small letter
_MEMBER = r",? (?i:m\.?p\.?|mps|mep|mla|mlc|k\.?c\.?|q\.?c\.?)"
_PERSON = re.compile(
    rf"(?:(?:{_HONORIFIC} )+{_NAME}(?: {_NAME}){{0,3}}|{_NAME}(?: {_NAME}){{1,3}}(?={_MEMBER}))"
    rf"(?P<member>(?:{_MEMBER})*)"
)
_OFFICE = re.compile(
    r"(?:(?:the|deputy|shadow|acting|assistant|prime|foreign|cabinet|special|vice|federal|state|parliamentary"
    r"|opposition)[ -])*"
    r"(?:minister|secretary|leader|member|treasurer|attorney[ -]general|president|premier|chancellor|envoy"
    r"|spokes(?:man|woman|person)|chair(?:man|woman)?)(?: (?:of|for|to|on|in) .{1,80})?",
    re.I,
)


class Chosen(NamedTuple):
    """The title chosen among paragraphs, empty without one.

    `taken` are the numbers of the paragraphs that are no longer part of the text: the title itself, and the lines of
    navigation above it, whose texts are `dropped`.
    """

    title: str
    taken: tuple[int, ...]
    dropped: list[str]


def choose(paragraphs: Sequence[Paragraph], headed: bool = False) -> Chosen:
    """Choose the title among the first paragraphs of a text.

    It is the first short line that stands in no masthead, else the kind of the text ("Press Statement"). Of a paragraph
    of several sentences the first is the title, and the paragraph stays. In a text that is `headed`, a heading comes
    before other lines, one of words and a number before a sentence; in others a title may stand on several lines.
    """
    first = paragraphs[:_LINES_ABOVE]
    kinds = [masthead(each.text) for each in first]
    lines = [number for number, kind in enumerate(kinds) if kind is None]
    headings = [number for number in lines if headed and first[number].kind == "heading"]
    generic = next((number for number, kind in enumerate(kinds[: lines[0] if lines else None]) if kind == "kind"), None)
    numbered = [at for at, kind in enumerate(kinds) if headed and kind == "symbol" and _is_worded_heading(first[at])]
    at = next(iter((*headings, *_below_person(first, kinds, lines), *_below_place(first, lines), *lines)), None)
    if numbered and not headings and (at is None or _ENDS_SENTENCE.search(first[at].text)):
        at = numbered[0]
    if at is None or (generic is not None and _is_running(first[at].text)):
        at = generic
    if at is None or len(first[at].text) > MAX_TITLE_PARAGRAPH:
        return Chosen("", (), [])
    run = range(at, at + 1) if headed else _lines(first, kinds, at)
    text = " ".join(first[number].text for number in run)
    sentence, *more = (text[start:end] for start, end in sentences(text)) if kinds[at] is None else (text,)
    above = tuple(number for number in range(run.start) if kinds[number] in ("navigation", "section"))
    dropped = [first[number].text for number in above]
    if more:
        return Chosen(sentence.removesuffix("."), above, dropped)
    return Chosen(text, (*above, *run), dropped)


def _lines(first: Sequence[Paragraph], kinds: Sequence[Masthead | None], at: int) -> range:
    """Return the numbers of the lines of a title of which one stands at `at`.

    A line that ends with a preposition, an article or a conjunction goes on in the next one. A line that begins with
    one of them in small letters continues the one before.
    """
    texts = [each.text for each in first]

    def continues(number: int) -> bool:
        before, after = texts[number - 1], texts[number]
        if len(before) > MAX_TITLE_PARAGRAPH or _is_running(after) or kinds[number] in ("date", "symbol", "contact"):
            return False
        return _UNFINISHED.search(before) is not None or (before[-1].isalpha() and _begins_inside(before, after))

    start = at
    while (
        start > 0
        and kinds[start - 1] in (None, "kind")
        and _begins_inside(texts[start - 1], texts[start])
        and continues(start)
    ):
        start -= 1
    end = at + 1
    while end < min(len(texts), start + _TITLE_LINES) and continues(end):
        end += 1
    return range(start, end)


def _begins_inside(before: str, after: str) -> bool:
    """Tell whether a line begins with a word that begins no title; in capitals it must follow a line in capitals."""
    return bool(_CONTINUED.match(after.lower() if before.isupper() and after.isupper() else after))


def _below_place(paragraphs: Sequence[Paragraph], lines: Sequence[int]) -> Sequence[int]:
    """Return the second of the lines that may be the title if the first is one word within the masthead, a place."""
    if len(lines) < 2 or lines[0] == 0 or len(paragraphs[lines[0]].text.split()) > 1:
        return ()
    return () if _ENDS_SENTENCE.search(paragraphs[lines[1]].text) else lines[1:2]


def _below_person(
    paragraphs: Sequence[Paragraph], kinds: Sequence[Masthead | None], lines: Sequence[int]
) -> Sequence[int]:
    """Return the first line that may be the title below the letterhead of a person.

    A letterhead consists of the name with an honorific, the offices of the person, and the kind of the text or a date.
    """
    texts = [each.text for each in paragraphs]
    person = _PERSON.fullmatch(texts[lines[0]]) if len(lines) > 1 else None
    if not person:
        return ()
    offices = lines[0] + 1
    end = next((number for number in range(offices, len(texts)) if not _OFFICE.fullmatch(texts[number])), offices)
    if (end == offices and not person["member"]) or kinds[end] not in ("kind", "label", "date", "section"):
        return ()
    below = [number for number in lines if number > end][:1]
    return () if not below or _is_running(texts[below[0]]) else below


def navigation(paragraphs: Sequence[Paragraph]) -> list[str]:
    """Return the lines of navigation and the names of sections with which a text begins."""
    found: list[str] = []
    for paragraph in paragraphs[:_LINES_ABOVE]:
        if masthead(paragraph.text) not in ("navigation", "section"):
            break
        found.append(paragraph.text)
    return found if len(found) < len(paragraphs) else []


def without(paragraphs: Sequence[Paragraph], taken: Collection[int]) -> list[Paragraph]:
    """Return the paragraphs but for those of the numbers taken."""
    return [paragraph for number, paragraph in enumerate(paragraphs) if number not in taken]


def plain(text: str) -> str:
    """Return the words of a title, folded, by which titles are compared."""
    return " ".join(re.findall(r"\w+", fold_typography(text).casefold()))


def _is_worded_heading(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a heading of words and a number, such as "Statement number 7"."""
    return paragraph.kind == "heading" and len(re.findall(r"[^\W\d_]{3,}", paragraph.text)) > 1


def _is_running(text: str) -> bool:
    """Return whether a paragraph is running text and no title."""
    return len(text) > MAX_TITLE_PARAGRAPH or (_ENDS_SENTENCE.search(text) is not None and len(text.split()) >= 5)
