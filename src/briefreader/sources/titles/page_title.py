"""Weighs the titles that a web page states against its headings."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from briefreader.sources.titles import mastheads, site_name
from briefreader.sources.titles import title as titles

_FEW_WORDS = 4
_CUT = re.compile(r"\s*(?:\.\.\.|…)$")
_SUBHEADING = re.compile(
    r"(?:background|introduction|overview|summary|contents|table of contents|annex(?:es)?|attachments?|participants"
    r"|attendees|opening remarks|questions? (?:and|&) answers?|q ?& ?a|conclusions?|next steps|related(?: \w+){0,2}"
    r"|further (?:information|reading)|see also|more information|notes? to editors?|contacts?)\W*",
    re.I,
)
_NOT_LATIN = "\u0250"  # the first letter behind those of European languages in Latin letters


class Heading(NamedTuple):
    """A heading of a page with its level (1 is the main one)."""

    level: int
    text: str


class Titles(NamedTuple):
    """The titles of a page: those stated for others in the order of trust, that of its window, and its headings.

    `sites` are names of the site, `host` is its host.
    """

    stated: Sequence[str]
    window: str
    headings: Sequence[Heading]
    sites: Collection[str] = ()
    host: str | None = None


def choose(page: Titles) -> str | None:
    """Return the title of a page, None where there are only names of the site or section.

    A heading that agrees with a stated title comes first, then the stated title, then the main heading or the title of
    the window, then a heading of the second level. The mere kind of the text ("Joint Statement") comes last.
    """
    plain = [site_name.without(value, page.sites, page.host) for value in page.stated]
    window = site_name.without(page.window, page.sites, page.host)
    known = frozenset(map(titles.plain, page.sites))

    def usable(line: str) -> bool:
        return bool(line) and mastheads.masthead(line) is None and not site_name.is_site(line, known, page.host)

    usables = [heading for heading in page.headings if usable(heading.text)]
    main = [heading.text for heading in usables if heading.level == 1]
    lower = [each.text for each in usables if each.level > 1 and not _SUBHEADING.fullmatch(each.text)]
    agreed = (*plain, *page.stated, window, page.window)
    named = frozenset(titles.plain(part) for title in agreed for part in (title, *site_name.parts(title)))
    for heading in main:
        if below := _below_kicker(heading, agreed):
            return below
        part = len(heading.split()) >= _FEW_WORDS and titles.plain(heading) in named
        if part or any(_alike(heading, title) for title in agreed):
            return heading
    exact = [heading for heading in lower if titles.plain(heading) in named]
    stated = list(filter(usable, plain))
    if usable(window):
        if window != page.window and _short(window) and not main and lower and not _short(lower[0]):
            stated.append(lower[0])  # beside the name of a section, two or three words are the site
        both = [*main[:1], window]
        # A heading in words says more than a window of two or three words.
        stated += both if main and _short(window) and not _short(main[0]) else both[::-1]
    kinds = [
        line for line in (*(each.text for each in page.headings), *plain, window) if mastheads.masthead(line) == "kind"
    ]
    return next(iter((*exact[:1], *stated, *main, *lower, *kinds)), None)


def _short(line: str) -> bool:
    return len(line.split()) < _FEW_WORDS and max(line) < _NOT_LATIN


def _below_kicker(heading: str, agreed: Sequence[str]) -> str | None:
    """Return the title that a heading holds behind the section or the kind of its text ("Speech Talks on Ports")."""
    for part in (part for title in agreed for part in site_name.parts(title)):
        kicker = heading.removesuffix(part)
        if kicker != heading and not _short(part) and mastheads.masthead(kicker.rstrip(" :|–-")) is not None:
            return part if kicker.rstrip() == kicker.rstrip(" :|–-") else None
    return None


def _alike(heading: str, title: str) -> bool:
    """Return whether a heading and a title are the same, one begins with the other, or the title holds the heading."""
    inner, whole = titles.plain(heading), titles.plain(title)
    if _CUT.search(title) and not _short(title):
        return inner.startswith(whole)
    short, long = sorted((inner, whole), key=len)
    if len(inner.split()) >= _FEW_WORDS and f" {inner} " in f" {whole} ":
        return True
    return len(short) >= 8 and (long == short or long.startswith(f"{short} "))
