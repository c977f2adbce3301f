"""Long sections list their first groups, and the others below a row of their own."""

from collections.abc import Sequence

import pytest

from briefreader.meetings import OTHER_BRIEFS, SERIES, SINGLE_EVENTS, WITH, Group, Item
from briefreader.model import Entry
from briefreader.ui.panes.list_rows import GroupRow, Row, arranged, next_section, tree_rows


def group(key: str, date: str = "2024-01-01") -> Group:
    return Group(key, key.rpartition("/")[2], [Item(None, (Entry(key, key, date, None, None, None, None, key),))])


def library(series: int, counterparts: int) -> list[Group]:
    """Sections whose groups are named by numbers, the highest first."""
    return [
        Group(SERIES, SERIES, groups=[group(f"{SERIES}/{number:03}") for number in range(series, 0, -1)], opens=True),
        Group(WITH, WITH, groups=[group(f"{WITH}/{number:03}") for number in range(counterparts, 0, -1)], opens=True),
        group(SINGLE_EVENTS),
        group(OTHER_BRIEFS),
    ]


def names(rows: Sequence[Row]) -> list[str]:
    return [row.group.name for row in rows if isinstance(row, GroupRow)]


@pytest.mark.parametrize("lines", [20, 36, 46])
@pytest.mark.parametrize(("series", "counterparts"), [(40, 150), (3, 150), (40, 2)])
def test_the_sections_of_a_large_library_fit_on_the_first_screen(series: int, counterparts: int, lines: int) -> None:
    rows = tree_rows(arranged(library(series, counterparts), by_name=False, lines=lines), ())
    assert len(rows) <= lines
    assert names(rows)[-1] == OTHER_BRIEFS


def test_the_row_of_the_others_opens_to_groups_of_the_same_depth() -> None:
    sections = arranged(library(40, 2), by_name=False, lines=20)
    more = sections[0].groups[-1]
    assert more.name == f"{41 - len(sections[0].groups)} more"
    rows = tree_rows(sections, {more.key})
    assert names(rows)[1:41].count(more.name) == 1
    assert {row.depth for row in rows[1:42] if isinstance(row, GroupRow)} == {1}


def test_the_first_series_is_open_unless_it_is_long_or_a_person_folded_it() -> None:
    meetings = [group(f"{SERIES}/003").items[0]] * 5
    series = Group(SERIES, SERIES, groups=[Group(f"{SERIES}/003", "003", meetings), group(f"{SERIES}/002")], opens=True)

    def shown(lines: int, *changed: str, by_name: bool = False) -> list[bool]:
        rows = tree_rows(arranged([series], by_name=by_name, lines=lines), changed)
        return [row.is_open for row in rows if isinstance(row, GroupRow)]

    assert shown(20) == [True, True, False]
    assert shown(19) == [True, False, False]
    assert shown(20, f"{SERIES}/003//first") == [True, False, False]
    assert shown(20, f"{SERIES}/003") == [True, True, False]  # opened while another series was the first
    assert shown(20, by_name=True) == [True, False, False]


def test_by_name_all_series_and_counterparts_are_listed() -> None:
    rows = tree_rows(arranged(library(30, 30), by_name=True, lines=20), ())
    assert names(rows)[1:31] == [f"{number:03}" for number in range(1, 31)]


def test_the_next_section_is_entered_at_its_first_row() -> None:
    rows = tree_rows(arranged(library(3, 2), by_name=False, lines=20), {f"{SERIES}/003//first"})
    assert names(rows) == [SERIES, "003", "002", "001", WITH, "002", "001", SINGLE_EVENTS, OTHER_BRIEFS]
    assert [next_section(rows, number, 1) for number in (0, 2, 4, 5, 7, 8)] == [5, 5, 7, 7, 8, None]
    assert [next_section(rows, number, -1) for number in (8, 5, 2)] == [7, 1, None]
    assert next_section([], 0, 1) is None
