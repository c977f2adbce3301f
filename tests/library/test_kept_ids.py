"""An ID that a brief was given once answers for it for good."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.indexing import library_state
from briefreader.library import Library, list_inputs
from briefreader.model import NotFoundError

Open = Callable[[], Library]

TALKS = """Harbour Talks meet again

On 4 September 2024 the ministers convened the fifth EDSCG meeting in Oslo. Ann Example led the delegation of Norway.
"""
ALIAS = "series:\n  - {name: Harbour Talks, aliases: [EDSCG]}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "library").mkdir()
    return tmp_path / "library"


def put(root: Path, name: str, title: str, text: str = "The ministers met.", date: str = "2024-05-01") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: {title}\ndate: {date}\n---\n\n{text}\n", "utf-8")
    return path


def ids(library: Library) -> dict[str, str]:
    """Update the index and return the IDs by path."""
    library.update()
    return {entry.path: entry.id for entry in library.entries()}


def add(library: Library, *paths: Path) -> list[str | None]:
    return [added.id for added in library.add(list_inputs(map(str, paths), bytes, walk=True))]


def forget_index(places: Places) -> None:
    for folder in places.cache.iterdir():
        if folder.name != "names":
            shutil.rmtree(folder)


def test_an_alias_in_the_lists_of_names_changes_no_id(root: Path, opened: Open) -> None:
    (root / "talks.txt").write_text(TALKS)
    before = ids(opened())
    opened().saved_searches.save("ministers")
    (root / "names.yaml").write_text(ALIAS)
    library = opened()
    assert ids(library) == before
    assert library.entries()[0].series == "Harbour Talks"
    assert library.saved_searches.all()[0].new == frozenset()


def test_without_records_the_same_alias_gives_another_id(tmp_path: Path, places: Places) -> None:
    for name, alias in (("one", False), ("two", True)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "talks.txt").write_text(TALKS)
        if alias:
            (tmp_path / name / "names.yaml").write_text(ALIAS)
    one, two = (ids(Library(tmp_path / name, places)) for name in ("one", "two"))
    assert one != two


def test_a_brief_keeps_its_id_when_its_title_and_date_are_edited(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())
    put(root, "a.md", "Joint statement on fish", date="2024-05-02")
    assert ids(opened()) == before
    put(root, "a.md", "Joint statement on ships")
    assert ids(opened()) == before


def test_a_brief_keeps_its_id_when_its_file_is_moved(root: Path, opened: Open) -> None:
    (root / "a.md").write_text("?!\n")
    assert ids(opened()) == {"a.md": "a"}
    (root / "2024").mkdir()
    (root / "a.md").rename(root / "2024" / "b.md")
    assert ids(opened()) == {"2024/b.md": "a"}


def test_a_brief_that_was_edited_and_then_moved_keeps_its_id(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())["a.md"]
    put(root, "a.md", "Another title")
    opened().update()
    (root / "a.md").rename(root / "b.md")
    assert ids(opened()) == {"b.md": before}


def test_a_new_file_under_the_name_of_one_that_was_moved_gets_an_id_of_its_own(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())["a.md"]
    (root / "a.md").rename(root / "b.md")
    put(root, "a.md", "Something else")
    assert ids(opened()) == {"b.md": before, "a.md": "2024-05-01-something-else"}


def test_another_brief_under_the_name_of_one_that_went_gets_an_id_of_its_own(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())["a.md"]
    (root / "a.md").rename(root / "away")
    assert ids(opened()) == {}
    put(root, "a.md", "Something else")
    library = opened()
    assert ids(library) == {"a.md": "2024-05-01-something-else"}
    with pytest.raises(NotFoundError):
        library.resolve(before)


def test_two_files_that_change_names_keep_their_ids(root: Path, opened: Open) -> None:
    put(root, "a.md", "One")
    put(root, "b.md", "Two")
    before = ids(opened())
    (root / "a.md").rename(root / "c")
    (root / "b.md").rename(root / "a.md")
    (root / "c").rename(root / "b.md")
    assert ids(opened()) == {"a.md": before["b.md"], "b.md": before["a.md"]}


def test_a_copy_gets_an_id_of_its_own(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())["a.md"]
    shutil.copy(root / "a.md", root / "copy.md")
    library = opened()
    both = ids(library)
    assert len(set(both.values())) == 2
    assert library.resolve(before).path == "a.md"


def test_the_id_of_the_first_of_two_answers_for_the_first(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement", "The ministers of fisheries met.")
    before = ids(opened())["a.md"]
    opened().saved_searches.save("ministers")
    put(root, "b.md", "Joint statement", "The ministers of defense met.")
    library = opened()
    after = ids(library)
    assert all(id.startswith(f"{before}-") for id in after.values())
    assert library.resolve(before).path == "a.md"
    assert library.saved_searches.all()[0].new == {after["b.md"]}
    (root / "a.md").unlink()
    library = opened()
    assert ids(library) == {"b.md": after["b.md"]}
    assert library.resolve(before).path == "b.md"  # as the beginning of its ID


def test_an_edit_changes_no_suffix(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement", "The ministers of fisheries met.")
    put(root, "b.md", "Joint statement", "The ministers of defense met.")
    before = ids(opened())
    put(root, "a.md", "Joint statement", "The ministers of fisheries met in Oslo.")
    assert ids(opened()) == before


def test_ids_survive_the_loss_of_the_cache(root: Path, places: Places, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    before = ids(opened())
    put(root, "a.md", "Another title")
    forget_index(places)
    assert ids(opened()) == before


def test_a_damaged_record_costs_only_itself(root: Path, places: Places, opened: Open) -> None:
    put(root, "a.md", "One")
    put(root, "b.md", "Two")
    before = ids(opened())
    [records] = (root / ".briefreader" / "ids").iterdir()
    lines = records.read_bytes().splitlines()
    hostile = json.loads(lines[0]) | {"id": "../../x\x1b", "path": "b.md"}
    records.write_bytes(b"\0" * 40 + lines[0][:30] + b"\n" + lines[1] + b"\n[1]\n\xff\n" + json.dumps(hostile).encode())
    put(root, "a.md", "Another title")
    put(root, "b.md", "Yet another title")
    forget_index(places)
    after = ids(opened())
    kept = json.loads(lines[1])["path"]
    assert after[kept] == before[kept]
    assert len(after) == 2 and not any("/" in id for id in after.values())


def test_the_records_of_two_machines_are_one(root: Path, places: Places, opened: Open) -> None:
    put(root, "a.md", "Joint statement", "The ministers of fisheries met.")
    before = ids(opened())["a.md"]
    folder = root / ".briefreader" / "ids"
    [records] = folder.iterdir()
    records.rename(folder / f"{records.stem} (conflicted copy).jsonl")
    forget_index(places)
    put(root, "a.md", "Fish", "The ministers of fisheries met.")  # edited before the other machine saw it
    assert ids(opened()) == {"a.md": before}
    other = places._replace(cache=places.cache.with_name("other"))
    assert ids(Library(root, other)) == {"a.md": before}


def test_two_machines_that_recognized_a_brief_by_themselves_agree_on_it(root: Path, places: Places) -> None:
    put(root, "a.md", "Joint statement", "The ministers of fisheries met.")
    first = ids(Library(root, places))["a.md"]
    folder = root / ".briefreader" / "ids"
    [records] = folder.iterdir()
    away = root / ".briefreader" / "away"
    records.rename(away)
    put(root, "a.md", "Joint statement", "The ministers of fisheries met in Oslo.")
    other = places._replace(cache=places.cache.with_name("other"))
    assert ids(Library(root, other)) == {"a.md": first}
    away.rename(folder / "from-elsewhere.jsonl")
    assert ids(Library(root, places)) == {"a.md": first}
    forget_index(places)
    library = Library(root, places)
    assert ids(library) == {"a.md": first}
    assert library.resolve(first).path == "a.md"


def test_a_read_only_library_keeps_its_ids_in_the_users_data(
    root: Path, places: Places, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(root, "a.md", "Joint statement")
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: not Path(path).is_relative_to(root) and real(path, mode))
    before = ids(opened())
    assert not (root / ".briefreader").exists()
    assert [*places.data.glob("libraries/*/ids/*.jsonl")]
    monkeypatch.undo()
    put(root, "a.md", "Another title")
    forget_index(places)
    assert ids(opened()) == before


def test_ids_that_cannot_be_recorded_stop_nothing(root: Path, opened: Open) -> None:
    put(root, "a.md", "Joint statement")
    (root / ".briefreader").mkdir()
    (root / ".briefreader" / "ids").write_text("no folder")
    told: list[str] = []
    assert opened().update(notify=told.append).briefs == 1
    assert [line for line in told if "cannot be recorded" in line]


def test_the_ids_of_an_index_without_records_are_taken_over(root: Path, opened: Open) -> None:
    (root / "talks.txt").write_text(TALKS)
    before = ids(opened())
    shutil.rmtree(root / ".briefreader")  # as an earlier version left it
    (root / "names.yaml").write_text(ALIAS)
    assert ids(opened()) == before


def test_the_ids_of_an_index_of_an_older_format_are_taken_over(
    root: Path, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "talks.txt").write_text(TALKS)
    before = ids(opened())
    shutil.rmtree(root / ".briefreader")
    (root / "names.yaml").write_text(ALIAS)
    monkeypatch.setattr("briefreader.search.storage.commits.FORMAT", 1_000)
    assert ids(opened()) == before


def test_a_brief_that_was_added_and_moved_is_updated_from_its_address(root: Path, tmp_path: Path, opened: Open) -> None:
    page = "---\ntitle: Joint statement\nurl: https://state.example/1\n---\n\n{}\n"
    source = tmp_path / "page.md"
    source.write_text(page.format("They met."))
    [before] = add(opened(), source)
    (root / "joint-statement.md").rename(root / "moved.md")
    assert ids(opened()) == {"moved.md": before}
    source.write_text(page.format("They met and agreed."))
    assert add(opened(), source) == [before]
    library = opened()
    assert ids(library) == {"moved.md": before}
    assert "agreed" in library.brief("joint-statement").text


def test_a_brief_that_is_removed_and_added_again_has_its_id_again(
    root: Path, tmp_path: Path, places: Places, opened: Open
) -> None:
    source = tmp_path / "talks.txt"
    source.write_text(TALKS)
    [before] = add(opened(), source)
    assert before == "edscg-5-2024-09-04"
    library = opened()
    library.update()
    library.remove(before)
    library.update()
    with pytest.raises(NotFoundError):
        library.resolve(before)
    (root / "names.yaml").write_text(ALIAS)
    assert add(opened(), source) == [before]
    forget_index(places)
    assert [*ids(opened()).values()] == [before]


def test_the_id_of_a_removed_brief_is_never_that_of_another(root: Path, tmp_path: Path, opened: Open) -> None:
    one = put(tmp_path, "one.md", "Joint statement", "The ministers of fisheries met.")
    two = put(tmp_path, "two.md", "Joint statement", "The ministers of defense met.")
    [first] = add(opened(), one)
    library = opened()
    library.update()
    assert first
    library.remove(first)
    [second] = add(opened(), two)
    assert second and second.startswith(f"{first}-")
    assert [*ids(opened()).values()] == [second]
    [again] = add(opened(), one)
    library = opened()
    library.update()
    assert again
    assert library.resolve(again) == library.resolve(first)
    assert "fisheries" in library.brief(first).text
    assert "defense" in library.brief(second).text


def test_a_file_that_was_placed_by_hand_has_its_id_again_when_it_is_added(
    root: Path, tmp_path: Path, opened: Open
) -> None:
    (root / "a.md").write_text("?!\n")
    before = ids(opened())["a.md"]
    (root / "a.md").rename(tmp_path / "elsewhere.md")
    assert ids(opened()) == {}
    assert add(opened(), tmp_path / "elsewhere.md") == [before]


def test_the_id_that_a_person_writes_into_a_file_is_its_id(root: Path, opened: Open) -> None:
    path = put(root, "a.md", "Joint statement")
    before = ids(opened())["a.md"]
    path.write_text(path.read_text().replace("---\n", "---\nid: mine\n", 1))
    library = opened()
    assert ids(library) == {"a.md": "mine"}
    assert library.resolve(before).path == "a.md"
    assert library.resolve(before[:-3]).path == "a.md"


def test_a_killed_process_leaves_records_that_can_be_read(root: Path, places: Places, opened: Open) -> None:
    for number in range(30):
        put(root, f"{number}.md", f"Statement {number}", "They met. " * 300)
    code = (
        "import sys; from pathlib import Path; from briefreader.config import Places; "
        "from briefreader.library import Library\n"
        "print('ready', flush=True); Library(Path(sys.argv[1]), Places(*map(Path, sys.argv[2:5]))).update()\n"
    )
    for pause in (0.2, 0.3, 0.5):
        command = [sys.executable, "-c", code, str(root), *map(str, places)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as indexing:
            assert indexing.stdout is not None
            indexing.stdout.readline()
            time.sleep(pause)
            indexing.send_signal(signal.SIGKILL)
    before = ids(opened())
    assert len(before) == 30
    for number in range(30):
        put(root, f"{number}.md", f"Other {number}")
    forget_index(places)
    assert ids(opened()) == before


def test_a_file_opened_alone_leaves_no_traces_in_its_folder(root: Path, places: Places) -> None:
    put(root, "a.md", "Joint statement")
    Library(root, places, only="a.md").update()
    assert [path.name for path in root.iterdir()] == ["a.md"]


def test_the_state_of_the_sample_is_never_inside_it(places: Places) -> None:
    from briefreader.library import sample_folder

    assert library_state(sample_folder(), places).folder.is_relative_to(places.data)
