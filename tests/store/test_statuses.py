"""A large folder is looked at by two processes, which find what one finds."""

import os
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from briefreader.store import statuses

FOLDER = ("a.md", "dangling.md", "b.md", "pipe.md", "link.md", "c.md", "subfolder.md", "d.md")
FILES = ["a.md", "b.md", "link.md", "c.md", "d.md"]

LOOK = """
import os, sys
from briefreader.store import statuses
forks = []
os.register_at_fork(before=lambda: forks.append(1))
statuses._MANY, statuses.cores = 8, lambda: 2
exec(sys.argv[2])
print([statuses.statuses(os.open(sys.argv[1], os.O_RDONLY), sys.argv[3:]), len(forks)])
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for size, name in enumerate(("a.md", "b.md", "c.md", "d.md"), 1):
        (tmp_path / name).write_bytes(b"x" * size)
        os.utime(tmp_path / name, ns=(0, 1_700_000_000_000_000_000 + size))
    (tmp_path / "dangling.md").symlink_to("nowhere")
    (tmp_path / "link.md").symlink_to("b.md")
    (tmp_path / "subfolder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    return tmp_path


def figures(*sizes: int) -> "array[int]":
    return array("q", [figure for size in sizes for figure in (size, 1_700_000_000_000_000_000 + size)])


def look(folder: Path, happening: str = "") -> object:
    """Look from a process with one thread, as a command has it; return names, figures and how often it was forked."""
    command = [sys.executable, "-c", LOOK, str(folder), happening, *FOLDER]
    found = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    return eval(found.stdout, {"array": array})


def test_files_have_sizes_and_times_and_what_is_no_file_is_left_out(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    assert statuses.statuses(descriptor, FOLDER) == (FILES, figures(1, 2, 2, 3, 4))
    os.close(descriptor)


def test_two_processes_share_a_large_folder(folder: Path) -> None:
    assert look(folder) == [(FILES, figures(1, 2, 2, 3, 4)), 1]


def test_where_the_second_process_ends_early_the_first_looks_at_all(folder: Path) -> None:
    assert look(folder, "statuses._help = lambda *_: os._exit(9)") == [(FILES, figures(1, 2, 2, 3, 4)), 1]


def test_one_core_or_another_thread_means_one_process(folder: Path) -> None:
    assert look(folder, "statuses.cores = lambda: 1") == [(FILES, figures(1, 2, 2, 3, 4)), 0]
    thread = "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()"
    assert look(folder, thread) == [(FILES, figures(1, 2, 2, 3, 4)), 0]


def test_no_second_process_outlives_a_look_that_is_broken_off(folder: Path) -> None:
    happening = """
real = statuses._look
def broken_off(*given):
    if forks and os.getpid() == parent:
        raise KeyboardInterrupt
    import time; time.sleep(60)
parent, statuses._look = os.getpid(), broken_off
try:
    statuses.statuses(os.open(sys.argv[1], os.O_RDONLY), sys.argv[3:])
except KeyboardInterrupt:
    try:
        os.waitpid(-1, 0)
    except ChildProcessError:
        statuses._look = real
"""
    assert look(folder, happening) == [(FILES, figures(1, 2, 2, 3, 4)), 2]
