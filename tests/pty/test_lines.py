"""What is sent to terminals that can less, and over slow lines."""

import os
import re
import signal
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import DOWN, Terminal

MOUSE = re.compile(rb"\x1b\[\?(?:1000|1002|1003|1006|1015|1016)[hl]")
MOTION = re.compile(rb"\x1b\[\?1003[hl]")
KITTY = re.compile(rb"\x1b\[[<>]\d*u")
TRUE_COLOR = re.compile(rb"[34]8;2;")
MANY_COLORS = re.compile(rb"[34]8;5;")
QUESTION, ANSWER = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
SYNC = b"\x1b[?2026h"
SSH = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


def started(terminal: Terminal) -> Terminal:
    terminal.wait_for("84 briefs")
    terminal.wait_for("100 %")
    terminal.settle(0.6)
    return terminal


def settings(folder: Path, line: str) -> str:
    """Write a line of config.yaml, and return the folder of all settings."""
    (folder / "briefreader").mkdir()
    (folder / "briefreader" / "config.yaml").write_text(line + "\n", "utf-8")
    return str(folder)


def test_the_mouse_is_used_at_first(reader: Run) -> None:
    with reader() as terminal:
        assert MOUSE.search(started(terminal).output)


@pytest.mark.parametrize(("arguments", "line"), [(("--no-mouse",), "theme: dark"), ((), "mouse: false")])
def test_the_mouse_is_left_to_the_terminal(reader: Run, tmp_path: Path, arguments: tuple[str, ...], line: str) -> None:
    with reader("--sample", "--fresh", *arguments, XDG_CONFIG_HOME=settings(tmp_path, line)) as terminal:
        started(terminal).type("q")
        assert terminal.wait() == 0
        terminal.read(0.1)
        assert not MOUSE.search(terminal.output)


@pytest.mark.parametrize(("arguments", "variables"), [(("--slow",), {}), ((), SSH)], ids=["--slow", "SSH"])
def test_a_slow_line_gets_the_terminals_own_colours_and_no_niceties(
    reader: Run, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    with reader("--sample", "--fresh", *arguments, **variables) as terminal:
        started(terminal).press(DOWN)
        sent = bytes(terminal.output)
        assert not any(each.search(sent) for each in (TRUE_COLOR, MANY_COLORS, MOTION, KITTY))
        assert QUESTION not in sent
        assert b"\x1b[?1000h" in sent


def test_a_slow_line_gets_a_theme_that_was_chosen_in_256_colours(reader: Run, tmp_path: Path) -> None:
    with reader("--sample", "--fresh", "--slow", XDG_CONFIG_HOME=settings(tmp_path, "theme: light")) as terminal:
        sent = bytes(started(terminal).output)
        assert MANY_COLORS.search(sent)
        assert not TRUE_COLOR.search(sent)


def test_a_slow_line_costs_less(reader: Run) -> None:
    costs = []
    for arguments in ((), ("--slow",)):
        with reader("--sample", "--fresh", *arguments) as terminal:
            started(terminal)
            costs.append([terminal.press(key) for key in (DOWN, DOWN, "p")])
    assert all(slow < fast for fast, slow in zip(*costs, strict=True))


def test_the_theme_of_the_terminals_own_colours_sends_no_others(reader: Run, tmp_path: Path) -> None:
    with reader(XDG_CONFIG_HOME=settings(tmp_path, "theme: ansi")) as terminal:
        sent = bytes(started(terminal).output)
        assert not TRUE_COLOR.search(sent)
        assert b"\x1b[90m" in sent


@pytest.mark.parametrize(
    ("name", "colored"), [("linux", True), ("screen", True), ("vt100", False), ("tmux-256color", True)]
)
def test_other_terminals_show_the_reader_in_colours_that_they_have(reader: Run, name: str, colored: bool) -> None:
    with reader(TERM=name, COLORTERM="") as terminal:
        sent = bytes(started(terminal).output)
        assert terminal.line(4).startswith("▌  2026-07-07 Ankara")
        assert not TRUE_COLOR.search(sent)
        assert bool(MANY_COLORS.search(sent)) == name.endswith("256color")
        codes = {int(code or 0) for found in re.findall(rb"\x1b\[([\d;]*)m", sent) for code in found.split(b";")}
        assert any(30 <= code < 50 or code >= 90 for code in codes) == colored
        if name in ("linux", "vt100"):  # they print a part of what they do not know
            assert QUESTION not in sent
            assert not KITTY.search(sent)


def test_a_terminal_that_says_so_gets_whole_paints(reader: Run) -> None:
    with reader() as terminal:
        while QUESTION not in terminal.output:
            terminal.read(0.01)
        os.write(terminal.fd, ANSWER)
        before = len(started(terminal).output)
        terminal.press(DOWN)
        sent = bytes(terminal.output[before:])
        assert sent.count(SYNC) == sent.count(b"\x1b[?2026l") > 0
        assert terminal.line(0).startswith(" / search")


@pytest.mark.parametrize("answer", [None, b"\x1b[?2026;0$y", b"\x1b[?2026;4$y"], ids=["none", "unknown", "never"])
def test_a_terminal_that_does_not_say_so_gets_none(reader: Run, answer: bytes | None) -> None:
    with reader() as terminal:
        while QUESTION not in terminal.output:
            terminal.read(0.01)
        if answer is not None:
            os.write(terminal.fd, answer)
        started(terminal).press(DOWN)
        assert SYNC not in terminal.output


@pytest.mark.parametrize("at", [1, 2, 5])
def test_a_late_answer_in_pieces_is_neither_used_nor_typed(reader: Run, at: int) -> None:
    with reader() as terminal:
        started(terminal)
        shown = terminal.text
        os.write(terminal.fd, ANSWER[:at])
        terminal.read(0.3)
        os.write(terminal.fd, ANSWER[at:])
        terminal.settle()
        assert terminal.text == shown
        terminal.press(DOWN)
        assert SYNC not in terminal.output
        assert terminal.text != shown


def test_after_fg_the_modes_are_set_again_and_the_terminal_is_asked_nothing(reader: Run) -> None:
    with reader() as terminal:
        started(terminal).type("\x1a")
        terminal.wait_until_stopped()
        before = len(terminal.output)
        terminal.screen.reset()
        os.kill(terminal.pid, signal.SIGCONT)
        started(terminal)
        sent = bytes(terminal.output[before:])
        assert all(f"\x1b[?{mode}h".encode() in sent for mode in (1049, 1000, 1006, 1004, 2004))
        assert b"\x1b[?25l" in sent
        assert QUESTION not in sent
