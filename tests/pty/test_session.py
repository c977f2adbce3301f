"""Where a session was left, on a real terminal: the next one begins there, whatever has ended the first."""

import os
import signal
import time
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import DOWN, ENTER, PAGE_DOWN, Terminal

PATIENCE = 15.0
"""Seconds after which a test fails that waits for a picture."""


@pytest.fixture
def own_data(tmp_path: Path) -> str:
    """A data folder that no other test has."""
    return str(tmp_path / "data")


def leave(terminal: Terminal) -> list[str]:
    """Search, go to the second hit, read on in it, and return the lines of the article in sight."""
    terminal.wait_for("84 briefs")
    terminal.type("/")
    terminal.type("deterrence")
    terminal.wait_for(" of 84")
    terminal.type(DOWN)
    terminal.settle()
    terminal.type(ENTER)
    terminal.type("n")
    terminal.type(PAGE_DOWN)
    terminal.settle(1.0)
    return article(terminal)


def article(terminal: Terminal) -> list[str]:
    rows = terminal.text.splitlines()
    edge = rows[1].index("┬")
    return [row[edge:].rstrip() for row in rows[2:-2]]


def wait_for_article(terminal: Terminal, lines: list[str]) -> None:
    """Wait until the article shows lines; fail with those that it shows instead."""
    terminal.wait_for(" of 84")
    until = time.monotonic() + PATIENCE
    while article(terminal) != lines and time.monotonic() < until:
        terminal.read(0.1)
    assert article(terminal) == lines


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_saves_the_place_and_the_next_session_begins_there(
    reader: Run, own_data: str, number: signal.Signals
) -> None:
    with reader("--sample", XDG_DATA_HOME=own_data) as terminal:
        left = leave(terminal)
        os.kill(terminal.pid, number)
        assert terminal.wait() == 128 + number
    with reader("--sample", XDG_DATA_HOME=own_data) as terminal:
        wait_for_article(terminal, left)
        assert terminal.line(0).startswith(" / deterrence")
        assert any(row.startswith("▌") for row in terminal.text.splitlines()[3:])
    with reader("--sample", "--fresh", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("84 briefs")
        assert terminal.line(0).startswith(" / search")


def test_a_terminal_that_goes_away_saves_the_place(reader: Run, own_data: str) -> None:
    terminal = reader("--sample", XDG_DATA_HOME=own_data)
    left = leave(terminal)
    terminal.close()
    assert terminal.wait() == 128 + signal.SIGHUP
    with reader("--sample", XDG_DATA_HOME=own_data) as terminal:
        wait_for_article(terminal, left)


def test_a_kill_without_warning_loses_no_star(reader: Run, own_data: str) -> None:
    with reader("--sample", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("84 briefs")
        terminal.type("*")
        terminal.wait_for("starred: ")
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait()
    with reader("--sample", "read", "is:starred", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("1 of 84")
        assert "★" in terminal.text


@pytest.mark.parametrize("key", ["*", "U"])
def test_a_mark_costs_its_row_and_its_sentence(reader: Run, own_data: str, key: str) -> None:
    with reader("--sample", XDG_DATA_HOME=own_data) as terminal:
        terminal.wait_for("84 briefs")
        terminal.wait_for(" % · ")  # the article is there
        terminal.settle(1.0)
        before = len(terminal.output)
        terminal.type(key)
        terminal.wait_for("starred: " if key == "*" else "marked as read: ")
        terminal.settle()
        assert len(terminal.output) - before <= 400
