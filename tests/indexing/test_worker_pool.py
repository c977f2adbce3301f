"""Several processes read and write a large library together, and a file that ends one of them stops nothing."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import readouts
from briefreader.config import Places
from briefreader.indexing import build as building
from briefreader.indexing import worker_pool
from briefreader.indexing.build import _without_workers
from briefreader.library import Library

Open = Callable[[], Library]

COUNT = 12
KILLER = "0007.md"


def many(root: Path) -> Path:
    return readouts.write(
        root,
        {
            f"{number:04}.md": f"# Brief {number}\n\nThe envoys met in Seoul on deterrence, round {number}.\n"
            for number in range(COUNT)
        },
    )


@pytest.fixture
def shared(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> Library:
    """A library that three processes read."""
    monkeypatch.setattr(worker_pool, "worker_count", lambda files: 3 if files else 1)
    return Library(many(tmp_path / "many"), places)


def found(library: Library, query: str) -> list[str]:
    return [hit.id for hit in library.search(query, limit=None).hits]


@pytest.fixture
def startup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give the processes that are started from now on some lines of code to begin with."""

    def begin_with(code: str) -> None:
        folder = tmp_path / "startup"
        folder.mkdir()
        (folder / "sitecustomize.py").write_text(code)
        paths = [str(folder), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, paths)))

    return begin_with


CHANGING = """
import briefreader.indexing.known_names as knowledge
whole = knowledge.KnownNames.annotator
def annotator(self):
    (self.root / knowledge.OWN_NAMES).write_text("kill: [Seoul]\\n")
    return whole(self)
knowledge.KnownNames.annotator = annotator
"""

DEADLY = f"""
import os, briefreader.indexing.reading as reading
whole = reading.read_bytes
def read(path, *within):
    if path.name == {KILLER!r} and DIES: os._exit(11)
    return whole(path, *within)
reading.read_bytes = read
"""


def test_they_find_what_one_process_finds(shared: Library, places: Places, tmp_path: Path) -> None:
    shared.update()
    together = [(entry.id, entry.path) for entry in shared.entries()]
    alone = Library(shared.root, Places(places.config, places.data, tmp_path / "other"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(worker_pool, "worker_count", lambda files: 1)
        alone.update()
    assert together == [(entry.id, entry.path) for entry in alone.entries()]
    assert len(together) == COUNT
    for query in ("deterrence", '"round 7"', "place:seoul", "ro*"):
        assert found(shared, query) == found(alone, query) != []


def test_how_far_they_are_only_grows_and_ends_with_all(shared: Library) -> None:
    seen: list[tuple[int, int]] = []
    shared.update(lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (COUNT, COUNT)


def test_small_libraries_are_read_by_one_process() -> None:
    assert worker_pool.worker_count(worker_pool.WORTH_IT - 1) == 1
    assert 1 <= worker_pool.worker_count(100_000) <= worker_pool.MOST


def test_a_file_that_ends_the_process_is_told_and_all_others_are_read(
    shared: Library, startup: Callable[[str], None]
) -> None:
    startup(DEADLY.replace("DIES", "True"))
    report = shared.update()
    assert report.briefs == COUNT - 1
    [problem] = report.problems
    assert problem.where == str(shared.root / KILLER)
    assert "ends the program (status 11)" in problem.what
    assert not shared.changed()  # it is not tried again before it changes


def test_a_process_that_ends_by_chance_costs_no_file(
    shared: Library, startup: Callable[[str], None], tmp_path: Path
) -> None:
    once = str(tmp_path / "once")
    startup(DEADLY.replace("DIES", f"not os.path.exists({once!r}) and not open({once!r}, 'w').close()"))
    report = shared.update()
    assert (tmp_path / "once").exists()
    assert (report.briefs, report.problems) == (COUNT, ())


def test_processes_whose_lists_were_changed_meanwhile_do_nothing(
    shared: Library, startup: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    startup(CHANGING)
    alone: list[int] = []

    def note(*given: Any) -> Any:
        alone.append(len(given[2]))
        return _without_workers(*given)

    monkeypatch.setattr(building, "_without_workers", note)
    assert shared.update().briefs == COUNT
    assert sum(alone) == COUNT
    assert len(found(shared, "deterrence")) == COUNT


def test_where_no_other_process_works_one_does_it_all(shared: Library, startup: Callable[[str], None]) -> None:
    startup("raise SystemExit(1)")
    assert shared.update().briefs == COUNT
    assert len(found(shared, "deterrence")) == COUNT


def test_a_disk_that_is_full_for_them_leaves_searching_in_memory(
    shared: Library, startup: Callable[[str], None]
) -> None:
    startup(
        "import briefreader.search.index.update as index\n"
        "def full(*_): raise OSError(28, 'No space left on device')\n"
        "index.new_index = full\n"
    )
    told: list[str] = []
    assert shared.update(notify=told.append).briefs == COUNT
    assert "No space left" in told[0]
    assert found(shared, '"round 3"') != []


def test_a_worker_that_is_killed_while_it_has_no_work_costs_nothing(
    shared: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_worker = worker_pool.WorkerPool._new_worker

    def killed(pool: worker_pool.WorkerPool) -> Any:
        process = new_worker(pool)
        process.kill()
        process.wait()
        return process

    monkeypatch.setattr(worker_pool.WorkerPool, "_new_worker", killed)
    report = shared.update()
    assert (report.briefs, report.problems) == (COUNT, ())
    assert not shared.changed()
