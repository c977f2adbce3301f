"""The view that a person sets up, on a real terminal: the mouse, the bytes it costs, and what comes back."""

import os
import signal
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import DOWN, Terminal

LETTER = 5_000
LIST_DOWN = 200
DAY = 64
"""The bytes of a digit that changes in the header of the article."""


@pytest.fixture
def own_data(tmp_path: Path) -> str:
    """A data folder that no other test has."""
    return str(tmp_path / "data")


def opened(terminal: Terminal) -> Terminal:
    terminal.wait_for("84 briefs")
    terminal.settle(1.0)
    return terminal


def divider(terminal: Terminal) -> int:
    """The column of the line between the panes, from 0; -1 where there is one pane."""
    return terminal.line(1).find("┬")


def drag(terminal: Terminal, start: int, end: int) -> None:
    """Drag from one column to another in the tenth row, as a terminal reports the mouse."""
    for press in (f"\x1b[<0;{start + 1};10M", f"\x1b[<32;{end + 1};10M", f"\x1b[<0;{end + 1};10m"):
        terminal.type(press)
        terminal.settle()


def test_the_mouse_drags_the_line_between_the_panes(reader: Run, own_data: str) -> None:
    with reader(XDG_DATA_HOME=own_data) as terminal:
        at = divider(opened(terminal))
        drag(terminal, at, 60)
        assert divider(terminal) == 60
        assert all(row[60] == "│" for row in terminal.text.splitlines()[2:10])
        drag(terminal, 30, 40)
        assert divider(terminal) == 60


@pytest.mark.parametrize("leave", ["q", signal.SIGTERM, signal.SIGHUP])
def test_the_next_session_looks_as_the_last(reader: Run, own_data: str, leave: str | signal.Signals) -> None:
    with reader(XDG_DATA_HOME=own_data) as terminal:
        at = divider(opened(terminal))
        terminal.press(">>")
        if isinstance(leave, str):
            terminal.type(leave)
        else:
            os.kill(terminal.pid, leave)
        terminal.wait()
    with reader(XDG_DATA_HOME=own_data) as terminal:
        assert divider(opened(terminal)) == at + 8


def test_a_home_that_cannot_be_written_is_no_error(reader: Run, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder", "utf-8")
    with reader(XDG_DATA_HOME=str(tmp_path / "data")) as terminal:
        opened(terminal).press(">>z")
        terminal.type("q")
        assert terminal.wait() == 0
        assert "Traceback" not in terminal.text


def test_passages_come_once_and_then_cost_nothing(reader: Run, own_data: str) -> None:
    with reader(XDG_DATA_HOME=own_data, columns=200, rows=50) as terminal:
        opened(terminal).press("/washington declaration")
        terminal.wait_for("Declaration of April 2023")
        terminal.settle(1.0)
        assert terminal.read(2.0) == 0


def test_a_letter_with_new_hits_and_their_passages(reader: Run, own_data: str) -> None:
    with reader(XDG_DATA_HOME=own_data) as terminal:
        opened(terminal).press("/")
        for letter in "seoul":
            terminal.type(letter)
            assert terminal.settle(0.8) < LETTER


def test_list_down_among_hits_with_passages_costs_two_rows(reader: Run, own_data: str, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    for day in range(1, 9):
        (folder / f"{day}.md").write_text(f"---\ntitle: Same\ndate: 2024-01-0{day}\n---\nThe same text.\n", "utf-8")
    with reader("--library", str(folder), "read", "same", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("8 of 8")
        terminal.wait_for("   The same text.")
        terminal.settle(1.0)
        for _ in range(5):
            assert 0 < terminal.press(DOWN) < LIST_DOWN + DAY


def test_the_pinned_title_costs_nothing_while_the_text_scrolls(reader: Run, own_data: str, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    body = "\n\n".join(["The same line."] * 200)
    (folder / "long.md").write_text(f"---\ntitle: A long one\ndate: 2024-01-01\n---\n{body}\n", "utf-8")
    with reader("--library", str(folder), "open", "long", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("The same line.")
        terminal.settle(1.0)
        terminal.press("jjjjjjjj")
        assert "A long one" in terminal.line(2)
        assert terminal.press("jj") < 60
