"""Byte budgets of the redline, on a terminal of 120 columns by 40 rows."""

from pathlib import Path

import pytest

import harbour_group
from pty_reader import Run
from terminal import Terminal

NEXT_IN_SIGHT = 1_500
LINE = 4_500
SIGNS = "~-+>"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in harbour_group.BRIEFS.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def compared(terminal: Terminal) -> Terminal:
    terminal.wait_for("3 briefs")
    terminal.wait_for("11 May 2023 ")
    terminal.wait_for("The ministers of")
    terminal.settle(1.0)
    terminal.press("C")
    terminal.wait_for("of the wording is the same")
    terminal.settle(0.6)
    return terminal


def test_the_next_change_in_sight_costs_its_words_and_the_status_line(reader: Run, library: Path) -> None:
    with reader("--library", str(library)) as terminal:
        compared(terminal)
        for number in range(1, 9):
            assert 0 < terminal.press("n") <= NEXT_IN_SIGHT
            assert f"change {number} of 8" in terminal.text
        assert terminal.read(2.0) == 0


def test_the_kinds_of_changes_are_told_without_colour_and_in_ascii(reader: Run, library: Path) -> None:
    with reader("--library", str(library), NO_COLOR="1", LC_ALL="C", LANG="C") as terminal:
        compared(terminal)
        rows = terminal.text.splitlines()
        assert all(any(row.startswith(f"{sign} ") for row in rows) for sign in "~->")
        assert any("| + A new fund" in row for row in rows)


def test_replaced_words_are_told_apart_without_colour_in_a_narrow_window(reader: Run, library: Path) -> None:
    for more, replaced in (({}, "[should → will]"), ({"LC_ALL": "C", "LANG": "C"}, "[should > will]")):
        with reader("--library", str(library), columns=80, rows=24, NO_COLOR="1", **more) as terminal:
            compared(terminal)
            terminal.press("n")
            assert "[- open]" in " ".join(terminal.text.split())
            terminal.press(" ")
            assert replaced in terminal.text


def test_a_page_costs_no_more_than_its_lines(reader: Run, library: Path) -> None:
    with reader("--library", str(library), columns=70, rows=15) as terminal:
        compared(terminal)
        assert 0 < terminal.press(" ") < LINE
