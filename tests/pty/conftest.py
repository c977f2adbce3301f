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
def reader(home: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Start the reader on the sample library, with what this test has made it remember; more may be given."""
    remembered = str(tmp_path_factory.mktemp("data"))

    def start(*arguments: str, columns: int = 120, rows: int = 40, **variables: str) -> Terminal:
        given = arguments or ("--sample", "--fresh")
        return Terminal(
            [*BRIEFREADER, *given],
            environment(home, **{"XDG_DATA_HOME": remembered, **variables}),
            columns=columns,
            rows=rows,
        )

    return start
