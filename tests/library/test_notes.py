"""Notes are plain files in the library: added, changed, removed, and found again with their passages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefreader.config import Places
from briefreader.library import Added, Library, list_inputs, sample_folder
from briefreader.model import KeptNote, LibraryError

Open = Callable[[], Library]
DETERRENCE = "guidelines for extended deterrence"


def noted(library: Library, brief: str, quote: str, text: str, *labels: str) -> KeptNote:
    """Add a note on a passage as the reader does, and return it as it is kept."""
    found = library.brief(brief)
    start = found.text.index(quote)
    note = library.notes.add(found, (start, start + len(quote)), text, labels)
    return next(kept for kept in library.notes.all() if kept.note == note)


def test_a_note_is_a_plain_file_that_is_of_use_without_the_program(library: Library) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "Compare with 2024.\n\nAsk Ann.", "wording", "ask, later")
    path = library.root / ".briefreader" / "notes" / f"{kept.note.id}.md"
    lines = path.read_text().splitlines()
    assert lines[:5] == [
        "---",
        'brief: "ncg-1-2023-07-18"',
        'file: "ncg-1.md"',
        'title: "Inaugural meeting of the Nuclear Consultative Group"',
        'date: "2023-07-18"',
    ]
    assert f'quote: "{DETERRENCE}"' in lines
    assert 'labels: ["wording", "ask", "later"]' in lines
    assert lines[-4:] == ["", "Compare with 2024.", "", "Ask Ann."]
    assert kept.note.id[17:].startswith("-ncg-1-2023-07-18-")


def test_a_later_process_finds_the_notes_with_their_passages(library: Library, opened: Open) -> None:
    first = noted(library, "ncg-1", DETERRENCE, "one")
    second = noted(library, "ncg-3", DETERRENCE, "two")
    whole = library.notes.add(library.brief("ncg-1"), None, "on the whole brief")
    later = opened()
    assert [kept.note for kept in later.notes.all()] == [whole, second.note, first.note]
    assert [kept.lost for kept in later.notes.all()] == [False, False, False]
    brief = later.brief("ncg-1")
    on_brief, on_passage = later.notes.of(brief)
    assert (on_brief.note, on_brief.span) == (whole, None)
    assert on_passage.span and brief.text[slice(*on_passage.span)] == DETERRENCE
    assert later.notes.briefs_noted() == {"ncg-1-2023-07-18", "ncg-3-2024-06-10"}


def test_a_note_is_changed_and_removed(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "one")
    changed = library.notes.change(kept.note, "two", ["label"])
    assert [(each.note.text, each.note.labels) for each in opened().notes.all()] == [("two", ("label",))]
    assert changed.id == kept.note.id
    library.notes.remove(changed)
    assert opened().notes.all() == ()
    assert library.notes.briefs_noted() == frozenset()


@pytest.mark.parametrize("broken", [b"", b"\xff\xfe\x00", b"---\nbrief: [\n---\nmine\n", b"---\nno end", b"only text"])
def test_a_damaged_file_hides_no_other_note_and_is_told(library: Library, root: Path, broken: bytes) -> None:
    noted(library, "ncg-1", DETERRENCE, "one")
    (root / ".briefreader" / "notes" / "mine.md").write_bytes(broken)
    assert "one" in [kept.note.text for kept in library.notes.all()]
    assert [problem.where for problem in library.check() if "note" in problem.what] != []


@pytest.fixture
def three(library: Library) -> Library:
    """Three notes: on passages of two briefs and on a whole one."""
    noted(library, "ncg-1", DETERRENCE, "Compare the wording with Wilmington.", "wording", "to do")
    noted(library, "ncg-3", "completed the review", "Ask Ann about the organisation.", "people")
    library.notes.add(library.brief("summit"), None, "The first summit of the three.")
    return library


FOUND_NOTES = {
    "": ["leaders", "ncg-3", "ncg-1"],
    "wording": ["ncg-1"],
    "organization": ["ncg-3"],
    "deterrence guidelines": ["ncg-1"],
    '"deterrence guidelines"': [],
    '"extended deterrence"': ["ncg-1"],
    "nuclear consultative -review": ["ncg-1"],
    "label:wording": ["ncg-1"],
    'label:"to do" OR label:people': ["ncg-3", "ncg-1"],
    "label:Ann": [],
    "note:Ann": ["ncg-3"],
    "note:third": [],
    "series:ncg": ["ncg-3", "ncg-1"],
    "series:ncg date:2024": ["ncg-3"],
    "-series:ncg": ["leaders"],
    "the title is nowhere": [],
}
"""The briefs of the notes that a query finds, the newest note first."""

FOUND_BRIEFS = {"is:noted": 3, "note:ann": 1, "note:guidelines": 1, "label:people": 1, "label:ann": 0, "-is:noted": 1}
"""The number of briefs that a query finds."""


def test_notes_are_found_as_briefs_are(three: Library) -> None:
    found = {
        query: [
            next(b for b in ("leaders", "ncg-3", "ncg-1") if b in kept.note.id) for kept in three.notes.found(query)
        ]
        for query in FOUND_NOTES
    }
    assert found == FOUND_NOTES


def test_briefs_are_found_by_their_notes(three: Library) -> None:
    assert {query: three.search(query).total for query in FOUND_BRIEFS} == FOUND_BRIEFS


def test_no_note_is_lost_or_torn_by_25_kills() -> None:
    command = [sys.executable, str(Path(__file__).with_name("saving_notes.py")), "--kills", "25"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    kept = json.loads(done.stdout)
    assert (kept["lost"], kept["torn"], done.stderr) == (0, 0, "")
    assert kept["saved"] > 0


def test_two_sessions_that_change_a_note_keep_both_texts(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "as it was", "label")
    other = opened()
    theirs = other.notes.change(kept.note, "their text", ["theirs"])
    mine = library.notes.change(kept.note, "my text", ["mine"])
    assert (theirs.id, theirs.origin) == (kept.note.id, "")
    assert mine.id != kept.note.id
    assert mine.origin == kept.note.id
    later = opened().notes.all()
    assert {(each.note.text, each.note.labels) for each in later} == {
        ("their text", ("theirs",)),
        ("my text", ("mine",)),
    }
    assert {each.span for each in later} == {kept.span}
    again = library.notes.change(mine, "my next text", ["mine"])
    assert again.id == mine.id


def test_a_note_that_another_session_removed_is_kept_when_it_is_changed(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "as it was")
    opened().notes.remove(kept.note)
    mine = library.notes.change(kept.note, "my text", [])
    [later] = opened().notes.all()
    assert (later.note, later.lost) == (mine, False)
    assert later.title == "Inaugural meeting of the Nuclear Consultative Group"


def test_a_note_that_another_session_changed_is_not_removed(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "as it was")
    opened().notes.change(kept.note, "their text", [])
    with pytest.raises(LibraryError, match="somebody else has changed the note"):
        library.notes.remove(kept.note)
    assert [each.note.text for each in opened().notes.all()] == ["their text"]


def test_the_same_text_of_two_sessions_is_one_note(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "as it was")
    opened().notes.change(kept.note, "the same", [])
    assert library.notes.change(kept.note, "the same", []).id == kept.note.id
    assert len(opened().notes.all()) == 1


def test_many_sessions_that_add_and_change_at_once_lose_nothing(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "first")
    brief = library.brief("ncg-1")

    def session(number: int) -> None:
        notes = opened().notes
        notes.change(kept.note, f"changed by {number}", [])
        notes.add(brief, None, f"added by {number}", [])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(session, range(8)))
    texts = {each.note.text for each in opened().notes.all()}
    assert texts == {f"{done} by {number}" for number in range(8) for done in ("changed", "added")}


def test_what_a_person_wrote_into_the_file_by_hand_stays(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "as it was", "one")
    path = library.notes.folder / f"{kept.note.id}.md"
    path.write_text(
        path.read_text().replace("labels:", "mood: good  # mine\nlabels:\n- by hand\n- ").replace("as it", "so it")
    )
    [edited] = library.notes.all()
    assert (edited.note.text, edited.lost) == ("so it was", False)
    library.notes.change(edited.note, "changed", ["two"])
    text = path.read_text()
    assert "mood: good  # mine\n" in text
    assert 'labels: ["two"]\n' in text
    assert "by hand" not in text
    assert text.endswith("---\n\nchanged\n")
    assert [each.note.labels for each in opened().notes.all()] == [("two",)]


def test_a_note_follows_its_brief_to_another_path_and_another_id(library: Library, root: Path, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "mine")
    (root / "2023").mkdir()
    (root / "ncg-1.md").rename(root / "2023" / "first.md")
    later = opened()
    later.update()
    [moved] = later.notes.all()
    assert (moved.note, moved.span, moved.brief) == (kept.note, kept.span, kept.brief)
    text = (root / "2023" / "first.md").read_text()
    (root / "2023" / "first.md").write_text(text.replace("---\n", "---\nid: first-of-all\n", 1))
    last = opened()
    last.update()
    [renamed] = last.notes.all()
    assert (renamed.brief, renamed.note, renamed.lost) == ("first-of-all", kept.note, False)
    assert [each.note for each in last.notes.of(last.brief("first-of-all"))] == [kept.note]


def test_a_passage_is_found_again_in_a_later_edition_of_a_page(library: Library, root: Path, opened: Open) -> None:
    page = root.parent / "talks.html"

    def added(paragraphs: list[str]) -> Added:
        head = '<title>Talks in Oslo</title><link rel="canonical" href="https://oslo.example/talks">'
        body = "".join(f"<p>{paragraph}</p>" for paragraph in ["<h1>Talks in Oslo</h1>", *paragraphs])
        page.write_text(f"<html><head>{head}</head><body><article>{body}</article></body></html>")
        [result] = opened().add(list_inputs([str(page)], bytes, walk=False))
        opened().update()
        return result

    matters = "ports and ships, the price of grain, a new rail link, visas for students, wheat for the south".split(
        ", "
    )
    days = [f"On day {day} the ministers spoke about {matter}, and agreed." for day, matter in enumerate(matters)]
    first = added(days)
    assert first.id
    noted(opened(), first.id, "the ministers spoke about visas for students", "mine")
    edited = [day.replace("spoke about", "also spoke of").replace("On day 1", "Then") for day in days]
    assert added(["A new beginning.", *edited]).status == "updated"
    later = opened()
    [found] = later.notes.all()
    assert found.span
    assert later.brief(first.id).text[slice(*found.span)] == "the ministers also spoke of visas for students"


def test_notes_of_a_removed_brief_stay_and_are_lost(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "mine")
    library.notes.add(library.brief("ncg-1"), None, "on the whole")
    library.remove("ncg-1")
    later = opened()
    later.update()
    whole, passage = later.notes.all()
    assert (whole.lost, passage.lost) == (True, True)
    assert passage.title == kept.title
    assert (passage.date, passage.url) == ("2023-07-18", "https://president.example/ncg-1")
    assert passage.brief is None
    assert later.notes.briefs_noted() == frozenset()
    assert [each.note for each in later.notes.found("label:none OR on")] == [whole.note]


def test_notes_on_the_sample_are_kept_in_the_data_folder_of_the_user(places: Places) -> None:
    sample = Library(sample_folder(), places)
    sample.update()
    brief = sample.brief("edscg-5")
    note = sample.notes.add(brief, None, "mine", [])
    assert places.data in sample.notes.folder.parents
    assert (sample.notes.folder / f"{note.id}.md").is_file()
    assert sample.undo() == f"a note on {brief.entry.title}"
    assert sample.notes.all() == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_notes_on_a_read_only_library_are_kept_in_the_data_folder_of_the_user(
    library: Library, places: Places, opened: Open
) -> None:
    theirs = noted(library, "ncg-1", DETERRENCE, "of those who may write")
    folders = [library.root, library.root / ".briefreader", library.notes.folder]
    try:
        for folder in folders:
            folder.chmod(0o500)
        reader = opened()
        mine = noted(reader, "ncg-3", DETERRENCE, "of a reader").note
        assert (reader.notes.folder / f"{mine.id}.md").is_file()
        assert places.data in reader.notes.folder.parents
        changed = reader.notes.change(theirs.note, "changed by a reader", [])
        assert changed.origin == theirs.note.id
        assert {kept.note.text for kept in reader.notes.all()} == {
            "of those who may write",
            "of a reader",
            "changed by a reader",
        }
        place = dict(reader.places())["notes"]
    finally:
        for folder in folders:
            folder.chmod(0o700)
    assert place == reader.notes.folder


def test_with_read_only_no_note_is_written(root: Path, places: Places, library: Library) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "mine")
    reader = Library(root, places._replace(read_only=True))
    for write in (
        lambda: reader.notes.add(library.brief("ncg-1"), None, "more", []),
        lambda: reader.notes.change(kept.note, "other", []),
        lambda: reader.notes.remove(kept.note),
        lambda: reader.notes.save_draft("key", "text"),
        reader.undo,
    ):
        with pytest.raises(LibraryError, match="--read-only"):
            write()
    assert [each.note for each in reader.notes.all()] == [kept.note]


def test_a_link_in_place_of_the_folder_or_a_note_is_not_followed(library: Library, root: Path, tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.mkdir()
    (private / "secret.md").write_text("my secret")
    noted(library, "ncg-1", DETERRENCE, "mine")
    (library.notes.folder / "secret.md").symlink_to(private / "secret.md")
    assert [kept.note.text for kept in library.notes.all()] == ["mine"]
    library.notes.folder.rename(root / "aside")
    library.notes.folder.symlink_to(private)
    assert library.notes.all() == ()
    assert [problem.where for problem in library.notes.problems()] == [str(library.notes.folder)]
    with pytest.raises(LibraryError, match="is a link"):
        library.notes.add(library.brief("ncg-1"), None, "mine", [])
    assert [path.name for path in private.iterdir()] == ["secret.md"]


def test_a_note_is_not_removed_into_a_folder_where_a_link_leads(library: Library, tmp_path: Path) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "mine")
    (tmp_path / "private").mkdir()
    (library.notes.folder / "removed").symlink_to(tmp_path / "private")
    with pytest.raises(LibraryError, match="removed is a link"):
        library.notes.remove(kept.note)
    assert [each.note for each in library.notes.all()] == [kept.note]
    assert list((tmp_path / "private").iterdir()) == []


def test_a_draft_is_offered_under_its_key_until_it_is_dropped(library: Library, opened: Open) -> None:
    library.notes.save_draft("ncg-1 120-140", "half a th\x1b[0m")
    assert library.notes.draft("ncg-1 120-140") == "half a th"
    assert library.notes.draft("ncg-1") is None
    library.notes.drop_draft("ncg-1 120-140")
    assert library.notes.drafts() == ()


def test_a_note_is_found_by_the_path_where_the_records_of_ids_are_lost(library: Library, opened: Open) -> None:
    kept = noted(library, "ncg-1", DETERRENCE, "mine")
    path = library.notes.folder / f"{kept.note.id}.md"
    path.write_text(path.read_text().replace('brief: "ncg-1-2023-07-18"', 'brief: "an-id-of-another-version"'))
    [found] = opened().notes.all()
    assert (found.brief, found.lost) == (kept.brief, False)
    path.write_text(path.read_text().replace('title: "Inaugural', 'title: "Another'))
    assert [each.lost for each in opened().notes.all()] == [True]
