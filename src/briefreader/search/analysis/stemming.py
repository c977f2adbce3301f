"""Stems of English terms: several forms of a word are found by one stem."""

from collections.abc import Callable
from functools import lru_cache


@lru_cache(maxsize=1)
def _stemmer() -> Callable[[str], str]:
    from briefreader.search.whoosh_backend.stemmer import english_stemmer  # 6 ms, and only searching needs it

    return english_stemmer()


@lru_cache(maxsize=131_072)
def stem(term: str) -> str:
    """Return the Snowball stem of an English term; other terms as they are. The first letter never changes."""
    if len(term) < 3 or not (term.isascii() and term.isalpha()):
        return term
    return _stemmer()(term)


def stem_beginning(stem: str) -> str:
    """Return what every term begins with that has a stem: Snowball puts no other letter but an e, i, l or y at its end.

    Of `die`, which is the stem of `dying`, no more than the first letter is sure.
    """
    if stem.endswith("ie"):
        return stem[:1]
    return stem[:-1] or stem if stem[-1:] in ("e", "i", "l", "y") else stem
