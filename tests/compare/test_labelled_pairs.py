"""Redlines against labels set by hand: what the scorer counts, and floors under the figures of real statements."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from briefreader.annotate import Annotator
from briefreader.text import words
from compare.labelled_pairs import (
    LabelledText,
    MissingError,
    Score,
    Tally,
    hash_of,
    pairs,
    scored,
    scores,
    shared_folder,
)

NAMES = Path(__file__).parents[2] / "data" / "names"
FLOORS = {"carried": 0.93, "changed": 0.88, "routine": 0.86, "whole": 0.95}
"""The floor under each figure of all pairs together, a little under the last one measured."""

TITLE = "Talks of the ports"
MET, FISH, THANKS = "The ministers met in Oslo.", "They spoke of ships and of fish.", "They thanked the hosts warmly."
ICE, BELLS = "They spoke of ships and of ice.", "The next talks will be about lighthouses and bells."
LABELS: dict[str, Any] = {
    "carried": [
        {"a": [[0, 5]], "b": [[0, 5]]},
        {"a": [[5, 12]], "b": [[5, 12]], "changes": [{"a": [[11, 12]], "b": [[11, 12]]}]},
    ],
    "gone": [[12, 17]],
    "new": [[12, 21]],
}
"""The labels of two texts: MET, FISH, THANKS, and MET, ICE, BELLS."""


def labelled(body: str) -> LabelledText:
    return LabelledText(
        {"id": "own", "words": sum(1 for _ in words(body)), "hash": hash_of(word.text for word in words(body))},
        f"{TITLE}\n\n{body}",
    )


def score(labels: Mapping[str, Any]) -> Score:
    return scored(labels, labelled(f"{MET} {FISH} {THANKS}"), labelled(f"{MET} {ICE} {BELLS}"))


def test_a_redline_that_tells_the_labels_is_right_in_all() -> None:
    assert score(LABELS) == Score(Tally(2, 2, 2), Tally(2, 2, 2), Tally(), Tally(2, 2, 2))


def test_words_that_only_the_redline_or_only_the_label_has_are_counted() -> None:
    changes = [{"a": [[8, 9]], "routine": True}]
    carried = [LABELS["carried"][0], {"a": [[5, 12]], "b": [[5, 12]], "changes": changes}]
    found = score({**LABELS, "carried": carried})
    assert (found.changed, found.routine) == (Tally(0, 2, 1), Tally(0, 0, 1))
    assert found.changed.f1 == 0


def test_sentences_that_are_labelled_otherwise_are_counted() -> None:
    found = score({"carried": [{"a": [[12, 17]], "b": [[5, 12]]}], "gone": [[5, 12]], "new": []})
    assert (found.carried, found.whole) == (Tally(0, 2, 1), Tally(0, 0, 1))


@pytest.mark.parametrize("moved", [True, False])
def test_a_move_is_false_unless_it_is_labelled(moved: bool) -> None:
    first = "The sides will share the pictures of two satellites with the coast guards of every island."
    others = (
        "The ministers met in Oslo and praised the harbour masters for a calm winter without storms. They spoke at "
        "length about ships, fish, ice and the price of new lanterns for old lighthouses in the north. Both wished "
        "to see more bridges, ferries and trains between the towns on the two shores of the sound."
    )
    a, b = labelled(f"{first}\n\n{others}"), labelled(f"{others}\n\n{first}")
    length, rest = len(first.split()), len(others.split())
    labels = {
        "carried": [{"a": [[0, length]], "b": [[rest, rest + length]], "moved": moved}],
        "gone": [],
        "new": [],
    }
    assert scored(labels, a, b).false_moves == (not moved)


def test_a_text_with_other_words_is_refused() -> None:
    with pytest.raises(ValueError, match="the text own has other words"):
        LabelledText({"id": "own", "words": 5, "hash": hash_of(["The"])}, MET)


@pytest.fixture(scope="module")
def total() -> Score:
    """The score of all labelled pairs together."""
    if (shared := shared_folder()) is None:
        pytest.skip("BRIEFREADER_SHARED names no folder of real documents")
    try:
        return sum(scores(pairs(), shared, Annotator.load([NAMES])).values(), Score())
    except MissingError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("figure", FLOORS)
def test_redlines_of_real_statements_stay_above_their_floors(total: Score, figure: str) -> None:
    assert getattr(total, figure).f1 >= FLOORS[figure]


def test_no_move_of_real_statements_is_false(total: Score) -> None:
    assert total.false_moves == 0
