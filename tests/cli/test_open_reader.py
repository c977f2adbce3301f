"""The reader at its edges: no terminal, line mode, and which brief is opened."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.library import Library, Session
from cli.conftest import Run


class Terminal:
    """A stream that says it is a terminal."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str, str | None]]:
    """What the reader was opened with, as it would be on a terminal: library, query, brief."""
    from briefreader.cli import open_reader as reader
    from briefreader.ui import app

    calls: list[tuple[str, str, str | None]] = []

    def run(library: Library, query: str = "", brief: str | None = None, *_: object) -> int:
        calls.append((library.root.name, query, brief))
        return 0

    monkeypatch.setattr(app, "run", run)
    monkeypatch.setattr(reader, "require_terminal", lambda: None)
    return calls


@pytest.mark.parametrize("arguments", [[], ["read"], ["read", "x"], ["open", "x"]])
def test_without_a_terminal_one_line_names_the_line_mode(run: Run, root: Path, arguments: list[str]) -> None:
    answer = run(*arguments, "--library", root)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "--plain" in answer.err


@pytest.mark.parametrize("terminal", ["", "dumb"])
def test_a_terminal_that_cannot_draw_is_told(monkeypatch: pytest.MonkeyPatch, terminal: str) -> None:
    from briefreader.cli.open_reader import require_terminal
    from briefreader.model import UsageError

    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, Terminal())
    monkeypatch.setenv("TERM", "xterm")
    require_terminal()
    monkeypatch.setenv("TERM", terminal)
    with pytest.raises(UsageError, match="TERM is"):
        require_terminal()


def test_nothing_heavy_is_imported_to_find_no_terminal(root: Path) -> None:
    code = (
        "import sys; from briefreader.cli import main; status = main(['--library', sys.argv[1]]); "
        "heavy = {'textual', 'whoosh', 'trafilatura', 'yaml', 'lxml'} & set(sys.modules); sys.exit(heavy or status)"
    )
    found = subprocess.run([sys.executable, "-c", code, str(root)], capture_output=True, text=True, timeout=20)
    assert found.returncode == 2, found.stderr


def test_line_mode_prints_what_the_reader_would_show(run: Run, root: Path) -> None:
    assert run("--plain", "--library", root).out == run("list", "--library", root).out
    assert (
        run("read", "--plain", "guidelines", "--library", root).out
        == run("search", "guidelines", "--library", root).out
    )
    assert run("open", "--plain", "ncg", "3", "--library", root).out == run("show", "ncg-3", "--library", root).out
    assert run("read", "--plain", "zeppelin", "--library", root).status == 1


def test_a_file_elsewhere_is_read_alone(run: Run, root: Path, tmp_path: Path) -> None:
    (tmp_path / "alone.md").write_text("# Alone\n\nA text outside.\n")
    answer = run("open", "--plain", tmp_path / "alone.md", "--library", root)
    assert answer.status == 0
    assert answer.out.endswith("Alone\n\nA text outside.\n")
    (tmp_path / "broken.md").write_bytes(b"\0")
    assert run("open", "--plain", tmp_path / "broken.md", "--library", root).status == 3


def test_the_reader_gets_its_library_query_and_brief(
    run: Run, root: Path, tmp_path: Path, opened: list[tuple[str, str, str | None]]
) -> None:
    (tmp_path / "alone.md").write_text("# Alone\n\nA text outside.\n")
    assert run("--library", root).status == 0
    assert run("read", "washington", "-declaration", "--library", root).status == 0
    assert run("open", "ncg", "3", "--library", root).status == 0
    assert run("open", tmp_path / "alone.md", "--library", root).status == 0
    assert run("open", "ncg", "9", "--library", root).status == 1
    assert opened == [
        ("library", "", None),
        ("library", "washington -declaration", None),
        ("library", "", "ncg-3-2024-06-10"),
        (tmp_path.name, "", "alone"),
    ]


def test_the_readers_status_is_the_programs(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefreader.cli import open_reader as reader
    from briefreader.ui import app

    monkeypatch.setattr(app, "run", lambda *_, **__: 1)
    monkeypatch.setattr(reader, "require_terminal", lambda: None)
    assert run("--library", root).status == 1


@pytest.mark.parametrize(
    ("arguments", "restored"),
    [
        ([], True),
        (["read"], True),
        (["--fresh"], False),
        (["read", "--fresh"], False),
        (["read", "guidelines"], False),
        (["open", "ncg-1"], False),
    ],
)
def test_the_reader_begins_where_it_was_left_unless_a_person_asks_for_something_else(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], restored: bool
) -> None:
    from briefreader.cli import open_reader as reader
    from briefreader.ui import app

    sessions: list[Session | None] = []

    def opened(library: Library, query: str, brief: str | None, line: object, session: Session | None) -> int:
        sessions.append(session)
        return 0

    monkeypatch.setattr(app, "run", opened)
    monkeypatch.setattr(reader, "require_terminal", lambda: None)
    left = Session("deterrence", "ncg-3-2024-06-10", 120)
    Library(root).last_session.write(left)
    assert run("--library", root, *arguments).status == 0
    assert sessions == [left if restored else None]
