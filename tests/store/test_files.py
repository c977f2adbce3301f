"""A library's files are found at any depth, and a file is written whole or not at all."""

import errno
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefreader.model import LibraryError
from briefreader.store import File, OutwardLinkError, file_digest, folder_key, only, scan, write

SUFFIXES = frozenset({".md", ".txt"})


def names(root: Path) -> list[str]:
    return [file.path for file in scan(root, SUFFIXES)]


def put(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("a brief")


def test_files_are_found_at_any_depth_by_suffix_in_order(tmp_path: Path) -> None:
    put(tmp_path, "b.md", "2024/a.TXT", "2024/05/x.md", "picture.jpg", "md", "no-suffix.")
    assert names(tmp_path) == ["2024/05/x.md", "2024/a.TXT", "b.md"]
    assert "picture.jpg" in [file.path for file in scan(tmp_path)]


def test_size_and_time_are_told(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    os.utime(tmp_path / "a.md", ns=(5, 1_700_000_000_123_456_789))
    assert [*scan(tmp_path)] == [File("a.md", 7, 1_700_000_000_123_456_789)]


def test_a_time_beyond_all_that_is_counted_is_the_latest(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "b.md")
    os.utime(tmp_path / "a.md", ns=(0, 2**63 + 5))
    if (tmp_path / "a.md").stat().st_mtime_ns < 2**63:
        pytest.skip("this file system keeps no time after the year 2262")
    times = {file.path: file.mtime_ns for file in scan(tmp_path)}
    assert times["a.md"] == 2**63 - 1 > times["b.md"]
    assert [file.mtime_ns for file in only(tmp_path, "a.md")] == [2**63 - 1]


def test_what_came_after_a_time_is_parted_from_what_was_there(tmp_path: Path) -> None:
    put(tmp_path, "a.md", "b.md", "c.md")
    for seconds, name in enumerate(("a.md", "b.md", "c.md"), 1):
        os.utime(tmp_path / name, ns=(0, seconds * 1_000_000_000))
    before = scan(tmp_path)
    put(tmp_path, "d.md", "e.md")
    new, others = scan(tmp_path).parted(3_000_000_000, most=2)
    assert [file.path for file in new] == ["d.md", "e.md"]
    assert ([*others], others.fingerprint) == ([*before], before.fingerprint)
    whole = scan(tmp_path)
    assert whole.parted(3_000_000_000, most=1) == ([], whole)


def test_names_that_begin_with_a_dot_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, ".hidden.md", ".git/a.md", ".briefreader/removed/b.md", "c.md")
    assert names(tmp_path) == ["c.md"]


def test_only_regular_files_count(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "dangling.md").symlink_to("nowhere")
    put(tmp_path, "a.md")
    (tmp_path / "link.md").symlink_to("a.md")
    (tmp_path / "link-to-pipe.md").symlink_to("pipe.md")
    (tmp_path / "link-to-device.md").symlink_to("/dev/zero")
    (tmp_path / "loop.md").symlink_to("loop.md")
    assert names(tmp_path) == ["a.md"]


def test_a_link_that_stays_inside_is_followed_and_nothing_counts_twice(tmp_path: Path) -> None:
    put(tmp_path, "own/a.md", ".hidden/b.md", ".store/0123", "own/readme")
    (tmp_path / "again.md").symlink_to("own/a.md")
    (tmp_path / "stored.md").symlink_to(".store/0123")
    (tmp_path / "stored-too.md").symlink_to(tmp_path / ".store" / "0123")
    (tmp_path / "readme.md").symlink_to("own/readme")
    (tmp_path / "linked").symlink_to(".hidden")
    (tmp_path / "linked-too").symlink_to(".hidden")
    (tmp_path / "folder").symlink_to("own")
    (tmp_path / "own" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == ["linked/b.md", "own/a.md", "readme.md", "stored-too.md"]
    assert {file.path: file.size for file in scan(tmp_path, SUFFIXES)}["readme.md"] == len("a brief")


def test_a_link_that_leads_out_is_told_and_not_followed(tmp_path: Path) -> None:
    library, elsewhere = tmp_path / "library", tmp_path / "library-elsewhere"
    put(library, "own/a.md", ".briefreader/removed/c.md")
    put(elsewhere, "b.md", "picture.jpg")
    outward = {
        "linked": elsewhere,
        "own/b.md": elsewhere / "b.md",
        "chain.md": library / "own" / "b.md",
        "root": Path("/"),
        "parent": tmp_path,
        "device.md": Path("/dev/zero"),
        "gone.md": elsewhere / "gone.md",
        "removed": library / ".briefreader" / "removed",
    }
    for name, target in outward.items():
        (library / name).symlink_to(target)
    (library / "picture.jpg").symlink_to(elsewhere / "picture.jpg")  # no kind of file that is read
    (library / "inward").symlink_to(library)
    told: list[OSError] = []
    assert [file.path for file in scan(library, SUFFIXES, told.append)] == ["own/a.md"]
    assert all(isinstance(error, OutwardLinkError) for error in told)
    assert sorted(error.filename for error in told) == sorted(str(library / name) for name in outward)


def test_a_library_that_is_a_link_is_read(tmp_path: Path) -> None:
    put(tmp_path, "real/a.md", "real/.hidden/b.md")
    (tmp_path / "real" / "inside").symlink_to(tmp_path / "real" / ".hidden")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert names(tmp_path / "link") == ["a.md", "inside/b.md"]


def test_a_folder_below_that_cannot_be_read_is_told_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "closed/a.md", "open/b.md")
    real = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return real(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    told: list[OSError] = []
    assert [file.path for file in scan(tmp_path, SUFFIXES, told.append)] == ["open/b.md"]
    assert [error.filename for error in told] == [str(tmp_path / "closed")]


def test_of_a_folder_that_can_be_read_in_part_that_part_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "faulty/a.md", "faulty/b.md", "open/c.md")
    real = os.scandir

    @contextmanager
    def faulty(folder: str) -> Iterator[Iterator[os.DirEntry[str]]]:
        def entries() -> Iterator[os.DirEntry[str]]:
            yield from sorted(listed, key=lambda entry: entry.name)[:1]
            if folder.endswith("faulty"):
                raise OSError(errno.EIO, "Input/output error", folder)

        with real(folder) as listed:
            yield entries() if folder != str(tmp_path) else listed

    monkeypatch.setattr(os, "scandir", faulty)
    told: list[OSError] = []
    assert [file.path for file in scan(tmp_path, SUFFIXES, told.append)] == ["faulty/a.md", "open/c.md"]
    assert [error.errno for error in told] == [errno.EIO]


@pytest.mark.parametrize("make", [lambda path: None, lambda path: path.write_text("no folder"), os.mkfifo])
def test_a_library_that_is_no_folder_is_told(tmp_path: Path, make: object) -> None:
    make(tmp_path / "gone")  # type: ignore[operator]
    with pytest.raises(LibraryError, match="gone cannot be read"):
        scan(tmp_path / "gone")


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "a.md", b"text", tmp_path / "aside")
    assert (tmp_path / "a.md").read_bytes() == b"text"
    assert list((tmp_path / "aside").iterdir()) == []


def test_a_file_that_is_there_is_never_overwritten_unasked(tmp_path: Path) -> None:
    put(tmp_path, "a.md")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a.md", b"other", tmp_path / "aside")
    assert (tmp_path / "a.md").read_text() == "a brief"
    write(tmp_path / "a.md", b"other", tmp_path / "aside", replace=True)
    assert (tmp_path / "a.md").read_text() == "other"


def test_without_hard_links_nothing_is_overwritten_either(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write(tmp_path / "a.md", b"text", tmp_path / "aside")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a.md", b"other", tmp_path / "aside")
    assert (tmp_path / "a.md").read_bytes() == b"text"


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "a.md", b"text", tmp_path / "aside")
    assert [path.name for path in tmp_path.rglob("*")] == ["aside"]


def test_a_killed_writer_leaves_every_file_whole(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from briefreader.store import write\n"
        "root = Path(sys.argv[1]); n = 0\n"
        "while True:\n"
        "    write(root / 'note.md', bytes([65 + n % 26]) * 300_000, root / '.aside', replace=True); n += 1\n"
        "    print(n, flush=True)\n"
    )
    chance = random.Random(7)
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() / 50)
            writer.send_signal(signal.SIGKILL)
        text = (tmp_path / "note.md").read_bytes()
        assert len(text) == 300_000
        assert len(set(text)) == 1


def test_a_digest_tells_contents_and_a_key_tells_folders(tmp_path: Path) -> None:
    put(tmp_path, "a/x.md", "b/x.md")
    assert file_digest(tmp_path / "a/x.md") == file_digest(tmp_path / "b/x.md")
    assert folder_key(tmp_path / "a") != folder_key(tmp_path / "b")
    (tmp_path / "c").symlink_to("a")
    assert folder_key(tmp_path / "c") == folder_key(tmp_path / "a")


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("mine alone")
    (tmp_path / "a.md").chmod(0o600)
    write(tmp_path / "a.md", b"changed", tmp_path / "aside", replace=True)
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o600


def test_no_file_is_written_through_a_link_that_waits_for_the_unfinished_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "urandom", bytes)
    (tmp_path / "private").write_text("mine")
    (tmp_path / "aside").mkdir()
    (tmp_path / "aside" / f"{os.getpid()}-{'00' * 8}").symlink_to(tmp_path / "private")
    with pytest.raises(FileExistsError):
        write(tmp_path / "a.md", b"text", tmp_path / "aside")
    assert (tmp_path / "private").read_text() == "mine"
