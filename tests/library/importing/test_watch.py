"""Files that come into a watched folder are inputs once they are complete, and each state of a file is one once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.library.importing.watch import SETTLED, Watch
from briefreader.model import UsageError

START = 1_800_000_000.0


class Clock:
    """A clock that stands still until it is set forward."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float = SETTLED) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "inbox").mkdir()
    return tmp_path / "inbox"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def look(inbox: Path, tmp_path: Path, clock: Clock, told: list[str]) -> Callable[[], list[str]]:
    """Look at the inbox and return the names of the files in it that are complete and can be read."""
    watch = Watch([str(inbox)], tmp_path / "library", told.append, clock)
    return lambda: [os.path.relpath(each.name, inbox) for each in watch._there(watch.look())]


def put(path: Path, text: str, clock: Clock) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    os.utime(path, (clock.now, clock.now))
    return path


Look = Callable[[], list[str]]


def test_a_file_is_taken_once_its_size_and_time_stay_the_same(look: Look, inbox: Path, clock: Clock) -> None:
    put(inbox / "a.txt", "Talks", clock)
    assert look() == []
    clock.wait(SETTLED / 2)
    put(inbox / "a.txt", "Talks in Oslo", clock)
    assert look() == []
    clock.wait(SETTLED * 0.9)
    assert look() == []
    clock.wait(SETTLED * 0.2)
    assert look() == ["a.txt"]
    clock.wait()
    assert look() == []


def test_a_file_that_is_there_already_or_is_moved_into_the_folder_is_taken_at_once(
    look: Look, inbox: Path, clock: Clock, tmp_path: Path
) -> None:
    put(inbox / "old.txt", "Old", clock)
    ready = put(tmp_path / "ready.txt", "Ready", clock)
    clock.wait()
    assert look() == ["old.txt"]
    ready.rename(inbox / "ready.txt")
    assert look() == ["ready.txt"]


def test_a_file_from_the_future_is_taken_too(look: Look, inbox: Path, clock: Clock) -> None:
    os.utime(put(inbox / "a.txt", "Talks", clock), (clock.now + 10_000, clock.now + 10_000))
    assert look() == []
    clock.wait()
    assert look() == ["a.txt"]


def test_a_file_that_changes_is_taken_again(look: Look, inbox: Path, clock: Clock) -> None:
    put(inbox / "a.txt", "Talks", clock)
    clock.wait()
    assert look() == ["a.txt"]
    put(inbox / "a.txt", "Talks in Oslo", clock)
    assert look() == []
    clock.wait()
    assert look() == ["a.txt"]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt", ".~lock.a.docx#", "~$a.docx", "a.txt~", "#a.txt#", "a.txt.part", "a.pdf.crdownload", "a.TMP",
        "a.download/a.txt", "a.txt.filepart", ".a.txt.swp", ".a.txt.Xy12Zz",
    ],
)  # fmt: skip
def test_an_unfinished_file_waits_for_its_name(look: Look, inbox: Path, clock: Clock, name: str) -> None:
    path = put(inbox / name, "Talks", clock)
    clock.wait()
    assert look() == []
    path.rename(inbox / "a.txt")
    assert look() == ["a.txt"]


def test_a_name_that_only_looks_unfinished_is_taken(look: Look, inbox: Path, clock: Clock) -> None:
    for name in ("temp.txt", "part.md", "a.part.txt", "C#.txt", "a~b.txt"):
        put(inbox / name, name, clock)
    clock.wait()
    assert look() == ["C#.txt", "a.part.txt", "a~b.txt", "part.md", "temp.txt"]


def test_a_file_that_vanishes_is_no_input(inbox: Path, tmp_path: Path, clock: Clock) -> None:
    watch = Watch([str(inbox)], tmp_path / "library", print, clock)
    path = put(inbox / "a.txt", "Talks", clock)
    clock.wait()
    found = watch.look()
    path.unlink()
    assert len(found) == 1
    assert list(watch._there(found)) == []
    put(inbox / "a.txt", "Talks", clock)
    clock.wait()
    assert [each.read() for each in watch._there(watch.look())] == [b"Talks"]


def test_a_file_that_changes_while_it_is_read_comes_back(inbox: Path, tmp_path: Path, clock: Clock) -> None:
    watch = Watch([str(inbox)], tmp_path / "library", print, clock)
    put(inbox / "a.txt", "Talks", clock)
    clock.wait()
    found = watch.look()
    put(inbox / "a.txt", "Talks in", clock)
    assert list(watch._there(found)) == []
    put(inbox / "a.txt", "Talks in Oslo", clock)
    assert watch.look() == []
    clock.wait()
    assert [each.read() for each in watch._there(watch.look())] == [b"Talks in Oslo"]


def test_a_folder_that_goes_away_is_told_once_and_watched_until_it_is_back(
    look: Look, inbox: Path, clock: Clock, told: list[str]
) -> None:
    inbox.rename(inbox.with_name("away"))
    assert look() == look() == []
    assert told == [f"{inbox} cannot be read; it is watched until it can"]
    inbox.with_name("away").rename(inbox)
    put(inbox / "a.txt", "Talks", clock)
    clock.wait()
    assert look() == ["a.txt"]


def test_a_link_that_leads_out_is_told_once(inbox: Path, tmp_path: Path, clock: Clock) -> None:
    (inbox / "link.txt").symlink_to("/etc/hostname")
    watch = Watch([str(inbox)], tmp_path / "library", print, clock)
    assert [each.name for each in watch._there(watch.look())] == [str(inbox / "link.txt")]
    assert watch.look() == []


def test_a_library_in_the_folder_is_no_input_and_cannot_be_watched(inbox: Path, clock: Clock) -> None:
    put(inbox / "library" / "brief.md", "# Brief", clock)
    clock.wait()
    assert Watch([str(inbox)], inbox / "library", print, clock).look() == []
    for folder in (inbox, inbox / "library"):
        with pytest.raises(UsageError, match="is in the library"):
            Watch([str(folder)], inbox, print, clock)
