"""Line mode takes its commands from standard input until its end; with an empty one it prints as it always did."""

import io
import os
import sys
from pathlib import Path

import pytest

from briefreader.cli.line_mode import given_lines
from briefreader.cli.printing import Output
from cli.conftest import Run


def test_commands_come_from_a_pipe(run: Run, root: Path) -> None:
    answer = run("--plain", "--library", root, given=b"guidelines\r\n1\nquit\nnever\n")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("library, 4 briefs, newest first:\n1. 2024-06-10 Third meeting")
    assert "\n2 briefs found (guidelines), newest first:\n" in answer.out
    assert answer.out.endswith("End of the text, brief 1 of 2; next reads the next one.\n")
    assert "> " not in answer.out


def test_the_end_of_the_input_ends_it_and_the_last_line_needs_no_line_break(run: Run, root: Path) -> None:
    answer = run("--plain", "--library", root, given=b"series ncg")
    assert answer.status == 0
    assert "NCG, 2 meetings, missing: 2" in answer.out


def test_a_query_or_a_brief_comes_first(run: Run, root: Path) -> None:
    found = run("read", "--plain", "guidelines", "--library", root, given=b"attend 2\n").out
    assert found.startswith("2 briefs found (guidelines)")
    assert "Of “Inaugural meeting of the Nuclear Consultative Group”:\nSides: " in found
    opened = run("open", "--plain", "ncg-1", "--library", root, given=b"attend\nnext\n").out
    assert opened.startswith("Inaugural meeting of the Nuclear Consultative Group\n18 July 2023, Seoul")
    assert "Led by: Kim Tae-hyo, Kurt Campbell.\n" in opened
    assert "A note on maritime security" in opened


def test_a_query_that_finds_nothing_shows_the_library(run: Run, root: Path) -> None:
    out = run("read", "--plain", "zeppelin", "--library", root, given=b"quit\n").out
    assert out.startswith("No brief matches zeppelin.\nlibrary, 4 briefs, newest first:\n")


def test_a_file_elsewhere_is_read_alone(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "alone.md").write_text("# Alone\n\nA text outside.\n")
    out = run("open", "--plain", tmp_path / "alone.md", "--library", root, given=b"cite\nmeetings\n").out
    assert out.startswith("Alone\nUndated.\n\nA text outside.\n")
    assert "“Alone”, undated.\nNo meeting was found in the library.\n" in out


def test_nothing_that_is_written_reaches_a_terminal_as_a_sequence(run: Run, root: Path) -> None:
    given = "\x1b[31mred\x1b]0;title\x07\n\xff\n\x00\n".encode("latin-1")
    out = run("--plain", "--library", root, given=given).out
    assert "No brief matches red" in out
    assert all(char.isprintable() or char == "\n" for char in out)


def test_an_unwritable_note_is_told_and_the_session_goes_on(run: Run, root: Path) -> None:
    given = b"1\nnote Something\ncite\n"
    out = run("--plain", "--read-only", "--library", root, given=given).out
    assert "--read-only" in out
    assert out.splitlines()[-1].startswith("“Third meeting of the Nuclear Consultative Group”, ")


def test_copy_keeps_the_citation_in_a_file(run: Run, root: Path, home: Path) -> None:
    given = b"read ncg-1\ncopy markdown guidelines for extended deterrence\n"
    said = run("--plain", "--library", root, given=given).out.splitlines()[-1]
    copied = home / "data" / "briefreader" / "copied.txt"
    assert said.endswith(f" characters copied into {copied}.")
    assert copied.read_text("utf-8").startswith("> guidelines for extended deterrence\n\nOffice of the President, [")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_letters_are_read_as_utf_8_or_as_the_locale_has_them(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("회담\n".encode() + b"caf\xe9\n"), encoding=encoding))
    lines = given_lines(Output(io.StringIO(), io.StringIO()))
    assert lines is not None
    assert list(lines) == ["회담", "café" if encoding == "latin-1" else "caf\ufffd"]


def test_a_pipe_that_stays_open_and_silent_counts_as_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    with open(reading, encoding="utf-8") as silent, open(writing, "w", encoding="utf-8"):  # noqa: PTH123
        monkeypatch.setattr(sys, "stdin", silent)
        assert given_lines(Output(io.StringIO(), io.StringIO())) is None
