"""`notes` prints what a person noted, for people, for programs and by a template."""

from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.library import Library
from cli.conftest import Run

DETERRENCE = "guidelines for extended deterrence"


@pytest.fixture
def noted(root: Path) -> Path:
    """Two notes, the second on a whole brief."""
    library = Library(root, Places.of_user())
    library.update()
    brief = library.brief("ncg-1")
    start = brief.text.index(DETERRENCE)
    library.notes.add(brief, (start, start + len(DETERRENCE)), "Compare with 2024.", ["wording"])
    library.notes.add(library.brief("summit.md"), None, "Ask \x1b[31mAnn.")
    return root


def test_notes_json_is_a_line_a_note_newest_first(run: Run, noted: Path) -> None:
    whole, passage = run("notes", "--json", "--library", noted).lines
    assert list(passage)[:8] == ["id", "quote", "note", "labels", "start", "end", "made", "lost"]
    assert passage["id"] == "ncg-1-2023-07-18"
    assert (passage["quote"], passage["note"], passage["labels"]) == (DETERRENCE, "Compare with 2024.", ["wording"])
    text = run("show", "--json", passage["id"], "--library", noted).json["text"]
    assert text[passage["start"] : passage["end"]] == DETERRENCE
    assert (passage["lost"], passage["path"]) == (False, "ncg-1.md")
    assert (whole["quote"], whole["note"], whole["start"], whole["end"]) == ("", "Ask Ann.", None, None)
    assert passage["made"] < whole["made"]


def test_notes_are_searched(run: Run, noted: Path) -> None:
    assert [line["note"] for line in run("notes", "--json", "label:wording", "--library", noted).lines] == [
        "Compare with 2024."
    ]
    assert run("notes", "date:2023-08", "--library", noted).status == 0
    missing = run("notes", "nowhere", "--library", noted)
    assert (missing.status, missing.out) == (1, "")
    assert run("notes", "date:someday", "--library", noted).status == 2


def test_notes_are_printed_by_a_template(run: Run, noted: Path) -> None:
    assert run("notes", "--format", "{id}\\t{note}\\t{labels}", "wording", "--library", noted).out == (
        "ncg-1-2023-07-18\tCompare with 2024.\twording\n"
    )
    assert run("notes", "--format", "{nothing}", "--library", noted).status == 2


def test_notes_are_printed_for_people_and_lost_ones_say_so(run: Run, noted: Path) -> None:
    (noted / "ncg-1.md").write_text((noted / "ncg-1.md").read_text().replace(DETERRENCE, "something else"))
    run("remove", "summit.md", "--library", noted)
    answer = run("notes", "--library", noted)
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0].endswith("Leaders meet at Camp David")
    assert lines[1:3] == ["    Ask Ann.", "    lost: the brief is no longer in the library"]
    assert lines[4:] == [
        f"    “{DETERRENCE}”",
        "    Compare with 2024.",
        "    #wording",
        "    lost: the passage is no longer in the text",
    ]


def test_no_notes_are_no_error(run: Run, root: Path) -> None:
    answer = run("notes", "--library", root)
    assert (answer.status, answer.out) == (0, "")
    assert "0 notes" in answer.err


def test_paths_names_the_folder_of_notes(run: Run, root: Path) -> None:
    places = dict(line.split("\t") for line in run("paths", "--library", root).out.splitlines())
    assert places["notes"] == str(root / ".briefreader" / "notes")
