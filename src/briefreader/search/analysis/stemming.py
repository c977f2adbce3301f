"""Stems of English words, by the Snowball stemmer: several forms of a word are found by one stem."""

from collections.abc import Callable, Mapping
from functools import lru_cache

_MOST_KEPT = 131_072


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    from briefreader.search.whoosh_backend.snowball import english_stemmer  # 6 ms, and only searching needs it

    return english_stemmer()


@lru_cache(maxsize=_MOST_KEPT)
def stem(term: str) -> str:
    """Return the stem of an English term, any other term as it is. The first letter never changes."""
    if len(term) < 3 or not (term.isascii() and term.isalpha()):
        return term
    return _stemmer()(term)


def stem_beginning(stem: str) -> str:
    """Return the letters with which every term of a stem begins.

    Snowball ends a stem with no letter that the term has not, except e, i, l or y. Of `die`, which is also the stem of
    `dying`, only the first letter is certain.
    """
    if stem.endswith("ie"):
        return stem[:1]
    return stem[:-1] or stem if stem[-1:] in ("e", "i", "l", "y") else stem


def stems(counts: Mapping[str, int]) -> dict[str, int]:
    """Return how often each stem occurs, given how often each term occurs."""
    found: dict[str, int] = {}
    for term, count in counts.items():
        stemmed = stem(term)
        found[stemmed] = found.get(stemmed, 0) + count
    return found
