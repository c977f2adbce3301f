"""Searches kept for later: a query a line, what each finds, and what is new since the last visit."""

from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import IndexLostError, LibraryError


def brief(root: Path, name: str, text: str) -> None:
    (root / f"{name}.md").write_text(f"---\ntitle: {name}\ndate: 2024-05-01\n---\n{text}\n", "utf-8")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    root = tmp_path / "library"
    root.mkdir()
    brief(root, "Ice", "Ice and ships.")
    brief(root, "Ships", "Ships alone.")
    user = tmp_path / "user"
    found = Library(root, Places(user / "config", user / "data", user / "cache"))
    found.update()
    return found


def test_a_saved_search_is_a_line_of_a_plain_file(library: Library) -> None:
    library.saved_searches.save("ships")
    library.saved_searches.save(" title:ice ")
    path = library.root / ".briefreader" / "searches.txt"
    assert [line for line in path.read_text().splitlines() if not line.startswith("#")] == ["ships", "title:ice"]
    library.saved_searches.save("ships")
    assert [search.query for search in library.saved_searches.all()] == ["ships", "title:ice"]


def test_what_came_since_the_last_visit_is_new_until_the_next(library: Library) -> None:
    library.saved_searches.save("ships")
    assert [(len(search.found), search.new) for search in library.saved_searches.all()] == [(2, frozenset())]
    brief(library.root, "Fleet", "More ships.")
    library.update()
    (found,) = library.saved_searches.all()
    assert len(found.found) == 3
    assert found.new == {"2024-05-01-fleet"}
    assert library.saved_searches.visit("ships").new == {"2024-05-01-fleet"}
    assert library.saved_searches.all()[0].new == frozenset()


def test_a_line_written_by_hand_is_a_search_in_which_nothing_is_new_yet(library: Library) -> None:
    folder = library.root / ".briefreader"
    folder.mkdir(exist_ok=True)
    (folder / "searches.txt").write_bytes(b"# mine\n\nice\x1b[2J\n  ships  \nships\n\xff\n")
    searches = library.saved_searches.all()
    assert [search.query for search in searches][:2] == ["ice", "ships"]
    assert all(search.visited is None and not search.new for search in searches)


def test_forgetting_one_leaves_the_other_lines_as_they_are(library: Library) -> None:
    library.saved_searches.save("ships")
    path = library.root / ".briefreader" / "searches.txt"
    path.write_text("# mine\nice\n" + path.read_text())
    library.saved_searches.forget("ships")
    assert path.read_text().splitlines()[:2] == ["# mine", "ice"]
    assert [search.query for search in library.saved_searches.all()] == ["ice"]


@pytest.mark.parametrize("damaged", [b"", b"[]", b'{"ships": 3}', b'{"ships": ["2024-01-01", "abc"]}', b"\xff"])
def test_what_was_seen_may_be_lost_without_harm(library: Library, damaged: bytes) -> None:
    library.saved_searches.save("ships")
    (library.root / ".briefreader" / "searches-seen.json").write_bytes(damaged)
    assert [(search.query, search.new) for search in library.saved_searches.all()] == [("ships", frozenset())]


def test_where_they_cannot_be_kept_a_sentence_says_so(library: Library) -> None:
    state = library.root / ".briefreader"
    (state / "searches.txt").mkdir(parents=True)
    with pytest.raises(LibraryError, match=r"searches\.txt cannot be written"):
        library.saved_searches.save("ships")
    assert not list((state / "searches.txt").iterdir())


def test_a_damaged_index_leaves_what_was_seen(library: Library) -> None:
    library.saved_searches.save("ships")
    for path in library._index.index.folder.glob("commit-*/*.pfx"):
        path.write_bytes(bytes(path.stat().st_size))
    library.reload()
    for _ in range(2):  # damaged, then set aside
        with pytest.raises(IndexLostError):
            library.saved_searches.visit("ships")
    library.update()
    assert [(len(search.found), search.new) for search in library.saved_searches.all()] == [(2, frozenset())]


def test_a_saved_search_is_undone_and_the_other_lines_stay(library: Library) -> None:
    path = library.root / ".briefreader" / "searches.txt"
    library.saved_searches.save("ice")
    before = path.read_bytes()
    library.saved_searches.save("ships")
    assert library.undo() == "the saved search ships"
    assert path.read_bytes() == before
    assert library.undo() == "the saved search ice"
    assert not path.exists()
    assert library.saved_searches.all() == ()


def test_a_deleted_search_comes_back_with_what_was_seen_of_it(library: Library) -> None:
    library.saved_searches.save("ships")
    library.saved_searches.forget("ships")
    brief(library.root, "Fleet", "More ships.")
    library.update()
    assert library.undo() == "the deleted search ships"
    (found,) = library.saved_searches.all()
    assert found.query == "ships"
    assert found.new == {"2024-05-01-fleet"}


def test_searching_and_visiting_are_no_changes_to_undo(library: Library) -> None:
    library.saved_searches.save("ships")
    library.saved_searches.save("ships")
    library.saved_searches.visit("ships")
    assert library.undo() == "the saved search ships"
    assert library.undo() is None
