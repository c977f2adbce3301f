"""Offers the notes of a library, and the ways to add, change, remove and find them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
from briefreader.indexing import library_state, read_bytes, read_document, silent
from briefreader.library import own_files
from briefreader.library.index_session import never
from briefreader.library.notes.note_places import DRAFTS, NOTES, REMOVED, notes_folder
from briefreader.library.notes.read_notes import NoteReader
from briefreader.model import Brief, Entry, KeptNote, LibraryError, Note, Problem, SourceError, UsageError
from briefreader.notes import LARGEST, NoteFile, labels_of, place, quotation, read, render, text_of_note, with_text
from briefreader.store import STATE, Drafts, NoteFolder, folder_key, make_folder
from briefreader.text import Span, clean, clean_line

if TYPE_CHECKING:
    from briefreader.search import MarkTerm, Query
    from briefreader.store import Journal

_LONGEST_SLUG = 30  # characters of the ID of the brief in the name of a file
_MOST_PLACES = 20_000
_SUFFIX_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"

Known = Callable[[], Mapping[str, Entry]]
"""Returns the briefs in the index by ID; the same object until the index changes."""

IdsNow = Callable[[Collection[str]], Mapping[str, str]]
"""Returns the present IDs of briefs by the IDs that they had before."""

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
        users = places.data / "libraries" / folder_key(root) / NOTES
        self._reader = NoteReader([self.folder, root / STATE / NOTES, users])
        self._drafts = Drafts(state.folder / DRAFTS, state.partial)
        self._places_found: dict[tuple[Note, object], Span | None] = {}

    def all(self, cancelled: Callable[[], bool] = never) -> tuple[KeptNote, ...]:
        """Return all notes, the newest first, or those done so far if cancelled."""
        files = sorted(self._reader.read().files.values(), key=lambda file: _age(file.note), reverse=True)
        briefs = self._briefs_of(files)
        texts = _Texts(self._root)
        kept: list[KeptNote] = []
        for file in files:
            if cancelled():
                break
            kept.append(self._kept(file, briefs.get(file.note.id), texts))
        return tuple(kept)

    def of(self, brief: Brief) -> tuple[KeptNote, ...]:
        """Return the notes on a brief and its passages, in the order of the text; those on the whole brief first."""
        files = self._reader.read().files.values()
        briefs = self._briefs_of(files)
        mine = [file for file in files if (entry := briefs.get(file.note.id)) and entry.id == brief.entry.id]
        kept = [_kept(file, brief.entry, place(brief.text, file.note)) for file in mine]
        return tuple(sorted(kept, key=lambda each: (each.span or Span(-1, -1), _age(each.note))))

    def _kept(self, file: NoteFile, entry: Entry | None, texts: _Texts) -> KeptNote:
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
        notes = [file.note for file in files]
        known = self._known()
        gone = {note.brief_id for note in notes if note.brief_id not in known}
        now = self._ids_now(gone) if gone else {}
        found = {note.id: known.get(now.get(note.brief_id, note.brief_id)) for note in notes}
        return {id: entry for id, entry in found.items() if entry}

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
        entry = brief.entry
        quoted = quotation(brief.text, span) if span else quotation("", (0, 0))
        if span and not quoted.quote.strip():
            raise UsageError("the passage has no word; select some text")
        cleaned, names = text_of_note(text), labels_of(labels)
        if not (quoted.quote or cleaned or names):
            raise UsageError("the note is empty; write something, or select a passage")
        now = _now()
        note = Note(
            id="",
            brief_id=entry.id,
            path=entry.path,
            quote=quoted.quote,
            before=quoted.before,
            after=quoted.after,
            text=cleaned,
            labels=names,
            made=now,
            changed=now,
            elsewhere=quoted.elsewhere,
        )
        file = NoteFile(note, entry.title, entry.date, entry.url)
        with self._journal("noting", notify) as journal:
            return self._write_new(journal, file, f"a note on {entry.title}")

    def change(self, note: Note, text: str, labels: Sequence[str], notify: Callable[[str], object] = silent) -> Note:
        """Change the text and the labels of a note, and return it.

        Where somebody else has changed or removed the note since it was read, that stays, and a note of its own is made
        that says from which note it came.
        """
        changed = note._replace(text=text_of_note(text), labels=labels_of(labels), changed=_now())
        with self._journal("changing a note", notify) as journal:
            data, there = self._as_it_is(note.id)
            if data is not None and there and there.note == note:
                if (note.text, note.labels) == (changed.text, changed.labels):
                    return note
                title = there.title or note.brief_id
                self._write(journal, note.id, with_text(data, changed), f"the change of the note on {title}")
                return changed
            if there and (there.note.text, there.note.labels) == (changed.text, changed.labels):
                return there.note
            file = there or self._reader.read().files.get(note.id) or self._facts_of(note)
            other = changed._replace(made=changed.changed, origin=note.id)
            return self._write_new(journal, file._replace(note=other), f"a note on {file.title or note.brief_id}")

    def remove(self, note: Note, notify: Callable[[str], object] = silent) -> None:
        """Remove a note; its file is moved into a folder beside the notes.

        Raises LibraryError too where somebody else has changed the note since it was read.
        """
        with self._journal("removing a note", notify) as journal:
            data, there = self._as_it_is(note.id)
            if data is None or there is None:
                raise LibraryError(f"{note.id}: the note is not in {self.folder}; somebody else has removed it")
            if there.note != note:
                raise LibraryError(f"{note.id}: somebody else has changed the note; read it again before it is removed")
            path, moved = self.folder / f"{note.id}.md", self.folder / REMOVED / f"{note.id}.md"
            if os.path.lexists(moved):  # a file of this name was removed before
                moved = moved.with_name(f"{note.id}-{secrets.token_hex(4)}.md")
            journal.move([(path, moved)], f"the removed note on {there.title or note.brief_id}")

    def _as_it_is(self, id: str) -> tuple[bytes | None, NoteFile | None]:
        """Return the bytes and the content of the file of a note in the folder that is written; None without one."""
        try:
            data = NoteFolder(self.folder).read(f"{id}.md", LARGEST)
        except FileNotFoundError:
            return None, None
        return data, read(data, id)

    def _facts_of(self, note: Note) -> NoteFile:
        """Return a file for a note whose own file is gone, with the facts of its brief if that is still there."""
        entry = self._briefs_of([NoteFile(note)]).get(note.id)
        return NoteFile(note, entry.title, entry.date, entry.url) if entry else NoteFile(note)

    def _write_new(self, journal: Journal, file: NoteFile, what: str) -> Note:
        while True:
            id = _new_id(file.note)
            if not os.path.lexists(self.folder / f"{id}.md"):
                break
        note = file.note._replace(id=id)
        self._write(journal, id, render(file._replace(note=note)), what)
        return note

    def _write(self, journal: Journal, id: str, data: bytes, what: str) -> None:
        if len(data) > LARGEST:
            raise LibraryError(f"the note is longer than {LARGEST >> 20} MB; keep it in a file of your own")
        if self.folder.is_symlink():
            raise LibraryError(f"{self.folder} is a link; put a folder in its place")
        make_folder(self.folder)
        journal.write(self.folder / f"{id}.md", data, what)

    def _journal(self, purpose: str, notify: Callable[[str], object]) -> AbstractContextManager[Journal]:
        return own_files.journal(self._root, self._places, purpose, notify)

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


class _Texts:
    """The texts of the briefs in the library at root as their files are now, of which the last one is kept."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._last: tuple[str, str | None] = "", None

    def version(self, path: str) -> object:
        """Return a value that is another one after the file of a brief has changed."""
        try:
            status = (self._root / path).stat()
        except (OSError, ValueError):
            return None
        return path, status.st_ino, status.st_size, status.st_mtime_ns

    def text(self, path: str) -> str | None:
        """Return the text of a brief, None where it cannot be read."""
        if self._last[0] != path:
            try:
                document = read_document(read_bytes(self._root / path, self._root), Path(path).name)
                self._last = path, document.text
            except SourceError:
                self._last = path, None
        return self._last[1]


def _kept(file: NoteFile, entry: Entry | None, span: Span | None) -> KeptNote:
    if entry is None:
        return KeptNote(file.note, file.title or file.note.brief_id, None, None, file.date, file.url)
    return KeptNote(file.note, entry.title, span, entry.id, entry.date, entry.url)


def _age(note: Note) -> tuple[str, str]:
    return note.made, note.id


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _new_id(note: Note) -> str:
    """Return an ID for a note, from its time and the beginning of the ID of its brief; it is the name of its file."""
    time = note.made.partition(".")[0].replace("T", "-").replace(":", "")
    slug = note.brief_id[:_LONGEST_SLUG].strip("-.")
    suffix = "".join(secrets.choice(_SUFFIX_LETTERS) for _ in range(4))
    return "-".join(filter(None, (time, slug, suffix)))
