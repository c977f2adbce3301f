"""The reader and the printed commands on terminals whose locale is not UTF-8."""

import os
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import BRIEFREADER, Terminal, environment

NO_COERCION = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
ASCII_LOCALES = [
    pytest.param(NO_COERCION, id="C without coercion"),
    pytest.param({"LC_ALL": "POSIX"}, id="POSIX"),
    pytest.param({**NO_COERCION, "LC_ALL": "", "LANG": "C"}, id="LANG without coercion"),
    pytest.param({"LANG": "C"}, id="LANG with coercion"),
]
LATIN_1 = {"LC_ALL": "de_DE.ISO-8859-1"}
TEXT = "---\ntitle: Año de Čapek – “Talks”\ndate: 2024-01-01\n---\nPrésident 회의 said…\n\n* one point\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one brief with signs of many scripts."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "a.md").write_text(TEXT, "utf-8")
    return folder


@pytest.mark.parametrize("variables", ASCII_LOCALES)
def test_in_an_ascii_locale_lines_and_signs_are_ascii(reader: Run, library: Path, variables: dict[str, str]) -> None:
    with reader("--library", str(library), **variables) as terminal:
        terminal.wait_for("1 brief")
        terminal.wait_for("1 January 2024")
        terminal.settle()
        assert terminal.output.isascii()
        assert "\\u" not in terminal.text
        assert terminal.line(1).strip("-") == "+"
        assert terminal.line(2).startswith('>2024-01-01 Ano de Capek - "Talks"')
        assert "President ???? said." in terminal.text
        assert "  * one point" in terminal.text
        assert all(row[45] == "|" for row in terminal.screen.display[2:-2])


def test_what_is_typed_in_utf_8_is_read_in_an_ascii_locale(reader: Run, library: Path) -> None:
    with reader("--library", str(library), **NO_COERCION) as terminal:
        terminal.wait_for("1 brief")
        terminal.press("/año")
        terminal.wait_for("/ ano")
        assert "1 of 1" in terminal.line(0)


def test_a_latin_1_locale_keeps_its_letters_both_ways(reader: Run, library: Path) -> None:
    with reader("--library", str(library), **LATIN_1) as terminal:
        terminal.wait_for("1 brief")
        terminal.wait_for("1 January 2024")
        terminal.settle()
        shown = terminal.output.decode("latin-1")
        assert 'Año de Capek - "Talks"' in shown
        assert "Président ???? said." in shown
        os.write(terminal.fd, "/año".encode("latin-1"))
        before = len(terminal.output)
        terminal.settle(0.6)
        assert "ñ" in terminal.output[before:].decode("latin-1")
        assert "1 of 1" in terminal.line(0)


def test_a_utf_8_locale_that_this_machine_lacks_is_one(reader: Run, library: Path) -> None:
    with reader("--library", str(library), LC_ALL="xx_XX.UTF-8") as terminal:
        terminal.wait_for("1 brief")
        terminal.wait_for("Président 회의 said…")
        assert "▌2024-01-01 Año de Čapek – “Talks”" in terminal.line(2)


@pytest.mark.parametrize(
    ("variables", "encoding", "title"),
    [
        pytest.param(NO_COERCION, "ascii", 'Ano de Capek - "Talks"', id="C without coercion"),
        pytest.param({"LC_ALL": "C"}, "ascii", 'Ano de Capek - "Talks"', id="C"),
        pytest.param(LATIN_1, "latin-1", 'Año de Capek - "Talks"', id="Latin-1"),
        pytest.param({}, "utf-8", "Año de Čapek – “Talks”", id="UTF-8"),
    ],
)
def test_printed_commands_write_what_the_terminal_shows(
    home: Path, library: Path, variables: dict[str, str], encoding: str, title: str
) -> None:
    command = [*BRIEFREADER, "--library", str(library), "list"]
    with Terminal(command, environment(home, **variables)) as terminal:
        assert terminal.wait() == 0
        terminal.read(0.2)
        assert title in terminal.output.decode(encoding)
