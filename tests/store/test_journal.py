"""The journal undoes the changes of plain files one by one, and loses nothing that somebody else wrote."""

import hashlib
import json
from pathlib import Path

import pytest

from briefreader.model import LibraryError, SettingsError
from briefreader.store import Bounds, Journal, user_key
from briefreader.store.journal import MOST


@pytest.fixture
def names(tmp_path: Path) -> Path:
    return tmp_path / "names.yaml"


def journal(tmp_path: Path) -> Journal:
    """Open the journal as a new process would."""
    return Journal(tmp_path / ".state", tmp_path, tmp_path / ".state" / "partial")


def anything(path: Path, data: bytes) -> None:
    """Check no content."""


def undone(tmp_path: Path) -> str | None:
    change = journal(tmp_path).undo(Bounds({tmp_path / "names.yaml": anything, tmp_path / "other": anything}.get))
    return change.what if change else None


def test_changes_are_undone_one_by_one_by_a_later_process(tmp_path: Path, names: Path) -> None:
    journal(tmp_path).write(names, b"one\n", "the first")
    journal(tmp_path).write(names, b"one\ntwo\n", "the second")
    journal(tmp_path).write(tmp_path / "other", b"x", "of another file")
    journal(tmp_path).write(names, b"zero\none\ntwo\n", "the third")
    assert [undone(tmp_path) for _ in range(2)] == ["the third", "of another file"]
    assert names.read_bytes() == b"one\ntwo\n"
    assert not (tmp_path / "other").exists()
    assert [undone(tmp_path) for _ in range(3)] == ["the second", "the first", None]
    assert not names.exists()


def test_a_file_of_any_bytes_comes_back_as_it_was(tmp_path: Path, names: Path) -> None:
    names.write_bytes(b"a\r\n\xff\x00\nb")
    journal(tmp_path).write(names, b"a\r\n\xfe\nb\n", "bytes")
    undone(tmp_path)
    assert names.read_bytes() == b"a\r\n\xff\x00\nb"


def test_what_is_written_already_is_no_change(tmp_path: Path, names: Path) -> None:
    names.write_bytes(b"one\n")
    journal(tmp_path).write(names, b"one\n", "nothing")
    assert journal(tmp_path).changes() == []


def test_lines_that_were_written_elsewhere_in_the_file_since_stay(tmp_path: Path, names: Path) -> None:
    names.write_bytes(b"people:\n  - Ann\nkill:\n  - Ox\n")
    journal(tmp_path).write(names, b"people:\n  - Ann\n  - Bo\nkill:\n  - Ox\n", "Bo is a name")
    names.write_bytes(b"# mine\npeople:\n  - Ann\n  - Bo\nkill:\n  - Ox\n  - Yak\n")
    assert undone(tmp_path) == "Bo is a name"
    assert names.read_bytes() == b"# mine\npeople:\n  - Ann\nkill:\n  - Ox\n  - Yak\n"


@pytest.mark.parametrize("since", [b"people:\n  - Bob\n", b"", b"people:\n  - Bo\npeople:\n  - Bo\n"])
def test_lines_that_somebody_changed_since_are_left_alone(tmp_path: Path, names: Path, since: bytes) -> None:
    names.write_bytes(b"people:\n")
    journal(tmp_path).write(names, b"people:\n  - Bo\n", "Bo is a name")
    names.write_bytes(since)
    with pytest.raises(LibraryError, match=r"names\.yaml: its lines were changed after 'Bo is a name'"):
        undone(tmp_path)
    assert names.read_bytes() == since
    assert len(journal(tmp_path).changes()) == 1


def test_a_content_that_the_file_may_not_have_is_not_written(tmp_path: Path, names: Path) -> None:
    names.write_bytes(b"1\n")
    journal(tmp_path).write(names, b"1\n2\n", "two")

    def check(path: Path, data: bytes) -> None:
        raise SettingsError(f"{path.name} may not be {data!r}")

    with pytest.raises(SettingsError, match=r"names\.yaml may not be b'1\\n'"):
        journal(tmp_path).undo(Bounds({names: check}.get))
    assert names.read_bytes() == b"1\n2\n"


def test_a_change_that_a_killed_process_noted_and_did_not_make_is_passed_over(tmp_path: Path, names: Path) -> None:
    journal(tmp_path).write(names, b"1\n", "one")
    journal(tmp_path).write(names, b"1\n2\n", "two")
    names.write_bytes(b"1\n")
    assert undone(tmp_path) == "one"


def test_the_journal_does_not_grow_without_end_and_a_damaged_one_is_empty(tmp_path: Path, names: Path) -> None:
    for number in range(MOST + 3):
        journal(tmp_path).write(names, b"%d" % number, str(number))
    assert [change.what for change in journal(tmp_path).changes()] == [str(number) for number in range(3, MOST + 3)]
    (tmp_path / ".state" / "changes.json").write_bytes(b'[["half')
    assert undone(tmp_path) is None


def test_a_journal_from_elsewhere_changes_no_other_file(tmp_path: Path, names: Path) -> None:
    library = tmp_path / "library"
    private = tmp_path / "private"
    private.write_bytes(b"mine\n")
    digest = hashlib.sha256(b"mine\n").hexdigest()
    written = Journal(library / ".state", library, library / ".state" / "partial")
    written.write(library / "names.yaml", b"Ann\n", "Ann is a name")
    noted = json.loads((library / ".state" / "changes.json").read_bytes())
    for path in (str(private), "../private"):
        for before in (None, "another"):
            noted.append(["\x1b[31mharmless", path, before, digest, 0, "theirs\n", "mine\n"])
    (library / ".state" / "changes.json").write_text(json.dumps(noted))
    assert [change.what for change in written.changes()][-1] == "harmless"
    change = written.undo(Bounds({library / "names.yaml": anything}.get))
    assert change is not None
    assert change.what == "Ann is a name"
    assert private.read_bytes() == b"mine\n"


@pytest.mark.parametrize(
    "row",
    [
        ["what", "names.yaml", None, "x", "0", "", "Ann\n"],
        ["what", 7, None, "x", 0, "", "Ann\n"],
        ["what", "names.yaml", "y", "x", 0, "\ud800", "Ann\n"],
        ["too few"],
    ],
)
def test_a_journal_with_values_of_another_kind_is_empty(tmp_path: Path, names: Path, row: list[object]) -> None:
    journal(tmp_path).write(names, b"Ann\n", "Ann is a name")
    (tmp_path / ".state" / "changes.json").write_text(json.dumps([row]))
    assert undone(tmp_path) is None
    assert names.read_bytes() == b"Ann\n"


def test_a_journal_nested_without_end_is_empty(tmp_path: Path, names: Path) -> None:
    journal(tmp_path).write(names, b"Ann\n", "Ann is a name")
    (tmp_path / ".state" / "changes.json").write_text("[" * 100_000)
    assert undone(tmp_path) is None


def bounds(tmp_path: Path, restored: list[str] | None = None, owner: str = "") -> Bounds:
    """Allow every change of files in a folder, and marks of an owner."""
    return Bounds(
        lambda path: anything,
        lambda path, moved: path.is_relative_to(tmp_path) and moved.is_relative_to(tmp_path),
        restored.append if restored is not None else None,
        owner or user_key(),
    )


def test_moved_files_come_back_together(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    moves = [(first, tmp_path / "removed" / "a"), (second, tmp_path / "removed" / "deep" / "b")]
    journal(tmp_path).move(moves, "the removal of two")
    assert [path.exists() for path, _ in moves] == [False, False]
    assert journal(tmp_path).moves_last()
    change = journal(tmp_path).undo(bounds(tmp_path))
    assert change and change.what == "the removal of two"
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    assert journal(tmp_path).undo(bounds(tmp_path)) is None


def test_a_moved_file_whose_place_is_taken_stays(tmp_path: Path) -> None:
    path, moved = tmp_path / "a", tmp_path / "removed" / "a"
    path.write_bytes(b"old")
    journal(tmp_path).move([(path, moved)], "the removal")
    path.write_bytes(b"new")
    with pytest.raises(LibraryError, match="another file has taken its place"):
        journal(tmp_path).undo(bounds(tmp_path))
    assert (path.read_bytes(), moved.read_bytes()) == (b"new", b"old")
    path.unlink()
    assert journal(tmp_path).undo(bounds(tmp_path))
    assert path.read_bytes() == b"old"


def test_a_moved_file_that_is_gone_is_told_once_and_the_others_come_back(tmp_path: Path) -> None:
    moves = [(tmp_path / name, tmp_path / "removed" / name) for name in ("a", "b")]
    for path, _ in moves:
        path.write_bytes(b"text")
    journal(tmp_path).move(moves, "the removal")
    moves[0][1].unlink()
    with pytest.raises(LibraryError, match="the file is gone"):
        journal(tmp_path).undo(bounds(tmp_path))
    assert moves[1][0].read_bytes() == b"text"
    assert journal(tmp_path).undo(bounds(tmp_path)) is None


def test_a_move_that_a_killed_process_noted_or_half_made_is_made_right(tmp_path: Path) -> None:
    moves = [(tmp_path / name, tmp_path / "removed" / name) for name in ("a", "b")]
    for path, _ in moves:
        path.write_bytes(path.name.encode())
    journal(tmp_path).write(tmp_path / "names.yaml", b"1\n", "one")
    journal(tmp_path).move(moves, "the removal")
    moves[1][1].rename(moves[1][0])  # as if the process had been killed between the two
    assert journal(tmp_path).undo(bounds(tmp_path))
    assert [path.read_bytes() for path, _ in moves] == [b"a", b"b"]
    journal(tmp_path).move(moves, "the removal")
    for path, moved in moves:
        moved.rename(path)
    change = journal(tmp_path).undo(bounds(tmp_path))
    assert change and change.what == "one"


def test_marks_are_restored_in_the_order_of_all_changes(tmp_path: Path, names: Path) -> None:
    restored: list[str] = []
    journal(tmp_path).write(names, b"1\n", "one")
    journal(tmp_path).note_marks('{"starred":{"a":false}}', "the star of a")
    journal(tmp_path).write(names, b"2\n", "two")
    for what in ("two", "the star of a", "one"):
        change = journal(tmp_path).undo(bounds(tmp_path, restored))
        assert change and change.what == what
    assert restored == ['{"starred":{"a":false}}']
    assert not names.exists()


def test_marks_of_another_user_stay_and_so_does_their_change(tmp_path: Path, names: Path) -> None:
    restored: list[str] = []
    journal(tmp_path).write(names, b"1\n", "one")
    journal(tmp_path).note_marks("{}", "the star of a")
    change = journal(tmp_path).undo(bounds(tmp_path, restored, "somebody else"))
    assert change and change.what == "one"
    assert restored == []
    assert [each.what for each in journal(tmp_path).changes()] == ["the star of a"]


def test_large_changes_make_older_ones_give_way(tmp_path: Path, names: Path) -> None:
    for number in range(5):
        journal(tmp_path).write(names, b"%d" % number * (5 << 20), str(number))
    assert [change.what for change in journal(tmp_path).changes()] == ["4"]
    assert journal(tmp_path).undo(bounds(tmp_path))
    assert names.read_bytes() == b"3" * (5 << 20)


def test_new_files_that_cannot_all_be_written_leave_none(tmp_path: Path, names: Path) -> None:
    (tmp_path / "other").write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        journal(tmp_path).write_new({names: b"one", tmp_path / "other": b"two"}, "both")
    assert not names.exists()
    assert (tmp_path / "other").read_bytes() == b"theirs"
    assert undone(tmp_path) is None
