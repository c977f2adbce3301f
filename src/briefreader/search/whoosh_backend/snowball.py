"""Gives access to the Snowball stemmer of English that comes with Whoosh."""

from collections.abc import Callable

from whoosh.lang.snowball.english import EnglishStemmer


def english_stemmer() -> Callable[[str], str]:
    """Return a function from a word in lower case to its stem."""
    stem: Callable[[str], str] = EnglishStemmer().stem
    return stem
