"""Writes the files of notes, each whole and noted in the journal, so that every change can be undone."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Container, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
from briefreader.counts import counted
from briefreader.library import own_files
from briefreader.library.notes.note_places import REMOVED
from briefreader.model import Brief, LibraryError, Note, UsageError
from briefreader.notes import LARGEST, NoteFile, labels_of, quotation, read, render, text_of_note, with_text
from briefreader.store import NoteFolder, make_folder

if TYPE_CHECKING:
    from briefreader.store import Journal

_LONGEST_SLUG = 30  # characters of the ID of the brief in the name of a file
_SUFFIX_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"

Notify = Callable[[str], object]


class NoteWriter:
    """Writes notes into the folder of notes of the library at root; every method raises LibraryError."""

    def __init__(self, root: Path, places: Places, folder: Path) -> None:
        self._root = root
        self._places = places
        self._folder = folder

    def add(self, brief: Brief, span: tuple[int, int] | None, text: str, labels: Sequence[str], notify: Notify) -> Note:
        """Add a note. Raises UsageError for a passage without a word, or a note on a whole brief without a word."""
        file = _new_file(brief, span, text, labels)
        with self._journal("noting", notify) as journal:
            return self._write_new(journal, file, f"a note on {brief.entry.title}")

    def add_to_each(self, briefs: Sequence[Brief], text: str, labels: Sequence[str], notify: Notify) -> list[Note]:
        """Add a note to each of several briefs as one change. Raises UsageError for a note without a word."""
        files = [_new_file(brief, None, text, labels) for brief in briefs]
        with self._journal("noting", notify) as journal:
            self._make_folder()
            written: dict[Path, bytes] = {}
            notes: list[Note] = []
            for file in files:
                notes.append(file.note._replace(id=self._free_id(file.note, written)))
                written[self._path(notes[-1].id)] = _data(file._replace(note=notes[-1]))
            journal.write_new(written, f"the note on {counted(len(notes), 'brief')}")
        return notes

    def change(self, note: Note, text: str, labels: Sequence[str], known: NoteFile, notify: Notify) -> Note:
        """Change a note, or write a note of its own where the file is not as it was read; `known` is the last state."""
        changed = note._replace(text=text_of_note(text), labels=labels_of(labels), changed=_now())
        with self._journal("changing a note", notify) as journal:
            data, there = self._as_it_is(note.id)
            if data is not None and there and there.note == note:
                if (note.text, note.labels) == (changed.text, changed.labels):
                    return note
                title = there.title or note.brief_id
                self._make_folder()
                journal.write(
                    self._path(note.id), _checked(with_text(data, changed)), f"the change of the note on {title}"
                )
                return changed
            if there and (there.note.text, there.note.labels) == (changed.text, changed.labels):
                return there.note
            file = there or known
            other = changed._replace(made=changed.changed, origin=note.id)
            return self._write_new(journal, file._replace(note=other), f"a note on {file.title or note.brief_id}")

    def remove(self, note: Note, notify: Notify) -> None:
        """Remove a note that is as it was read; its file is moved into a folder beside the notes."""
        with self._journal("removing a note", notify) as journal:
            _, there = self._as_it_is(note.id)
            self._refuse_link(self._folder / REMOVED)
            path, moved = self._path(note.id), self._folder / REMOVED / f"{note.id}.md"
            if there is None:
                raise LibraryError(f"{path} is gone, or may not be written; list the notes again")
            if there.note != note:
                raise LibraryError(f"{path}: somebody else has changed the note; read it before it is removed")
            if os.path.lexists(moved):  # a file of this name was removed before
                moved = moved.with_name(f"{note.id}-{secrets.token_hex(4)}.md")
            journal.move([(path, moved)], f"the removed note on {there.title or note.brief_id}")

    def _as_it_is(self, id: str) -> tuple[bytes | None, NoteFile | None]:
        """Return the bytes and the content of the file of a note; None without one."""
        try:
            data = NoteFolder(self._folder).read(f"{id}.md", LARGEST)
        except FileNotFoundError:
            return None, None
        return data, read(data, id)

    def _write_new(self, journal: Journal, file: NoteFile, what: str) -> Note:
        note = file.note._replace(id=self._free_id(file.note))
        self._make_folder()
        journal.write(self._path(note.id), _data(file._replace(note=note)), what)
        return note

    def _free_id(self, note: Note, taken: Container[Path] = ()) -> str:
        while True:
            path = self._path(_new_id(note))
            if path not in taken and not os.path.lexists(path):
                return path.stem

    def _path(self, id: str) -> Path:
        return self._folder / f"{id}.md"

    def _make_folder(self) -> None:
        self._refuse_link(self._folder)
        make_folder(self._folder)

    @staticmethod
    def _refuse_link(folder: Path) -> None:
        if folder.is_symlink():
            raise LibraryError(f"{folder} is a link; put a folder in its place")

    def _journal(self, purpose: str, notify: Notify) -> AbstractContextManager[Journal]:
        return own_files.journal(self._root, self._places, purpose, notify)


def _new_file(brief: Brief, span: tuple[int, int] | None, text: str, labels: Sequence[str]) -> NoteFile:
    """Return the file of a new note, which has no ID yet. Raises UsageError where there is nothing to note."""
    entry = brief.entry
    quoted = quotation(brief.text, span or (0, 0))
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
        before=quoted.before if span else "",
        after=quoted.after if span else "",
        text=cleaned,
        labels=names,
        made=now,
        changed=now,
        elsewhere=quoted.elsewhere if span else "",
    )
    return NoteFile(note, entry.title, entry.date, entry.url)


def _data(file: NoteFile) -> bytes:
    """Return the content of the file of a note. Raises LibraryError if it is too long."""
    return _checked(render(file))


def _checked(data: bytes) -> bytes:
    if len(data) > LARGEST:
        raise LibraryError(f"the note is longer than {LARGEST >> 20} MB; keep it in a file of your own")
    return data


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _new_id(note: Note) -> str:
    """Return an ID for a note, from its time and the beginning of the ID of its brief; it is the name of its file."""
    time = note.made.partition(".")[0].replace("T", "-").replace(":", "")
    slug = note.brief_id[:_LONGEST_SLUG].strip("-.")
    suffix = "".join(secrets.choice(_SUFFIX_LETTERS) for _ in range(4))
    return "-".join(filter(None, (time, slug, suffix)))
