"""A brief opens where it was left, and a session begins where the last one ended."""

from pathlib import Path

import pytest

from briefreader.library import Library, Session
from reader_pilot import Reader, Start

LONG = "long.md"


@pytest.fixture
def long(root: Path, library: Library) -> str:
    """A brief of many pages, in which `harbour` stands once, far from the beginning."""
    words = [f"Paragraph {number} tells of ice and ships." for number in range(120)]
    words[90] = "Here the harbour is named."
    text = "\n\n".join(words)
    (root / LONG).write_text(f"---\ntitle: A long text\ndate: 2024-10-01\n---\n{text}\n", "utf-8")
    library.update()
    return library.resolve(LONG).id


def first_line(reader: Reader) -> str:
    """Return the first line of the text in sight."""
    article = reader.screen.article
    lines = (article.render_line(y).text.strip("│ ") for y in range(1, article.size.height))
    return next(line for line in lines if line.startswith("Paragraph"))


async def leave_at_the_third_page(reader: Reader, library: Library, brief_id: str) -> str:
    """Page on in the brief under the cursor, go to the next one, and return the first line that was in sight."""
    await reader.until(lambda: reader.open_brief == brief_id)
    await reader.until(lambda: reader.screen.brief_list.signs.are_known)
    await reader.press("pagedown", "pagedown")
    line = first_line(reader)
    assert line != "Paragraph 0 tells of ice and ships."
    await reader.press("down", "down")
    await reader.until(lambda: reader.open_brief != brief_id)
    await reader.until(lambda: library.reading.place(brief_id))
    return line


async def opened(reader: Reader, brief_id: str) -> None:
    reader.screen.open_in_list(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)
    await reader.pilot.pause()


async def test_a_brief_opens_where_it_was_left(start: Start, library: Library, long: str) -> None:
    async with start(brief=long) as reader:
        await reader.press("escape")
        line = await leave_at_the_third_page(reader, library, long)
        await opened(reader, long)
        assert first_line(reader) == line


async def test_it_opens_there_in_the_next_session_and_at_another_width(
    start: Start, library: Library, long: str
) -> None:
    async with start(brief=long) as reader:
        await reader.press("escape")
        line = await leave_at_the_third_page(reader, library, long)
    async with start(brief=long) as reader:
        await reader.until(lambda: reader.open_brief == long and first_line(reader) == line)
    async with start(brief=long, size=(80, 24)) as reader:
        await reader.until(lambda: reader.open_brief == long and first_line(reader) == line)


async def test_a_brief_that_was_left_at_its_beginning_opens_there(start: Start, library: Library, long: str) -> None:
    async with start(brief=long) as reader:
        await reader.press("escape")
        await leave_at_the_third_page(reader, library, long)
        await opened(reader, long)
        await reader.press("enter", "g", "escape", "down")
        await reader.until(lambda: library.reading.place(long) is None)


async def test_the_first_match_goes_before_the_place(start: Start, library: Library, long: str) -> None:
    async with start(brief=long) as reader:
        await reader.press("escape")
        await leave_at_the_third_page(reader, library, long)
        await reader.press("slash", *"harbour")
        await reader.until(lambda: reader.open_brief == long and reader.screen.article.matches)
        assert "harbour" in reader.article_text


async def test_a_session_begins_where_the_last_one_ended(start: Start, library: Library, long: str) -> None:
    async with start() as reader:
        await reader.press("slash", *"ice", "enter")
        await reader.until(lambda: reader.open_brief == long)
        await reader.press("n", "n", "pagedown", "pagedown")
        line, match = first_line(reader), reader.screen.article.match
    left = library.last_session.read()
    assert (left.query, left.brief_id, left.match) == ("ice", long, match)
    async with start(session=left) as reader:
        await reader.until(lambda: reader.open_brief == long)
        assert reader.screen.search_bar.input.value == "ice"
        assert reader.counter == "1 of 6"
        assert (first_line(reader), reader.screen.article.match) == (line, match)
        assert reader.screen.focused is reader.screen.brief_list


async def test_a_session_that_is_not_given_is_not_restored(start: Start, library: Library, long: str) -> None:
    library.last_session.write(Session("ice", long, 300))
    async with start() as reader:
        assert reader.screen.search_bar.input.value == ""
        assert reader.screen.article.top == 0


async def test_without_the_brief_that_was_open_the_first_row_is_chosen(start: Start) -> None:
    async with start(session=Session("", "a-brief-that-is-gone", 300, 2)) as reader:
        assert reader.screen.brief_list.cursor == reader.screen.brief_list._first_brief()
        assert reader.open_brief == reader.screen.brief_list.brief_id
        assert reader.screen.article.top == 0


async def test_a_query_that_finds_nothing_now_is_restored_and_says_so(start: Start) -> None:
    async with start(session=Session("zebra")) as reader:
        await reader.until(lambda: reader.counter == "0 of 5")
        assert "No brief matches." in reader.list_text


async def test_a_group_under_the_cursor_is_there_again_and_still_folded(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("g", "left")
        await reader.until(lambda: reader.open_brief)
        rows, text = reader.rows, reader.list_text
    left = library.last_session.read()
    assert left.group
    async with start(session=left) as reader:
        assert reader.rows == rows
        assert reader.list_text == text


async def test_a_reader_that_is_closed_at_once_leaves_the_last_session_as_it_was(
    start: Start, library: Library
) -> None:
    library.last_session.write(Session("ice"))
    async with start():
        pass
    assert library.last_session.read() == Session("ice")


async def test_a_restored_query_that_is_cleared_can_be_brought_back(start: Start, long: str) -> None:
    async with start(session=Session("ice", long)) as reader:
        await reader.until(lambda: reader.counter == "1 of 6")
        await reader.press("escape")
        await reader.until(lambda: reader.counter == "6 briefs")
        await reader.press("slash", "up")
        assert reader.screen.search_bar.input.value == "ice"
