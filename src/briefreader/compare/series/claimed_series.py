"""Tells whether a claim that a meeting is the first names the series of its text or another body."""

import re
from collections.abc import Collection, Iterable

from briefreader.model import FirstClaim
from briefreader.text import fold, words

_PART = re.compile(r"[-–/]")
# Short names of countries and groups of countries, and words that many bodies have, which tell no body apart.
_OF_ANY = frozenset(
    "us u.s usa uk u.k prc roc rok dprk eu uae asean nato un group dialogue council committee forum meeting summit "
    "joint trilateral bilateral quadrilateral high level strategic".split()
)
_SHORTEST_STEM = 4
_SMALL = frozenset("the a an of on for and in to by with under at discuss dedicated".split())


def names_other_body(claim: FirstClaim, names: Collection[str], sides: Collection[str]) -> bool:
    """Return whether a claim names a body that is not the series of some names, or countries that are not its sides.

    A body with all words of the series is the series, whatever other words it has.
    """
    if claim.sides and sides and not set(claim.sides) <= set(sides):
        return True
    said = [part for body in claim.bodies for part in _parts(body)]
    known = _words(names) | _words(sides) | _OF_ANY
    if all(_is_among(part, known) for part in said):
        return False
    if {fold(word.text.strip("()")) for phrase in claim.narrower for word in words(phrase)} & set(map(fold, names)):
        return False
    own = [_words((name,)) - _words(sides) - _OF_ANY for name in names]
    if any(each and all(_is_among(word, said) for word in each) for each in own):
        return False
    initials = {*(fold(name).replace("-", "") for name in names), *(_initials(name.split()) for name in names)}
    acronyms = [fold(name).replace("-", "") for name in claim.bodies if name.isupper()] + [_initials(claim.bodies)]
    return not any(len(each) > 1 and each in letters for each in acronyms for letters in initials)


def _is_among(word: str, known: Iterable[str]) -> bool:
    """Return whether a word is one of others, in singular or plural or as adjective: `groups`, `American`."""
    return any(word == each or (_is_form(word, each) or _is_form(each, word)) for each in known)


def _is_form(longer: str, word: str) -> bool:
    return len(word) >= _SHORTEST_STEM and longer.startswith(word) and len(longer) <= len(word) + 2


def without_series_words(phrases: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Return the phrases that have a word which is neither a small one nor one of the name of the series."""
    known = _words(names) | _SMALL
    return tuple(phrase for phrase in phrases if not {fold(word.text) for word in words(phrase)} <= known)


def _words(names: Collection[str]) -> frozenset[str]:
    parts = (part for name in names for word in words(name) for part in (fold(word.text), *_parts(word.text)))
    return frozenset(part for part in parts if part not in _SMALL)


def _parts(word: str) -> list[str]:
    return [fold(part).rstrip(".") for part in _PART.split(word) if part]


def _initials(name: Iterable[str]) -> str:
    """Return the first letters of the words with a capital: `Nuclear Consultative Group` as `ncg`."""
    return "".join(word[0] for word in name if word[:1].isupper()).lower()
