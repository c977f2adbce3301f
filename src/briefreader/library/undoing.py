"""Undoes the last change that a person made in a library, within the places that the program writes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.config import Places
from briefreader.indexing import library_state
from briefreader.library.notes.note_places import REMOVED, is_note_file, notes_folder
from briefreader.library.own_files import OwnFile, journal, path_of
from briefreader.library.write_access import is_writable, write_access
from briefreader.store import SEARCHES, STATE, is_inside, stays_inside, user_key

if TYPE_CHECKING:
    from briefreader.store import Check, State


def undo(root: Path, places: Places, restore: Callable[[str], object], notify: Callable[[str], object]) -> str | None:
    """Undo the last change that the journal of the library at root notes, and return its name, None without one.

    `restore` gives briefs the marks that a line of the journal says. Raises LibraryError and SettingsError where the
    change cannot be undone.
    """
    from briefreader.annotate import list_edits
    from briefreader.library.corrections import meeting_rows, own_meetings, own_names
    from briefreader.store import Bounds, Journal

    checks: dict[OwnFile, Check] = {
        own_names.file(places): list_edits.check,
        own_meetings.file(places): meeting_rows.check,
    }
    files = {path_of(root, file): check for file, check in checks.items()}
    users = None if is_writable(root) else places.names / ".partial"
    state = library_state(root, places)
    notes, searches = notes_folder(state), state.folder / SEARCHES

    def check_of(path: Path) -> Check | None:
        if is_note_file(notes, path) or (path == searches and not path.is_symlink()):
            return _anything
        return files.get(path)

    def may_move(path: Path, moved: Path) -> bool:
        return _is_removed_note(notes, path, moved) or _is_removed_brief(root, state, path, moved)

    bounds = Bounds(check_of, may_move, restore, user_key(), lambda path: users if path in files else None)
    while True:
        with ExitStack() as locks:
            # Files of the library wait for whoever adds some; of two locks, that of the library is taken first.
            moves = Journal(state.folder, root, state.unfinished).moves_last() and is_writable(root)
            if moves:
                locks.enter_context(write_access(root, places, "undoing", notify))
            changes = locks.enter_context(journal(root, places, "undoing", notify))
            if moves or not (changes.moves_last() and is_writable(root)):
                step = changes.undo(bounds)
                break
    return step.what if step else None


def mark(
    root: Path,
    places: Places,
    change: Callable[[], str],
    restore: Callable[[str], object],
    what: str,
    notify: Callable[[str], object],
) -> None:
    """Change marks of briefs and note it; `change` returns the line that says how they were, for `restore`.

    Raises LibraryError; where the change cannot be noted, the marks are as before.
    """
    with journal(root, places, "marking", notify) as changes:
        line = change()
        try:
            changes.note_marks(line, what)
        except OSError:
            restore(line)
            raise


def _anything(path: Path, data: bytes) -> None:
    """Check no content: any text is a note, or lines of saved searches."""


def _is_removed_note(notes: Path, path: Path, moved: Path) -> bool:
    removed = notes / REMOVED
    return is_note_file(notes, path) and is_note_file(removed, moved)


def _is_removed_brief(root: Path, state: State, path: Path, moved: Path) -> bool:
    """Return whether a file may come back to a path in the library from the removed briefs, and no link leads away."""
    inside, below = _relative(path, root), _relative(moved, state.removed)
    if not inside or not below or any(part.startswith(".") for part in inside.split("/")):
        return False
    base, folder = os.path.realpath(root), os.path.realpath(state.folder)
    if state.folder == root / STATE and folder != os.path.join(base, STATE):  # noqa: PTH118
        return False
    real_parent = os.path.realpath(moved.parent)
    expected = os.path.join(folder, state.removed.name, os.path.dirname(below))  # noqa: PTH118, PTH120
    return real_parent == expected.rstrip("/") and is_inside(os.path.realpath(path.parent), base)


def _relative(path: Path, folder: Path) -> str:
    """Return the path within a folder, empty where it leads out of it."""
    relative = os.fspath(path.relative_to(folder)) if path.is_relative_to(folder) else ""
    return relative if relative != "." and stays_inside(relative) else ""
