"""The best hits first, in an index that was written in one piece or in many."""

from collections.abc import Callable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.indexing import additions, worker_pool
from briefreader.library import Library
from briefreader.search.index import merge

Open = Callable[[], Library]

SENTENCE = "The envoys met in Seoul and spoke of deterrence."
BRIEFS = {
    "short.md": f"# Short talks\n\n{SENTENCE}\n",
    "middling.md": f"# Middling talks\n\n{SENTENCE}{' Fish was served.' * 10}\n",
    "long.md": f"# Long talks\n\n{SENTENCE}{' Fish was served.' * 60}\n",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "talks", {"other.md": "# Fish\n\nNothing was said of other things.\n"})


def in_one_piece(root: Path, _: pytest.MonkeyPatch, update: Callable[[], object]) -> None:
    readouts.write(root, BRIEFS)
    update()


def by_workers(root: Path, patch: pytest.MonkeyPatch, update: Callable[[], object]) -> None:
    patch.setattr(worker_pool, "worker_count", lambda files: 3 if files else 1)
    readouts.write(root, BRIEFS)
    update()


def one_by_one(root: Path, _: pytest.MonkeyPatch, update: Callable[[], object]) -> None:
    for name, text in BRIEFS.items():
        readouts.write(root, {name: text})
        update()


def merged(root: Path, patch: pytest.MonkeyPatch, update: Callable[[], object]) -> None:
    patch.setattr(merge, "_SEGMENTS_TO_MERGE", 2)
    one_by_one(root, patch, update)


def as_additions(root: Path, patch: pytest.MonkeyPatch, update: Callable[[], object]) -> None:
    update()
    patch.setattr(additions, "LEAST", -additions.MOST)
    one_by_one(root, patch, update)


@pytest.mark.parametrize("write", [in_one_piece, by_workers, one_by_one, merged, as_additions])
def test_of_briefs_that_say_the_same_the_shorter_is_better(
    root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None]
) -> None:
    write(root, monkeypatch, lambda: opened().update())
    hits = opened().search("deterrence", sort="relevance").hits
    assert [hit.title for hit in hits] == ["Short talks", "Middling talks", "Long talks"]
    scores = [hit.score or 0 for hit in hits]
    assert scores[0] > scores[1] > scores[2] > 0


@pytest.mark.parametrize("write", [by_workers, one_by_one, merged, as_additions])
def test_scores_do_not_depend_on_how_the_index_came_about(
    root: Path, opened: Open, places: Places, monkeypatch: pytest.MonkeyPatch, write: Callable[..., None]
) -> None:
    with monkeypatch.context() as patch:
        write(root, patch, lambda: opened().update())
    anew = Library(root, Places(places.config, places.data, places.cache / "other"))
    anew.update()
    for query in ("deterrence", "fish OR seoul", '"spoke of"'):
        scores = [[hit.score for hit in each.search(query, sort="relevance").hits] for each in (opened(), anew)]
        assert scores[0] == pytest.approx(scores[1], rel=0.01)
