"""What reaches a person through a screen reader or a Braille display: rows without colour, and the cursor's row."""

import re

import pytest

from pty_reader import Run
from terminal import DOWN, ENTER, ESCAPE, PAGE_DOWN, UP, Terminal

SIGN = "▌"


class Reading:
    """A filter between program and person: it collapses blanks, drops colours, and never hides the cursor."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def press(self, keys: str) -> None:
        self._terminal.press(keys)

    @property
    def rows(self) -> list[str]:
        """The rows of the screen."""
        return [_collapsed(row) for row in self._terminal.screen.display]

    @property
    def row(self) -> str:
        """The row of the cursor."""
        return self.rows[self._terminal.screen.cursor.y]

    @property
    def rest(self) -> str:
        """The row of the cursor from the cursor on."""
        cursor = self._terminal.screen.cursor
        return _collapsed(self._terminal.screen.display[cursor.y][cursor.x :])

    @property
    def before(self) -> str:
        """The row of the cursor up to the cursor."""
        cursor = self._terminal.screen.cursor
        return _collapsed(self._terminal.screen.display[cursor.y][: cursor.x])


def _collapsed(row: str) -> str:
    return re.sub(r"\s+", " ", row).strip()


@pytest.fixture
def reading(reader: Run, request: pytest.FixtureRequest) -> Reading:
    """The reader on the sample library at 120x40, read through the filter."""
    terminal = reader()
    request.addfinalizer(lambda: terminal.__exit__(None, None, None))
    terminal.wait_for("84 briefs")
    terminal.wait_for("7 July 2026")
    terminal.settle(0.6)
    return Reading(terminal)


def test_in_the_list_the_cursor_is_on_the_sign_of_the_chosen_row(reading: Reading) -> None:
    for key, title in ((DOWN, "2022-07-08 Bali"), (DOWN, "2022-02-12 Honolulu"), (UP, "2022-07-08 Bali")):
        reading.press(key)
        assert reading.rest.startswith(f"{SIGN} {title}")
        assert [row.count(SIGN) for row in reading.rows if SIGN in row] == [1]


def test_in_the_search_bar_the_cursor_is_behind_the_letters_and_hits_are_chosen_by_their_sign(reading: Reading) -> None:
    reading.press("/")
    assert reading.row.startswith("/ search sample library")
    reading.press("korea")
    assert reading.before == "/ korea"
    assert any(row.startswith(SIGN) for row in reading.rows)
    reading.press("\x1b[D\x1b[D")
    assert reading.before == "/ kor"
    assert reading.rest.startswith("ea sample library")


def test_in_the_article_the_cursor_is_on_the_match_and_else_on_the_line_that_is_read(reading: Reading) -> None:
    reading.press("/deterrence")
    reading.press(ENTER)
    for _ in range(3):
        assert reading.rest.lower().startswith("deterrence")
        reading.press("n")
    reading.press(ESCAPE)
    reading.press(ESCAPE)
    reading.press(ENTER)
    assert reading.before.endswith("│")
    assert reading.row == next(row for row in reading.rows if "│" in row)


def test_in_the_article_the_cursor_is_on_the_selected_name(reading: Reading) -> None:
    reading.press(ENTER)
    reading.press(".")
    assert reading.rest.startswith("Marco Rubio")
    reading.press(".")
    assert reading.rest.startswith("U.S.")


def test_a_starred_row_shows_its_star_behind_the_sign_of_the_cursor(reading: Reading) -> None:
    reading.press(DOWN)
    reading.press("*")
    assert reading.rest.startswith(f"{SIGN}★")
    reading.press("M")
    reading.press(UP)
    assert reading.rest.startswith(f"{SIGN}x")


def test_in_a_panel_and_in_a_dossier_the_cursor_is_on_the_sign_of_the_chosen_row(reading: Reading) -> None:
    reading.press("p")
    assert reading.rest.startswith(f"{SIGN}Marco Rubio")
    reading.press(DOWN)
    assert reading.rest.startswith(f"{SIGN}Motegi Toshimitsu")
    reading.press("i")
    assert SIGN in reading.rest[:1]
    chosen = reading.rest
    reading.press(DOWN)
    assert SIGN in reading.rest[:1]
    assert reading.rest != chosen


def test_in_the_help_the_cursor_is_on_the_first_line_in_sight(reading: Reading) -> None:
    reading.press("?")
    first = reading.rest
    reading.press(" ")
    assert first
    assert reading.rest
    assert reading.rest != first


def test_when_a_screen_is_closed_the_cursor_is_on_the_chosen_row_again(reading: Reading) -> None:
    chosen = reading.rest
    for opens in ("?", "o", "p"):
        reading.press(opens)
        reading.press(ESCAPE)
        assert reading.rest == chosen


def test_while_the_text_is_paged_from_the_list_the_cursor_stays_on_the_chosen_row(reading: Reading) -> None:
    chosen = reading.rest.partition("│")[0]
    reading.press(PAGE_DOWN)
    assert reading.rest.partition("│")[0] == chosen
