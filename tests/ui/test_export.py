"""The command that writes hits, marked briefs or notes into one document."""

import csv
import json
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input, Static

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.ui.screens.export_form import ExportForm
from reader_pilot import Reader, Start

EDSCG_4, EDSCG_5, NCG_1 = "edscg-4-2023-09-15", "edscg-5-2024-09-04", "ncg-1-2023-07-18"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the reader was started."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


async def asked(reader: Reader) -> None:
    await reader.press("X")
    await reader.until(lambda: isinstance(reader.app.screen, ExportForm))


def words(reader: Reader, part: str = "what") -> str:
    return str(reader.app.screen.query_one(f"#export-{part}", Static).render())


def name(reader: Reader) -> str:
    return reader.app.screen.query_one(Input).value


async def mark(reader: Reader, *ids: str) -> None:
    for brief_id in ids:
        reader.screen.brief_list.select(brief_id)
        await reader.press("M")


async def exported(reader: Reader) -> None:
    await reader.press("enter")
    await reader.until(lambda: reader.status_text.strip().startswith("exported"))


async def test_the_marked_briefs_become_one_markdown_document(here: Path, start: Start) -> None:
    async with start() as reader:
        await mark(reader, NCG_1, EDSCG_4)
        await asked(reader)
        assert words(reader).startswith("Export 2 marked briefs as Markdown, into ")
        assert name(reader) == "marked.md"
        await exported(reader)
        text = (here / "marked.md").read_text("utf-8")
        assert text.index("# Nuclear group opens") < text.index("# Seoul hosts the fourth meeting")
        assert text.count("[summary, not the official text]") == 2
        assert reader.screen.marked.are_marked


async def test_the_hits_of_a_query_are_offered_and_tab_changes_the_format(here: Path, start: Start) -> None:
    async with start(query="jenkins") as reader:
        await reader.until(lambda: reader.counter == "2 of 5")
        await asked(reader)
        assert words(reader).startswith("Export 2 hits of jenkins as Markdown")
        await reader.press("tab")
        assert name(reader) == "jenkins.jsonl"
        await reader.press("tab")
        assert name(reader) == "jenkins.csv"
        await reader.press("shift+tab")
        await exported(reader)
        lines = (here / "jenkins.jsonl").read_text("utf-8").splitlines()
        assert {json.loads(line)["id"] for line in lines} == {EDSCG_4, EDSCG_5}


async def test_arrows_choose_the_brief_all_briefs_or_all_notes(here: Path, library: Library, start: Start) -> None:
    library.notes.add(library.brief(NCG_1), None, "ask for the minutes", ["todo"])
    async with start() as reader:
        reader.screen.brief_list.select(NCG_1)
        await asked(reader)
        assert words(reader).startswith("Export this brief as Markdown")
        assert name(reader) == f"{NCG_1}.md"
        await reader.press("down")
        assert words(reader).startswith("Export all 5 briefs as Markdown")
        await reader.press("down", "tab", "tab")
        assert words(reader).startswith("Export all notes as CSV")
        await exported(reader)
        with (here / "notes.csv").open(encoding="utf-8", newline="") as file:
            [row] = csv.DictReader(file)
        assert (row["id"], row["title"], row["date"]) == (NCG_1, "Nuclear group opens", "2023-07-18")
        assert (row["note"], row["labels"]) == ("ask for the minutes", "todo")


async def test_the_listed_notes_are_exported_with_passage_and_citation(
    here: Path, library: Library, start: Start
) -> None:
    brief = library.brief(EDSCG_4)
    quote = "They spoke of deterrence, and of deterrence again."
    at = brief.text.index(quote)
    library.notes.add(brief, (at, at + len(quote)), "said twice", ["wording"])
    library.notes.add(library.brief(NCG_1), None, "ask for the minutes")
    async with start() as reader:
        await reader.press("quotation_mark")
        await reader.until(lambda: len(reader.screen.panel.noted.shown) == 2)
        await reader.press(*"tw")
        await asked(reader)
        assert words(reader).startswith("Export 1 note as Markdown")
        await exported(reader)
        text = (here / "notes.md").read_text("utf-8")
        assert f"> {quote}\n" in text
        assert "[Seoul hosts the fourth meeting](<https://example.gov/edscg-4>)" in text
        assert "said twice" in text
        assert "wording" in text
        assert "minutes" not in text


async def test_a_file_that_exists_is_replaced_only_by_a_second_enter(here: Path, start: Start) -> None:
    (here / "marked.md").write_text("mine", "utf-8")
    async with start() as reader:
        await mark(reader, NCG_1)
        await asked(reader)
        assert name(reader) == "marked-2.md"
        reader.app.screen.query_one(Input).value = "marked.md"
        await reader.press("enter")
        assert "Enter again replaces it" in words(reader, "hint")
        assert (here / "marked.md").read_text("utf-8") == "mine"
        await exported(reader)
        assert "Nuclear group opens" in (here / "marked.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [("brief.txt", "the name ends in .md, .jsonl, .csv"), ("none/brief.md", "name a file in a folder")],
)
async def test_what_is_wrong_with_a_name_is_said_in_the_form(start: Start, typed: str, said: str) -> None:
    async with start() as reader:
        await asked(reader)
        reader.app.screen.query_one(Input).value = typed
        await reader.press("enter")
        assert said in words(reader, "hint")
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is reader.screen)


async def test_nothing_is_exported_by_a_read_only_session(
    root: Path, places: Places, library: Library, start: Start
) -> None:
    async with start(of=Library(root, places, Settings(read_only=True))) as reader:
        await reader.press("X")
        await reader.until(lambda: "nothing is written with --read-only" in reader.status_text)


async def test_a_pasted_name_is_cleaned(start: Start) -> None:
    async with start() as reader:
        await asked(reader)
        reader.app.screen.query_one(Input).value = ""
        reader.app.post_message(Paste("visit\x1b[31m\n.md"))
        await reader.until(lambda: name(reader) == "visit .md")


@pytest.mark.parametrize("typed", ["~nobody-here/a.md", "a" * 300 + ".md"], ids=["an unknown home", "too long"])
async def test_a_name_that_no_file_can_have_is_told(typed: str, start: Start) -> None:
    async with start() as reader:
        await asked(reader)
        reader.app.screen.query_one(Input).value = typed
        await reader.press("enter")
        shown = reader.app.screen.query(Static)
        await reader.until(lambda: any("no name of a file" in str(each.render()) for each in shown))


@pytest.mark.parametrize("typed", [".", "/", "..", "./"])
async def test_tab_makes_a_name_of_a_folder_that_was_typed(start: Start, typed: str) -> None:
    async with start() as reader:
        await asked(reader)
        reader.app.screen.query_one(Input).value = typed
        await reader.pilot.pause()
        await reader.press("tab")
        assert Path(name(reader)).parent == Path(typed)
        assert Path(name(reader)).name == "export.md"


@pytest.mark.parametrize(("typed", "expected"), [("-out.md", "-out.md"), ("-out.csv", "-out.csv"), ("-out", "-out.md")])
async def test_an_ending_that_is_typed_takes_the_place_of_the_one_that_is_offered(
    start: Start, typed: str, expected: str
) -> None:
    async with start() as reader:
        await mark(reader, NCG_1)
        await asked(reader)
        await reader.press(*typed)
        assert name(reader) == f"marked{expected}"
        await reader.press(*"1")
        assert name(reader) == ("marked-out1.md" if typed == "-out" else f"marked{expected}1")
