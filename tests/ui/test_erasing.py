"""The erasing that terminals can do, by the terminal database and by what tmux says of itself."""

import curses

import pytest

from briefreader.ui.terminal.erasing import Erasing

NOTHING = Erasing(in_color=False, some=False)
ALL = Erasing(in_color=True, some=True)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The abilities of a terminal in the database: nothing at first."""
    known: dict[str, object] = {"bce": 0, "ech": None}
    for name in ("TERM_PROGRAM", "STY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(curses, "setupterm", lambda fd: None)
    for name in ("tigetflag", "tigetstr"):
        monkeypatch.setattr(curses, name, known.__getitem__)
    return known


def test_a_terminal_that_erases_nothing_in_colour(terminal: dict[str, object]) -> None:
    assert Erasing.of_terminal() == NOTHING


def test_a_terminal_that_erases_all(terminal: dict[str, object]) -> None:
    terminal |= {"bce": 1, "ech": b"\x1b[%p1%dX"}
    assert Erasing.of_terminal() == ALL


def test_a_terminal_with_another_sequence_is_not_sent_ours(terminal: dict[str, object]) -> None:
    terminal |= {"ech": b"\x1b%p1%dX"}
    assert Erasing.of_terminal() == NOTHING


def test_tmux_erases_more_than_the_database_says_but_not_screen_in_it(
    terminal: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "tmux")
    assert Erasing.of_terminal() == ALL
    monkeypatch.setenv("STY", "1234.pts-0.host")
    assert Erasing.of_terminal() == NOTHING


def test_an_unknown_terminal_erases_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(fd: int) -> None:
        raise curses.error("could not find terminal")

    monkeypatch.delenv("TERM_PROGRAM", raising=False)
    monkeypatch.setattr(curses, "setupterm", unknown)
    assert Erasing.of_terminal() == NOTHING
