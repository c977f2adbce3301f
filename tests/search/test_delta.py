"""The delta belongs to one commit of the large part, and says where its documents stand among the others."""

from pathlib import Path

import pytest

from briefreader.model import LibraryError
from briefreader.search.index import delta
from briefreader.search.index import metadata as metadata_tables
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.update import update
from briefreader.search.storage import commits
from briefreader.search.storage.commits import Commit
from search.briefs import item, metadata

LARGE = (
    item("large-a.md", "A", "", "2024-05-01"),
    item("large-b.md", "B", "", "2023-05-01"),
    item("large-c.md", "C", ""),
)
ADDED = (
    item("added-a.md", "New A", "", "2025"),
    item("added-b.md", "New B", "", "2023-05-01"),  # before large-b.md by its path
    item("later.md", "New C", "", "2023-05-01"),  # after it
    item("z.md", "New D", ""),
)


@pytest.fixture
def large(tmp_path: Path) -> Commit:
    return update(tmp_path / "index", LARGE, metadata(LARGE))


def add(folder: Path, large: Commit, items: tuple[IndexDocument, ...] = ADDED) -> Commit:
    return update(folder / "added", items, metadata(items), rebuild=True, large=large)


def test_each_document_stands_before_the_next_older_one_of_the_large_part(large: Commit, tmp_path: Path) -> None:
    file = add(tmp_path, large).open(delta.NAME)
    assert delta.insertion_ranks(file) == [0, 1, 2, 3]
    assert delta.combined(["a", "b", "c"], ["1", "2", "3", "4"], file) == ["1", "a", "2", "b", "3", "c", "4"]


def test_the_metadata_of_both_parts_is_that_of_all_documents(large: Commit, tmp_path: Path) -> None:
    commit = add(tmp_path, large)
    both = delta.combined_metadata(metadata_tables.of(large), metadata_tables.of(commit), commit.open(delta.NAME))
    assert [*both.items()] == [*metadata((*LARGE, *ADDED)).items()]


def test_documents_between_the_same_two_keep_their_order(large: Commit, tmp_path: Path) -> None:
    newer = tuple(item(f"{day}.md", "New", "", f"2023-06-0{day}") for day in (1, 2, 3))
    file = add(tmp_path, large, newer).open(delta.NAME)
    assert delta.insertion_ranks(file) == [1, 1, 1]
    assert delta.combined([0, 1, 2], [10, 11, 12], file) == [0, 10, 11, 12, 1, 2]


def test_it_is_current_for_the_commit_it_was_written_for_only(large: Commit, tmp_path: Path) -> None:
    commit = add(tmp_path, large)
    assert delta.current(tmp_path / "added", large) == commit
    again = update(tmp_path / "index", (), metadata(LARGE))
    assert delta.current(tmp_path / "added", again) is None


def test_a_commit_with_the_same_number_in_a_new_folder_is_another(large: Commit, tmp_path: Path) -> None:
    add(tmp_path, large)
    other = update(tmp_path / "other", LARGE[:2], metadata(LARGE[:2]))
    assert other.number == large.number
    assert delta.current(tmp_path / "added", other) is None


def test_an_index_without_the_file_is_no_delta(large: Commit, tmp_path: Path) -> None:
    assert delta.current(tmp_path / "index", large) is None
    assert delta.current(tmp_path / "nothing", large) is None


def test_a_damaged_delta_is_noticed(large: Commit, tmp_path: Path) -> None:
    path = add(tmp_path, large).path / delta.NAME
    data = bytearray(path.read_bytes())
    data[0] ^= 1
    path.write_bytes(data)
    assert commits.current(tmp_path / "added") is not None
    with pytest.raises(LibraryError, match="--rebuild"):
        delta.current(tmp_path / "added", large)
