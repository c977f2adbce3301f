"""Scores texts by how near the words of a query stand to each other and to the beginning of the text.

After Büttcher, Clarke and Lushman, "Term Proximity Scoring for Ad-Hoc Retrieval on Very Large Text Collections" (2006),
with the inverse of the distance instead of that of its square.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from briefreader.search.analysis.stemming import stem
from briefreader.search.execution.scoring import Group

# Measured with tests/bench/ranking.py; K and B are those of the paper.
_K: Final = 1.2
_B: Final = 0.5
_EARLY: Final = 0.8
_BEGINNING: Final = 20  # words
_READ: Final = 8_000  # bytes, some 1,300 words; more make no better order and take as long as they are


class Proximity:
    """Scores texts by where the words of a query stand in them.

    `weights` has the weight of each group of stems that count as the same word, `mean` is the mean number of words of
    all texts.
    """

    def __init__(self, weights: Mapping[Group, float], mean: float) -> None:
        self._weights = [*weights.values()]
        self._group_of = _Groups(weights)
        self._mean = mean

    def score(self, words: bytes) -> float:
        """Return the score that a text gains; `words` are its words with a space between them."""
        row = words[:_READ].decode(errors="ignore").split()
        found = [(at, group) for at, group in enumerate(map(self._group_of.__getitem__, row)) if group is not None]
        weights = self._weights
        first: dict[int, int] = {}
        near = [0.0] * len(weights)
        for at, group in found:
            first.setdefault(group, at)
        for (before, one), (after, other) in pairwise(found):
            if one != other:
                nearness = 1 / (after - before)
                near[one] += weights[other] * nearness
                near[other] += weights[one] * nearness
        early = sum(weights[group] * _BEGINNING / (_BEGINNING + at) for group, at in first.items())
        k = _K * (1 - _B + _B * len(row) / self._mean)
        together = sum(min(1.0, weights[group]) * near[group] * (_K + 1) / (near[group] + k) for group in first)
        return _EARLY * early + together


class _Groups(dict[str, int | None]):
    """Maps a word to the number of its group, or to None where no group has its stem."""

    def __init__(self, groups: Mapping[Group, float]) -> None:
        super().__init__()
        self._of_stem = {key: number for number, group in reversed([*enumerate(groups)]) for key in group}

    def __missing__(self, word: str) -> int | None:
        number = self[word] = self._of_stem.get(stem(word))
        return number
