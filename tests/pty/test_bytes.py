"""Byte budgets: the output that a key causes on a terminal of 120 columns by 40 rows."""

import random
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import DOWN, ENTER, ESCAPE, PAGE_DOWN, UP, Terminal

LIST_DOWN = 200
"""Two rows of the list; the article comes on top of that."""
SECOND_SIGN = 8
"""The sign of a starred row beside that of the cursor."""
DAY = 64
"""A digit that changes in the article."""
SAME_RESULTS = 250
NEW_HITS = 5_000
PAGE = 7_500
CHANGE_OF_PANE = 800
PANEL = 2_700
FIRST_PAINT = 15_000
WORDS = "the of and Seoul ministers deterrence agreed United States Japan to in deepen cooperation a nuclear".split()


def settled(terminal: Terminal) -> Terminal:
    terminal.wait_for("84 briefs")
    terminal.wait_for("100 %")
    terminal.settle(0.6)
    return terminal


def test_idle_costs_nothing(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        assert terminal.read(3.0) == 0


def test_the_first_paint(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        assert len(terminal.output) < FIRST_PAINT


def test_list_down_costs_two_rows_and_the_new_article(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        for _ in range(6):
            before = terminal.text
            cost = terminal.press(DOWN)
            article = "".join(line[46:].strip() for line in terminal.text.splitlines()[2:-2])
            assert terminal.text != before
            assert cost < LIST_DOWN + 3 * len(article.encode())


def test_list_down_between_equal_articles_costs_two_rows(reader: Run, tmp_path: Path) -> None:
    for day in range(1, 9):
        (tmp_path / f"{day}.md").write_text(f"---\ntitle: Same\ndate: 2024-01-0{day}\n---\nThe same text.\n", "utf-8")
    with reader("--library", str(tmp_path)) as terminal:
        terminal.wait_for("8 briefs")
        terminal.wait_for("The same text.")
        terminal.settle(1.0)
        for _ in range(5):
            assert 0 < terminal.press(DOWN) < LIST_DOWN + DAY


def test_list_down_over_starred_rows_costs_two_rows(reader: Run, tmp_path: Path) -> None:
    root = tmp_path / "equal"
    root.mkdir()
    for day in range(10, 20):
        (root / f"{day}.md").write_text(f"---\ntitle: A meeting\ndate: 2024-05-{day}\n---\nThey met.\n", "utf-8")
    with reader("--library", str(root)) as terminal:
        terminal.wait_for("10 briefs")
        terminal.press(DOWN)
        for _ in range(4):
            terminal.press("*")
            terminal.press(DOWN)
        for _ in range(4):
            assert 0 < terminal.press(UP) < LIST_DOWN + DAY + SECOND_SIGN
        assert "▌★" in terminal.text


@pytest.mark.parametrize(
    ("typed", "letters", "most"),
    [
        pytest.param("washi", "ngto", SAME_RESULTS, id="that finds the same"),
        pytest.param("", "korea", NEW_HITS, id="with new hits and a new article"),
    ],
)
def test_a_letter_in_the_search_bar(reader: Run, typed: str, letters: str, most: int) -> None:
    with reader() as terminal:
        settled(terminal)
        terminal.press(f"/{typed}")
        for letter in letters:
            assert 0 < terminal.press(letter) < most


def test_a_letter_that_filters_the_facets(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        terminal.press("f")
        terminal.wait_for("Letters filter")
        terminal.settle(0.6)
        for letter in "kor":
            assert 0 < terminal.press(letter) < NEW_HITS
        assert "South Korea" in terminal.text


def test_a_page_of_an_article(reader: Run, tmp_path: Path) -> None:
    chance = random.Random(7)
    text = " ".join(chance.choice(WORDS) for _ in range(9_000))
    (tmp_path / "long.md").write_text(f"---\ntitle: Long\ndate: 2024-01-01\n---\n{text}\n", "utf-8")
    with reader("--library", str(tmp_path)) as terminal:
        terminal.wait_for("1 January 2024")
        terminal.settle(1.0)
        for _ in range(3):
            assert 1_000 < terminal.press(PAGE_DOWN) < PAGE


def test_a_change_of_pane(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        assert terminal.press(ENTER) < CHANGE_OF_PANE
        assert terminal.press("\t") < CHANGE_OF_PANE


@pytest.mark.parametrize("key", ["p", "w", "c", "t", "e", "f"])
def test_a_panel_that_opens_and_closes(reader: Run, key: str) -> None:
    closing = ESCAPE if key == "f" else key  # letters filter the facets
    with reader() as terminal:
        settled(terminal)
        assert 0 < terminal.press(key) < PANEL
        assert 0 < terminal.press(closing) < PANEL


def test_the_help_costs_a_page_of_text_and_closing_it_a_screen(reader: Run) -> None:
    with reader() as terminal:
        settled(terminal)
        assert terminal.press("?") < PAGE
        assert terminal.press(" ") < PAGE
        assert terminal.press("q") < FIRST_PAINT
