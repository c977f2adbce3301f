"""The files of a large library are looked at by two processes, which find what one finds."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefreader.store.statuses import GONE, statuses

NAMES = ("a.md", "dangling.md", "b.md", "pipe.md", "link.md", "folder", "c.md")
SIZES = [1, GONE, 2, GONE, 2, GONE, 3]

LOOK = """
import os, sys
from briefreader.store import statuses
forks = []
os.register_at_fork(before=lambda: forks.append(1))
statuses._MANY, statuses.cores = 8, lambda: 2
folders = [(sys.argv[1], sys.argv[3:]), (sys.argv[1] + "/folder", ["d.md"]), (sys.argv[1] + "/gone", ["e.md"])]
exec(sys.argv[2])
print([[*statuses.statuses(folders)], len(forks)])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    for size, name in enumerate(("a.md", "b.md", "c.md", "folder/d.md"), 1):
        (tmp_path / name).write_bytes(b"x" * size)
        os.utime(tmp_path / name, ns=(0, time_of(size)))
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "link.md").symlink_to("b.md")
    os.mkfifo(tmp_path / "pipe.md")
    return tmp_path


def time_of(size: int) -> int:
    return 1_700_000_000_000_000_000 + size


def look(folder: Path, happening: str = "") -> tuple[list[tuple[int, int]], int]:
    """Look from a process with one thread, as a command has it; return sizes and times, and how often it was forked."""
    command = [sys.executable, "-c", LOOK, str(folder), happening, *NAMES]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    figures, forks = eval(found.stdout)
    return pairs(figures), forks


def pairs(figures: list[int]) -> list[tuple[int, int]]:
    return [(size, time if size != GONE else 0) for size, time in zip(figures[::2], figures[1::2], strict=True)]


def seen(*sizes: int) -> list[tuple[int, int]]:
    return [(size, time_of(size) if size != GONE else 0) for size in sizes]


ALL = seen(*SIZES, 4, GONE)


def test_files_have_sizes_and_times_and_the_rest_is_gone(folder: Path) -> None:
    found = statuses([(str(folder), NAMES), (str(folder / "folder"), ("d.md", "x.md")), (str(folder / "gone"), ("e",))])
    assert pairs([*found]) == seen(*SIZES, 4, GONE, GONE)


def test_two_processes_share_many_files_and_folders(folder: Path) -> None:
    assert look(folder) == (ALL, 1)


@pytest.mark.parametrize("first", range(1, 9))
def test_wherever_they_part_nothing_is_missed(folder: Path, first: int) -> None:
    names = [*NAMES[:first], *NAMES[first:]]
    folders = f"folders[:1] = [(sys.argv[1], {names[:first]!r}), (sys.argv[1], {names[first:]!r})]"
    assert look(folder, folders) == (ALL, 1)


def test_where_the_second_process_ends_early_the_first_looks_at_all(folder: Path) -> None:
    assert look(folder, "statuses._help = lambda *_: os._exit(9)") == (ALL, 1)


def test_where_no_second_process_can_be_had_the_first_looks_at_all(folder: Path) -> None:
    refused = "def refuse(): raise BlockingIOError(11, 'Resource temporarily unavailable')\nos.fork = refuse"
    assert look(folder, refused) == (ALL, 0)


def test_nobody_need_keep_how_the_second_process_ended(folder: Path) -> None:
    assert look(folder, "import signal; signal.signal(signal.SIGCHLD, signal.SIG_IGN)") == (ALL, 1)


def test_a_folder_that_cannot_be_opened_once_more_is_not_taken_for_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(os, "open", refuse)
    assert pairs([*statuses([(str(folder), NAMES), (str(folder / "folder"), ("d.md",))])]) == seen(*SIZES, 4)


def test_one_core_or_another_thread_means_one_process(folder: Path) -> None:
    assert look(folder, "statuses.cores = lambda: 1") == (ALL, 0)
    thread = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
    assert look(folder, thread) == (ALL, 0)


def test_no_second_process_outlives_a_look_that_is_broken_off(folder: Path) -> None:
    happening = """
real = statuses._look
def broken_off(*given):
    if forks and os.getpid() == parent:
        raise KeyboardInterrupt
    import time; time.sleep(60)
parent, statuses._look = os.getpid(), broken_off
try:
    statuses.statuses(folders)
except KeyboardInterrupt:
    try:
        os.waitpid(-1, 0)
    except ChildProcessError:
        statuses._look = real
"""
    assert look(folder, happening) == (ALL, 2)
