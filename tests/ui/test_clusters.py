"""Text is measured by clusters of characters, each with the cells that it takes on the terminal that needs most."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.ui.terminal.clusters import cells, is_certain, padded, runs

SIGNS = "ab é한中🏽👍🇰🇷☰\u0301\u093f\u094dक1\u20e3กำ\u0e31ᄒ\u119e①"


@pytest.mark.parametrize(
    ("cluster", "size", "certain"),
    [
        ("한", 2, True),
        ("e\u0301", 1, True),
        ("ش\u064e", 1, True),
        ("ก\u0e31", 1, True),
        ("👍", 2, False),
        ("👍🏽", 4, False),
        ("🇫🇷", 4, False),
        ("1\u20e3", 1, False),
        ("का", 2, False),
        ("क\u094d", 1, False),
        ("ᄒ\u119e\u11ab", 2, False),
        ("☰", 2, False),
        ("\u0e33", 1, False),
    ],
)
def test_a_cluster_has_the_cells_of_its_widest_reading(cluster: str, size: int, certain: bool) -> None:
    assert [(run.start, run.end) for run in runs(cluster)] == [(0, len(cluster))]
    assert cells(cluster) == size
    assert is_certain(cluster) == certain


def test_a_hundred_signs_on_one_letter_are_several_clusters() -> None:
    assert max(run.end - run.start for run in runs("का" + "\u093e" * 100)) < 10


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_padded_text_measures_the_same_everywhere_and_no_sign_is_lost(text: str) -> None:
    assert cell_len(padded(text)) == cells(text)
    assert padded(text).replace(" ", "") == text.replace(" ", "")
    assert "".join(text[run.start : run.end] for run in runs(text)) == text
