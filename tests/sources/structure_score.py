"""Compares the structure that a reader found in a file with the structure that was put into it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from briefreader.model import Document
from briefreader.text import clean_line, fold_typography


class Unit(NamedTuple):
    """A heading, paragraph, item, quotation or table cell; `level` is the column of a cell, counted from 0."""

    kind: str
    level: int | None
    text: str


class Score(NamedTuple):
    """The number of units put in, found, and found rightly."""

    expected: int
    found: int
    right: int

    @classmethod
    def of(cls, expected: Counter[Any], found: Counter[Any]) -> "Score":
        """Return the score of the units found in comparison with those expected."""
        return cls(expected.total(), found.total(), (expected & found).total())

    @property
    def recall(self) -> float:
        """The part of the units put in that were found, 1 where there were none."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The part of the units found that were put in, 1 where none were found."""
        return self.right / self.found if self.found else 1.0

    def __add__(self, other: object) -> "Score":
        assert isinstance(other, Score)
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def unit(kind: str, level: int | None, text: str) -> Unit:
    """Return a unit with its text in small letters, plain quotation marks and single spaces."""
    return Unit(kind, level, fold_typography(clean_line(text)).casefold())


def units(document: Document) -> list[Unit]:
    """Return the units of a document in order, the title excepted; paragraphs inside an item have no level."""
    found: list[Unit] = []
    for block in document.blocks[1:]:
        text = document.text[block.start : block.end]
        if block.kind == "row":
            cells = text.split(" | ")
            assert len(cells) == len(block.columns), text
            found += (unit("cell", column, cell) for column, cell in zip(block.columns, cells, strict=True))
        else:
            found.append(unit(block.kind, None if block.kind == "paragraph" else block.level, text))
    return found


def scores(expected: Iterable[Unit], found: Iterable[Unit]) -> dict[str, Score]:
    """Return the score of each kind of unit; a unit is right if kind, level and text are."""
    wanted, given = _by_kind(expected), _by_kind(found)
    return {kind: Score.of(wanted[kind], given[kind]) for kind in sorted({*wanted, *given})}


def _by_kind(units: Iterable[Unit]) -> defaultdict[str, Counter[Unit]]:
    found: defaultdict[str, Counter[Unit]] = defaultdict(Counter)
    for each in units:
        found[each.kind][each] += 1
    return found


def total(scored: Iterable[dict[str, Score]], leaving_out: Iterable[str] = ()) -> dict[str, Score]:
    """Return the sums of the scores of several documents by kind, and those of all kinds under `all`.

    The kinds left out do not count under `all`.
    """
    sums: dict[str, Score] = {}
    for each in scored:
        for kind, score in each.items():
            sums[kind] = sums.get(kind, Score(0, 0, 0)) + score
    left_out = set(leaving_out)
    sums["all"] = sum((score for kind, score in sums.items() if kind not in left_out), Score(0, 0, 0))
    return sums


def lost_words(put_in: str, document: Document) -> Counter[str]:
    """Return the words put into a file that are neither in the document's text nor in its reports of dropped text."""
    told = set(_words(" ".join(document.removed)))
    missing = Counter(_words(put_in)) - Counter(_words(document.text))
    return Counter({word: count for word, count in missing.items() if word not in told})


def _words(text: str) -> list[str]:
    """Return words by a rule of our own: runs of letters and digits."""
    plain = fold_typography(clean_line(text)).casefold()
    return "".join(character if character.isalnum() else " " for character in plain).split()
