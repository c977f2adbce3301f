"""Briefs that were read, are new or starred: the quiet signs in the list, and the keys that change them."""

from pathlib import Path

from briefreader.config import Places
from briefreader.library import Library
from briefreader.ui.panes.list_rows import GroupRow
from briefreader.ui.terminal.clusters import cells
from reader_pilot import Reader, Start

BRIEF = "---\ntitle: {}\ndate: {}\n---\n{}\n"


def sign(reader: Reader, brief_id: str) -> str:
    """Return the sign at the left of the row of a brief; under the cursor it stands behind that."""
    brief_list = reader.screen.brief_list
    number = reader.rows.index(brief_id)
    text = brief_list.render_line(number * brief_list.row_height - brief_list.top).text
    return text[:2] if text[0] == "▌" and text[1] in "★+x" else text[0]


def signs(reader: Reader) -> set[str]:
    """Return the signs of the rows of briefs."""
    rows = reader.screen.brief_list.rows
    return {sign(reader, row.id) for row in rows if not isinstance(row, GroupRow)}


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.open_in_list(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)
    await reader.pilot.pause()


async def loaded(reader: Reader) -> None:
    """List every brief on a row of its own, and wait for the signs."""
    await reader.until(lambda: reader.screen.brief_list.signs.are_known)
    await reader.press("s", "s")
    assert len(reader.rows) == 5


async def test_a_library_of_which_nothing_was_read_shows_no_sign(start: Start) -> None:
    async with start() as reader:
        await loaded(reader)
        assert signs(reader) == {" ", "▌"}


async def test_a_brief_is_read_once_a_person_is_in_its_article_and_not_by_the_cursor(
    start: Start, library: Library
) -> None:
    async with start() as reader:
        await loaded(reader)
        first, second, *_ = reader.rows
        await reader.press("down", "down", "up", "up")
        assert library.reading.read_briefs() == frozenset()
        await reader.press("enter")
        await reader.until(lambda: library.reading.read_briefs() == {first})
        await reader.press("escape", "down")
        await reader.until(lambda: sign(reader, first) == "·")
        assert library.reading.read_briefs() == {first}
        await reader.press("enter", "right_square_bracket", "left_square_bracket")
        await reader.until(lambda: second in library.reading.read_briefs())


async def test_a_brief_is_read_once_its_end_is_paged_to_from_the_list(
    start: Start, root: Path, library: Library
) -> None:
    text = "\n\n".join(f"Paragraph {number} of a long text." for number in range(60))
    (root / "long.md").write_text(BRIEF.format("A long text", "2024-10-01", text), "utf-8")
    library.update()
    long = library.resolve("long.md").id
    async with start(brief=long) as reader:
        await reader.press("escape")
        library.reading.mark_read([long], False)
        await reader.press("pagedown")
        await reader.pilot.pause()
        assert not library.reading.is_read(long)
        await reader.press("pagedown", "pagedown", "pagedown", "pagedown", "pagedown")
        await reader.until(lambda: library.reading.is_read(long))


async def test_u_marks_as_read_and_as_unread(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        first = reader.rows[0]
        await reader.press("U")
        await reader.until(lambda: "marked as read: " in reader.status_text)
        assert library.reading.read_briefs() == {first}
        await reader.press("U")
        await reader.until(lambda: "marked as unread: " in reader.status_text)
        assert library.reading.read_briefs() == frozenset()


async def test_a_star_is_shown_under_the_cursor_and_beside_it_and_is_taken_away(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        first = reader.rows[0]
        await reader.press("asterisk")
        await reader.until(lambda: "starred: " in reader.status_text)
        assert (library.reading.starred_briefs(), sign(reader, first)) == ({first}, "▌★")
        await reader.press("down")
        assert sign(reader, first) == "★"
        await reader.press("up", "asterisk")
        await reader.until(lambda: "no longer starred: " in reader.status_text)
        assert (library.reading.starred_briefs(), sign(reader, first)) == (frozenset(), "▌")


async def test_a_sign_under_the_cursor_takes_a_cell_of_the_row(start: Start) -> None:
    async with start(size=(80, 24)) as reader:
        await loaded(reader)
        brief_list = reader.screen.brief_list
        before = brief_list.render_line(0).text
        await reader.press("asterisk")
        await reader.until(lambda: sign(reader, reader.rows[0]) == "▌★")
        starred = brief_list.render_line(0).text
        assert cells(starred) == cells(before)
        assert starred[2:].split()[0] == before[1:].split()[0]


async def test_marked_rows_are_starred_together(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        first, second, third, *_ = reader.rows
        library.reading.star([second], True)
        await reader.press("M", "M", "M", "asterisk")
        await reader.until(lambda: "starred: 3 briefs" in reader.status_text)
        assert library.reading.starred_briefs() == {first, second, third}
        await reader.press("asterisk")
        await reader.until(lambda: "no longer starred: 3 briefs" in reader.status_text)
        assert library.reading.starred_briefs() == frozenset()


async def test_a_star_can_be_given_in_the_article(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        await reader.press("enter", "asterisk")
        await reader.until(lambda: "starred: " in reader.status_text)
        assert library.reading.starred_briefs() == {reader.open_brief}


async def test_briefs_that_came_since_the_last_visit_have_a_sign_until_they_are_read(
    start: Start, root: Path, places: Places, library: Library
) -> None:
    async with start() as reader:
        await loaded(reader)
    (root / "arrival.md").write_text(BRIEF.format("An arrival", "2024-10-01", "News."), "utf-8")
    again = Library(root, places)
    again.update()
    arrival = again.resolve("arrival.md").id
    async with start(of=again) as reader:
        await reader.until(lambda: reader.screen.brief_list.signs.are_known)
        await reader.press("down")
        assert sign(reader, arrival) == "+"
        assert again.reading.new_briefs() == {arrival}
        await reader.press("up", "enter", "escape", "down")
        await reader.until(lambda: sign(reader, arrival) == "·")


async def test_a_mark_paints_its_row_alone(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        brief_list = reader.screen.brief_list
        painted = list(brief_list._painted)
        await reader.press("down")
        await reader.press("asterisk")
        await reader.until(lambda: sign(reader, reader.rows[1]) == "▌★")
        changed = [y for y, (old, new) in enumerate(zip(painted, brief_list._painted, strict=True)) if old != new]
        assert changed == [0, 1]


async def test_a_search_for_starred_briefs_is_one_of_the_moment(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        await reader.press("asterisk")
        await reader.until(lambda: "starred: " in reader.status_text)
        await reader.press("slash", *"is:star")
        await reader.until(lambda: reader.counter == "1 of 5")
        assert "starred briefs" in reader.status_text


async def test_u_undoes_stars_and_marks_step_by_step(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        first, second, *_ = reader.rows
        await reader.press("asterisk")
        await reader.until(lambda: "starred: " in reader.status_text)
        await reader.press("down", "U")
        await reader.until(lambda: "marked as read: " in reader.status_text)
        await reader.press("up")
        assert (sign(reader, first), sign(reader, second)) == ("▌★", "·")
        await reader.press("u")
        await reader.until(lambda: "undone: " in reader.status_text)
        await reader.until(lambda: sign(reader, second) == " ")
        assert sign(reader, first) == "▌★"
        await reader.press("u")
        await reader.until(lambda: sign(reader, first) == "▌")
        assert library.reading.starred_briefs() == library.reading.read_briefs() == frozenset()


async def test_a_brief_that_was_read_by_being_opened_is_no_change_to_undo(start: Start, library: Library) -> None:
    async with start() as reader:
        await loaded(reader)
        await reader.press("enter")
        await reader.until(lambda: library.reading.read_briefs())
        await reader.press("u")
        await reader.until(lambda: "there is no change to undo" in reader.status_text)
        assert library.reading.read_briefs()
