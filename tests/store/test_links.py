"""A library may come from elsewhere with links in place of the folders of the program: nothing beyond them changes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.indexing import silent
from briefreader.store import Addition, Drafts, IdRecords, Ledger, State
from briefreader.store.id_records import GivenId


@pytest.fixture
def private(tmp_path: Path) -> Path:
    """Return a folder of the user beside the library, with a file in each place that has a name in a state folder."""
    folder = tmp_path / "private"
    for name in (".", "partial", "unfinished", "originals", "quarantine", "removed", "drafts/partial"):
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "mine.txt").write_text("mine")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def locked(state: State) -> None:
    with state.lock("adding", silent):
        state.discard_partial()


def changing(state: State) -> None:
    with state.changing(state.folder.parent, "noting", silent):
        pass


@pytest.mark.parametrize(
    ("link", "write"),
    [
        ("partial", locked),
        ("unfinished", changing),
        ("originals", lambda state: state.keep_original(b"text", ".txt")),
        ("quarantine", lambda state: state.quarantine(b"text", "a.txt", "why")),
        ("removed", lambda state: state.free_for_removed("a.md")),
        ("removed/2024", lambda state: state.free_for_removed("2024/a.md")),
        ("removed", lambda state: state.keep_version(b"text", "2024/a.md", "2024-05-01")),
        (".", locked),
        (".", changing),
        ("drafts", lambda state: Drafts(state.folder / "drafts").save("key", "text")),
        ("drafts/partial", lambda state: Drafts(state.folder / "drafts").save("key", "text")),
        (".", lambda state: Drafts(state.folder / "drafts").save("key", "text")),
    ],
)
def test_nothing_is_written_or_deleted_where_a_link_leads(
    tmp_path: Path, private: Path, link: str, write: Callable[[State], object]
) -> None:
    state = State(tmp_path / "library" / ".briefreader")
    (state.folder / link).parent.mkdir(parents=True, exist_ok=True)
    (state.folder / link).symlink_to(private)
    before = contents(private)
    with pytest.raises(OSError, match="a link stands in place of a folder"):
        write(state)
    assert contents(private) == before


def test_no_draft_is_read_or_dropped_where_a_link_leads(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path / "drafts")
    drafts.save("key", "mine")
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "drafts").symlink_to(tmp_path / "drafts")
    linked = Drafts(tmp_path / "state" / "drafts")
    assert linked.keys() == ()
    linked.drop("key")
    assert drafts.find("key") == "mine"


def test_additions_are_not_added_to_a_file_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / "added.jsonl").symlink_to(tmp_path / "mine.txt")
    with pytest.raises(OSError, match="symbolic"):
        Ledger(tmp_path / "added.jsonl").append(Addition("0", "1", "a.md", None))
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_ids_are_recorded_in_the_next_folder_where_the_first_is_a_link(tmp_path: Path) -> None:
    (tmp_path / "private").mkdir()
    (tmp_path / "ids").symlink_to(tmp_path / "private")
    given = GivenId("0", "a", "a", "a.md", "1", 1)
    IdRecords([tmp_path / "ids", tmp_path / "own"]).write([given])
    assert contents(tmp_path / "private") == {}
    assert IdRecords([tmp_path / "own"]).find("id", "a") == [given]
