"""Keeps the last changes that a person made, who can undo them one by one, also after the end of the program."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeAlias

from briefreader.model import LibraryError
from briefreader.store.files import move, sync_folder, user_key, write
from briefreader.store.json_file import read_json
from briefreader.text import clean_line

_NAME = "changes.json"
MOST = 100
"""The number of changes that are kept."""

_LARGEST = 1 << 24  # bytes

Check = Callable[[Path, bytes], object]
"""Raises an error where a file may not have a content."""


class Change(NamedTuple):
    """A change of a file: `new` stands at the byte `at` in place of `old`; both begin with an unchanged line.

    `what` says in a few words what was changed. `path` is relative to the library if the file is inside. `before` and
    `after` are the digests of the whole file, `before` None if there was no file.
    """

    what: str
    path: str
    before: str | None
    after: str
    at: int
    old: str
    new: str


class Moves(NamedTuple):
    """Files that were moved, each from one path to another; both are relative to the library if they are inside."""

    what: str
    moves: tuple[tuple[str, str], ...]


class Marks(NamedTuple):
    """Marks of briefs that were changed; `line` says how they were before, as the record of the marks writes it.

    Each user has a record of their own, and `owner` names the one whose record was changed.
    """

    what: str
    line: str
    owner: str


class NewFiles(NamedTuple):
    """Files that were written at once, each with the digest of its content; paths are as those of a change."""

    what: str
    files: tuple[tuple[str, str], ...]


Step: TypeAlias = Change | Moves | Marks | NewFiles


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
            return [_step(values) for values in read_json(self._path, _LARGEST) or ()]
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
        change = Change(what, self._kept(path), _digest(before), _digest(data) or "", at, _text(old), _text(new))
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


def _step(values: object) -> Step:
    """Return a change from its values in the journal. Raises ValueError where they are of another kind."""
    match values:
        case [what, path, before, after, at, old, new]:
            return _change(what, path, before, after, at, old, new)
        case {"what": str(what), "moves": [*moves]}:
            return Moves(clean_line(what), tuple(map(_two_texts, moves)))
        case {"what": str(what), "line": str(line), "owner": str(owned)}:
            return Marks(clean_line(what), line, owned)
        case {"what": str(what), "files": [*files]}:
            return NewFiles(clean_line(what), tuple(map(_two_texts, files)))
    raise ValueError("this is no change")


def _two_texts(values: object) -> tuple[str, str]:
    """Return a path and another one, or a path and a digest."""
    match values:
        case [str(path), str(other)]:
            os.fsencode(path + other)  # raises an error for characters that stand for no bytes
            return path, other
    raise ValueError("this is no path with another text")


def _change(what: object, path: object, before: object, after: object, at: object, old: object, new: object) -> Change:
    """Return a change from its values in the journal. Raises ValueError where they are of another kind."""
    match what, path, before, after, at, old, new:
        case str(), str(), str() | None, str(), int(), str(), str():
            _bytes(old + new)  # raises an error for characters that stand for no bytes
            return Change(clean_line(what), path, before, after, at, old, new)
    raise ValueError("this is no change of a file")


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _without(now: bytes | None, change: Change) -> bytes | None:
    """Return the content of a file without a change, None where its lines do not stand there once."""
    old, new = _bytes(change.old), _bytes(change.new)
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


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
