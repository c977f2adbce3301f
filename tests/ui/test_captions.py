"""A row tells a meeting or a brief in few cells, and no two neighbours look the same."""

import pytest

from briefreader.library import TitleWords
from briefreader.meetings import HeldMeeting, Item, MeetingBrief
from briefreader.model import Entry
from briefreader.ui.panes.list_columns import RowText, row_text
from briefreader.ui.panes.list_rows import Below, MeetingRow, Row
from briefreader.ui.panes.told_apart import told_apart

CALL = HeldMeeting(
    "call", "2024-04-04", None, None, "call", "leaders", None, None, ("Utopia", "Erewhon"), ("Ann Doe", "Sam Roe"),
    "call", (MeetingBrief("call", "readout"),),
)  # fmt: skip
SUMMIT = CALL._replace(series="Quad", ordinal=6, format="in person", city="Wilmington", date="2024-09-21")


def entry(title: str, id: str = "a", date: str = "2024-04-04") -> Entry:
    return Entry(id, title, date, None, None, None, None, f"{id}.md")


def shown(row: Row, width: int) -> str:
    return row_text(row, width, TitleWords()).shown(width).rstrip()


def meeting_row(meeting: HeldMeeting, below: Below = "", depth: int = 0) -> MeetingRow:
    item = Item(meeting, (entry("A call"),), ("Doe",), ("Roe",), ("Erewhon",))
    return MeetingRow(item, depth, below=below)


def lines(width: int, *titles: str) -> list[str]:
    rows = [entry(title, f"b{number}") for number, title in enumerate(titles)]

    def text(at: int) -> RowText:
        return row_text(rows[at], width, TitleWords())

    return [told_apart(at, len(rows), text, width).shown(width) for at in range(len(rows))]


def test_a_call_says_who_spoke_with_whom() -> None:
    assert shown(meeting_row(CALL), 44) == "2024-04-04 call    Doe - Roe"


def test_a_meeting_of_a_series_says_its_number_and_place() -> None:
    assert shown(meeting_row(SUMMIT), 44) == "2024-09-21 Quad 6  Wilmington · Doe - Roe"
    assert shown(meeting_row(SUMMIT, "numbered series", 2), 44) == "  2024-09-21   6 Wilmington · Doe - Roe"
    assert shown(meeting_row(SUMMIT, "series", 2), 29).startswith(" 2024-09-21 6 Wilmington")


def test_a_number_among_meetings_without_one_stands_close_to_the_place() -> None:
    assert shown(meeting_row(SUMMIT, "series", 2), 44) == "  2024-09-21 6 Wilmington · Doe - Roe"
    assert shown(meeting_row(SUMMIT._replace(ordinal=None), "series", 2), 44) == "  2024-09-21 Wilmington · Doe - Roe"


def test_below_a_counterpart_its_people_come_first_and_the_form_is_said_once() -> None:
    assert shown(meeting_row(CALL, "form", 3), 29) == "  2024-04-04 Roe - Doe"
    assert shown(meeting_row(CALL, "counterpart", 2), 29) == " 2024-04-04 call Roe - Doe"


def test_where_nobody_is_named_the_sides_met_stand_in_their_place() -> None:
    item = Item(CALL._replace(leads=()), (entry("A call"),), (), (), ("Erewhon", "Laputa"))
    assert shown(MeetingRow(item, 0), 44) == "2024-04-04 call    Erewhon, Laputa"


@pytest.mark.parametrize("width", [29, 44, 75])
def test_neighbours_with_one_beginning_show_what_differs(width: int) -> None:
    beginning = "The Ministry of Trade and of the Navy publishes a very long title on the trade in"
    found = lines(width, f"{beginning} tin", f"{beginning} iron", f"{beginning} gold", "Another title")
    assert len(set(found)) == 4
    assert "iron" in found[1]


@pytest.mark.parametrize("width", [29, 44, 75])
def test_neighbours_with_one_title_are_numbered(width: int) -> None:
    found = lines(width, "One title", "One title", "One title")
    assert [line.rsplit(" ", 2)[1] for line in found] == ["1/3", "2/3", "3/3"]


def test_a_brief_of_a_month_shows_only_its_day_where_there_is_little_room() -> None:
    row = MeetingRow(Item(None, (entry("FACT SHEET: Tin"),)), 2, below="month")
    assert shown(row, 29) == " 04 facts Tin"
    assert shown(row, 44) == "  2024-04-04 facts   Tin"


def test_a_long_name_of_a_series_leaves_its_number_and_room_for_the_title() -> None:
    row = entry("Fifth Meeting of the Committee")._replace(series="Heron Coordination Committee", ordinal=5)
    assert shown(row, 44) == "2024-04-04 Heron Coord… 5 Fifth Meeting of …"
    assert shown(row._replace(series="Heron"), 44) == "2024-04-04 Heron 5 Fifth Meeting of the Com…"
