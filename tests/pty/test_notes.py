"""Notes on a real terminal: drafts outlive its end, the editor costs few bytes, and the person's own editor gets it."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import BRIEFREADER, Terminal, environment

BRIEF = """---
title: Harbour talks in Busan
date: 2024-05-06
---
The ministers met in Busan on 6 May 2024. They opened a line for the harbours.

They will meet again in autumn.
"""
CTRL_S, CTRL_E = "\x13", "\x05"


@pytest.fixture
def library(tmp_path: Path, home: Path) -> Path:
    """Return a library of one brief, which is in the index."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "harbours.md").write_text(BRIEF, "utf-8")
    command = [*BRIEFREADER, "--library", str(folder), "index"]
    subprocess.run(command, env=environment(home), check=True, capture_output=True, timeout=60)
    return folder


def begin(run: Run, library: Path, **given: str) -> Terminal:
    """Open the brief of the library in the article pane."""
    terminal = run("--library", str(library), columns=80, rows=24, **given)
    terminal.wait_for("They will meet again in autumn.")
    terminal.settle()
    terminal.press("\r")
    return terminal


def note(terminal: Terminal) -> None:
    """Open the editor on the first sentence."""
    terminal.type(")")
    terminal.wait_for("sentence")
    terminal.type("+")
    terminal.wait_for("“The ministers met in Busan on 6 May 2024.”")


@pytest.mark.parametrize("end", ["hang-up", "SIGTERM", "Ctrl+Q"])
def test_what_was_typed_is_offered_again_after_the_end_of_the_terminal(reader: Run, library: Path, end: str) -> None:
    with begin(reader, library) as terminal:
        note(terminal)
        terminal.type("half a thought")
        terminal.wait_for("half a thought")
        if end == "hang-up":
            terminal.close()
        elif end == "SIGTERM":
            os.kill(terminal.pid, signal.SIGTERM)
        else:
            terminal.type("\x11")
        expected = {"hang-up": 128 + signal.SIGHUP, "SIGTERM": 128 + signal.SIGTERM, "Ctrl+Q": 0}
        assert terminal.wait() == expected[end]
    with begin(reader, library) as terminal:
        note(terminal)
        terminal.wait_for("half a thought")
        terminal.type(" more" + CTRL_S)
        terminal.wait_for("saved")
    [path] = (library / ".briefreader/notes").glob("*.md")
    assert path.read_text("utf-8").endswith("\nhalf a thought more\n")


def test_a_killed_program_loses_less_than_two_seconds_of_typing(reader: Run, library: Path) -> None:
    with begin(reader, library) as terminal:
        note(terminal)
        terminal.type("kept")
        terminal.read(2.0)
        terminal.settle(2.0)
        os.kill(terminal.pid, signal.SIGKILL)
        terminal.wait()
    with begin(reader, library) as terminal:
        note(terminal)
        terminal.wait_for("kept")


def test_the_editor_costs_few_bytes_and_none_while_one_thinks(reader: Run, library: Path) -> None:
    with begin(reader, library) as terminal:
        terminal.press(")")
        assert terminal.press("+") <= 2_500
        terminal.press("a")
        assert terminal.press("b") <= 120
        terminal.settle(1.5)
        assert terminal.read(2.0) == 0


def test_the_list_of_notes_costs_no_more_than_another_pane(reader: Run) -> None:
    with reader() as terminal:
        terminal.wait_for("84 briefs")
        terminal.wait_for("7 July 2026")
        terminal.settle(0.6)
        assert terminal.press('"') <= 2_000
        assert "No note yet" in terminal.text


def test_the_terminals_own_cursor_stands_behind_the_letters_that_are_typed(reader: Run, library: Path) -> None:
    with begin(reader, library) as terminal:
        note(terminal)
        terminal.press("one\rtwo")
        cursor = terminal.screen.cursor
        assert terminal.screen.display[cursor.y][: cursor.x].strip() == "two"
        assert terminal.screen.display[cursor.y - 1].strip() == "one"


def test_the_editor_of_the_person_has_the_terminal_until_it_ends(reader: Run, library: Path, tmp_path: Path) -> None:
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\necho editing; read line; echo "$line" > "$1"\n', "utf-8")
    script.chmod(0o700)
    with begin(reader, library, VISUAL=str(script)) as terminal:
        note(terminal)
        terminal.type(CTRL_E)
        terminal.wait_for("editing")
        terminal.type("from elsewhere\n")
        terminal.wait_for("Ctrl+S saves")
        terminal.wait_for("from elsewhere")
        terminal.type(CTRL_S)
        terminal.wait_for("saved")
    [path] = (library / ".briefreader/notes").glob("*.md")
    assert path.read_text("utf-8").endswith("\nfrom elsewhere\n")
