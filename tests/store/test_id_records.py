"""Records of IDs are lines that are only added, and are found however many there are."""

import os
import threading
from pathlib import Path

import pytest

from briefreader.store import GivenId, IdRecords

PATHS = ("a.md", 'quoted "a".md', "back\\slash.md", "two\nlines.md", "réunion.md", os.fsdecode(b"\xff.md"), "회의.md")


def record(number: int, path: str = "a.md", id: str = "talks") -> GivenId:
    return GivenId(f"brief{number}", f"{id}-{number}", id, path, f"digest{number}", number)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "ids"


def test_what_is_written_is_found_by_every_field(folder: Path) -> None:
    written = [record(number, path) for number, path in enumerate(PATHS)]
    IdRecords([folder]).write(written)
    few, many = IdRecords([folder]), IdRecords([folder])
    for _ in range(100):
        many.find("id", "nothing")
    for each in written:
        for records in (few, many):
            assert records.find("brief", each.brief) == records.find("id", each.id) == [each]
            assert records.find("path", each.path) == records.find("digest", each.digest) == [each]
    assert few.find("path", "md") == few.find("id", "talks") == few.find("id", '"') == []


def test_records_are_found_from_the_oldest_to_the_newest(folder: Path) -> None:
    records = IdRecords([folder])
    records.write([record(3), record(1)])
    records.add([record(2)])
    assert [each.at for each in records.find("path", "a.md")] == [1, 2, 3]
    assert [each.id for each in IdRecords([folder]).beginning("talks")] == ["talks-1", "talks-3"]
    assert [each.id for each in IdRecords([folder]).beginning("talks-3")] == ["talks-3"]


def test_a_torn_line_costs_only_itself(folder: Path) -> None:
    IdRecords([folder]).write([record(1)])
    [path] = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    IdRecords([folder]).write([record(2)])
    assert [each.at for each in IdRecords([folder]).find("path", "a.md")] == [1, 2]


@pytest.mark.parametrize("id", ["../up", "a/b", ".hidden", "a b", "a\x1b[2J", "", "a" * 300])
def test_an_id_that_cannot_be_the_name_of_a_file_is_none(folder: Path, id: str) -> None:
    IdRecords([folder]).write([record(1)._replace(id=id), record(2)._replace(base=id), record(3)])
    assert [each.at for each in IdRecords([folder]).find("path", "a.md")] == [3]


@pytest.mark.parametrize("path", ["../up.md", "a/../../b.md", "/dev/zero", "", "a\0.md"])
def test_a_path_that_leads_out_of_the_library_is_none(folder: Path, path: str) -> None:
    IdRecords([folder]).write([record(1, path), record(2, "a..b/c.md")])
    assert IdRecords([folder]).find("digest", "digest1") == []
    assert [each.at for each in IdRecords([folder]).find("path", "a..b/c.md")] == [2]


def test_all_files_of_all_folders_count_but_links_and_pipes(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "user" / "ids"
    for number, place in enumerate((folder, other)):
        IdRecords([place]).write([record(number)])
        [path] = place.iterdir()
        path.rename(place / f"copy {number}.jsonl")
    IdRecords([tmp_path / "secret"]).write([record(5)])
    (folder / "link.jsonl").symlink_to(next((tmp_path / "secret").iterdir()))
    os.mkfifo(folder / "pipe.jsonl")
    assert [each.at for each in IdRecords([folder, other, tmp_path / "gone"]).find("path", "a.md")] == [0, 1]


def test_writers_at_the_same_time_lose_nothing(folder: Path) -> None:
    def write(start: int) -> None:
        for number in range(start, start + 100):
            IdRecords([folder]).write([record(number)] * 5, sync=False)

    writers = [threading.Thread(target=write, args=(start,)) for start in (0, 100)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(IdRecords([folder]).find("path", "a.md")) == 1_000


def test_without_a_folder_records_are_in_memory(tmp_path: Path) -> None:
    records = IdRecords(())
    records.add([record(1)])
    records.write([record(1)])
    assert records.find("id", "talks-1") == [record(1)]


def test_whoever_reads_the_library_may_read_its_records(folder: Path) -> None:
    before = os.umask(0o022)
    try:
        IdRecords([folder]).write([record(1)])
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())] == [0o755, 0o644]
