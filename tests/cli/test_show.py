"""`show` prints a brief with its structure: wrapped, headings in weight on a terminal; a line a paragraph in a pipe."""

import io
from pathlib import Path

import pytest

from briefreader.cli.printing import Output, wrapped
from briefreader.cli.session import Session
from briefreader.cli.showing import print_brief
from briefreader.ui.terminal.clusters import cells

COMMUNIQUE = """---
title: Two ports
date: 2025-03-03
---
The ministers met and [agreed](https://a.example/agreed).

## Harbours

- dredge the inner harbour before the winter
- build a quay

> Quotas are fair.

| Light | Colour |
|---|---|
| North | white, seen from all ships |
"""


class Terminal(io.StringIO):
    """A terminal in memory."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "library"
    found.mkdir()
    (found / "ports.md").write_text(COMMUNIQUE, "utf-8")
    return found


def printed(folder: Path, stream: io.StringIO) -> list[str]:
    """Return the lines of the text, without the head of the brief."""
    session = Session(Output(stream, stream), folder, sample=False, lenient=False)
    session.update(session.library)
    print_brief(session, session.library.brief(session.library.entries()[0].id))
    return stream.getvalue().split("\n\n", 1)[1].splitlines()


def test_in_a_pipe_each_paragraph_is_a_line_with_its_mark(folder: Path) -> None:
    assert printed(folder, io.StringIO()) == [
        "Two ports",
        "",
        "The ministers met and agreed[1].",
        "",
        "Harbours",
        "",
        "• dredge the inner harbour before the winter",
        "• build a quay",
        "",
        "│ Quotas are fair.",
        "",
        "Light  Colour",
        "North  white, seen from all ships",
        "",
        "Links",
        "[1] https://a.example/agreed",
    ]


def test_on_a_terminal_lines_are_wrapped_and_headings_in_weight(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "28")
    lines = printed(folder, Terminal())
    assert "\x1b[1mHarbours\x1b[0m" in lines
    assert lines[lines.index("\x1b[1mHarbours\x1b[0m") + 2 :][:3] == [
        "\x1b[2m• \x1b[0mdredge the inner harbour",
        "  before the winter",
        "\x1b[2m• \x1b[0mbuild a quay",
    ]
    assert "\x1b[1mLight\x1b[0m  \x1b[1mColour\x1b[0m" in lines
    assert "North  white, seen from all" in lines
    assert "       ships" in lines


@pytest.mark.parametrize("unit", ["x", "한", "e\u0323\u0308", "👍🏽", "को"])
def test_a_word_of_many_lines_is_cut_where_each_line_is_full(unit: str) -> None:
    word = unit * 20_000
    lines = list(wrapped(word, 80))
    assert "".join(lines) == word
    assert all(80 - 4 < cells(line) <= 80 for line in lines[:-1])
