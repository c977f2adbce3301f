"""More than a hundred hostile files go through the front door: none is lost, none does harm."""

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import process_tree
from briefreader.config import Places
from briefreader.library import Library
from process_tree import Ran
from sources import hostile_files

MEGABYTE = 1_000_000


class Added(NamedTuple):
    """The hostile files, the answer of `add` to all of them, and the library."""

    files: dict[str, bytes]
    ran: Ran
    library: Path
    program: Callable[..., Ran]

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.ran.out.splitlines()]


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    folder = tmp_path_factory.mktemp("hostile")
    inbox, library = folder / "inbox", folder / "library"
    inbox.mkdir()
    files = dict(hostile_files.files(part=10))
    for name, data in files.items():
        (inbox / name).write_bytes(data)
    environment = os.environ | {"HOME": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name)

    def program(*arguments: str) -> Ran:
        command = [sys.executable, "-m", "briefreader", "--library", str(library), *arguments]
        return process_tree.run(command, environment, timeout=300)

    return Added(files, program("add", "--json", str(inbox)), library, program)


def test_each_file_gets_a_line_without_a_traceback(added: Added) -> None:
    assert len(added.files) > 100
    assert added.ran.status == 3
    assert added.ran.err == ""
    assert {Path(line["path"]).name for line in added.lines} == added.files.keys()
    assert {line["status"] for line in added.lines} <= {"added", "updated", "duplicate", "unchanged", "quarantined"}


def test_what_holds_a_text_is_read(added: Added) -> None:
    read = {Path(line["path"]).name for line in added.lines if line["id"]}
    assert hostile_files.READABLE - read == set()


def test_what_is_not_read_has_a_reason_of_one_clean_sentence(added: Added) -> None:
    for line in added.lines:
        if line["status"] == "quarantined":
            assert line["reason"].isprintable()
            assert "; " in line["reason"]
            assert "report it" not in line["reason"]


def test_names_are_shown_without_what_acts_on_a_terminal(added: Added) -> None:
    assert all((line["item"] or "").isprintable() for line in added.lines)


def test_each_brief_is_found(added: Added) -> None:
    given = {line["id"] for line in added.lines if line["id"]}
    hits = json.loads(added.program("search", "--json", "--limit", "1000", "").out)["hits"]
    assert len(hits) == len(given) == len({hit["path"] for hit in hits})
    towns = json.loads(added.program("search", "--json", "--limit", "1000", "met").out)["hits"]
    assert len(towns) >= len(hostile_files.READABLE)
    user = added.library.parent
    config, data, cache = (user / name / "briefreader" for name in ("CONFIG", "DATA", "CACHE"))
    library = Library(added.library, Places(config, data, cache))
    assert {library.resolve(id).path for id in given} == {hit["path"] for hit in hits}


def test_the_bytes_of_each_file_are_kept(added: Added) -> None:
    state = added.library / ".briefreader"
    kept = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in (state / "originals", state / "quarantine")
        for path in folder.iterdir()
    }
    whole = {Path(line["path"]).name for line in added.lines if line["item"] is None}
    assert whole
    for name in whole:
        assert hashlib.sha256(added.files[name]).hexdigest() in kept


def test_nothing_is_written_but_in_the_library_and_the_users_folders(added: Added) -> None:
    folder = added.library.parent
    assert {path.name for path in folder.iterdir()} <= {"inbox", "library", "CONFIG", "DATA", "CACHE", "STATE"}
    assert {path.name for path in (folder / "inbox").iterdir()} == added.files.keys()
    assert all(path.suffix == ".md" for path in added.library.iterdir() if path.is_file())


def test_the_memory_stays_below_a_bound(added: Added) -> None:
    assert added.ran.peak < 300 * MEGABYTE
