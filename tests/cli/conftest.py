"""The program as a person runs it: arguments in, status and two streams out; nothing of the user is touched."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import readouts
from briefreader.cli import main


class Answer(NamedTuple):
    """What the program answered."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one line of JSON."""
        [line] = self.lines
        return line

    @property
    def lines(self) -> list[Any]:
        """Every line as JSON."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prepare_cache: Callable[[Path], None]) -> Path:
    """A home of the test's own, empty but for the compiled lists of names in its cache."""
    prepare_cache(tmp_path / "home" / "cache" / "briefreader")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    for name in ("BRIEFREADER_LIBRARY", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path / "home"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library of four briefs."""
    return readouts.write(tmp_path / "library")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the program in this process."""

    def run(*arguments: str | Path, given: bytes = b"") -> Answer:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        return Answer(status, *capsys.readouterr())

    return run
