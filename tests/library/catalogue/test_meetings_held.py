"""The meetings of a library are grouped once for each state of its index, and kept beside it."""

from collections.abc import Callable
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.meetings import Account, grouping

CAMP_DAVID = "2023-08-18-leaders-meet-at-camp-david"


def ids(library: Library) -> list[str]:
    return [meeting.id for meeting in library.meetings()]


def test_the_next_start_reads_the_meetings(
    library: Library, opened: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.meetings()
    assert [meeting.id for meeting in before] == ["ncg-3-2024-06-10", CAMP_DAVID, "ncg-1-2023-07-18"]

    def never(*_: object) -> None:
        raise AssertionError("the meetings are grouped again")

    monkeypatch.setattr(grouping, "held_meetings", never)
    assert library.meetings() is before
    assert opened().meetings() == before


def test_a_damaged_file_of_meetings_is_made_anew(
    library: Library, opened: Callable[[], Library], places: Places
) -> None:
    before = library.meetings()
    [kept] = places.cache.glob("*/meetings")
    whole = kept.read_bytes()
    for damaged in (b"", whole[:-1], whole.replace(b"Camp", b"Cump"), whole.partition(b"\n")[0] + b"\n[1, 2]"):
        kept.write_bytes(damaged)
        assert opened().meetings() == before
        assert kept.read_bytes() == whole


def test_an_index_that_another_version_made_tells_of_no_meetings_until_it_is_made_anew(
    root: Path, opened: Callable[[], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as former:
        former.setattr(Account, "packed", lambda account: '["readout", true]')
        (root / "summit.md").write_text("# Summit\n\nThey met on 3 March 2026.\n", "utf-8")
        library = opened()
        library.update(rebuild=True)
        assert library.meetings() == ()
    library.update(rebuild=True)
    assert library.meetings()


def test_meetings_follow_the_briefs(library: Library, root: Path) -> None:
    assert CAMP_DAVID in ids(library)
    (root / "summit.md").unlink()
    (root / "ncg-2.md").write_text(
        readouts.NCG_1.replace("ordinal: 1", "ordinal: 2").replace("07-18", "12-15"), "utf-8"
    )
    library.update()
    assert ids(library) == ["ncg-3-2024-06-10", "ncg-2-2023-12-15", "ncg-1-2023-07-18"]


def test_meetings_of_a_cache_that_cannot_be_written_are_grouped_each_time(
    root: Path, places: Places, tmp_path: Path
) -> None:
    (tmp_path / "no-folder").write_text("", "utf-8")
    library = Library(root, places, cache=tmp_path / "no-folder" / "cache")
    library.update()
    assert ids(library) == ["ncg-3-2024-06-10", CAMP_DAVID, "ncg-1-2023-07-18"]


def test_a_meeting_whose_texts_spell_its_series_in_two_ways_is_one(tmp_path: Path, places: Places) -> None:
    texts = {
        "statement.md": readouts.NCG_1.replace("series: NCG", "series: Japan-Norway Summit"),
        "readout.md": readouts.NCG_1.replace("series: NCG", "series: Norway-Japan Summit")
        .replace("sides: [South Korea,", "sides: [Japan,")
        .replace("07-18", "07-19"),
    }
    library = Library(readouts.write(tmp_path / "library", texts), places)
    library.update()
    [meeting] = library.meetings()
    assert len(meeting.briefs) == 2
