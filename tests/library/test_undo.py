"""Undo gives back every file byte for byte, step by step, and never leaves the places that the program writes."""

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from briefreader.config import Places
from briefreader.indexing import library_state, silent
from briefreader.library import Library
from briefreader.model import KeptNote, LibraryError, NotFoundError, UsageError
from briefreader.store import Journal

Open = Callable[[], Library]
SEQUENCES = int(os.environ.get("BRIEFREADER_UNDO", "8"))
OWN = ("changes.json", "changes.lock", "lock")


def files(root: Path) -> dict[str, bytes]:
    """Return the content of every file of a library, but for the journal and the locks."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name not in OWN
    }


def marks(library: Library) -> tuple[frozenset[str], frozenset[str]]:
    return library.reading.starred_briefs(), library.reading.read_briefs()


class Person:
    """Makes changes of all kinds in a library, one after the other, at random."""

    def __init__(self, opened: Open, random: Random) -> None:
        self._opened = opened
        self._random = random
        self.library = opened()

    def changes_something(self) -> None:
        """Make one change, now and then in another session."""
        if self._random.random() < 0.2:
            self.library = self._opened()
        notes = (self._adds, self._adds, self._changes, self._changes, self._removes)
        others = (self._names, self._kills, self._states, self._stars, self._reads, self._takes_out, self._adds_to_each)
        change = self._random.choice((*notes, *others, self._takes_several_out))
        change()

    def _brief(self) -> str:
        there = [entry.id for entry in self.library.entries() if (self.library.root / entry.path).exists()]
        return self._random.choice(there or [""])

    def _note(self) -> KeptNote | None:
        return self._random.choice(self.library.notes.all() or (None,))

    def _adds(self) -> None:
        if id := self._brief():
            brief = self.library.brief(id)
            start = self._random.randrange(len(brief.text) - 40)
            span = (start, start + 30) if self._random.random() < 0.7 else None
            self.library.notes.add(brief, span, f"note {self._random.random()}", ["label"])

    def _adds_to_each(self) -> None:
        if ids := {self._brief(), self._brief()} - {""}:
            self.library.notes.add_to_each([self.library.brief(id) for id in ids], f"note {self._random.random()}")

    def _changes(self) -> None:
        if kept := self._note():
            self.library.notes.change(kept.note, f"changed {self._random.random()}\n\nwith another line", [])

    def _removes(self) -> None:
        if kept := self._note():
            self.library.notes.remove(kept.note)

    def _names(self) -> None:
        self.library.own_names.rename(
            *self._random.choice((("South Korea", "Republic of Korea"), ("Japan", "Nippon"))), "PLACE"
        )

    def _states(self) -> None:
        if id := self._brief():
            with suppress(UsageError):  # it was stated so already
                self.library.own_meetings.state(id, {"city": self._random.choice(("Oslo", "Turku"))})

    def _kills(self) -> None:
        self.library.own_names.remove(self._random.choice(("Seoul", "Tokyo", "Camp David")))

    def _stars(self) -> None:
        if id := self._brief():
            self.library.star([id], self._random.random() < 0.6)

    def _reads(self) -> None:
        if id := self._brief():
            self.library.mark_read([id], self._random.random() < 0.6)

    def _takes_out(self) -> None:
        if (id := self._brief()) and self._random.random() < 0.4:
            self.library.remove(id)

    def _takes_several_out(self) -> None:
        if self._random.random() < 0.3:
            ids = {self._brief(), self._brief()} - {""}
            self.library.remove_all(sorted(ids))


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_any_changes_are_undone_one_by_one_to_the_byte(library: Library, root: Path, opened: Open, seed: int) -> None:
    person = Person(opened, Random(seed))
    states = [(files(root), marks(library))]
    for _ in range(25):
        person.changes_something()
        state = files(root), marks(library)
        if state != states[-1]:
            states.append(state)
    assert len(states) > 4
    for state in reversed(states[:-1]):
        assert (library if len(state[0]) % 2 else opened()).undo()
        assert files(root) == state[0]
        assert marks(opened()) == state[1]
    assert opened().undo() is None


def test_a_line_says_what_was_undone(library: Library) -> None:
    brief = library.brief("ncg-1")
    title = "Inaugural meeting of the Nuclear Consultative Group"
    note = library.notes.add(brief, (0, 9), "one")
    changed = library.notes.change(note, "two", [])
    library.notes.remove(changed)
    library.star([brief.entry.id], True)
    library.star([brief.entry.id], False)
    library.mark_read([brief.entry.id], True)
    library.mark_read([brief.entry.id], True)
    library.own_names.remove("Seoul")
    library.remove("ncg-1")
    library.remove_all(["ncg-3", "summit.md"])
    undone = [library.undo() for _ in range(10)]
    assert undone == [
        "the removal of 2 briefs",
        f"the removal of {title}",
        "Seoul is no longer a name",
        f"the mark of {title} as read",
        f"the removed star of {title}",
        f"the star of {title}",
        f"the removed note on {title}",
        f"the change of the note on {title}",
        f"a note on {title}",
        None,
    ]


def test_a_brief_that_comes_back_has_its_id_and_its_notes(library: Library, opened: Open) -> None:
    brief = library.brief("ncg-1")
    library.notes.add(brief, (0, 9), "mine")
    library.remove("ncg-1")
    gone = opened()
    gone.update()
    assert "ncg-1-2023-07-18" not in {entry.id for entry in gone.entries()}
    gone.undo()
    back = opened()
    back.update()
    assert back.brief(brief.entry.id).text == brief.text
    assert [kept.lost for kept in back.notes.all()] == [False]


def test_removing_several_removes_none_where_one_is_gone(library: Library, root: Path) -> None:
    (root / "summit.md").unlink()
    before = files(root)
    with pytest.raises(NotFoundError, match="gone already"):
        library.remove_all(["ncg-1", "summit.md"])
    assert files(root) == before


def test_a_note_that_was_edited_by_hand_is_not_undone(library: Library) -> None:
    note = library.notes.add(library.brief("ncg-1"), None, "mine", [])
    path = library.notes.folder / f"{note.id}.md"
    path.write_text(path.read_text() + "and by hand\n")
    with pytest.raises(LibraryError, match="its lines were changed after"):
        library.undo()
    assert path.read_text().endswith("mine\nand by hand\n")


def hostile(root: Path, *steps: object) -> None:
    """Bring a journal with a library from elsewhere."""
    (root / ".briefreader").mkdir(exist_ok=True)
    (root / ".briefreader" / "changes.json").write_text(json.dumps(steps))


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("stolen.md", "../private/secret"),
        ("stolen.md", ".briefreader/removed/../../../private/secret"),
        ("stolen.md", ".briefreader/removed/link/secret"),
        ("../private/planted", ".briefreader/removed/planted"),
        ("out/planted", ".briefreader/removed/planted"),
        (".briefreader/ids/planted", ".briefreader/removed/planted"),
        (".hidden", ".briefreader/removed/planted"),
        (".briefreader/notes/x.md", "../private/secret"),
        (".briefreader/notes/x.md", ".briefreader/notes/removed/.."),
        (".briefreader/notes/../../planted.md", ".briefreader/notes/removed/x.md"),
        ("stolen.md", "ncg-1.md"),
    ],
)
def test_a_journal_from_elsewhere_moves_nothing_outside(library: Library, root: Path, path: str, moved: str) -> None:
    private = root.parent / "private"
    private.mkdir()
    (private / "secret").write_text("mine")
    removed = root / ".briefreader" / "removed"
    (root / ".briefreader" / "notes" / "removed").mkdir(parents=True)
    (root / ".briefreader" / "notes" / "removed" / "x.md").write_text("planted")
    removed.mkdir()
    (removed / "planted").write_text("planted")
    (removed / "link").symlink_to(private)
    (root / "out").symlink_to(private)
    before = files(root), files(private)
    absolute = str(private / "secret") if moved.startswith("../private") else moved
    hostile(root, {"what": "harmless", "moves": [[path, moved]]}, {"what": "harmless", "moves": [[path, absolute]]})
    assert library.undo() is None
    assert (files(root), files(private)) == before


@pytest.mark.parametrize("link", [".briefreader/notes", ".briefreader/removed", ".briefreader/notes/removed"])
def test_a_journal_from_elsewhere_does_not_reach_through_a_link(library: Library, root: Path, link: str) -> None:
    private = root.parent / "private"
    private.mkdir()
    (private / "secret.md").write_text("mine\n")
    (root / link).parent.mkdir(parents=True, exist_ok=True)
    (root / link).symlink_to(private)
    digest = hashlib.sha256(b"mine\n").hexdigest()
    hostile(
        root,
        ["harmless", f"{link}/secret.md", None, digest, 0, "", "mine\n"],
        ["harmless", f"{link}/secret.md", "other", digest, 0, "theirs\n", "mine\n"],
        {"what": "harmless", "moves": [["stolen.md", f"{link}/secret.md"]]},
        {"what": "harmless", "moves": [[".briefreader/notes/x.md", f"{link}/secret.md"]]},
    )
    assert library.undo() is None
    assert files(private) == {"secret.md": b"mine\n"}
    assert not (root / "stolen.md").exists()


def test_marks_of_a_journal_from_elsewhere_are_left_alone(library: Library, root: Path) -> None:
    hostile(root, {"what": "harmless", "line": '{"starred":{"ncg-1-2023-07-18":true}}', "owner": "another"})
    assert library.undo() is None
    assert library.reading.starred_briefs() == frozenset()


def test_a_mark_that_cannot_be_noted_is_not_made(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(journal: Journal, line: str, what: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Journal, "note_marks", full)
    with pytest.raises(LibraryError, match="No space left"):
        library.star(["ncg-1-2023-07-18"], True)
    assert library.reading.starred_briefs() == frozenset()


def test_undo_and_notes_do_not_wait_while_files_are_added(library: Library, root: Path, opened: Open) -> None:
    told: list[str] = []
    with library_state(root, Places(root, root, root)).lock("adding", silent):
        note = opened().notes.add(library.brief("ncg-1"), None, "mine", [], told.append)
        library.star(["ncg-1-2023-07-18"], True, told.append)
        assert library.undo(told.append) == "the star of Inaugural meeting of the Nuclear Consultative Group"
        library.notes.change(note, "changed", [], told.append)
    assert told == []


def test_a_library_that_moves_takes_its_journal_along(library: Library, root: Path, places: Places) -> None:
    library.notes.add(library.brief("ncg-1"), None, "mine", [])
    library.remove("summit.md")
    moved = root.with_name("elsewhere")
    shutil.move(root, moved)
    there = Library(moved, places)
    assert there.undo() == "the removal of Leaders meet at Camp David"
    assert there.undo() == "a note on Inaugural meeting of the Nuclear Consultative Group"
    assert there.undo() is None


def test_a_note_on_several_briefs_is_one_change(library: Library, opened: Open) -> None:
    library.notes.add(library.brief("ncg-1"), None, "first")
    notes = library.notes.add_to_each(
        [library.brief(id) for id in ("ncg-1", "ncg-3", "summit.md")], "of all", ["seoul"]
    )
    assert len({note.id for note in notes}) == 3
    assert [kept.note.text for kept in opened().notes.all()].count("of all") == 3
    assert opened().undo() == "the note on 3 briefs"
    assert [kept.note.text for kept in library.notes.all()] == ["first"]
    assert library.undo() == "a note on Inaugural meeting of the Nuclear Consultative Group"


def test_a_note_on_several_briefs_stays_where_one_was_edited_by_hand(library: Library) -> None:
    notes = library.notes.add_to_each([library.brief(id) for id in ("ncg-1", "ncg-3")], "of both")
    path = library.notes.folder / f"{notes[1].id}.md"
    path.write_text(path.read_text() + "and by hand\n")
    with pytest.raises(LibraryError, match="was changed after 'the note on 2 briefs'; nothing was undone"):
        library.undo()
    assert len(library.notes.all()) == 2


def test_new_files_of_a_journal_from_elsewhere_delete_nothing_outside(library: Library, root: Path) -> None:
    digest = hashlib.sha256((root / "ncg-1.md").read_bytes()).hexdigest()
    hostile(root, {"what": "harmless", "files": [["ncg-1.md", digest]]})
    assert library.undo() is None
    assert (root / "ncg-1.md").exists()
