"""Knows the English words that texts of governments use: a name made of them is no person's.

`common_words.txt` holds each word that seven thousand public texts of the White House write in small letters at least
seven times and with a capital at least twice, or in small letters at least twenty times; given names are left out.
"""

from functools import lru_cache
from pathlib import Path

from briefreader.annotate.text.words import WORDS_KEPT

COMMON_WORDS = frozenset(Path(__file__).with_suffix(".txt").read_text(encoding="ascii").split())


@lru_cache(WORDS_KEPT)
def is_common(word: str) -> bool:
    """Return whether a word, or the word without its `s`, is an English word of texts of governments."""
    small = word.lower()
    return small in COMMON_WORDS or (small.endswith("s") and small[:-1] in COMMON_WORDS)
