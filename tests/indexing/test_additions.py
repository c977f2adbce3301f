"""Briefs added to a large library are found at once, and everything answers as if all had been indexed together."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.indexing import additions
from briefreader.library import Library, list_inputs
from briefreader.model import HitList, IndexLostError, Sort
from briefreader.search.execution import hits
from briefreader.search.index.index import Index
from briefreader.search.storage import commits

Open = Callable[[], Library]

NEW = {
    "a-newest.md": "---\ntitle: Talks on deterrence\ndate: 2025-01-05\nseries: NCG\nordinal: 4\ncity: Washington\n---\n"
    "Kurt Campbell led. Extended deterrence in Korea was spoken of, and extended nuclear deterrence.\n",
    "between.md": "---\ntitle: Between the others\ndate: 2023-08-18\n---\nThe Quad met in Seoul about fish.\n",
    "aa-undated.md": "# Deterrence, undated\n\nNobody says when the extended talks in Seoul were.\n",
    "oldest.md": "---\ntitle: The oldest\ndate: 2001\n---\nDeterrence was not extended yet.\n",
}
QUERIES = (
    "", "e", "deterrence", "extended deterrence", '"extended deterrence"', '"extended deterrence"~3', "korea -nuclear",
    "series:ncg", "ncg 4", "place:seoul", 'who:"Kurt Campbell"', "led:campbell", "date:2023", "after:2024",
    "before:2002", "title:talks", "deterence", "zzz", "quad OR fish",
)  # fmt: skip


@pytest.fixture(autouse=True)
def every_library_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(additions, "LEAST", -additions.MOST)


def write(root: Path, *names: str) -> None:
    for name in names or NEW:
        (root / name).write_text(NEW[name])


def large(library: Library) -> commits.Commit | None:
    return commits.current(library._index.index.folder)


def added(library: Library) -> bool:
    return (library._index.index.folder.parent / "added").is_dir()


def answers(library: Library) -> list[object]:
    found: list[object] = [library.entries(), library.completion("who:kur"), library.completion("series:n")]
    for query in QUERIES:
        for limit in (1, 3, None):
            dated = library.search(query, limit=limit)
            rated = library.search(query, limit=limit, sort="relevance")
            found.append((query, dated.total, dated.hits, dated.facets, dated.suggestion))
            found.append([(hit.id, hit.snippet, round(hit.score or 0, 6)) for hit in rated.hits])
    return found


def anew(root: Path, folder: Path) -> Library:
    """Return the same library with an index that was made at once."""
    library = Library(root, Places(folder / "config", folder / "data", folder / "cache"))
    library.update()
    return library


def test_what_is_added_answers_as_if_it_had_always_been_there(library: Library, root: Path, tmp_path: Path) -> None:
    before = large(library)
    for number, name in enumerate(NEW, 5):
        write(root, name)
        report = library.update()
        assert (report.briefs, report.added, report.updated, report.removed) == (number, 1, 0, 0)
        assert not library.changed()
        assert answers(library) == answers(anew(root, tmp_path / f"other-{number}"))
    assert large(library) == before
    assert added(library)


def test_many_hits_are_listed_in_order_over_both_parts(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hits, "_MOST_SHOWN", 0)
    write(root)
    library.update()
    library.entries()
    for query in QUERIES:
        ids = [hit.id for hit in library.search(query, limit=None).hits]
        listed = library.search(query, limit=None, quick=True).hits
        assert [hit.id for hit in listed] == ids
        if ids:
            assert isinstance(listed, HitList)
            assert [listed.place(id) for id in ids] == [*range(len(ids))]


@pytest.mark.parametrize("sort", ["date", "relevance"])
def test_hits_that_are_listed_can_be_looked_at_after_the_index_was_replaced(
    library: Library, root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch, sort: Sort
) -> None:
    monkeypatch.setattr(hits, "_MOST_SHOWN", 0)
    write(root, "between.md")
    library.update()
    reader = opened()
    reader.search("fish", limit=None, quick=True)  # before the list of briefs was read
    reader.entries()
    found = reader.search("nuclear OR date:2023", limit=None, quick=True, sort=sort).hits
    assert isinstance(found, HitList)
    reader.reload()
    assert "2023-08-18-between-the-others" in {hit.id for hit in found}


def test_several_are_added_at_once_and_found_by_the_next_process(
    library: Library, root: Path, opened: Open, tmp_path: Path
) -> None:
    write(root)
    assert opened().changed()
    assert opened().update().added == 4
    again = opened()
    assert again.update().added == 0
    assert answers(again) == answers(anew(root, tmp_path / "other"))
    assert again.check() == ()


def test_adding_knows_the_briefs_of_both_parts(library: Library, root: Path, opened: Open, tmp_path: Path) -> None:
    write(root, "oldest.md")
    library.update()
    for name in ("oldest.md", "note.md"):
        copy = tmp_path / f"copy-of-{name}"
        copy.write_bytes((root / name).read_bytes())
        (added,) = opened().add(list_inputs([str(copy)], bytes, walk=False))
        assert (added.status, added.reason) == ("duplicate", f"a copy of {added.id}, which is in the library")


def test_a_file_with_an_old_time_is_added_like_any_other(library: Library, root: Path, tmp_path: Path) -> None:
    write(root, "oldest.md", "between.md")
    os.utime(root / "oldest.md", ns=(0, 1_000_000_000))
    assert library.update().added == 2
    assert added(library)
    assert answers(library) == answers(anew(root, tmp_path / "other"))


def test_a_file_exchanged_for_another_is_more_than_an_addition(library: Library, root: Path, tmp_path: Path) -> None:
    (root / "note.md").unlink()
    write(root, "oldest.md")
    report = library.update()
    assert (report.added, report.removed) == (1, 1)
    assert not added(library)
    assert answers(library) == answers(anew(root, tmp_path / "other"))


def test_any_other_change_writes_all_into_one_index(library: Library, root: Path, opened: Open, tmp_path: Path) -> None:
    write(root)
    library.update()
    (root / "note.md").unlink()
    (root / "oldest.md").unlink()
    (root / "between.md").write_text(NEW["between.md"].replace("fish", "trade"))
    report = opened().update()
    assert (report.briefs, report.added, report.updated, report.removed) == (6, 0, 1, 2)
    again = opened()
    assert not added(again)
    assert answers(again) == answers(anew(root, tmp_path / "other"))


def test_a_brief_that_asks_for_an_id_in_use_is_told_apart(library: Library, root: Path, tmp_path: Path) -> None:
    write(root)
    library.update()
    (root / "copy.md").write_text((root / "note.md").read_text() + "\nOne more sentence.\n")
    assert library.update().added == 1
    assert answers(library) == answers(anew(root, tmp_path / "other"))
    assert sum(entry.id.startswith("a-note") for entry in library.entries()) == 2


def test_two_that_ask_for_the_same_new_id_are_told_apart(library: Library, root: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (root / f"{name}.md").write_text(f"# Same title\n\nText {name}.\n")
    library.update()
    assert added(library)
    assert answers(library) == answers(anew(root, tmp_path / "other"))


def test_more_than_a_few_are_written_into_the_large_part(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(additions, "MOST", 2)
    write(root, "oldest.md", "between.md")
    library.update()
    assert added(library)
    write(root, "a-newest.md")
    assert library.update().added == 1
    assert not added(library)
    assert len(library.entries()) == 7


def test_a_file_that_cannot_be_read_is_told_and_not_read_again(library: Library, root: Path, opened: Open) -> None:
    (root / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00" * 20)
    write(root, "oldest.md")
    report = library.update()
    assert (report.briefs, report.added, report.quarantined) == (5, 1, 1)
    again = opened()
    assert not again.changed()
    assert again.update().problems == report.problems


@pytest.mark.parametrize("name", ["delta", "doc-map", "metadata", "current"])
def test_a_damaged_small_part_costs_a_rebuild_and_nothing_else(
    library: Library, root: Path, opened: Open, name: str
) -> None:
    write(root)
    library.update()
    for path in (library._index.index.folder.parent / "added").rglob(name):
        path.write_bytes(bytes(path.stat().st_size))
    again = opened()
    again.search("deterrence")
    with suppress(IndexLostError):
        again.entries()
    assert again.update().briefs == 8
    assert len(again.entries()) == 8
    assert again.search("fish").total == 2
    assert not again.changed()


def test_a_small_part_of_an_index_that_is_gone_goes_with_no_other(
    library: Library, root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "oldest.md")
    library.update()
    before = large(library)
    shutil.rmtree(library._index.index.folder)
    monkeypatch.setattr(Index, "drop_delta", lambda _: None)  # as if the process had been killed before
    again = opened()
    again.update()
    after = large(again)
    assert before is not None and after is not None
    assert before.number == after.number
    assert len(again.entries()) == again.search("").total == 5


def test_a_small_library_has_one_index(library: Library, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    write(root)
    assert library.update().added == 4
    assert not added(library)
