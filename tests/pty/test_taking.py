"""What a person takes out of the reader, on a real terminal: by the clipboard and by other programs."""

import base64
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import ENTER, ESCAPE, Terminal, environment

NEXT_SENTENCE = 800
"""Bytes; two sentences of a few lines each change their colours, a page of the article takes six times as many."""
FILLING = "The ministers of both ports spoke of number {} in the long list of fish that swim between them."
TEXT = " ".join(FILLING.format(number) for number in range(60))
OSC_52 = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)(?:\x07|\x1b\\)")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "fish.md").write_text(f"---\ntitle: Fish\ndate: 2024-01-01\n---\nThey met.\n\n{TEXT}\n", "utf-8")
    return folder


@pytest.fixture
def opened(reader: Run, library: Path, tmp_path: Path) -> Run:
    """Open the reader in the article, with a data folder that no other test has."""

    def start(*, columns: int = 120, **variables: str) -> Terminal:
        data = str(tmp_path / "data")
        terminal = reader("--library", str(library), "open", "fish", XDG_DATA_HOME=data, columns=columns, **variables)
        terminal.wait_for("They met.")
        terminal.settle(1.0)
        return terminal

    return start


def kept(tmp_path: Path) -> str:
    return (tmp_path / "data" / "briefreader" / "copied.txt").read_text("utf-8").removesuffix("\n")


def test_a_sentence_goes_to_the_clipboard_of_the_terminal_by_osc_52(opened: Run, tmp_path: Path) -> None:
    with opened() as terminal:
        terminal.press(")")
        terminal.type("y")
        terminal.wait_for("copied ")
        terminal.settle()
        [sent] = OSC_52.findall(bytes(terminal.output))
        assert len(sent) <= 3_000
        text = base64.b64decode(sent).decode()
        assert text.startswith("“They met.”\n")
        assert text == kept(tmp_path)
        assert f"copied {len(text)} characters with citation: terminal clipboard and " in terminal.text


def test_a_long_paragraph_goes_to_the_file_alone(opened: Run, tmp_path: Path) -> None:
    with opened(columns=200) as terminal:
        terminal.press("}")
        terminal.press("}")
        terminal.type("y")
        terminal.wait_for("too long for the terminal's clipboard")
        assert OSC_52.findall(bytes(terminal.output)) == []
        assert kept(tmp_path).startswith(f"“{TEXT}”\n")


@pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
def test_inside_tmux_a_copy_becomes_a_buffer_of_tmux(opened: Run, tmp_path: Path) -> None:
    socket = tmp_path / "tmux"
    tmux = ["tmux", "-S", str(socket), "-f", "/dev/null"]
    subprocess.run([*tmux, "new-session", "-d", "cat"], env=environment(tmp_path), check=True, timeout=20)
    try:
        with opened(columns=200, TMUX=f"{socket},1,0") as terminal:
            terminal.press("}")
            terminal.press("}")
            terminal.type("y")
            terminal.wait_for("tmux buffer and ")
            assert OSC_52.findall(bytes(terminal.output)) == []
        shown = subprocess.run([*tmux, "show-buffer"], capture_output=True, check=True, timeout=20)
        assert shown.stdout.decode() == kept(tmp_path)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, timeout=20)


@pytest.mark.parametrize("motion", [True, False])
def test_the_mouse_selects_words_also_where_the_terminal_reports_no_motion(opened: Run, motion: bool) -> None:
    with opened() as terminal:
        row = next(at for at, line in enumerate(terminal.screen.display) if "They met." in line)
        column = terminal.line(row).index("They met.")
        terminal.type(f"\x1b[<0;{column + 2};{row + 1}M")
        if motion:
            terminal.type(f"\x1b[<32;{column + 8};{row + 1}M")
        terminal.type(f"\x1b[<0;{column + 9};{row + 1}m")
        terminal.wait_for("sentence · 2 words")


def test_a_double_click_selects_the_sentence_and_a_click_drops_it(opened: Run) -> None:
    with opened() as terminal:
        row = next(at for at, line in enumerate(terminal.screen.display) if "They met." in line)
        column = terminal.line(row).index("They met.")
        click = f"\x1b[<0;{column + 2};{row + 1}M\x1b[<0;{column + 2};{row + 1}m"
        terminal.type(click * 2)
        terminal.wait_for("sentence · 2 words")
        terminal.read(1.0)
        terminal.press(click)
        assert "sentence" not in terminal.line(-1)


def test_the_next_sentence_costs_the_lines_that_change(opened: Run) -> None:
    with opened() as terminal:
        terminal.press("}")
        page = terminal.press("}")
        terminal.press(")")  # the paragraph loses its colour
        costs = [terminal.press(")") for _ in range(6)]
        assert 0 < max(costs) < NEXT_SENTENCE
        assert page < 8_000


def test_the_same_passage_again_costs_next_to_nothing(opened: Run) -> None:
    with opened() as terminal:
        terminal.press(")")
        assert terminal.press("(") < 300
        assert "this is the first sentence" in terminal.text


def test_an_editor_changes_the_brief_that_is_read(opened: Run, tmp_path: Path) -> None:
    editor = tmp_path / "append.sh"
    editor.write_text('#!/bin/sh\necho "editing $1"\necho >>"$1"\necho "A line by hand." >>"$1"\n', "utf-8")
    editor.chmod(0o755)
    with opened(EDITOR=str(editor)) as terminal:
        terminal.press("O")
        terminal.type("e")
        terminal.wait_for("changed, and the index follows")
        assert "editing" not in terminal.text
        terminal.press("G")
        terminal.wait_for("A line by hand.")


def test_a_pager_gets_the_lines_of_the_brief(opened: Run, tmp_path: Path) -> None:
    with opened(PAGER=f"cat >{tmp_path / 'paged'}") as terminal:
        terminal.press("O")
        terminal.type("p")
        terminal.wait_for("[exit status 0; Enter goes back to briefreader]")
        terminal.type("\n")
        terminal.wait_for("They met.")
        assert (tmp_path / "paged").read_text("utf-8").splitlines()[0] == "Fish"


def test_a_command_gets_the_terminal_and_ctrl_c_ends_it_alone(opened: Run) -> None:
    with opened(SHELL="/bin/sh") as terminal:
        terminal.press("|")
        terminal.type(f"!echo wait''ing; sleep 600{ENTER}")
        terminal.wait_for("waiting")
        terminal.type("\x03")
        terminal.wait_for("[exit status 130; Enter goes back to briefreader]")
        terminal.type("\n")
        terminal.wait_for("exit status 130: echo wait")
        assert "They met." in terminal.text
        assert terminal.press("j") >= 0
        assert terminal.status is None


def test_the_text_of_a_command_is_what_was_selected(opened: Run) -> None:
    with opened(SHELL="/bin/sh") as terminal:
        terminal.press(")")
        terminal.press("|")
        terminal.type(f"tr a-z A-Z{ENTER}")
        terminal.wait_for("THEY MET.")
        terminal.wait_for("exit status 0 · 1 line")
        terminal.press(ESCAPE)
        terminal.wait_for("2024-01-01")
