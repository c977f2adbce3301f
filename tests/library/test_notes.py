"""Notes are plain files in the library: added, changed, removed, and found again with their passages."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.library import Library
from briefreader.model import KeptNote

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


@pytest.mark.parametrize(
    ("query", "briefs"),
    [
        ("", ["leaders", "ncg-3", "ncg-1"]),
        ("wording", ["ncg-1"]),
        ("organization", ["ncg-3"]),
        ("deterrence guidelines", ["ncg-1"]),
        ('"deterrence guidelines"', []),
        ('"extended deterrence"', ["ncg-1"]),
        ("nuclear consultative -review", ["ncg-1"]),
        ("label:wording", ["ncg-1"]),
        ('label:"to do" OR label:people', ["ncg-3", "ncg-1"]),
        ("label:Ann", []),
        ("note:Ann", ["ncg-3"]),
        ("note:third", []),
        ("series:ncg", ["ncg-3", "ncg-1"]),
        ("series:ncg date:2024", ["ncg-3"]),
        ("-series:ncg", ["leaders"]),
        ("the title is nowhere", []),
    ],
)
def test_notes_are_found_as_briefs_are(three: Library, query: str, briefs: list[str]) -> None:
    assert [
        next(b for b in ("leaders", "ncg-3", "ncg-1") if b in kept.note.id) for kept in three.notes.found(query)
    ] == briefs


@pytest.mark.parametrize(
    ("query", "total"),
    [("is:noted", 3), ("note:ann", 1), ("note:guidelines", 1), ("label:people", 1), ("label:ann", 0), ("-is:noted", 1)],
)
def test_briefs_are_found_by_their_notes(three: Library, query: str, total: int) -> None:
    assert three.search(query).total == total
