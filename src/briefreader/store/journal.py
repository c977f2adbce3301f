"""Keeps the last changes of plain files, which a person can undo one by one, also after the end of the program."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefreader.model import LibraryError
from briefreader.store.files import sync_folder, write
from briefreader.text import clean_line

_NAME = "changes.json"
MOST = 100
"""The number of changes that are kept."""

_LARGEST = 1 << 24
"""Bytes; a larger journal was not written by this program."""

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


class Journal:
    """The journal of a library at root, a file in its state folder; the caller holds the lock of the library.

    `aside` is a folder for the unfinished file of the journal.
    """

    def __init__(self, folder: Path, root: Path, aside: Path) -> None:
        self._path = folder / _NAME
        self._root = root
        self._aside = aside

    def changes(self) -> list[Change]:
        """Return the changes that can be undone, the last one at the end; none where the journal is damaged."""
        try:
            if not self._path.is_file() or self._path.stat().st_size > _LARGEST:
                return []
            return [_change(*values) for values in json.loads(self._path.read_bytes())]
        except (OSError, ValueError, TypeError, RecursionError):
            return []

    def write(self, path: Path, data: bytes, what: str, aside: Path | None = None) -> None:
        """Write a file whole and note the change; a content that the file has already is not written.

        `aside` is a folder for the unfinished file, on its file system. Raises OSError.
        """
        before = _content(path)
        if data == before:
            return
        at, old, new = _changed_lines(before or b"", data)
        kept = os.fspath(path.relative_to(self._root) if path.is_relative_to(self._root) else path)
        change = Change(what, kept, _digest(before), _digest(data) or "", at, _text(old), _text(new))
        self._save([*self.changes(), change][-MOST:])  # first, because a change without a note could not be undone
        write(path, data, aside or self._aside, replace=True)

    def undo(self, files: Mapping[Path, Check], aside: Path | None = None) -> Change | None:
        """Undo the last change and return it, None where there is none.

        `files` are the only files that are changed, each with its check: a library that comes from elsewhere may bring
        a journal that names others.
        Raises LibraryError, and undoes nothing, where the file was changed at the same lines by somebody else, or the
        error of `check` for the content that the file would have; OSError where the file cannot be written.
        """
        changes = self.changes()
        while changes:
            change = changes[-1]
            path = self._root / change.path
            now = _content(path)
            # A file in the state before was not changed after the note, or it was restored and that not noted.
            if path in files and _digest(now) != change.before:
                self._restore(path, now, change, files[path], aside)
                self._save(changes[:-1])
                return change
            changes.pop()
        self._save(changes)
        return None

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

    def _save(self, changes: Sequence[Change]) -> None:
        if changes:
            write(self._path, json.dumps(changes).encode(), self._aside, replace=True)
        else:
            with suppress(FileNotFoundError):
                self._path.unlink()


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
