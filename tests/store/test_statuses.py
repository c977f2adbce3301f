"""The sizes and times of files are read as they are, and what is no file is told as gone."""

import errno
import os
from pathlib import Path

import pytest

from briefreader.store.statuses import GONE, statuses

NAMES = ("a.md", "dangling.md", "b.md", "pipe.md", "link.md", "folder", "c.md")
SIZES = [1, GONE, 2, GONE, 2, GONE, 3]


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


def pairs(figures: list[int]) -> list[tuple[int, int]]:
    return [(size, time if size != GONE else 0) for size, time in zip(figures[::2], figures[1::2], strict=True)]


def seen(*sizes: int) -> list[tuple[int, int]]:
    return [(size, time_of(size) if size != GONE else 0) for size in sizes]


def test_files_have_sizes_and_times_and_the_rest_is_gone(folder: Path) -> None:
    found = statuses([(str(folder), NAMES), (str(folder / "folder"), ("d.md", "x.md")), (str(folder / "gone"), ("e",))])
    assert pairs([*found]) == seen(*SIZES, 4, GONE, GONE)


def test_a_folder_that_cannot_be_opened_once_more_is_not_taken_for_empty(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(os, "open", refuse)
    assert pairs([*statuses([(str(folder), NAMES), (str(folder / "folder"), ("d.md",))])]) == seen(*SIZES, 4)
