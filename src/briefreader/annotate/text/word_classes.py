"""Sorts words into the classes that recognizers look for, each word once for all texts."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import ClassVar

from briefreader.annotate.text.words import WORDS_KEPT


class WordClass:
    """Holds the condition that the words of a class meet; a word that meets it once meets it always."""

    __slots__ = ("holds",)
    all: ClassVar[list["WordClass"]] = []

    def __init__(self, holds: Callable[[str], object]) -> None:
        self.holds = holds
        self.all.append(self)
        classes_of.cache_clear()  # the words that are already sorted do not know this class

    @classmethod
    def of(cls, words: Iterable[str]) -> "WordClass":
        """Return the class of these words."""
        return cls(frozenset(words).__contains__)

    @classmethod
    def of_any_case(cls, words: Iterable[str]) -> "WordClass":
        """Return the class of these words in small letters, whatever the case of theirs in the text."""
        known = frozenset(words)
        return cls(lambda word: word.lower() in known)


@lru_cache(WORDS_KEPT)
def classes_of(word: str) -> tuple[WordClass, ...]:
    """Return the classes to which a word belongs, mostly none."""
    return tuple(each for each in WordClass.all if each.holds(word))
