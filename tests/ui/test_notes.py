"""The notes of the reader: keys in, files of notes and the screen out."""

import subprocess
from functools import partial
from pathlib import Path

import pytest
from textual.events import Key, Paste
from textual.geometry import Region

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.model import LibraryError, Note
from briefreader.text import Span
from briefreader.ui.panes import note_in_editor
from briefreader.ui.panes.article_view import ArticleView
from briefreader.ui.panes.note_editor import NoteEditor, NoteText
from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"
FIRST = "Bonnie Jenkins, the U.S. Under Secretary of State, met Chang Hojin in Seoul on 15 September 2023."
SECOND = "They spoke of deterrence, and of deterrence again."


async def go_to(reader: Reader, brief_id: str) -> None:
    reader.screen.brief_list.select(brief_id)
    await reader.until(lambda: reader.open_brief == brief_id)


async def read(reader: Reader, brief_id: str) -> None:
    """Go to the article of a brief."""
    await go_to(reader, brief_id)
    await reader.press("tab")


def editor(reader: Reader) -> NoteEditor:
    return reader.screen.query_one(NoteEditor)


def is_writing(reader: Reader) -> bool:
    return bool(reader.screen.query(NoteEditor))


async def saved(reader: Reader) -> None:
    await reader.press("ctrl+s")
    await reader.until(lambda: "saved" in reader.status_text)


def notes(library: Library) -> list[tuple[str, str, str]]:
    """Return brief, quote and text of each note, the oldest first."""
    found = [each.note for each in reversed(library.notes.all())]
    return [(note.brief_id, note.quote, note.text) for note in found]


async def write(reader: Reader, text: str) -> None:
    """Open the editor, type a text and save it."""
    await reader.press("plus")
    editor(reader).field.insert(text)
    await saved(reader)
    await reader.until(lambda: reader.screen.note_marks.kept)


def margin(reader: Reader) -> list[str]:
    """Return the lines of the article that have a sign of a note."""
    return [line.removeprefix("│") for line in reader.article_text.splitlines() if line[:2] in ("│+", "│┆")]


async def test_a_note_on_the_selected_passage(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis", "plus", *"ask Seoul #todo")
        assert editor(reader).target.quote == FIRST
        assert reader.screen.status.render_line(0).text.strip()
        await saved(reader)
        assert notes(library) == [(EDSCG_4, FIRST, "ask Seoul #todo")]
        assert library.notes.all()[0].note.labels == ("todo",)
        assert "the note is saved with #todo; u undoes it" in reader.status_text
        assert not is_writing(reader)
        assert reader.screen.article.has_focus


async def test_a_noted_passage_has_a_sign_in_the_margin_and_its_words_are_told_there(start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis")
        await write(reader, "ask Seoul")
        assert [line.split()[:2] for line in margin(reader)] == [["+", "Bonnie"], ["┆", "Seoul"]]
        await reader.press("right_parenthesis")
        assert "ask Seoul" not in reader.status_text
        await reader.press("left_parenthesis")
        await reader.until(lambda: "+ edits: ask Seoul" in reader.status_text)


@pytest.mark.parametrize("key", ["plus", "enter"])
async def test_plus_or_enter_on_a_noted_passage_changes_the_note(library: Library, start: Start, key: str) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis")
        await write(reader, "ask Seoul #todo")
        await reader.press("right_parenthesis", "left_parenthesis", key)
        assert editor(reader).typed == "ask Seoul #todo"
        await reader.press(*"!")
        await saved(reader)
        assert notes(library) == [(EDSCG_4, FIRST, "ask Seoul #todo!")]


async def test_a_note_that_nobody_has_changed_is_not_saved_again(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis")
        await write(reader, "one")
        before = library.notes.all()
        await reader.press("plus", "ctrl+s")
        assert not is_writing(reader)
        assert "saved" not in reader.status_text
        assert library.notes.all() == before


async def test_a_note_on_the_brief_under_the_cursor_and_on_each_of_the_marked_ones(
    library: Library, start: Start
) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await write(reader, "the first")
        for brief_id in (EDSCG_5, EDSCG_4):
            await go_to(reader, brief_id)
            await reader.press("M")
        await reader.press("plus")
        assert "A note on each of 2 briefs" in editor(reader).target.heading
        await reader.press(*"both")
        await saved(reader)
        assert "the note on 2 briefs is saved; u undoes it" in reader.status_text
        assert notes(library)[0] == (NCG_1, "", "the first")
        assert sorted(notes(library)[1:]) == [(EDSCG_4, "", "both"), (EDSCG_5, "", "both")]
        await reader.press("u")
        await reader.until(lambda: "undone: the note on 2 briefs" in reader.status_text)
        assert notes(library) == [(NCG_1, "", "the first")]


async def test_a_text_that_is_removed_may_still_be_drawn(library: Library, start: Start) -> None:
    async with start() as reader:
        await reader.press("plus")
        text = reader.screen.query_one(NoteText)
        await text.remove()
        assert [line.text for line in text.render_lines(Region(0, 0, 3, 2))] == ["   ", "   "]


@pytest.mark.parametrize(
    ("panel", "quote"),
    [("p", FIRST), ("w", FIRST), ("e", FIRST)],
)
async def test_a_note_on_the_line_that_is_picked_in_a_panel(
    library: Library, start: Start, panel: str, quote: str
) -> None:
    async with start() as reader:
        await go_to(reader, EDSCG_4)
        await reader.press(panel)
        await reader.until(lambda: reader.screen.panel.passage)
        await reader.press("plus")
        assert editor(reader).target.quote == quote
        await saved(reader)
        assert notes(library) == [(EDSCG_4, quote, "")]
        assert reader.screen.panel.has_focus


async def test_three_quotations_with_citations_come_into_one_note_in_18_keys(library: Library, start: Start) -> None:
    select, to_list = "right_parenthesis", ("tab", "tab")
    keys = (
        "down",
        "enter",
        select,
        "plus",
        "tab",
        select,
        "plus",
        *to_list,
        "up",
        "enter",
        select,
        "plus",
        *"ok",
        "ctrl+s",
    )
    async with start() as reader:
        await go_to(reader, EDSCG_5)
        for key in keys:
            await reader.press(key)
            await reader.until(lambda: reader.open_brief == reader.screen.brief_list.brief_id)
            await reader.press()
        await reader.until(lambda: "saved" in reader.status_text)
        [(brief_id, quote, text)] = notes(library)
        assert (brief_id, quote) == (EDSCG_4, FIRST)
        assert text.split("\n\n") == [
            f"> {SECOND}",
            "example.gov, [Seoul hosts the fourth meeting](<https://example.gov/edscg-4>), readout, Seoul, "
            "South Korea, 15 September 2023, [summary, not the official text].",
            "> Bonnie Jenkins led for the United States in Washington.",
            "“Washington hosts the fifth meeting”, readout, Washington, United States, 4 September 2024, "
            "[summary, not the official text].",
            "ok",
        ]
        assert len(keys) <= 18
        exported = "".join(library.documents.of_notes(library.notes.all(), "markdown"))
        assert exported.count("> ") == 3
        assert exported.count("[summary, not the official text]") == 3


async def test_a_passage_that_was_added_to_a_note_has_its_sign_too(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis", "plus", "tab", "right_parenthesis", "plus")
        await saved(reader)
        await reader.until(lambda: len(reader.screen.article.noted) == 2)
        assert [line.split()[0] for line in margin(reader)] == ["+", "┆", "+"]
        await reader.press("left_parenthesis", "right_parenthesis", "enter")
        assert editor(reader).target.quote == FIRST
        assert f"> {SECOND}" in editor(reader).typed


async def test_a_passage_is_added_to_the_last_note_by_one_key(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis")
        await write(reader, "compare these #wording")
        await reader.press("right_parenthesis", "plus")
        assert "Ctrl+A adds to the last note" in str(editor(reader).query_one(".note-keys").render())
        await reader.press(*"twice", "ctrl+a")
        await saved(reader)
        [(brief_id, quote, text)] = notes(library)
        assert (brief_id, quote) == (EDSCG_4, FIRST)
        assert text.startswith(f"compare these #wording\n\n> {SECOND}\n\n")
        assert text.endswith("\n\ntwice")
        assert library.notes.all()[0].note.labels == ("wording",)


async def test_the_first_note_of_a_session_is_offered_no_last_one(start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", "ctrl+a", *"on")
        assert "Ctrl+A" not in str(editor(reader).query_one(".note-keys").render())
        assert editor(reader).typed == "on"


async def test_esc_keeps_a_draft_that_is_offered_at_the_same_passage(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis", "plus", *"half a thou", "escape")
        assert not is_writing(reader)
        assert "not saved; a draft is kept" in reader.status_text
        assert reader.screen.article.passage_text == FIRST
        assert notes(library) == []
        await reader.press("right_parenthesis", "plus")
        assert editor(reader).typed == ""
        await reader.press("escape", "left_parenthesis", "plus")
        await reader.until(lambda: editor(reader).typed == "half a thou")
        assert "this is the draft that was kept" in reader.status_text
        await reader.press(*"ght")
        await saved(reader)
        assert notes(library) == [(EDSCG_4, FIRST, "half a thought")]
        await reader.until(lambda: library.notes.drafts() == ())


async def test_a_draft_without_its_text_is_forgotten(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", "a", "escape")
        await reader.until(lambda: library.notes.drafts())
        await reader.press("plus")
        await reader.until(lambda: editor(reader).typed == "a")
        await reader.press("backspace", "escape")
        await reader.until(lambda: library.notes.drafts() == ())
        assert "draft" not in reader.status_text


async def test_a_draft_is_saved_while_it_is_typed(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", *"typed")
        await reader.until(lambda: library.notes.drafts())
        assert library.notes.draft(editor(reader).target.draft_key) == "typed"


async def test_a_draft_is_saved_at_the_end_of_the_program(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", *"at the end")
        key = editor(reader).target.draft_key
    assert library.notes.draft(key) == "at the end"


async def test_a_note_that_cannot_be_saved_is_kept_as_a_draft_and_stays_open(
    library: Library, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*given: object) -> Note:
        raise LibraryError("the disk is full")

    monkeypatch.setattr(library.notes, "add", full)
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis", "plus", *"lost?", "ctrl+s")
        await reader.until(lambda: "not saved, a draft is kept: the disk is full" in reader.status_text)
        assert editor(reader).typed == "lost?"
        await reader.until(lambda: library.notes.draft(editor(reader).target.draft_key) == "lost?")


async def test_a_note_on_the_whole_brief_has_its_sign_beside_the_title(start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("escape")
        await write(reader, "the whole of it")
        await reader.until(lambda: len(margin(reader)) == 1)
        assert reader.article_text.splitlines()[0].removeprefix("│").startswith("+")
        await reader.press("u")
        await reader.until(lambda: not margin(reader))


async def test_an_empty_note_on_a_whole_brief_is_not_saved(library: Library, start: Start) -> None:
    async with start() as reader:
        await go_to(reader, NCG_1)
        await reader.press("plus", "ctrl+s")
        assert "write something first" in str(editor(reader).query_one(".note-keys").render())
        await reader.press("a")
        assert "Ctrl+S saves" in str(editor(reader).query_one(".note-keys").render())
        await saved(reader)
        assert notes(library) == [(NCG_1, "", "a")]


async def test_keys_of_the_reader_are_letters_in_a_note(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", "slash", "q", "D", "enter", "plus", "space", "u", *'5j"')
        assert editor(reader).typed == '/qD\n+ u5j"'
        top = reader.screen.article.top
        await reader.resize(60, 15)
        await reader.press("pagedown")
        assert reader.screen.article.top > top
        assert editor(reader).typed == '/qD\n+ u5j"'


def in_sight(article: ArticleView, place: Span) -> bool:
    return article.shows(place.start) and article.shows(place.end - 1)


@pytest.mark.parametrize("size", [(80, 24), (60, 17)])
async def test_the_passage_stays_in_sight_above_the_editor(
    root: Path, library: Library, start: Start, size: tuple[int, int]
) -> None:
    sentences = " ".join(f"Sentence {number} {'goes on for some lines, ' * 7} and ends." for number in range(12))
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2023-07-18\n---\n{sentences}\n", "utf-8")
    library.update()
    async with start(size=size) as reader:
        await read(reader, next(entry.id for entry in library.entries() if entry.title == "Long"))
        article = reader.screen.article
        for _ in range(8):
            await reader.press("right_parenthesis")
            passage = article.passage
            assert passage is not None
            await reader.press("plus")
            await reader.until(partial(in_sight, article, passage))
            assert article.passage == passage
            await reader.press("escape")


async def test_letters_typed_before_the_editor_has_opened_go_into_the_note(start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        for key, character in (("plus", "+"), ("n", "n"), ("o", "o"), ("w", "w")):
            reader.app.post_message(Key(key, character))
        await reader.until(lambda: is_writing(reader) and editor(reader).typed == "now")


async def test_keys_after_ctrl_s_are_those_of_the_reader_again(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis", "plus")
        keys = (("a", "a"), ("ctrl+s", None), ("right_parenthesis", ")"), ("plus", "+"), ("b", "b"), ("ctrl+s", None))
        for key, character in keys:
            reader.app.post_message(Key(key, character))
        await reader.until(lambda: len(notes(library)) == 2)
        assert notes(library) == [(EDSCG_4, FIRST, "a"), (EDSCG_4, SECOND, "b")]


async def test_pasted_text_is_cleaned(start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus")
        reader.app.post_message(Paste("two\r\nlines\x1b[31m"))
        await reader.until(lambda: editor(reader).typed)
        assert editor(reader).typed == "two\nlines"


async def test_u_undoes_a_note_and_its_change_and_the_signs_follow(library: Library, start: Start) -> None:
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("right_parenthesis")
        await write(reader, "one")
        await reader.press("enter", *" two")
        await saved(reader)
        assert notes(library) == [(EDSCG_4, FIRST, "one two")]
        await reader.press("u")
        await reader.until(lambda: notes(library) == [(EDSCG_4, FIRST, "one")])
        await reader.press("u")
        await reader.until(lambda: notes(library) == [])
        await reader.until(lambda: not margin(reader))


async def test_a_read_only_session_says_so_instead_of_opening_the_editor(
    root: Path, places: Places, library: Library, start: Start
) -> None:
    library.notes.add(library.brief(EDSCG_4), Span(32, 129), "kept", ())
    async with start(of=Library(root, places, Settings(read_only=True))) as reader:
        await read(reader, EDSCG_4)
        await reader.until(lambda: reader.screen.note_marks.kept)
        for key in ("plus", "right_parenthesis", "enter"):
            await reader.press(key)
        await reader.until(lambda: "nothing is written with --read-only" in reader.status_text)
        assert not is_writing(reader)


async def test_ctrl_e_gives_the_text_to_the_editor_of_the_person(
    tmp_path: Path, library: Library, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf 'and \\033[31mmore\\n' >> \"$1\"\n", "utf-8")
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(note_in_editor, "run_in_terminal", lambda app, arguments: subprocess.run(arguments).returncode)
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", *"mine", "ctrl+e")
        assert editor(reader).typed == "mine\nand more"
        await saved(reader)
        assert notes(library) == [(EDSCG_4, "", "mine\nand more")]


async def test_an_editor_that_fails_changes_nothing(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "false")
    monkeypatch.setattr(note_in_editor, "run_in_terminal", lambda app, arguments: subprocess.run(arguments).returncode)
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.press("plus", *"mine", "ctrl+e")
        await reader.until(lambda: "ended with exit status 1" in reader.status_text)
        assert editor(reader).typed == "mine"


async def test_the_cursor_stands_behind_the_text_and_before_its_labels(library: Library, start: Start) -> None:
    brief = library.brief(EDSCG_4)
    at = brief.text.index(FIRST)
    library.notes.add(brief, (at, at + len(FIRST)), "ask Seoul", ["todo"])
    async with start() as reader:
        await read(reader, EDSCG_4)
        await reader.until(lambda: reader.screen.note_marks.kept)
        await reader.press("right_parenthesis", "plus", *" now")
        assert editor(reader).typed == "ask Seoul now\n\n#todo"
        await saved(reader)
        [kept] = library.notes.all()
        assert (kept.note.text, kept.note.labels) == ("ask Seoul now", ("todo",))
