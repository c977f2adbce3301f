"""Runs the real program on a pseudo-terminal, with a temporary home and an index that is up to date."""

import subprocess
from pathlib import Path

import pytest

from pty_reader import Run
from terminal import BRIEFREADER, Terminal, environment


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the sample library has been indexed once for all tests."""
    folder = tmp_path_factory.mktemp("home")
    command = [*BRIEFREADER, "--sample", "index"]
    subprocess.run(command, env=environment(folder), check=True, capture_output=True, timeout=60)
    return folder


@pytest.fixture(autouse=True)
def no_session_before(home: Path) -> None:
    """Let each test begin without what the tests before it have left open, starred or read."""
    for name in ("session.json", "reading.jsonl", "last-visit.json"):
        for left in (home / ".data" / "briefreader" / "libraries").glob(f"*/{name}"):
            left.unlink()


@pytest.fixture
def reader(home: Path) -> Run:
    """Start the reader on the sample library; more arguments and variables may be given."""

    def start(*arguments: str, columns: int = 120, rows: int = 40, **variables: str) -> Terminal:
        given = arguments or ("--sample", "--fresh")
        return Terminal([*BRIEFREADER, *given], environment(home, **variables), columns=columns, rows=rows)

    return start
