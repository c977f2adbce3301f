"""The place where a session was left comes back in the next one, whatever became of the file meanwhile."""

from pathlib import Path

import pytest

from briefreader.library.remembering.last_session import LastSession, Session
from briefreader.model import ReadOnlyError

LEFT = Session('who:"Kim Ha Neul" -ice', "ncg-3-2024-06-10", 1_204, 2, "series/NCG")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "session.json"


def test_without_a_file_the_session_begins_at_the_first_brief(path: Path) -> None:
    assert LastSession(path).read() == Session()
    assert not path.parent.exists()


def test_what_was_written_is_read_again(path: Path) -> None:
    LastSession(path).write(LEFT)
    assert LastSession(path).read() == LEFT
    LastSession(path).write(LEFT._replace(query=""))
    assert LastSession(path).read().query == ""


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b'"ice"',
        b"[" * 100_000,
        b'{"query": ["ice"], "brief_id": 3, "offset": "top", "match": {}, "group": null}',
        b"[" + b"0," * 100_000 + b"0]",
    ],
)
def test_a_damaged_file_is_as_good_as_none(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    assert LastSession(path).read() == Session()
    LastSession(path).write(LEFT)
    assert LastSession(path).read() == LEFT


def test_control_characters_of_a_file_reach_nobody(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"query": "ice\\u001b[31m\\u202e", "columns": 3}', "utf-8")
    assert LastSession(path).read().query.isprintable()


def test_a_folder_in_place_of_the_file_is_no_file(path: Path) -> None:
    path.mkdir(parents=True)
    assert LastSession(path).read() == Session()


def test_a_session_in_which_nothing_may_be_written_is_not_kept(path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        LastSession(path, read_only=True).write(LEFT)
    assert not path.parent.exists()


def test_the_last_queries_are_kept_but_no_long_ones(path: Path) -> None:
    queries = tuple(f"query {number}" for number in range(50))
    LastSession(path).write(Session(queries=("x" * 5_000, *queries, "유럽" * 90)))
    assert LastSession(path).read().queries == (*queries[-29:], "유럽" * 90)


def test_queries_of_another_kind_count_as_none(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text('{"query": "korea", "queries": {"a": 1}}', "utf-8")
    assert LastSession(path).read() == Session("korea")
    path.write_text('{"queries": ["japan", 7, "a\\u001b[31mb"]}', "utf-8")
    assert LastSession(path).read().queries == ("japan", "ab")
