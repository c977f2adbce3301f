"""Byte budgets of the series, the trace, the agenda and the phrases, on a terminal of 120 columns by 40 rows."""

from pathlib import Path

import pytest

import harbour
from pty_reader import Run

ROW = 800
"""Bytes of two rows and the lines below the list, which tell the sentence of the row."""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in harbour.BRIEFS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (("B",), "[1 meetings]"),
        (("B", "2"), "vice minister"),
        (("B", "3"), "= repeated"),
        (("F", "a"), "kept late"),
        (("T", "quiet coast\r"), "in 2 of 3 meetings"),
        (("C", "p"), "Gone from the newer text"),
    ],
    ids=lambda given: "".join(given).strip() if isinstance(given, tuple) else "",
)
def test_a_step_costs_two_rows_and_the_lines_below(
    reader: Run, library: Path, keys: tuple[str, ...], shown: str
) -> None:
    with reader("--library", str(library)) as terminal:
        terminal.wait_for("4 briefs")
        terminal.wait_for("Both sides spoke")
        terminal.settle(1.0)
        for key in keys:
            terminal.press(key)
            terminal.settle(0.6)
        terminal.wait_for(shown)
        terminal.settle(0.6)
        terminal.press("g")
        terminal.settle(0.6)
        assert 0 < terminal.press("j") + terminal.read(0.6) <= ROW
        assert 0 < terminal.press("k") + terminal.read(0.6) <= ROW
        assert terminal.read(2.0) == 0
