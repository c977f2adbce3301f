"""Writes the files of notes, each whole and noted in the journal, so that every change can be undone."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
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
        file = NoteFile(note, entry.title, entry.date, entry.url)
        with self._journal("noting", notify) as journal:
            return self._write_new(journal, file, f"a note on {entry.title}")

    def change(self, note: Note, text: str, labels: Sequence[str], known: NoteFile, notify: Notify) -> Note:
        """Change a note, or write a note of its own where the file is not as it was read; `known` is the last state."""
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
            file = there or known
            other = changed._replace(made=changed.changed, origin=note.id)
            return self._write_new(journal, file._replace(note=other), f"a note on {file.title or note.brief_id}")

    def remove(self, note: Note, notify: Notify) -> None:
        """Remove a note that is as it was read; its file is moved into a folder beside the notes."""
        with self._journal("removing a note", notify) as journal:
            _, there = self._as_it_is(note.id)
            self._refuse_link(self._folder / REMOVED)
            path, moved = self._folder / f"{note.id}.md", self._folder / REMOVED / f"{note.id}.md"
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
        while True:
            id = _new_id(file.note)
            if not os.path.lexists(self._folder / f"{id}.md"):
                break
        note = file.note._replace(id=id)
        self._write(journal, id, render(file._replace(note=note)), what)
        return note

    def _write(self, journal: Journal, id: str, data: bytes, what: str) -> None:
        if len(data) > LARGEST:
            raise LibraryError(f"the note is longer than {LARGEST >> 20} MB; keep it in a file of your own")
        self._refuse_link(self._folder)
        make_folder(self._folder)
        journal.write(self._folder / f"{id}.md", data, what)

    @staticmethod
    def _refuse_link(folder: Path) -> None:
        if folder.is_symlink():
            raise LibraryError(f"{folder} is a link; put a folder in its place")

    def _journal(self, purpose: str, notify: Notify) -> AbstractContextManager[Journal]:
        return own_files.journal(self._root, self._places, purpose, notify)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _new_id(note: Note) -> str:
    """Return an ID for a note, from its time and the beginning of the ID of its brief; it is the name of its file."""
    time = note.made.partition(".")[0].replace("T", "-").replace(":", "")
    slug = note.brief_id[:_LONGEST_SLUG].strip("-.")
    suffix = "".join(secrets.choice(_SUFFIX_LETTERS) for _ in range(4))
    return "-".join(filter(None, (time, slug, suffix)))
