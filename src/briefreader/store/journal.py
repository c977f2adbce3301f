"""Keeps the last changes that a person made, who can undo them one by one, also after the end of the program."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefreader.model import LibraryError
from briefreader.store.files import move, sync_folder, user_key, write
from briefreader.store.journal_steps import Change, Marks, Moves, NewFiles, Step, bytes_of, step_of, text_of
from briefreader.store.json_file import read_json

_NAME = "changes.json"
MOST = 100
"""The number of changes that are kept."""

_LARGEST = 1 << 24  # bytes

Check = Callable[[Path, bytes], object]
"""Raises an error where a file may not have a content."""


class Bounds(NamedTuple):
    """The limits of undoing: a library that comes from elsewhere may bring a journal that names anything.

    `check_of` returns the check of a file, None where it may not be changed. `may_move` tells whether a file may go
    back to a path from another one. `restore` gives briefs the marks in a line and raises LibraryError for one that is
    damaged; marks of another `owner` stay, and so does their change. `aside` returns the folder for the unfinished file
    of a path, None for that of the journal.
    """

    check_of: Callable[[Path], Check | None]
    may_move: Callable[[Path, Path], bool] = lambda path, moved: False
    restore: Callable[[str], object] | None = None
    owner: str = ""
    aside: Callable[[Path], Path | None] = lambda path: None


class Journal:
    """The journal of a library at root, a file in its state folder; the caller holds the lock of the library.

    `aside` is a folder for the unfinished file of the journal.
    """

    def __init__(self, folder: Path, root: Path, aside: Path) -> None:
        self._path = folder / _NAME
        self._root = root
        self._aside = aside

    def changes(self) -> list[Step]:
        """Return the changes that can be undone, the last one at the end; none where the journal is damaged."""
        try:
            return [step_of(values) for values in read_json(self._path, _LARGEST) or ()]
        except (ValueError, TypeError):
            return []

    def write(self, path: Path, data: bytes, what: str, aside: Path | None = None) -> None:
        """Write a file whole and note the change; a content that the file has already is not written.

        `aside` is a folder for the unfinished file, on its file system. Raises OSError.
        """
        before = _content(path)
        if data == before:
            return
        at, old, new = _changed_lines(before or b"", data)
        change = Change(what, self._kept(path), _digest(before), _digest(data) or "", at, text_of(old), text_of(new))
        self._note(change)  # first, because a change without a note could not be undone
        write(path, data, aside or self._aside, replace=True)

    def write_new(self, files: Mapping[Path, bytes], what: str) -> None:
        """Write files that are not there, whole, and note them as one change. Raises OSError, and leaves none then."""
        before = self.changes()
        self._note(NewFiles(what, tuple((self._kept(path), _digest(data) or "") for path, data in files.items())))
        written: list[Path] = []
        try:
            for path, data in files.items():
                write(path, data, self._aside)
                written.append(path)
        except OSError:
            for path in written:
                path.unlink(missing_ok=True)
            self._save(before)
            raise

    def move(self, moves: Sequence[tuple[Path, Path]], what: str) -> None:
        """Move files, each from one path to another one that is free, and note it. Raises OSError."""
        self._note(Moves(what, tuple((self._kept(path), self._kept(moved)) for path, moved in moves)))
        for path, moved in moves:
            move(path, moved)

    def note_marks(self, line: str, what: str) -> None:
        """Note that marks were changed, which were before as a line says. Raises OSError."""
        self._note(Marks(what, line, user_key()))

    def _kept(self, path: Path) -> str:
        return os.fspath(path.relative_to(self._root) if path.is_relative_to(self._root) else path)

    def _note(self, step: Step) -> None:
        self._save([*self.changes(), step][-MOST:])

    def moves_last(self) -> bool:
        """Return whether the last change moved files."""
        return any(isinstance(step, Moves) for step in self.changes()[-1:])

    def undo(self, bounds: Bounds) -> Step | None:
        """Undo the last change and return it, None where there is none.

        Raises LibraryError, and undoes nothing, where the file was changed at the same lines by somebody else or
        another file has taken the place of a moved one, or the error of the check for the content that the file would
        have; OSError where a file cannot be written. Where a moved file is gone, LibraryError tells it and the change
        is forgotten.
        """
        steps = self.changes()
        others: list[Step] = []
        while steps:
            step = steps.pop()
            if isinstance(step, Marks) and step.owner != bounds.owner:
                others.insert(0, step)
            elif self._undone(step, bounds):
                self._save([*steps, *others])
                self._raise_if_gone(step)
                return step
        self._save(others)
        return None

    def _undone(self, step: Step, bounds: Bounds) -> bool:
        """Undo a change, and return whether it was made and may be undone."""
        if isinstance(step, Change):
            path = self._root / step.path
            check = bounds.check_of(path)
            now = _content(path) if check else None
            # A file in the state before was not changed after the note, or it was restored and that not noted.
            if check is None or _digest(now) == step.before:
                return False
            self._restore(path, now, step, check, bounds.aside(path))
            return True
        if isinstance(step, Marks):
            if bounds.restore:
                bounds.restore(step.line)
            return bounds.restore is not None
        if isinstance(step, NewFiles):
            return self._taken_out(step, bounds)
        return self._moved_back(step, bounds)

    def _taken_out(self, step: NewFiles, bounds: Bounds) -> bool:
        """Delete files that are as they were written, and return whether there are any and all may be changed."""
        paths = {self._root / path: digest for path, digest in step.files}
        if not all(map(bounds.check_of, paths)):
            return False
        there = [path for path in paths if path.is_file()]
        for path in there:
            if _digest(_content(path)) != paths[path]:
                raise LibraryError(f"{path} was changed after {step.what!r}; nothing was undone, delete it by hand")
        for path in there:
            path.unlink()
        for folder in {path.parent for path in there}:
            sync_folder(folder)
        return bool(there)

    def _moved_back(self, step: Moves, bounds: Bounds) -> bool:
        moves = [(self._root / path, self._root / moved) for path, moved in step.moves]
        if not all(bounds.may_move(*each) for each in moves):
            return False
        there = [(path, moved) for path, moved in moves if os.path.lexists(moved)]
        for path, _ in there:
            if os.path.lexists(path):
                raise LibraryError(f"{path}: another file has taken its place; nothing was undone, move that one away")
        for path, moved in there:
            move(moved, path)
        return bool(there) or not all(os.path.lexists(path) for path, _ in moves)

    def _raise_if_gone(self, step: Step) -> None:
        for path, moved in step.moves if isinstance(step, Moves) else ():
            if not os.path.lexists(self._root / path):
                raise LibraryError(f"{self._root / moved}: the file is gone, so that it cannot come back")

    def _restore(self, path: Path, now: bytes | None, change: Change, check: Check, aside: Path | None) -> None:
        if change.before is None and _digest(now) == change.after:
            path.unlink()
            sync_folder(path.parent)
            return
        restored = _without(now, change)
        if restored is None:
            raise LibraryError(
                f"{path}: its lines were changed after {change.what!r}; nothing was undone, mend the file by hand"
            )
        check(path, restored)
        write(path, restored, aside or self._aside, replace=True)

    def _save(self, steps: Sequence[Step]) -> None:
        if not steps:
            with suppress(FileNotFoundError):
                self._path.unlink()
            return
        rows = [json.dumps(step if isinstance(step, Change) else step._asdict()) for step in steps]
        size = sum(len(row) + 2 for row in rows)
        while size > _LARGEST:  # the oldest ones make room
            size -= len(rows.pop(0)) + 2
        write(self._path, f"[{', '.join(rows)}]".encode(), self._aside, replace=True)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _without(now: bytes | None, change: Change) -> bytes | None:
    """Return the content of a file without a change, None where its lines do not stand there once."""
    old, new = bytes_of(change.old), bytes_of(change.new)
    if now is not None and _digest(now) == change.after:
        return now[: change.at] + old + now[change.at + len(new) :]
    if now is None or change.before is None or not new.strip() or now.count(new) != 1:
        return None
    return now.replace(new, old)


def _changed_lines(before: bytes, after: bytes) -> tuple[int, bytes, bytes]:
    """Return the lines that differ, with the line before them, and the byte at which they begin."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    least = min(len(old), len(new))
    first = next((at for at in range(least) if old[at] != new[at]), least)
    last = next((at for at in range(least - first) if old[-1 - at] != new[-1 - at]), least - first)
    first = max(first - 1, 0)
    at = sum(map(len, old[:first]))
    return at, b"".join(old[first : len(old) - last]), b"".join(new[first : len(new) - last])


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
