"""The pane of all notes: letters filter them, and keys open, change, copy and remove the one under the cursor."""

from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.text import Span
from briefreader.ui.panes.note_editor import NoteEditor
from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"
SECOND = "They spoke of deterrence, and of deterrence again."


@pytest.fixture
def noted(library: Library) -> Library:
    """Return the library with three notes, the last one on a passage."""
    library.notes.add(library.brief(NCG_1), None, "ask for the minutes", ["todo"])
    library.notes.add(library.brief(EDSCG_5), None, "compare the wording")
    brief = library.brief(EDSCG_4)
    at = brief.text.index(SECOND)
    library.notes.add(brief, Span(at, at + len(SECOND)), "said twice", ["wording"])
    return library


def lines(reader: Reader) -> list[str]:
    return [line.text for line in reader.screen.panel.lines]


def picked(reader: Reader) -> list[str]:
    """Return the first line of each note."""
    return [line.text for line in reader.screen.panel.lines if line.can_be_picked]


async def listed(reader: Reader, count: int = 3) -> None:
    await reader.press("quotation_mark")
    await reader.until(lambda: len(picked(reader)) == count)


async def test_the_newest_note_comes_first_with_passage_labels_and_brief(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        assert lines(reader)[:5] == [
            "3 notes",
            "said twice #wording",
            f"  “{SECOND}”",
            "  2023-09-15 Seoul hosts the fourth meeting",
            "compare the wording",
        ]
        assert picked(reader) == ["said twice #wording", "compare the wording", "ask for the minutes #todo"]
        await reader.press("quotation_mark")
        assert reader.screen.panel.kind == ""


async def test_letters_filter_and_esc_forgets_them(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press(*"wo")
        assert picked(reader) == ["said twice #wording", "compare the wording"]
        assert lines(reader)[0] == "wo▏"
        await reader.press(*"r com")
        assert picked(reader) == ["compare the wording"]
        await reader.press("backspace", "backspace", *"yy")
        assert lines(reader)[1] == "No note has a word that begins so."
        await reader.press("escape")
        assert len(picked(reader)) == 3
        await reader.press("escape")
        assert reader.screen.panel.kind == ""


async def test_enter_opens_the_brief_at_the_passage_and_esc_comes_back(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("enter")
        await reader.until(lambda: reader.open_brief == EDSCG_4)
        article = reader.screen.article
        await reader.until(lambda: article.brief and article.highlight)
        assert article.brief is not None
        assert article.highlight is not None
        assert article.brief.text[slice(*article.highlight)] == SECOND
        assert article.has_focus
        await reader.until(lambda: "+ edits: said twice" in reader.status_text)
        await reader.press("escape")
        assert reader.screen.panel.has_focus
        await reader.press("down", "down", "enter")
        await reader.until(lambda: reader.open_brief == NCG_1)


async def test_plus_changes_the_note_and_the_list_shows_it(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("down", "plus")
        assert reader.screen.query_one(NoteEditor).typed == "compare the wording"
        await reader.press(*" soon", "ctrl+s")
        await reader.until(lambda: "compare the wording soon" in picked(reader))
        assert reader.screen.panel.has_focus
        assert reader.screen.panel.note is not None
        assert reader.screen.panel.note.note.text == "compare the wording soon"


async def test_a_capital_d_removes_the_note_and_u_brings_it_back(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("down", "D")
        await reader.until(lambda: len(picked(reader)) == 2)
        assert "the note is removed; u undoes it" in reader.status_text
        assert len(noted.notes.all()) == 2
        await reader.press("u")
        await reader.until(lambda: len(picked(reader)) == 3)
        assert "undone:" in reader.status_text


async def test_y_copies_the_note_with_its_citation(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("y")
        await reader.until(lambda: "copied the note" in reader.status_text)
        copied = reader.app.clipboard
        assert copied.startswith(f"“{SECOND}”\n")
        assert "https://example.gov/edscg-4" in copied
        assert copied.endswith("said twice")


async def test_a_note_whose_passage_is_gone_is_marked_lost_and_opens_its_brief(
    root: Path, noted: Library, start: Start
) -> None:
    path = root / "edscg-4.md"
    path.write_text(path.read_text("utf-8").replace(SECOND, "Nothing else was said."), "utf-8")
    noted.update()
    async with start() as reader:
        await listed(reader)
        assert reader.screen.panel.picked and reader.screen.panel.picked.remark.startswith("lost ")
        await reader.press("enter")
        await reader.until(lambda: "no longer in the text" in reader.status_text)
        await reader.until(lambda: reader.open_brief == EDSCG_4)


async def test_a_note_whose_brief_is_gone_is_kept(root: Path, noted: Library, start: Start) -> None:
    (root / "ncg-1.md").unlink()
    noted.update()
    async with start() as reader:
        await listed(reader)
        await reader.press("down", "down", "enter")
        await reader.until(lambda: "is no longer in the library; its note is kept" in reader.status_text)
        assert reader.screen.panel.has_focus


async def test_without_notes_the_pane_tells_how_to_write_one(start: Start) -> None:
    async with start() as reader:
        await reader.press("quotation_mark")
        await reader.until(lambda: lines(reader)[:1] == ["No note yet:"])


@pytest.mark.parametrize("key", ["enter", "plus"])
async def test_a_draft_comes_first_and_is_taken_up_again_from_the_list(noted: Library, start: Start, key: str) -> None:
    async with start() as reader:
        reader.screen.brief_list.select(EDSCG_4)
        await reader.until(lambda: reader.open_brief == EDSCG_4)
        await reader.press("tab", "right_parenthesis", "plus", *"half a thought", "escape")
        await reader.until(lambda: noted.notes.drafts())
        await reader.press("quotation_mark")
        await reader.until(lambda: picked(reader)[:1] == ["half a thought"])
        assert reader.screen.panel.picked is not None
        assert reader.screen.panel.picked.remark == "draft"
        assert lines(reader)[0] == "3 notes, 1 draft"
        assert lines(reader)[2].strip().startswith("Seoul hosts the fourth meeting: “Bonnie Jenkins")
        await reader.press(key)
        await reader.until(lambda: reader.screen.query(NoteEditor))
        editor = reader.screen.query_one(NoteEditor)
        await reader.until(lambda: editor.typed == "half a thought")
        assert editor.target.quote.startswith("Bonnie Jenkins, the U.S. Under Secretary")
        await reader.press("ctrl+s")
        await reader.until(lambda: picked(reader)[:1] == ["half a thought"] and len(picked(reader)) == 4)
        assert [line.remark for line in reader.screen.panel.lines if line.can_be_picked].count("draft") == 0


async def test_the_draft_of_a_change_belongs_to_its_note(noted: Library, start: Start) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("down", "plus", *" soon", "escape")
        await reader.until(lambda: "the draft is kept with its note" in reader.status_text)
        await reader.until(lambda: picked(reader)[:1] == ["compare the wording soon"])
        assert lines(reader)[2].strip().startswith("of the note on ")
        await reader.press("up", "up", "enter")
        await reader.until(lambda: reader.screen.query(NoteEditor))
        editor = reader.screen.query_one(NoteEditor)
        await reader.until(lambda: editor.typed == "compare the wording soon")
        await reader.press("ctrl+s")
        await reader.until(lambda: "compare the wording" not in picked(reader) and len(picked(reader)) == 3)


async def test_the_draft_of_a_change_of_a_note_that_was_removed_becomes_a_new_note(
    noted: Library, start: Start
) -> None:
    async with start() as reader:
        await listed(reader)
        await reader.press("down", "plus", *" soon", "escape")
        await reader.until(lambda: picked(reader)[:1] == ["compare the wording soon"])
        [key] = noted.notes.drafts()
        changed = next(kept for kept in noted.notes.all() if kept.note.id in key)
        noted.notes.remove(changed.note)
        await reader.press("escape", "escape")
        await listed(reader, 3)
        assert changed.note.id not in " ".join(lines(reader))
        await reader.press("enter")
        await reader.until(lambda: reader.screen.query(NoteEditor))
        editor = reader.screen.query_one(NoteEditor)
        await reader.until(lambda: editor.typed == "compare the wording soon")
        assert editor.target.note is None
        assert editor.target.quote == changed.note.quote


async def test_a_draft_whose_brief_is_gone_is_kept(root: Path, noted: Library, start: Start) -> None:
    noted.notes.save_draft("a-brief-that-is-gone words", "kept")
    async with start() as reader:
        await listed(reader, 4)
        await reader.press("enter")
        await reader.until(lambda: "the brief of this draft is no longer in the library" in reader.status_text)
        assert noted.notes.drafts() == ("a-brief-that-is-gone words",)
