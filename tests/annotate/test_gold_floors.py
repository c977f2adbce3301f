"""Floors under accuracy on real texts: each fold of those held out, those tuned on, and those of other governments.

The texts are no part of this repository; `python tests/annotate/gold_texts.py` says where they are. A floor stands a
little under what was last measured. Five texts are few, and a fold's lower figures move with a single mistake.
"""

import pytest

from annotate.gold_texts import SETS, annotations, clones_folder, find, shared_folder
from annotate.score import FOLDS, measured
from annotate.scoring import Score, folds, worst
from briefreader.annotate import Annotator

FIGURES = ("texts", "F1", "canonical", "meeting fields", "roles", "commitments", "false fills")
FLOORS = {
    "held out": (20, 0.95, 0.975, 0.83, 0.93, 0.93, 0.10),
    "tuned on": (48, 0.98, 0.98, 0.95, 0.99, 0.97, 0.07),
    "others held out": (16, 0.93, 0.965, 0.78, 0.74, 0.84, 0.07),
    "others": (16, 0.985, 0.97, 0.98, 0.97, 0.96, 0.07),
}
WORST_FOLDS = {
    "held out": (5, 0.93, 0.96, 0.73, 0.84, 0.91, 0.20),
    "others held out": (4, 0.91, 0.93, 0.57, 0.33, 0.66, 0.25),
}
"""The number of texts, the floors under the figures, and the most false fills a text, by part and worst fold."""


@pytest.fixture(scope="module")
def scores(annotator: Annotator) -> dict[str, list[Score]]:
    """The scores of the texts that are at hand, by part."""
    found = find((row for name in SETS for row in annotations(name)), shared_folder(), clones_folder())
    if not found.texts:
        pytest.skip(f"the texts of the gold sets are not at {shared_folder()}; gold_texts.py says where they are")
    return measured(found.texts, annotator.annotate)[0]


@pytest.mark.parametrize("part", FLOORS)
def test_accuracy_on_real_texts_stays_above_its_floor(scores: dict[str, list[Score]], part: str) -> None:
    stays_above(FLOORS[part], Score.total(scores.get(part, ())).figures())


@pytest.mark.parametrize("part", WORST_FOLDS)
def test_no_fold_of_the_texts_held_out_falls_below_its_floor(scores: dict[str, list[Score]], part: str) -> None:
    stays_above(WORST_FOLDS[part], worst(folds(scores.get(part, ()), FOLDS)))


def stays_above(floor: tuple[float, ...], figures: dict[str, float]) -> None:
    texts, *floors, most_false_fills = floor
    if figures.get("texts", 0) < texts:
        pytest.skip("some texts of this part are missing; gold_texts.py says which")
    below = {name: figures[name] for name, floor in zip(FIGURES[1:-1], floors, strict=True) if figures[name] < floor}
    assert below == {}
    assert figures["false fills"] <= most_false_fills
