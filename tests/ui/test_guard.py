"""No control character reaches the terminal in painted text, and every piece keeps its width."""

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from briefreader.ui.terminal.guard import ControlGuard


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seoul · 서울", "Seoul · 서울"),
        ("a\x1b[31mb", "a[31mb"),
        ("a\u202eb\x9bc", "abc"),
        ("wait \U0001fae8 here", "wait \U0001fae8 here"),
        ("\ufdd0x", " x"),
        ("\ue000x", " x"),
    ],
)
def test_controls_go_and_signs_that_are_new_to_python_stay(text: str, expected: str) -> None:
    [segment] = ControlGuard().apply([Segment(text)], Color.parse("black"))
    assert segment.text == expected
    assert cell_len(segment.text) == cell_len(text)
