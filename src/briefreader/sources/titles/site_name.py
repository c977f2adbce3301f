"""Takes the name of the site off the title of a web page."""

import itertools
import re
from collections.abc import Collection

from briefreader.sources.dates import document_dates as dates
from briefreader.sources.titles import mastheads
from briefreader.sources.titles import title as titles

_DIVIDER = re.compile(
    r"\s*(?:\||¦|｜)\s*|\s+(?:[-–—―]|--|::|»|«|·|•|›|‹|>|<|>>|<<|~|/|:|⋆|★)\s+|(?<=[^\x00-\x7f])[_-](?=[^\x00-\x7f])"
)
_MARK = re.compile(r": |\s*[_—]\s*|\s+[-–—]\s*|[-–—]\s+")
_HOST = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,12}", re.I)
_HEAD_OF_STATE = re.compile(
    r"(?:The |the )?(?:Prime Minister|President|Federal Chancellor|Chancellor|Governor[- ]General)"
    r" of (?:the )?[A-Z][\w'’-]+(?: (?:(?:and|of) (?:the )?)?[A-Z][\w'’-]+){0,3}"
)
_PORTAL = re.compile(r"\b(?:portal|website|web site|home ?page|official site|news agency|newsroom)$", re.I)
_LOOSE = ("|", "¦", "｜", "::", "»", "›", "_", "⋆", "★")
_SITE_WORDS = 8
_TITLE_WORDS = 3
_MOST_NAMES = 6
_RELEASE = re.compile(r"(?:press|media|news) (?:release|note|statement)|readout", re.I)
_SMALL = frozenset(("of", "the", "and", "for", "in", "to", "&"))


def without(title: str, sites: Collection[str], host: str | None = None) -> str:
    """Return the title of a page without the names of its site and section at the end or the beginning.

    Removed are the names in `sites`, a host, names that the host abbreviates, ministries, sections, and a short part
    after a vertical bar; titles have dashes too.
    """
    known = frozenset(map(titles.plain, sites))
    for _ in range(_MOST_NAMES):
        shorter = _shortened(title, known, host)
        if shorter == title:
            break
        title = shorter
    return title


def _shortened(title: str, known: Collection[str], host: str | None) -> str:
    """Return a title without one name of its site or section; `known` are names without signs."""
    dividers = list(_DIVIDER.finditer(title))
    if not dividers:
        return _without_ministry(title)
    first, last = dividers[0], dividers[-1]
    head, tail = title[: first.start()], title[last.end() :]
    before, after = title[: last.start()].strip(), title[first.end() :].strip()
    if before and (is_site(tail, known, host) or _RELEASE.fullmatch(tail)):
        return before
    if after and (is_site(head, known, host) or _RELEASE.fullmatch(head)):
        return after
    for mark, following in itertools.pairwise(dividers):
        inside, outside = title[mark.end() : following.start()], title[following.end() :]
        if len(outside.split()) < _TITLE_WORDS <= len(title[: mark.start()].split()) and is_site(inside, known, host):
            return title[: mark.start()].strip()
    if not before or last[0].strip() not in _LOOSE or _belongs(tail):
        return title
    # An abbreviation before a longer part is the site.
    return after if len(before.split()) < _TITLE_WORDS <= len(tail.split()) else before


def _without_ministry(title: str) -> str:
    """Return a title without the ministry after its last colon or dash; these belong to a title as a rule."""
    marks = list(_MARK.finditer(title))
    before, tail = (title[: marks[-1].start()], title[marks[-1].end() :]) if marks else ("", "")
    return before if len(before.split()) >= _TITLE_WORDS and mastheads.organization(tail) else title


def _belongs(part: str) -> bool:
    """Return whether the part after a vertical bar is long, a place with its country or a date, and no site."""
    return len(part.split()) > _SITE_WORDS or re.search(r"\w, [^\W\d_a-z]", part) is not None or bool(dates.find(part))


def parts(title: str) -> list[str]:
    """Return the parts of a title between the signs that may divide it."""
    return [part for part in map(str.strip, _DIVIDER.split(title)) if part]


def is_site(part: str, known: Collection[str], host: str | None) -> bool:
    """Return whether a part of a title names the site or a section of it; `known` are names without signs."""
    plain = titles.plain(part)
    if _HEAD_OF_STATE.fullmatch(part.strip()) or (len(part.split()) <= _SITE_WORDS and _PORTAL.search(part.strip())):
        return True
    if not plain or plain in known or _HOST.fullmatch(part.strip()):
        return True
    return mastheads.masthead(part) in ("section", "organization", "navigation") or _abbreviated(part, host)


def _abbreviated(part: str, host: str | None) -> bool:
    """Return whether a host has the letters or the initials of a name ("Ministry of Foreign Affairs": mofa)."""
    words = re.findall(r"\w+", part.casefold())
    if not host or not words or len(words) > _SITE_WORDS:
        return False
    labels = {label.replace("-", "") for label in host.casefold().split(".")[:-1] or host.split(".")}
    initials = {"".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)}
    letters = "".join(words)
    return any(len(label) >= 3 and (label in initials or label == letters) for label in labels)
