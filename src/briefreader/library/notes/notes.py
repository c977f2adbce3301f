"""Offers the notes of a library, and the ways to add, change, remove and find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
from briefreader.indexing import library_state, silent
from briefreader.library.brief_ids import IdsNow
from briefreader.library.index_session import never
from briefreader.library.notes.brief_texts import BriefTexts
from briefreader.library.notes.note_places import DRAFTS, NOTES, notes_folder
from briefreader.library.notes.note_writer import NoteWriter
from briefreader.library.notes.read_notes import NoteReader
from briefreader.model import Brief, Entry, KeptNote, LibraryError, Note, Problem
from briefreader.notes import NoteFile, place
from briefreader.store import STATE, Drafts, users_folder
from briefreader.text import Span, clean, clean_line

if TYPE_CHECKING:
    from briefreader.search import MarkTerm, Query

_MOST_PLACES = 20_000

Known = Callable[[], Mapping[str, Entry]]
"""Returns the briefs in the index by ID; the same object until the index changes."""

Asked = Callable[["Query", Callable[[], bool]], frozenset[str]]
"""Returns the briefs that a query finds; ends early if its second argument returns True."""


class Notes:
    """The notes of the library at root; several sessions share them, and several threads.

    Every method that writes raises LibraryError where a file cannot be written. Methods that take `notify` pass it a
    sentence about the process that they wait for.
    """

    def __init__(self, root: Path, places: Places, known: Known, ids_now: IdsNow, asked: Asked) -> None:
        self._root = root
        self._places = places
        self._known = known
        self._ids_now = ids_now
        self._asked = asked
        state = library_state(root, places)
        self.folder = notes_folder(state)
        # A library may be read-only on one machine only, or at times: the notes of both folders count.
        users = users_folder(places.data, root) / NOTES
        self._reader = NoteReader([self.folder, root / STATE / NOTES, users])
        self._writer = NoteWriter(root, places, self.folder)
        self._drafts = Drafts(state.folder / DRAFTS)
        self._places_found: dict[tuple[Note, object], Span | None] = {}

    def all(self, cancelled: Callable[[], bool] = never) -> tuple[KeptNote, ...]:
        """Return all notes, the newest first, or those done so far if cancelled."""
        files = self._reader.read().files.values()
        briefs = self._briefs_of(files)
        texts = BriefTexts(self._root)
        kept: list[KeptNote] = []
        for file in sorted(files, key=lambda file: file.note.brief_id):  # each text is read once
            if cancelled():
                break
            kept.append(self._kept(file, briefs.get(file.note.id), texts))
        return tuple(sorted(kept, key=lambda each: _age(each.note), reverse=True))

    def of(self, brief: Brief) -> tuple[KeptNote, ...]:
        """Return the notes on a brief and its passages, in the order of the text; those on the whole brief first."""
        files = self._reader.read().files.values()
        briefs = self._briefs_of(files)
        mine = [file for file in files if (entry := briefs.get(file.note.id)) and entry.id == brief.entry.id]
        kept = [_kept(file, brief.entry, place(brief.text, file.note)) for file in mine]
        return tuple(sorted(kept, key=lambda each: (each.span or Span(-1, -1), _age(each.note))))

    def _kept(self, file: NoteFile, entry: Entry | None, texts: BriefTexts) -> KeptNote:
        if entry is None or not file.note.quote:
            return _kept(file, entry, None)
        key = file.note, texts.version(entry.path)
        if key not in self._places_found:
            text = texts.text(entry.path)
            if text is None:
                return _kept(file, entry, None)
            if len(self._places_found) >= _MOST_PLACES:
                self._places_found.clear()
            self._places_found[key] = place(text, file.note)
        return _kept(file, entry, self._places_found[key])

    def _briefs_of(self, files: Iterable[NoteFile]) -> dict[str, Entry]:
        """Return the brief of each note whose brief is in the library, by the ID of the note."""
        files = tuple(files)
        known = self._known()
        gone = {file.note.brief_id for file in files if file.note.brief_id not in known}
        now = self._ids_now(gone) if gone else {}
        at: Mapping[str, Entry] = {entry.path: entry for entry in known.values()} if len(now) < len(gone) else {}
        found: dict[str, Entry] = {}
        for file in files:
            note = file.note
            entry = known.get(now.get(note.brief_id, note.brief_id))
            if entry is None and (same := at.get(note.path)) and same.title == file.title:
                entry = same  # the records of its former IDs are lost
            if entry:
                found[note.id] = entry
        return found

    def briefs_noted(self) -> frozenset[str]:
        """Return the IDs of the briefs that have notes."""
        return frozenset(entry.id for entry in self._briefs_of(self._reader.read().files.values()).values())

    def briefs_with(self, term: MarkTerm) -> frozenset[str]:
        """Return the IDs of the briefs with a note that has the words of a term of a query."""
        from briefreader.library.notes.note_search import has_words

        files = self._reader.read().files.values()
        return frozenset(entry.id for entry in self._briefs_of(f for f in files if has_words(term, f.note)).values())

    def found(self, query: str, cancelled: Callable[[], bool] = never) -> tuple[KeptNote, ...]:
        """Return the notes that a query finds, the newest first, or those done so far if cancelled.

        Words are sought in the passage, the note, its labels and the title of the brief, `label:` among the labels;
        other fields ask about the brief.
        """
        from briefreader.library.notes.note_search import found

        return found(query, self.all(cancelled), lambda asked: self._asked(asked, cancelled))

    def add(
        self,
        brief: Brief,
        span: tuple[int, int] | None,
        text: str,
        labels: Sequence[str] = (),
        notify: Callable[[str], object] = silent,
    ) -> Note:
        """Add a note on a passage of a brief, or on the whole brief without one, and return it.

        Raises UsageError for a passage without a word, or a note on a whole brief without a word.
        """
        return self._writer.add(brief, span, text, labels, notify)

    def add_to_each(
        self, briefs: Sequence[Brief], text: str, labels: Sequence[str] = (), notify: Callable[[str], object] = silent
    ) -> list[Note]:
        """Add a note to each of several briefs, which one step of `undo` takes back, and return the notes.

        Raises UsageError for a note without a word.
        """
        return self._writer.add_to_each(briefs, text, labels, notify)

    def change(self, note: Note, text: str, labels: Sequence[str], notify: Callable[[str], object] = silent) -> Note:
        """Change the text and the labels of a note, and return it.

        Where somebody else has changed or removed the note since it was read, that stays, and a note of its own is made
        that says from which note it came.
        """
        known = self._reader.read().files.get(note.id) or self._facts_of(note)
        return self._writer.change(note, text, labels, known, notify)

    def _facts_of(self, note: Note) -> NoteFile:
        """Return a file for a note whose own file is gone, with the facts of its brief if that is still there."""
        entry = self._briefs_of([NoteFile(note)]).get(note.id)
        return NoteFile(note, entry.title, entry.date, entry.url) if entry else NoteFile(note)

    def remove(self, note: Note, notify: Callable[[str], object] = silent) -> None:
        """Remove a note; its file is moved into a folder beside the notes.

        Raises LibraryError too where somebody else has changed the note since it was read.
        """
        self._writer.remove(note, notify)

    def save_draft(self, key: str, text: str) -> None:
        """Keep the text of a note that is being written, under a key of its place; it outlives this session."""
        with self._drafts_errors():
            self._drafts.save(key, clean(text))

    def draft(self, key: str) -> str | None:
        """Return the last draft under a key, of this session or of one that has ended; None without one."""
        text = self._drafts.find(key)
        return None if text is None else clean(text)

    def drafts(self) -> tuple[str, ...]:
        """Return the keys of the drafts of this session and of those that have ended, the newest first."""
        return tuple(map(clean_line, self._drafts.keys()))

    def drop_draft(self, key: str) -> None:
        """Forget the drafts under a key, for their note is saved or given up."""
        with self._drafts_errors():
            self._drafts.drop(key)

    @contextmanager
    def _drafts_errors(self) -> Iterator[None]:
        self._places.require_writing()
        try:
            yield
        except OSError as error:
            cause = error.strerror or str(error)
            where = self.folder.with_name(DRAFTS)
            raise LibraryError(f"{where} cannot be written ({cause}); the draft is kept in memory only") from error

    def problems(self) -> tuple[Problem, ...]:
        """Return the damaged files of notes."""
        return self._reader.read().problems


def _kept(file: NoteFile, entry: Entry | None, span: Span | None) -> KeptNote:
    if entry is None:
        return KeptNote(file.note, file.title or file.note.brief_id, None, None, file.date, file.url)
    return KeptNote(file.note, entry.title, span, entry.id, entry.date, entry.url)


def _age(note: Note) -> tuple[str, str]:
    return note.made, note.id
