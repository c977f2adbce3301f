"""Text fitted into columns by the cells it takes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefreader.ui.widgets.text_layout import fit


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("Seoul", 7, "Seoul  "),
        ("Seoul", 5, "Seoul"),
        ("Seoul", 4, "Seo…"),
        ("서울 회의", 6, "서울 …"),
        ("Seoul", 1, "…"),
        ("Seoul", 0, ""),
    ],
)
def test_text_is_padded_or_cut(text: str, width: int, expected: str) -> None:
    assert fit(text, width) == expected


@settings(derandomize=True, deadline=None)
@given(st.text(st.sampled_from("ab é한中…"), max_size=30), st.integers(0, 20))
def test_the_width_is_exact(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
