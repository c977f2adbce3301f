"""The index follows the files, whatever happens to them, and is made again when it cannot be trusted."""

import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.indexing import batches, inventory, known_names
from briefreader.indexing import library_index as indexing
from briefreader.library import Library
from briefreader.model import Completion, IndexLostError, LibraryError, NotFoundError, SettingsError
from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import metadata as metadata_tables
from briefreader.search.index.metadata import Metadata
from briefreader.search.storage import commits
from briefreader.search.storage.commits import Commit
from briefreader.sources import html
from briefreader.store import lock

Open = Callable[[], Library]
FRESH = "---\nid: talks-in-oslo\ntext_status: summary\n---\n\n# Talks in Oslo\n\nThe two sides spoke of fish.\n"


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.entries()]


def found(library: Library, query: str) -> list[str]:
    return [hit.id for hit in library.search(query).hits]


def test_a_new_library_is_indexed_newest_first_and_undated_last(opened: Open) -> None:
    library = opened()
    assert ids(library) == []
    report = library.update()
    assert (report.briefs, report.added, report.updated, report.removed, report.quarantined) == (4, 4, 0, 0, 0)
    assert ids(library) == [
        "ncg-3-2024-06-10",
        "2023-08-18-leaders-meet-at-camp-david",
        "ncg-1-2023-07-18",
        "a-note-on-maritime-security",
    ]
    assert found(library, "extended deterrence") == ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]


def test_an_index_is_found_again_by_the_next_process(library: Library, opened: Open) -> None:
    again = opened()
    assert ids(again) == ids(library)
    assert not again.changed()
    assert again.update().added == 0
    assert found(again, "coast guards") == ["a-note-on-maritime-security"]


def test_an_index_is_made_again_when_the_program_reads_texts_in_another_way(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = tmp_path / "program" / "annotate" / "weapons.py"
    rules.parent.mkdir(parents=True)
    rules.write_text("one way")
    monkeypatch.setattr(known_names, "_PROGRAM", tmp_path / "program")
    assert opened().update().added == 4
    assert not opened().changed()
    rules.write_text("another way")
    assert opened().changed()
    assert opened().update().added == 4


@pytest.mark.skipif(sys.platform == "darwin", reason="its file systems take names in UTF-8 only")
def test_a_file_whose_name_is_no_utf_8_is_a_brief_like_any_other(root: Path, opened: Open) -> None:
    (root / os.fsdecode(b"wombat\xff.md")).write_text("# Wombats\n\nThey were counted.\n")
    library = opened()
    assert library.update().added == 5
    assert found(library, "wombats") == ["wombats"]
    assert library.brief("wombats").text == "Wombats\n\nThey were counted."
    (root / "fresh.md").write_text(FRESH)
    again = opened()
    assert again.update().added == 1
    assert not opened().changed()
    assert found(again, "wombats") == ["wombats"]


def test_an_id_stays_good_when_the_brief_that_gave_it_a_suffix_goes(root: Path, opened: Open) -> None:
    for name in ("alpha", "beta"):
        (root / f"{name}.md").write_text(f"---\ntitle: Talks\ndate: 2024-01-01\n---\n\n{name}\n")
    library = opened()
    library.update()
    first, second = sorted(id for id in ids(library) if id.startswith("2024-01-01-talks-"))
    library.remove(first)
    library.update()
    assert library.resolve(second).id == "2024-01-01-talks"
    with pytest.raises(NotFoundError):
        library.resolve(first)


def test_a_source_is_found_by_its_name_and_by_its_site(root: Path, opened: Open) -> None:
    (root / "site.md").write_text(
        "---\nid: from-a-site\nsource: Office of the Spokesperson\nurl: https://www.state.gov/talks/\n---\n\n# Talks\n"
    )
    library = opened()
    library.update()
    for query in ("source:state.gov", 'source:"office of the spokesperson"', "source:spokesperson source:state.gov"):
        assert found(library, query) == ["from-a-site"]


def test_new_changed_and_removed_files_are_noticed(library: Library, root: Path, opened: Open) -> None:
    (root / "fresh.md").write_text(FRESH)
    (root / "note.md").write_text("# A note on maritime security\n\nSubmarine cables.\n")
    (root / "summit.md").unlink()
    assert opened().changed()
    report = library.update()
    assert (report.briefs, report.added, report.updated, report.removed) == (4, 1, 1, 1)
    assert found(library, "oslo fish") == ["talks-in-oslo"]
    assert found(library, "submarine cables") == ["a-note-on-maritime-security"]
    assert found(library, "coast guards") == found(library, "camp david") == []


def test_a_change_that_keeps_size_and_time_is_noticed_right_after_indexing(library: Library, root: Path) -> None:
    note = root / "note.md"
    before = note.stat()
    note.write_text(note.read_text().replace("Fishing", "Whaling"))
    os.utime(note, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert library.changed()
    library.update()
    assert found(library, "whaling") == ["a-note-on-maritime-security"]


def test_what_another_process_indexed_while_it_was_waited_for_is_not_read_again(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:

    @contextmanager
    def lock_after_another(path: Path, purpose: str, told: Callable[[str], object]) -> Iterator[None]:
        monkeypatch.setattr(indexing, "lock", lock)
        opened().update()
        with lock(path, purpose, told):
            yield

    monkeypatch.setattr(indexing, "lock", lock_after_another)
    report = opened().update()
    assert (report.briefs, report.added) == (4, 0)


def test_a_file_with_a_new_time_and_the_same_content_is_not_read_again(library: Library, root: Path) -> None:
    os.utime(root / "note.md", (1, 1))
    report = library.update()
    assert (report.added, report.updated) == (0, 0)
    assert not library.changed()


def test_a_file_that_cannot_be_read_is_told_once_and_stops_nothing(root: Path, opened: Open) -> None:
    (root / "picture.md").write_bytes(b"\x89PNG\x00\x00\x00")
    library = opened()
    report = library.update()
    assert report.briefs == 4
    [problem] = report.problems
    assert problem.where == str(root / "picture.md")
    assert "not a text file" in problem.what
    assert not library.changed()  # it is not tried again before it changes
    assert opened().update().problems == report.problems
    (root / "picture.md").write_text("# A picture\n\nNow in words.\n")
    report = library.update()
    assert (report.briefs, report.added, report.problems) == (5, 1, ())


def test_a_file_that_may_be_opened_again_is_read_again(
    root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def refuse(path: object, *more: int, **named: object) -> int:
        if str(path).endswith("note.md"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, *more, **named)  # type: ignore[arg-type]

    library = opened()
    with monkeypatch.context() as closed:
        closed.setattr(os, "open", refuse)
        closed.setattr(Path, "open", lambda path, mode, **_: os.fdopen(refuse(path, os.O_RDONLY), mode))
        report = library.update()
        assert [problem.what for problem in report.problems] == ["the file cannot be read (Permission denied)"]
        assert not library.changed()
    assert library.changed()
    assert library.update().briefs == 4


def test_a_file_that_a_missing_package_reads_is_read_once_something_is_installed(
    root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "saved.html").write_text("<html><body><h1>Talks in Lima</h1><p>They spoke of copper.</p></body></html>")
    with monkeypatch.context() as bare:
        bare.setitem(sys.modules, "briefreader.sources.html.document", None)
        bare.delattr(html, "document", raising=False)  # where another test has imported it
        bare.setattr(inventory, "installed_ns", lambda: 1)
        report = opened().update()
        assert report.briefs == 4
        assert [problem.remedy for problem in report.problems] == ["reinstall briefreader"]
        assert not opened().changed()
    assert opened().changed()
    assert opened().update().briefs == 5
    assert found(opened(), "copper") == ["talks-in-lima"]


def test_a_file_that_became_unreadable_leaves_the_index(library: Library, root: Path) -> None:
    (root / "note.md").write_bytes(b"\x00" * 50)
    report = library.update()
    assert (report.briefs, report.quarantined) == (3, 1)
    assert "a-note-on-maritime-security" not in ids(library)


def test_a_text_beyond_the_annotator_is_a_brief_all_the_same(
    root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefreader.annotate import Annotator

    def fail(*_: object) -> None:
        raise IndexError("string index out of range")

    monkeypatch.setattr(Annotator, "annotate", fail)
    library = opened()
    assert library.update().briefs == 4
    assert any("names:" in line for line in library.brief("a-note").unsure)


def test_an_index_made_from_nothing_by_another_process_is_seen(library: Library, root: Path, opened: Open) -> None:
    assert len(ids(library)) == 4
    shutil.rmtree(library._index.index.folder)
    (root / "note.md").unlink()
    opened().update()
    assert library.reload()
    assert len(ids(library)) == 3


def test_a_look_at_files_that_are_as_they_were_reads_no_metadata(
    library: Library, root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    again = opened()
    with monkeypatch.context() as closed:
        closed.setattr(metadata_tables, "of", lambda _: pytest.fail("the metadata was read"))
        report = again.update()
        assert (report.briefs, report.added, report.updated, report.removed) == (4, 0, 0, 0)
        assert not again.changed()
    (root / "note.md").rename(root / "renamed.md")
    assert again.changed()
    report = again.update()
    assert (report.briefs, report.added, report.removed) == (4, 1, 1)


def test_a_file_changed_within_a_tick_of_the_clock_is_seen(root: Path, opened: Open) -> None:
    path = root / "note.md"
    now = time.time_ns()
    os.utime(path, ns=(now, now))
    library = opened()
    library.update()
    path.write_bytes(path.read_bytes().replace(b"coast", b"night"))
    os.utime(path, ns=(now, now))
    assert opened().changed()
    library.update()
    assert found(library, "night guards") == ["a-note-on-maritime-security"]


def test_what_another_process_indexed_meanwhile_is_not_taken_for_what_was_seen(
    library: Library, root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    stale = library._index.inventory()
    inventory.save(stale._replace(seen=""), library._index.index.folder.parent)  # so that rows have to be compared
    note = indexing.LibraryIndex._note

    def noted_late(*arguments: object) -> None:
        monkeypatch.setattr(indexing.LibraryIndex, "_note", note)
        (root / "zebra.md").write_text("# Zebra\n\nA zebra came.\n")
        assert opened().update().added == 1
        note(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(indexing.LibraryIndex, "_note", noted_late)
    library.update()
    (root / "zebra.md").unlink()
    assert opened().update().removed == 1
    assert found(opened(), "zebra") == []


def test_metadata_is_never_taken_for_that_of_a_newer_index(
    library: Library, root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = opened()
    (root / "last.md").write_text("# Lasting\n\nA walrus.\n")
    read = metadata_tables.of

    def overtaken(commit: Commit) -> Metadata:
        monkeypatch.setattr(metadata_tables, "of", read)
        before = read(commit)
        (root / "note.md").unlink()
        (root / "0.md").write_text("---\ntitle: Ox\ndate: 2025-01-01\n---\nOxen.\n")
        opened().update()
        return before

    monkeypatch.setattr(metadata_tables, "of", overtaken)
    late.update()
    again = opened()
    again.update()
    assert len(ids(again)) == len(found(again, "")) == 5
    assert ids(again) == found(again, "")
    assert (found(again, "oxen"), found(again, "walrus"), found(again, "fishing")) == (
        ["2025-01-01-ox"],
        ["lasting"],
        [],
    )


def test_a_rebuild_reads_everything(library: Library) -> None:
    report = library.update(rebuild=True)
    assert (report.briefs, report.added) == (4, 4)


def test_briefs_that_other_lists_of_names_may_concern_are_read_again(
    library: Library, places: Places, opened: Open
) -> None:
    places.names.mkdir(parents=True)
    (places.names / "people.yaml").write_text("people:\n- name: Nobody Important\n")
    assert opened().changed()
    assert opened().update().updated == 3  # each states facts of a meeting, in which any name may stand
    assert not opened().changed()


def test_a_mistake_in_a_list_of_names_is_told_and_leaves_the_index(
    library: Library, places: Places, opened: Open
) -> None:
    places.names.mkdir(parents=True)
    (places.names / "people.yaml").write_text("people: [\n")
    with pytest.raises(SettingsError, match=r"people\.yaml"):
        opened().update()
    assert len(ids(opened())) == 4
    [problem] = opened().check()
    assert str(places.names / "people.yaml") in problem.where


def test_a_damaged_index_is_made_again_from_the_files(library: Library, root: Path, opened: Open) -> None:
    for path in library._index.index.folder.rglob("*"):
        if path.is_file() and path.suffix not in (".json", "") and path.stat().st_size > 100:
            path.write_bytes(path.read_bytes()[:-40] + bytes(40))
    (root / "fresh.md").write_text("# Fresh\n\nA new text.\n")
    again = opened()
    told: list[str] = []
    assert again.update(notify=told.append).briefs == 5
    assert len(told) == 1
    assert found(again, "coast guards") == ["a-note-on-maritime-security"]
    assert again.check() == ()


def zero(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("harm", [Path.unlink, zero])
@pytest.mark.parametrize("name", ["doc-map", "*.pfx", "*.txt", "metadata"])
def test_a_search_that_meets_damage_answers_by_titles_until_the_index_is_made_again(
    library: Library, opened: Open, name: str, harm: Callable[[Path], None]
) -> None:
    again = opened()
    assert len(ids(again)) == 4
    for path in library._index.index.folder.glob(f"commit-*/{name}"):
        harm(path)
    if name == "metadata" and harm is zero:
        again = opened()
        with pytest.raises(IndexLostError, match="makes it anew"):
            again.entries()
    else:
        hits = again.search("maritime").hits
        assert [hit.id for hit in hits] == ["a-note-on-maritime-security"]
    assert opened().changed()
    assert again.update().added == 4

    assert found(again, "coast guards") == ["a-note-on-maritime-security"]


def test_damage_met_while_a_name_is_offered_is_no_error(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(*_: object) -> None:
        raise LibraryError("the search index is damaged")

    assert library.search("guidelines").total == 2
    offered = library.completion("who:kurt")
    assert offered == Completion(0, 'who:"Kurt Campbell"')
    for path in library._index.index.folder.glob("commit-*/*.pfx"):
        zero(path)
    with monkeypatch.context() as broken:
        broken.setattr(Searcher, "completion", damaged)
        assert library.completion("who:kurt") is None
    assert library.matches("guidelines", "the guidelines")
    assert library.changed()
    library.update()
    library.search("guidelines")
    assert library.completion("who:kurt") == offered


@pytest.mark.parametrize("name", ["inventory", "index/current"])
def test_a_torn_file_of_the_cache_costs_a_rebuild_and_nothing_else(library: Library, opened: Open, name: str) -> None:
    path = library._index.index.folder.parent / name
    path.write_bytes(path.read_bytes()[:-5])
    again = opened()
    assert again.update().briefs == 4
    assert len(found(again, "")) == 4


def test_without_a_cache_the_index_is_in_memory(root: Path, places: Places, opened: Open) -> None:
    shutil.rmtree(places.cache)
    places.cache.write_text("a file where the folder should be")
    library = opened()
    assert library.update().briefs == 4
    assert found(library, "guidelines") == ["ncg-3-2024-06-10", "ncg-1-2023-07-18"]
    (root / "note.md").unlink()
    assert library.update().briefs == 3
    assert len(found(library, "")) == 3
    assert places.cache.read_text() == "a file where the folder should be"


def test_a_full_disk_of_the_cache_leaves_searching_in_memory(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefreader.search.index import metadata

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(metadata, "write", full)
    library = opened()
    told: list[str] = []
    assert library.update(notify=told.append).briefs == 4
    assert "No space left" in told[0]
    assert found(library, "coast guards") == ["a-note-on-maritime-security"]


def test_the_index_is_written_batch_by_batch_and_none_is_lost(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "FIRST", 1)
    monkeypatch.setattr(batches, "LARGEST", 1)
    library = opened()
    seen: list[tuple[int, int]] = []
    library.update(lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert {total for _, total in seen} == {4}
    assert {done for done, _ in seen} == {0, 1, 2, 3, 4}
    assert len(found(library, "")) == 4
    assert library.update(rebuild=True).briefs == 4


def test_briefs_that_ask_for_the_same_id_are_told_apart_by_content(root: Path, opened: Open) -> None:
    (root / "copy.md").write_text((root / "note.md").read_text() + "\nOne more sentence.\n")
    library = opened()
    library.update()
    same = sorted(id for id in ids(library) if id.startswith("a-note"))
    assert len(same) == 2
    assert all(len(id) == len("a-note-on-maritime-security-1234") for id in same)
    (root / "copy.md").rename(root / "0.md")
    library.update()
    assert sorted(id for id in ids(library) if id.startswith("a-note")) == same
    (root / "0.md").unlink()
    library.update()
    assert "a-note-on-maritime-security" in ids(library)


def test_a_library_that_is_gone_is_told(root: Path, opened: Open) -> None:
    library = opened()
    root.rename(root.with_name("elsewhere"))
    with pytest.raises(LibraryError, match="cannot be read"):
        library.update()


def test_opening_a_library_reads_nothing(root: Path, places: Places) -> None:
    shutil.rmtree(places.cache)
    Library(root, places)  # imports all that it needs
    called: list[str] = []

    def note(_: object, event: str, function: object) -> None:
        if event == "c_call":
            called.append(getattr(function, "__name__", ""))

    sys.setprofile(note)
    try:
        Library(root, places)
    finally:
        sys.setprofile(None)
    assert {"open", "read", "listdir", "scandir"}.isdisjoint(called)
    assert len(called) < 1_000
    assert not places.cache.exists()


def test_a_facet_counts_a_person_once_however_briefs_call_them(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    for day, name in enumerate(("Joseph R. Biden, Jr.", "Joe Biden", "Joseph Biden"), 1):
        (root / f"{day}.md").write_text(f"---\ntitle: Talks\ndate: 2024-03-0{day}\n---\nPresident {name} spoke.\n")
    user = tmp_path / "user"
    library = Library(root, Places(user / "config", user / "data", user / "cache"))
    library.update()
    facets = library.search("").facets
    assert facets is not None
    assert facets["person"] == {"Joe Biden": 3}
    assert library.search('who:"Joe Biden"').total == 3
    assert library.search('who:"Joseph R. Biden"').total >= 1


def test_offices_and_events_of_texts_are_fields_of_a_query(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    (root / "one.md").write_text(
        "# Talks\n\nSecretary of State Antony Blinken went to the Munich Security Conference.\n"
    )
    (root / "two.md").write_text("# More\n\nSecretary of Defense Lloyd Austin saw the state of Munich.\n")
    user = tmp_path / "user"
    library = Library(root, Places(user / "config", user / "data", user / "cache"))
    library.update()
    assert [hit.title for hit in library.search('office:"Secretary of State"').hits] == ["Talks"]
    assert library.search("office:secretary").total == 2
    assert [hit.title for hit in library.search("event:munich").hits] == ["Talks"]
    assert library.search("person:blinken").total == library.search("who:blinken").total == 1
    assert library.completion("office:sta") == Completion(0, 'office:"Secretary of State"')


def test_the_agreements_and_weapons_of_texts_are_offered_and_not_counted(tmp_path: Path) -> None:
    root = tmp_path / "library"
    root.mkdir()
    (root / "one.md").write_text("# Talks\n\nBoth sides upheld the Washington Declaration and flew the F-16.\n")
    (root / "two.md").write_text("# More\n\nThe Wassenaar Arrangement and the Washington Declaration stay.\n")
    user = tmp_path / "user"
    library = Library(root, Places(user / "config", user / "data", user / "cache"))
    library.update()
    assert set(library.search("").facets or ()) == {"series", "year", "kind", "with", "person", "organization", "place"}
    assert library.completion("agreement:was") == Completion(0, 'agreement:"Washington Declaration"')
    assert library.completion("talks weapon:f") == Completion(6, 'weapon:"F-16"')


def test_the_index_of_another_version_is_no_damage_and_goes_when_it_is_rebuilt(
    library: Library, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = library._index.index.folder
    (before,) = folder.glob("commit-*")
    before.rename(folder / "generation-1")
    monkeypatch.setattr(commits, "FORMAT", commits.FORMAT + 1)
    again = opened()
    assert again.check() == ()
    assert again.update().added == 4
    assert [path.name for path in folder.glob("*-[0-9]*")] == ["commit-1"]
