"""Floors under accuracy on real texts: each fold of those held out, those tuned on, and those of other governments.

The texts are no part of this repository; `python tests/annotate/gold_texts.py` says where they are. A floor stands a
little under what was last measured. Five texts are few, and a fold's lower figures move with a single mistake.
"""

import pytest

from annotate.gold_texts import SETS, annotations, clones_folder, find, shared_folder
from annotate.score import measured
from annotate.scoring import Score
from briefreader.annotate import Annotator

FIGURES = ("texts", "F1", "canonical", "meeting fields", "roles", "commitments", "false fills")
FLOORS = {
    "fold 0": (5, 0.97, 0.96, 0.76, 0.84, 0.82, 0.20),
    "fold 1": (5, 0.94, 0.97, 0.68, 0.88, 0.73, 0.20),
    "fold 2": (5, 0.92, 0.98, 0.76, 0.99, 0.99, 0.00),
    "fold 3": (5, 0.93, 0.95, 0.86, 0.99, 0.92, 0.00),
    "held out": (20, 0.945, 0.97, 0.77, 0.925, 0.82, 0.10),
    "tuned on": (48, 0.98, 0.98, 0.94, 0.99, 0.95, 0.00),
    "others": (16, 0.93, 0.97, 0.54, 0.41, 0.86, 0.19),
    "others held out": (16, 0.87, 0.96, 0.50, 0.47, 0.78, 0.00),
}
"""The number of texts, the floors under the figures, and the most false fills a text, by part."""


@pytest.fixture(scope="module")
def scores(annotator: Annotator) -> dict[str, Score]:
    """The scores of the texts that are at hand, by part."""
    found = find((row for name in SETS for row in annotations(name)), shared_folder(), clones_folder())
    if not found.texts:
        pytest.skip(f"the texts of the gold sets are not at {shared_folder()}; gold_texts.py says where they are")
    return measured(found.texts, annotator.annotate)[0]


@pytest.mark.parametrize("part", FLOORS)
def test_accuracy_on_real_texts_stays_above_its_floor(scores: dict[str, Score], part: str) -> None:
    texts, *floors, most_false_fills = FLOORS[part]
    if part not in scores or scores[part].texts < texts:
        pytest.skip("some texts of this part are missing; gold_texts.py says which")
    figures = scores[part].figures()
    below = {name: figures[name] for name, floor in zip(FIGURES[1:-1], floors, strict=True) if figures[name] < floor}
    assert below == {}
    assert figures["false fills"] <= most_false_fills
