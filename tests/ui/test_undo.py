"""u undoes one change after another, whatever it was, and the reader shows the former state at once."""

from pathlib import Path

from briefreader.library import Library
from reader_pilot import Reader, Start

NCG_1, EDSCG_4 = "ncg-1-2023-07-18", "edscg-4-2023-09-15"


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.brief_list.select(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)


def sign(reader: Reader, brief_id: str) -> str:
    """Return the sign of the row of a brief."""
    brief_list = reader.screen.brief_list
    return brief_list.signs.of(brief_list.rows[reader.rows.index(brief_id)])


async def test_stars_notes_and_removals_are_undone_in_order(root: Path, start: Start, library: Library) -> None:
    brief = library.brief(NCG_1)
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("asterisk")
        await reader.until(lambda: library.reading.starred_briefs() == {NCG_1})
        await reader.until(lambda: sign(reader, NCG_1) == "★")
        library.notes.add(brief, None, "mine", [])
        await go_to(reader, EDSCG_4)
        await reader.press("D", "enter")
        await reader.until(lambda: EDSCG_4 not in reader.rows)
        await reader.press("u")
        await reader.until(lambda: "undone: the removal of " in reader.status_text)
        await reader.until(lambda: EDSCG_4 in reader.rows)
        assert (root / "edscg-4.md").exists()
        await reader.press("u")
        await reader.until(lambda: f"undone: a note on {brief.entry.title}" in reader.status_text)
        assert library.notes.all() == ()
        await reader.press("u")
        await reader.until(lambda: f"undone: the star of {brief.entry.title}" in reader.status_text)
        await reader.until(lambda: sign(reader, NCG_1).strip() == "")
        assert library.reading.starred_briefs() == frozenset()
        await reader.press("u")
        await reader.until(lambda: "there is no change to undo" in reader.status_text)


async def test_a_saved_and_a_deleted_search_are_undone_in_the_open_list(start: Start, library: Library) -> None:
    async with start() as reader:
        await reader.press("slash", *"seoul", "enter", "m")
        await reader.until(lambda: "u undoes it" in reader.status_text)
        await reader.press("S")
        await reader.until(lambda: [line.query for line in reader.screen.panel.lines][1:] == ["seoul"])
        await reader.press("down", "x")
        await reader.until(lambda: "deleted from the saved searches: seoul; u undoes it" in reader.status_text)
        await reader.press("u")
        await reader.until(lambda: [line.query for line in reader.screen.panel.lines][1:] == ["seoul"])
        assert "undone: the deleted search seoul" in reader.status_text
        await reader.press("u")
        await reader.until(lambda: "undone: the saved search seoul" in reader.status_text)
        await reader.until(lambda: "No saved search yet:" in reader.screen.panel.lines[0].text)
        assert library.saved_searches.all() == ()
