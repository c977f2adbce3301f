"""A library of which nothing but the cache may be written: whatever a person asks, its files stay as they are."""

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pytest

import readouts
from briefreader.config import Places, Settings
from briefreader.library import Library, Marked, Session, View, choose_for_adding, list_inputs
from briefreader.model import LibraryError
from briefreader.search import MarkTerm

NCG_1, NCG_3, SUMMIT = "ncg-1-2023-07-18", "ncg-3-2024-06-10", "2023-08-18-leaders-meet-at-camp-david"
READ_ONLY = Settings(read_only=True)


def added(library: Library) -> object:
    text = library.root.parent / "new.txt"
    text.write_text("A new statement\n\nThe ministers met in Oslo on 3 May 2024.\n", "utf-8")
    return [*library.add(list_inputs([str(text)], bytes, walk=True))]


def watched(library: Library) -> object:
    inbox = library.root.parent / "inbox"
    inbox.mkdir(exist_ok=True)
    (inbox / "new.txt").write_text("Another statement\n\nThe ministers met in Rome on 4 May 2024.\n", "utf-8")
    return next(library.watch([str(inbox)], print, lambda _: None))


CALLS: dict[str, Callable[[Library], object]] = {
    "add": added,
    "add_previews": lambda library: library.add_previews({"entries": []}),
    "annotate": lambda library: [*library.annotate(next(iter(list_inputs([str(library.root)], bytes, walk=True))))],
    "brief": lambda library: library.brief(NCG_1),
    "changed": lambda library: library.changed(),
    "check": lambda library: library.check(),
    "citation": lambda library: library.citation(library.brief(NCG_1)),
    "completion": lambda library: library.completion("who:kur"),
    "copied.keep": lambda library: library.copied.keep("some words"),
    "corrected": lambda library: library.corrected(library.brief(NCG_1)),
    "comparing": lambda library: library.comparing.compare(NCG_1, SUMMIT),
    "documents.of_briefs": lambda library: [*library.documents.of_briefs([NCG_1], "csv", print)],
    "documents.of_comparison": lambda library: library.documents.of_comparison(
        library.comparing.compare(NCG_1, SUMMIT), "csv"
    ),
    "documents.of_notes": lambda library: [*library.documents.of_notes(library.notes.all(), "jsonl")],
    "documents.write": lambda library: library.documents.write(library.root / "export.md", "words"),
    "dossier": lambda library: library.dossier("Kurt Campbell"),
    "entries": lambda library: library.entries(),
    "facets": lambda library: library.facets("korea"),
    "file_to_edit": lambda library: library.file_to_edit(library.brief(NCG_1)),
    "indexer_command": lambda library: library.indexer_command(),
    "inferred_meeting": lambda library: library.inferred_meeting(NCG_1),
    "last_session.read": lambda library: library.last_session.read(),
    "last_session.write": lambda library: library.last_session.write(Session("ice")),
    "mark_read": lambda library: library.mark_read([NCG_1], True),
    "matches": lambda library: library.matches("korea", "Korea"),
    "meetings": lambda library: library.meetings(),
    "meetings_as_listed": lambda library: library.meetings_as_listed(),
    "name": lambda library: library.name,
    "names_version": lambda library: library.names_version,
    "narrowed": lambda library: library.narrowed("korea", "series", "NCG"),
    "notes.add": lambda library: library.notes.add(library.brief(NCG_1), None, "remember"),
    "notes.add_to_each": lambda library: library.notes.add_to_each([library.brief(NCG_1)], "remember"),
    "notes.all": lambda library: library.notes.all(),
    "notes.briefs_noted": lambda library: library.notes.briefs_noted(),
    "notes.briefs_with": lambda library: library.notes.briefs_with(MarkTerm("note", "first")),
    "notes.change": lambda library: library.notes.change(library.notes.all()[0].note, "changed", []),
    "notes.draft": lambda library: library.notes.draft("here"),
    "notes.drafts": lambda library: library.notes.drafts(),
    "notes.drop_draft": lambda library: library.notes.drop_draft("here"),
    "notes.found": lambda library: library.notes.found("first"),
    "notes.of": lambda library: library.notes.of(library.brief(NCG_1)),
    "notes.problems": lambda library: library.notes.problems(),
    "notes.remove": lambda library: library.notes.remove(library.notes.all()[0].note),
    "notes.save_draft": lambda library: library.notes.save_draft("here", "half a"),
    "overview": lambda library: library.overview(),
    "own_meetings.corrections": lambda library: library.own_meetings.corrections(),
    "own_meetings.facts_of": lambda library: library.own_meetings.facts_of(NCG_1),
    "own_meetings.join": lambda library: library.own_meetings.join([Marked(NCG_1), Marked(NCG_3)]),
    "own_meetings.name_series": lambda library: library.own_meetings.name_series(["NCG"], "Nuclear Group"),
    "own_meetings.part": lambda library: library.own_meetings.part([NCG_1]),
    "own_meetings.problems": lambda library: library.own_meetings.problems(),
    "own_meetings.state": lambda library: library.own_meetings.state(NCG_1, {"city": "Busan"}),
    "own_names.remove": lambda library: library.own_names.remove("Kim Tae-hyo"),
    "own_names.rename": lambda library: library.own_names.rename("Kim Tae-hyo", "Kim Tae Hyo", "PERSON"),
    "own_names.uses": lambda library: library.own_names.uses("Kim Tae-hyo", "PERSON"),
    "pieces": lambda library: library.pieces("korea who:kim"),
    "places": lambda library: library.places(),
    "query_errors": lambda library: library.query_errors("date:soon"),
    "read_only": lambda library: library.read_only,
    "reading.end_visit": lambda library: library.reading.end_visit(complete=True),
    "reading.is_new": lambda library: library.reading.is_new(NCG_1),
    "reading.is_read": lambda library: library.reading.is_read(NCG_1),
    "reading.is_starred": lambda library: library.reading.is_starred(NCG_1),
    "reading.keep_place": lambda library: library.reading.keep_place(NCG_1, 40),
    "reading.load": lambda library: library.reading.load(),
    "reading.mark_read": lambda library: library.reading.mark_read([NCG_1], True),
    "reading.new_briefs": lambda library: library.reading.new_briefs(),
    "reading.place": lambda library: library.reading.place(NCG_1),
    "reading.problems": lambda library: [*library.reading.problems()],
    "reading.read_briefs": lambda library: library.reading.read_briefs(),
    "reading.restore": lambda library: library.reading.restore('{"starred":{"ncg-1-2023-07-18":true}}'),
    "reading.star": lambda library: library.reading.star([NCG_1], True),
    "reading.starred_briefs": lambda library: library.reading.starred_briefs(),
    "reading.unread_briefs": lambda library: library.reading.unread_briefs(),
    "reload": lambda library: library.reload(),
    "remembered.read": lambda library: library.remembered.read(),
    "remembered.write": lambda library: library.remembered.write(View(), View(whole_screen=True)),
    "remove": lambda library: library.remove(NCG_3),
    "remove_all": lambda library: library.remove_all([NCG_3]),
    "resolve": lambda library: library.resolve(NCG_1),
    "resolve_words": lambda library: library.resolve_words("ncg 1"),
    "saved_searches.all": lambda library: library.saved_searches.all(),
    "saved_searches.forget": lambda library: library.saved_searches.forget("korea"),
    "saved_searches.save": lambda library: library.saved_searches.save("deterrence"),
    "saved_searches.visit": lambda library: library.saved_searches.visit("korea"),
    "search": lambda library: library.search("korea"),
    "series": lambda library: library.series(),
    "series_named": lambda library: library.series_named("NCG"),
    "settled": lambda library: library.settled("korea"),
    "snippets": lambda library: library.snippets("korea", [NCG_1]),
    "star": lambda library: library.star([NCG_1], True),
    "undo": lambda library: library.undo(),
    "update": lambda library: library.update(),
    "watch": watched,
}
"""How each public method of a library is called; a part of a library has its methods here too."""


def offered(of: type, before: str = "") -> Iterator[str]:
    """Yield the public methods and properties of a class, those of its parts by the name of the part and a dot."""
    for name, member in inspect.getmembers(of):
        if name.startswith("_"):
            continue
        function = member.fget if isinstance(member, property) else getattr(member, "func", member)
        part = inspect.signature(function, eval_str=False).return_annotation if callable(function) else None
        if isinstance(member, property | cached_property) and part in PARTS:
            yield from offered(PARTS[part], f"{before}{name}.")
        else:
            yield f"{before}{name}"


def parts() -> dict[str, type]:
    """Return the classes of the parts of a library by the names that the annotations have."""
    from briefreader.library.corrections.own_meetings import OwnMeetings
    from briefreader.library.corrections.own_names import OwnNames
    from briefreader.library.exporting.documents import Documents
    from briefreader.library.notes import Notes
    from briefreader.library.remembering.copied_text import CopiedText
    from briefreader.library.remembering.last_session import LastSession
    from briefreader.library.remembering.reading import Reading
    from briefreader.library.remembering.remembered import Remembered
    from briefreader.library.remembering.saved_searches import SavedSearches

    return {
        each.__name__: each
        for each in (
            CopiedText,
            Documents,
            LastSession,
            Notes,
            OwnMeetings,
            OwnNames,
            Reading,
            Remembered,
            SavedSearches,
        )
    }


PARTS = parts()


def tree(*folders: Path) -> dict[str, bytes | None]:
    """Return the contents of all files below folders, None for a folder."""
    found = (path for folder in folders for path in (folder, *folder.rglob("*")) if path.exists())
    return {str(path): path.read_bytes() if path.is_file() else None for path in found}


def kept(root: Path, places: Places) -> dict[str, bytes | None]:
    """Return all files that a session could write, but for the cache; the lock of the library is no content."""
    found = tree(root, places.config, places.data)
    return {path: data for path, data in found.items() if not path.endswith("/lock")}


class Kept(NamedTuple):
    """A library with an index and something to undo, part, visit and forget, and the folders of its user."""

    root: Path
    places: Places

    @property
    def files(self) -> dict[str, bytes | None]:
        return kept(self.root, self.places)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, prepare_cache: Callable[[Path], None]) -> Kept:
    folder = tmp_path_factory.mktemp("read-only")
    prepare_cache(folder / "cache")
    found = Kept(readouts.write(folder / "library"), Places(folder / "config", folder / "data", folder / "cache"))
    library = Library(*found)
    library.update()
    library.own_meetings.join([Marked(NCG_1), Marked(SUMMIT)])
    library.saved_searches.save("korea")
    library.notes.add(library.brief(NCG_1), None, "the first note")
    library.notes.save_draft("here", "a draft")
    (found.root / ".briefreader" / "searches-seen.json").write_text('{"korea": ["2024-01-01", ""]}', "utf-8")
    return found


def test_every_public_method_is_known_to_this_test() -> None:
    assert sorted(set(offered(Library)) - set(CALLS)) == []


@pytest.mark.parametrize("method", CALLS)
def test_each_method_that_writes_is_refused_and_writes_nothing(method: str, made: Kept) -> None:
    before = made.files
    try:
        CALLS[method](Library(*made, READ_ONLY))
    except LibraryError as error:
        assert "--read-only" in str(error)
        assert made.files == before
        return
    CALLS[method](Library(*made))  # a method that nothing refuses never writes
    assert made.files == before


def test_an_index_is_made_without_a_record_outside_the_cache(root: Path, places: Places) -> None:
    before = kept(root, places)
    library = Library(root, places, READ_ONLY)
    library.update()
    assert NCG_1 in {entry.id for entry in library.entries()}
    assert kept(root, places) == before
    summit = next(entry for entry in library.entries() if entry.path == "summit.md")
    text = (root / "summit.md").read_text("utf-8")
    (root / "summit.md").write_text(text.replace("title: ", "title: New "), "utf-8")
    library.update()
    assert library.resolve(summit.id).title.startswith("New ")
    changed = Library(root, places)
    changed.update(rebuild=True)
    assert changed.resolve(summit.id).path == "summit.md"


def test_no_library_is_made(tmp_path: Path, places: Places) -> None:
    with pytest.raises(LibraryError, match="--read-only"):
        choose_for_adding(places, READ_ONLY, named=tmp_path / "new")
    assert not (tmp_path / "new").exists()
