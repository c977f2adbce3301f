"""The help: every key on as few pages as possible, the essential ones first, searched by letters."""

import pytest

from briefreader.ui.key_table import KeyTable
from briefreader.ui.screens.help_lines import ESSENTIALS, QUERIES, HelpLine, help_columns, help_groups
from briefreader.ui.screens.key_help import HelpView, KeyHelpScreen
from briefreader.ui.terminal.clusters import cells
from reader_pilot import Reader, Start

TABLE = KeyTable()


def texts(columns: list[list[HelpLine]]) -> list[list[str]]:
    return [[f"{line.left}{line.heading or line.text}".rstrip() for line in column] for column in columns]


def view(reader: Reader) -> HelpView:
    return reader.app.screen.query_one(HelpView)


def rows(reader: Reader) -> list[str]:
    shown = view(reader)
    return [shown.render_line(y).text.rstrip() for y in range(shown.size.height)]


def test_the_essential_commands_come_first_and_every_command_once() -> None:
    groups = help_groups(TABLE)
    assert groups[0].heading == "Essentials"
    assert groups[0].rows[0] == ("q Ctrl+Q", "Quit")
    labels = [label for group in groups for _, label in group.rows if group.heading != "Queries"]
    assert sorted(labels) == sorted(TABLE.filled(command.label) for command in TABLE.commands)
    assert len(groups[0].rows) == len(ESSENTIALS)
    assert len({group.heading for group in groups}) == len(groups)
    assert [*groups[-1].rows] == [*QUERIES]


def test_two_columns_of_a_wide_screen_are_nearly_of_one_height_and_fit_two_pages() -> None:
    left, right = help_columns(help_groups(TABLE), 59, 2)
    assert abs(len(left) - len(right)) <= 20
    assert max(len(left), len(right)) <= 2 * 39
    [one] = help_columns(help_groups(TABLE), 59, 1)
    assert one == [*left, *right]


@pytest.mark.parametrize("width", [40, 49, 59, 80])
def test_no_line_is_wider_than_its_column_and_no_word_is_lost(width: int) -> None:
    [lines] = help_columns(help_groups(TABLE), width, 1)
    assert max(cells(f"{line.left}{line.text}") for line in lines) <= width
    words = " ".join(line.text for line in lines).split()
    for command in TABLE.commands:
        assert all(word in words for word in TABLE.filled(command.label).split())


def test_letters_keep_the_rows_that_have_them() -> None:
    assert [row for group in help_groups(TABLE, "quit") for row in group.rows] == [("q Ctrl+Q", "Quit")]
    assert all("name" in f"{row}".casefold() for group in help_groups(TABLE, "NAME") for row in group.rows)
    assert ("?", "Help: every key") in help_groups(TABLE, "?")[0].rows
    assert help_groups(TABLE, "no such words") == []
    assert texts(help_columns([], 59, 2)) == [[], []]


async def test_the_help_opens_on_the_essentials_and_q_or_esc_closes_it(start: Start) -> None:
    for key in ("q", "escape", "question_mark"):
        async with start() as reader:
            await reader.press("question_mark")
            assert rows(reader)[0].startswith(" Help · page 1 of 2")
            assert rows(reader)[1].startswith("Essentials  ")
            assert rows(reader)[2].startswith("  q Ctrl+Q    Quit")
            await reader.press(key)
            assert reader.app.screen is reader.screen
            assert reader.app.is_running


async def test_it_is_paged_and_laid_out_again_when_the_screen_becomes_narrow(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark", "space")
        assert rows(reader)[0].startswith(" Help · page 2 of 2")
        await reader.press("g")
        assert rows(reader)[1].startswith("Essentials")
        await reader.resize(80, 24)
        assert rows(reader)[2] == "  q Ctrl+Q    Quit"
        await reader.press("G")
        assert any("date:2023..2024-06" in row for row in rows(reader))


async def test_letters_after_a_slash_search_it_and_esc_ends_the_search_first(start: Start) -> None:
    async with start() as reader:
        await reader.press("question_mark", "G", "slash", *"quit")
        assert rows(reader)[0].startswith(" /quit")
        assert rows(reader)[1:4] == ["Essentials", "  q Ctrl+Q    Quit", ""]
        await reader.press("backspace", "backspace")
        assert " found" in rows(reader)[0] and len([row for row in rows(reader) if row]) > 4
        await reader.press("enter", "j", "escape")
        assert isinstance(reader.app.screen, KeyHelpScreen)
        assert rows(reader)[0].startswith(" Help")
        await reader.press("escape")
        assert reader.app.screen is reader.screen
