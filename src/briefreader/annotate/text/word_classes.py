"""Sorts words into the classes that recognizers look for, each word once for all texts."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from briefreader.annotate.text.words import WORDS_KEPT


class WordClass:
    """Holds the condition that the words of a class meet; a word that meets it once meets it always."""

    __slots__ = ("holds",)
    all: ClassVar[list["WordClass"]] = []

    def __init__(self, holds: Callable[[str], object]) -> None:
        self.holds = holds
        self.all.append(self)
        CLASSES_OF.clear()  # the words that are already sorted do not know this class

    @classmethod
    def of(cls, words: Iterable[str]) -> "WordClass":
        """Return the class of these words."""
        return cls(frozenset(words).__contains__)

    @classmethod
    def of_any_case(cls, words: Iterable[str]) -> "WordClass":
        """Return the class of these words in small letters, whatever the case of theirs in the text."""
        known = frozenset(words)
        return cls(lambda word: word.lower() in known)


class _Classes(dict[str, tuple[WordClass, ...]]):
    """Maps each word to its classes, mostly none; a full map begins anew, which costs less than to keep an order."""

    def __missing__(self, word: str) -> tuple[WordClass, ...]:
        if len(self) >= WORDS_KEPT:
            self.clear()
        found = self[word] = tuple(each for each in WordClass.all if each.holds(word))
        return found


CLASSES_OF = _Classes()
