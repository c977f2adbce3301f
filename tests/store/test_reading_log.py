"""The log of what was read: sessions add lines, nothing of another session is lost, damage is survived."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.store import ReadingLog, ReadingMarks
from briefreader.store.reading_log import MOST_LINES


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "libraries" / "reading.jsonl"


def read(*ids: str) -> ReadingMarks:
    return ReadingMarks(dict.fromkeys(ids, True), {}, {})


def starred(id: str, is_starred: bool = True) -> ReadingMarks:
    return ReadingMarks({}, {id: is_starred}, {})


def marks_in(path: Path) -> ReadingMarks:
    log = ReadingLog(path)
    log.refresh()
    return log.marks


def test_without_a_file_no_brief_has_a_mark(path: Path) -> None:
    assert marks_in(path) == ReadingMarks({}, {}, {})
    assert not path.parent.exists()


def test_what_was_added_is_there_in_the_next_session(path: Path) -> None:
    log = ReadingLog(path)
    log.add(read("ncg-1", "ncg-2"))
    log.add(ReadingMarks({}, {"ncg-1": True}, {"ncg-2": 512}))
    assert marks_in(path) == log.marks == ReadingMarks({"ncg-1": True, "ncg-2": True}, {"ncg-1": True}, {"ncg-2": 512})


def test_a_session_sees_the_lines_of_another_one_and_reads_only_these(path: Path) -> None:
    mine, other = ReadingLog(path), ReadingLog(path)
    mine.add(starred("ncg-1"))
    assert other.refresh()
    assert not other.refresh()
    mine.add(starred("ncg-2"))
    assert other.refresh()
    assert other.marks.starred == {"ncg-1": True, "ncg-2": True}


def test_of_two_marks_of_one_brief_the_later_one_counts(path: Path) -> None:
    mine, other = ReadingLog(path), ReadingLog(path)
    mine.add(starred("ncg-1"))
    other.add(starred("ncg-1", False))
    mine.refresh()
    assert mine.marks.starred == other.marks.starred == {"ncg-1": False}


def test_a_long_log_is_written_anew_as_one_line_and_the_other_session_goes_on(path: Path) -> None:
    mine, other = ReadingLog(path), ReadingLog(path)
    other.add(starred("before"))
    for place in range(MOST_LINES + 1):
        mine.add(ReadingMarks({}, {}, {"long": place}))
    assert len(path.read_text().splitlines()) < 10
    other.add(starred("after"))
    assert marks_in(path) == other.marks == ReadingMarks({}, {"before": True, "after": True}, {"long": MOST_LINES})


@pytest.mark.parametrize(
    "damage",
    [
        b"{",
        b"\xff\xfe\x00",
        b"[1, 2]",
        b"[" * 100_000,
        b'{"read": ["ncg-1"]}',
        b'{"read": {"ncg-1": "yes"}}',
        b'{"places": {"ncg-1": "top"}}',
        b'{"places": {"ncg-1": 1.5}}',
    ],
)
def test_a_damaged_line_is_left_out_and_the_file_kept_aside(path: Path, damage: bytes) -> None:
    log = ReadingLog(path)
    log.add(starred("before"))
    with path.open("ab") as file:
        file.write(damage + b"\n")
    damaged = path.read_bytes()
    log.refresh()
    assert log.is_damaged
    log.add(starred("after"))
    assert log.marks.starred == {"before": True, "after": True}
    assert not log.is_damaged
    assert [kept.read_bytes() for kept in log.kept_aside()] == [damaged]
    assert marks_in(path) == log.marks


def test_a_file_of_another_kind_is_kept_aside(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    log = ReadingLog(path)
    log.add(starred("ncg-1"))
    log.add(starred("ncg-2"))
    assert marks_in(path).starred == {"ncg-1": True, "ncg-2": True}


def test_the_beginning_of_a_line_that_a_killed_process_left_spoils_no_other_line(path: Path) -> None:
    log = ReadingLog(path)
    log.add(starred("before"))
    with path.open("ab") as file:
        file.write(b'{"starred":{"torn":tr')
    assert marks_in(path).starred == {"before": True}
    log.add(starred("after"))
    assert marks_in(path).starred == {"before": True, "after": True}


def test_a_log_that_was_deleted_has_no_marks(path: Path) -> None:
    log = ReadingLog(path)
    log.add(starred("ncg-1"))
    path.unlink()
    assert log.refresh()
    assert log.marks.starred == {}
    log.add(starred("ncg-2"))
    assert marks_in(path).starred == {"ncg-2": True}


IDS = st.sampled_from(["ncg-1", "ncg-2", "edscg-5", "ünicode-1"])
STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["star", "unstar", "refresh"]), IDS), max_size=40)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, most=st.integers(2, 6))
def test_any_interleaving_of_two_sessions_keeps_the_last_star_of_each_brief(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, str, str]], most: int
) -> None:
    path = tmp_path_factory.mktemp("log") / "reading.jsonl"
    sessions = ReadingLog(path), ReadingLog(path)
    expected: dict[str, bool] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("briefreader.store.reading_log.MOST_LINES", most)
        for session, act, id in steps:
            if act == "refresh":
                sessions[session].refresh()
            else:
                expected[id] = act == "star"
                sessions[session].add(starred(id, expected[id]))
        for log in sessions:
            log.refresh()
            assert log.marks.starred == expected
    assert marks_in(path).starred == expected
