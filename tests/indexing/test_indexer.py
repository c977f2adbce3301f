"""The indexer is a process of its own that says how far it is and never outlives its parent."""

import gc
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.indexing import worker_pool
from briefreader.library import Library

Open = Callable[[], Library]


@pytest.fixture
def environment(places: Places) -> dict[str, str]:
    folders = {"CONFIG": places.config, "DATA": places.data, "CACHE": places.cache}
    own = {f"XDG_{name}_HOME": str(path.parent) for name, path in folders.items()}
    return {**os.environ, **own, "HOME": str(places.data.parent)}


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Callable[[Library], subprocess.Popen[bytes]]]:
    started: list[subprocess.Popen[bytes]] = []

    def start(library: Library) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            library.indexer_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        with process:  # closes its pipes
            pass


Start = Callable[[Library], "subprocess.Popen[bytes]"]


def said(process: subprocess.Popen[bytes]) -> list[dict[str, object]]:
    assert process.stdout is not None
    return [json.loads(line) for line in process.stdout]


def test_it_says_titles_first_then_how_far_it_is_then_what_it_did(opened: Open, start: Start) -> None:
    library = opened()
    process = start(library)
    messages = said(process)
    assert process.wait(20) == 0
    assert [message["stage"] for message in messages] == ["previews", *["index"] * (len(messages) - 2), "done"]
    assert messages[-2] == {"stage": "index", "done": 4, "total": 4}
    assert messages[-1]["unreadable"] == 0
    assert len(library.add_previews(messages[0])) == 4
    library.reload()
    assert library.search("coast guards").total == 1
    assert not library.changed()


def test_it_says_only_what_is_new(library: Library, start: Start, root: Path) -> None:
    (root / "fresh.md").write_text("# Fresh\n\nNew words.\n")
    messages = said(start(library))
    assert [len(list(message["entries"])) for message in messages if message["stage"] == "previews"] == [1]  # type: ignore[call-overload]


@pytest.mark.parametrize(("count", "given_way"), [(1, 0), (worker_pool.WORTH_IT, 10)])
def test_it_gives_way_to_other_programs_only_if_it_reads_many_files(
    library: Library, start: Start, root: Path, count: int, given_way: int
) -> None:
    for number in range(count):
        (root / f"{number:03}.md").write_text(f"# Number {number}\n\nSome words.\n")
    process = start(library)
    assert process.stdout is not None
    assert any(json.loads(line)["stage"] == "index" for line in process.stdout)
    before = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, process.pid) == min(before + given_way, 19)


def test_what_hinders_it_is_said(opened: Open, start: Start, root: Path) -> None:
    library = opened()
    root.rename(root.with_name("gone"))
    process = start(library)
    [message] = said(process)
    assert message["stage"] == "failed"
    assert "cannot be read" in str(message["message"])
    assert process.wait(20) == 1


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True)
    return [int(pid) for pid in listed.stdout.split()]


def ends(pid: int) -> bool:
    """Wait until a process of another parent has ended."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


@pytest.mark.parametrize("end", ["its input ends", "it is told to", "it is killed"])
def test_it_ends_at_once_and_leaves_an_index_that_works(tmp_path: Path, places: Places, start: Start, end: str) -> None:
    many = {
        f"{number:04}.md": readouts.NOTE + f"\nNumber {number}.\n\n" + "Deterrence. " * 300 for number in range(900)
    }
    library = Library(readouts.write(tmp_path / "many", many), places)
    process = start(library)
    assert process.stdout is not None
    assert process.stdin is not None
    while b'"done": 1' not in process.stdout.readline():
        pass
    workers = children(process.pid)
    assert len(workers) == worker_pool.worker_count(900) - (
        worker_pool.worker_count(900) == 1
    )  # one process needs no others
    if end == "its input ends":
        process.stdin.close()
    else:
        process.send_signal(signal.SIGTERM if end == "it is told to" else signal.SIGKILL)
    assert process.wait(5) == {"its input ends": 0, "it is told to": 143, "it is killed": -9}[end]
    assert all(ends(worker) for worker in workers)
    (library.root / "0000.md").unlink()
    for path in list(library.root.iterdir())[5:]:
        path.unlink()
    library.update()
    assert library.search("deterrence").total == 5


def test_without_a_cache_the_reader_gets_an_index_that_goes_with_it(opened: Open, start: Start, places: Places) -> None:
    shutil.rmtree(places.cache)
    places.cache.write_text("a file where the folder should be")
    library = opened()
    process = start(library)
    assert said(process)[-1]["stage"] == "done"
    library.reload()
    assert library.search("coast guards").total == 1
    folder = library._index.index.folder
    assert folder.is_dir()
    del library
    gc.collect()
    assert not folder.exists()
