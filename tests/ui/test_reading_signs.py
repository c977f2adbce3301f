"""The one sign of a row: starred before new before read, and of a meeting that of its briefs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.charset import Charset
from briefreader.library import Reading
from briefreader.meetings import OTHER_BRIEFS, Group, Item
from briefreader.model import Entry
from briefreader.ui.panes.brief_list import MARKED
from briefreader.ui.panes.list_rows import BriefRow, GroupRow, MeetingRow, Row
from briefreader.ui.panes.reading_signs import NEW, READ, STARRED, ReadingSigns

FACE, SHEET = (Entry(id, id, "2024-01-01", None, None, None, None, f"{id}.md") for id in ("face", "sheet"))
FOLDED = MeetingRow(Item(None, (FACE, SHEET)), 0)
UNFOLDED = FOLDED._replace(is_open=True)
BELOW = BriefRow(SHEET, None, 1)
GROUP = GroupRow(Group(OTHER_BRIEFS, OTHER_BRIEFS, [FOLDED.item]), 0, True)


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """A record of two briefs on their first visit."""
    known = {entry.id: entry for entry in (FACE, SHEET)}
    return Reading(tmp_path, lambda: known, lambda ids: {}, lambda ids: {})


@pytest.fixture
def shown(reading: Reading) -> Callable[..., str]:
    """The signs of some rows, one after the other."""
    return lambda *rows: "".join(ReadingSigns(reading).of(row) for row in rows)


def test_no_row_has_a_sign_before_anything_is_known_or_done(shown: Callable[..., str]) -> None:
    rows: tuple[Row, ...] = (FOLDED, UNFOLDED, BELOW, GROUP, FACE)
    assert [ReadingSigns().of(row) for row in rows] == [" "] * 5
    assert shown(*rows) == " " * 5


def test_a_folded_meeting_shows_the_star_of_any_of_its_briefs_and_an_unfolded_one_its_own(
    reading: Reading, shown: Callable[..., str]
) -> None:
    reading.star(["sheet"], True)
    assert shown(FOLDED, UNFOLDED, BELOW, GROUP) == "★ ★ "


def test_a_meeting_is_read_if_its_face_is(reading: Reading, shown: Callable[..., str]) -> None:
    reading.mark_read(["sheet"], True)
    assert shown(FOLDED, UNFOLDED, BELOW) == "  ·"
    reading.mark_read(["face"], True)
    assert shown(FOLDED, UNFOLDED, BELOW, FACE) == "····"


def test_a_star_goes_before_the_sign_of_a_brief_that_was_read(reading: Reading, shown: Callable[..., str]) -> None:
    reading.mark_read(["face"], True)
    reading.star(["face"], True)
    assert shown(FACE) == "★"
    assert ReadingSigns(reading).is_read(FACE)


def test_a_marked_row_and_a_star_differ_in_ascii() -> None:
    signs = [MARKED, STARRED, NEW, READ]
    assert len({Charset("ascii").fit(sign) for sign in signs}) == len(signs)
