"""Marks of briefs that outlive the session: read, starred, new since the last visit, and the place in each."""

from collections.abc import Callable, Collection
from pathlib import Path

import pytest

from briefreader.library import Library, Reading
from briefreader.model import LibraryError

Opened = Callable[[], Library]


def ids(library: Library) -> list[str]:
    return [entry.id for entry in library.entries()]


def write(root: Path, name: str) -> None:
    (root / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2024-05-01\n---\nText of {name}.\n", "utf-8")


def test_at_first_nothing_is_read_or_new_or_starred(library: Library) -> None:
    reading = library.reading
    for id in ids(library):
        assert not (reading.is_read(id) or reading.is_new(id) or reading.is_starred(id))
        assert reading.place(id) is None
    assert not reading.path.exists()


def test_marks_are_there_in_the_next_session(library: Library, opened: Opened) -> None:
    first, second, *_ = ids(library)
    library.reading.mark_read([first, second], True)
    library.reading.star([second], True)
    library.reading.keep_place(first, 700)
    reading = opened().reading
    assert reading.is_read(first) and reading.is_read(second)
    assert reading.is_starred(second) and not reading.is_starred(first)
    assert (reading.place(first), reading.place(second)) == (700, None)
    assert reading.read_briefs() == {first, second}
    assert reading.starred_briefs() == {second}


def test_a_place_at_the_beginning_is_none(library: Library) -> None:
    first = ids(library)[0]
    library.reading.keep_place(first, 700)
    library.reading.keep_place(first, 0)
    assert library.reading.place(first) is None


def test_two_sessions_keep_the_stars_of_both(library: Library, opened: Opened) -> None:
    first, second, *_ = ids(library)
    mine, other = library.reading, opened().reading
    assert not other.is_starred(first)
    mine.star([first], True)
    other.star([second], True)
    assert mine.starred_briefs() == other.starred_briefs() == {first, second}


def test_a_change_is_undone_by_the_line_that_it_returned(library: Library) -> None:
    first, second, *_ = ids(library)
    reading = library.reading
    reading.star([first], True)
    line = reading.star([first, second], True)
    read = reading.mark_read([second], True)
    reading.restore(line)
    assert reading.starred_briefs() == {first}
    reading.restore(read)
    assert reading.read_briefs() == frozenset()


@pytest.mark.parametrize("line", ["", "[]", "{", '{"starred": {"a": 1}}'])
def test_a_line_that_says_no_marks_restores_nothing(library: Library, line: str) -> None:
    with pytest.raises(LibraryError, match="cannot be undone"):
        library.reading.restore(line)


def test_on_the_first_visit_no_brief_is_new(library: Library, root: Path) -> None:
    assert library.reading.new_briefs() == frozenset()
    write(root, "Arrival")
    library.update()
    assert library.reading.new_briefs() == frozenset()


def test_briefs_that_came_after_the_last_visit_are_new_until_they_are_read(
    library: Library, opened: Opened, root: Path
) -> None:
    library.reading.end_visit(complete=True)
    write(root, "Arrival")
    again = opened()
    again.update()
    arrival = again.resolve("Arrival.md").id
    assert again.reading.new_briefs() == {arrival}
    assert again.reading.is_new(arrival)
    again.reading.mark_read([arrival], True)
    assert not again.reading.is_new(arrival)
    assert again.reading.new_briefs() == frozenset()
    again.reading.end_visit(complete=True)
    assert opened().reading.new_briefs() == frozenset()


def test_briefs_that_come_during_a_visit_are_new_in_it_and_no_longer_in_the_next(
    library: Library, opened: Opened, root: Path
) -> None:
    library.reading.end_visit(complete=True)
    again = opened()
    assert again.reading.new_briefs() == frozenset()
    write(root, "Arrival")
    again.update()
    assert again.reading.new_briefs() == {again.resolve("Arrival.md").id}
    again.reading.end_visit(complete=True)
    assert opened().reading.new_briefs() == frozenset()


def test_a_visit_that_ends_before_all_briefs_are_listed_makes_no_old_brief_new(
    library: Library, opened: Opened, root: Path
) -> None:
    library.reading.end_visit(complete=True)
    kept = {path: path.read_bytes() for path in root.glob("*.md")}
    for path in list(kept)[1:]:
        path.unlink()
    hurried = opened()
    hurried.update()
    hurried.reading.end_visit(complete=False)
    for path, content in kept.items():
        path.write_bytes(content)
    again = opened()
    again.update()
    assert again.reading.new_briefs() == frozenset()


def test_marks_follow_a_brief_that_has_another_id_now(library: Library, opened: Opened, root: Path) -> None:
    twin = "---\ntitle: Twin\ndate: 2024-05-01\n---\nText of a {}.\n"
    (root / "a.md").write_text(twin.format("twin"), "utf-8")
    library.update()
    before = library.resolve("a.md").id
    library.reading.star([before], True)
    library.reading.keep_place(before, 40)
    library.reading.end_visit(complete=True)
    (root / "b.md").write_text(twin.format("second twin"), "utf-8")
    again = opened()
    again.update()
    now = again.resolve("a.md").id
    reading = again.reading
    assert now != before
    assert reading.is_starred(now) and reading.is_starred(before)
    assert reading.place(now) == reading.place(before) == 40
    assert reading.starred_briefs() == {now}
    assert reading.new_briefs() == {again.resolve("b.md").id}
    reading.star([before], False)
    assert not reading.is_starred(now)
    assert reading.starred_briefs() == frozenset()


def test_marks_of_a_brief_that_is_gone_are_kept_and_not_found(library: Library, opened: Opened, root: Path) -> None:
    write(root, "Fleeting")
    library.update()
    fleeting = library.resolve("Fleeting.md").id
    library.reading.star([fleeting], True)
    (root / "Fleeting.md").unlink()
    again = opened()
    again.update()
    assert again.reading.starred_briefs() == frozenset()
    write(root, "Fleeting")
    again.update()
    assert again.reading.starred_briefs() == {fleeting}


def test_a_damaged_record_is_told_by_check_and_never_an_error(library: Library, opened: Opened) -> None:
    first, second, *_ = ids(library)
    library.reading.star([first], True)
    with library.reading.path.open("ab") as file:
        file.write(b"\x00damage\n")
    again = opened()
    assert again.reading.is_starred(first)
    assert [problem.where for problem in again.check()] == [str(again.reading.path)]
    again.reading.star([second], True)
    assert again.reading.starred_briefs() == {first, second}
    aside = again.reading.path.with_name("reading.damaged-1.jsonl")
    assert [problem.where for problem in again.check()] == [str(aside)]


def test_a_folder_in_place_of_the_record_is_told_and_marks_nothing(library: Library) -> None:
    library.reading.path.mkdir(parents=True)
    first = ids(library)[0]
    assert not library.reading.is_read(first)
    with pytest.raises(LibraryError, match="cannot be written"):
        library.reading.star([first], True)
    assert [problem.where for problem in library.check()] == [str(library.reading.path)]


def found(library: Library, query: str, *, typing: bool = False) -> set[str]:
    return {hit.id for hit in library.search(query, typing=typing).hits}


def test_a_search_finds_briefs_by_their_marks_as_they_are_at_this_moment(library: Library, opened: Opened) -> None:
    first, second, *rest = ids(library)
    other = opened()
    assert found(library, "is:starred") == set()
    other.reading.star([first], True)
    assert found(library, "is:starred") == {first}
    other.reading.mark_read([first, second], True)
    assert found(library, "is:read") == found(library, "-is:unread") == {first, second}
    assert found(library, "is:unr", typing=True) == set(rest)
    assert found(library, "is:starred OR is:unread") == {first, *rest}
    other.reading.star([first], False)
    assert found(library, "is:starred") == set()


def test_a_record_that_cannot_be_read_is_told_and_leaves_the_index_alone(library: Library) -> None:
    library.reading.path.mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"reading\.jsonl cannot be read"):
        library.search("is:starred")
    assert library.search("korea").total


def test_however_many_unknown_briefs_are_marked_their_ids_are_asked_for_at_once(tmp_path: Path) -> None:
    asked: list[int] = []

    def ids_now(ids: Collection[str]) -> dict[str, str]:
        asked.append(len(ids))
        return {"old": "new"} if "old" in ids else {}

    reading = Reading(tmp_path, lambda: {"new": 1}, ids_now, lambda ids: {})
    before = reading.star(["old", *(f"x{number}" for number in range(200))], True)
    assert len(asked) < 6
    assert reading.starred_briefs() == {"new"}
    reading.restore(before)
    assert len(asked) < 12
    assert reading.starred_briefs() == frozenset()
