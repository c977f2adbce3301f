"""Byte budgets of finding in the article and of counts, on a terminal of 120 columns by 40 rows."""

from pathlib import Path

import pytest

from pty_reader import Run
from terminal import ENTER, Terminal

LETTER_WITHOUT_PLACE = 300
DIGIT = 120
NEXT_IN_SIGHT = 300
FIND = "\x06"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """One brief of 300 words, every tenth of them `harbour`."""
    text = " ".join("harbour" if number % 10 == 0 else "deterrence" for number in range(300))
    (tmp_path / "a.md").write_text(f"---\ntitle: Port\ndate: 2024-01-01\n---\n{text}\n", "utf-8")
    return tmp_path


def _ready(terminal: Terminal) -> Terminal:
    terminal.wait_for("1 January 2024")
    terminal.settle(1.0)
    return terminal


def test_a_letter_that_is_not_found_costs_a_letter(reader: Run, library: Path) -> None:
    with reader("--library", str(library)) as terminal:
        _ready(terminal).press(FIND)
        terminal.press("harbour")
        assert "1 of 30" in terminal.text
        for letter in "xyz":
            assert 0 < terminal.press(letter) < LETTER_WITHOUT_PLACE
        assert "not found" in terminal.text


def test_the_next_place_in_sight_costs_two_places_and_the_count(reader: Run, library: Path) -> None:
    with reader("--library", str(library)) as terminal:
        _ready(terminal).press(f"{FIND}harbour")
        terminal.press(ENTER)
        for number in range(2, 6):
            assert 0 < terminal.press("n") < NEXT_IN_SIGHT
            assert f"harbour: {number} of 30" in terminal.text


def test_a_digit_costs_the_count_in_the_status_line(reader: Run, library: Path) -> None:
    with reader("--library", str(library)) as terminal:
        before = _ready(terminal).text.splitlines()
        for digit in "123":
            assert 0 < terminal.press(digit) < DIGIT
        after = terminal.text.splitlines()
        assert "count 123" in after[-1]
        assert after[:-1] == before[:-1]
