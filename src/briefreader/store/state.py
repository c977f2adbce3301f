"""Keeps the `.briefreader` folder: original files, quarantined files, removed briefs, older versions and the ledger."""

import hashlib
import os
from collections.abc import Callable, Container, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from briefreader.model import ReadOnlyError
from briefreader.store.file_lock import lock
from briefreader.store.files import STATE, folder_key, make_folder, refuse_link, write
from briefreader.store.ledger import Ledger

if TYPE_CHECKING:
    from briefreader.store.journal import Journal


def state_folder(library: Path, data: Path, *, read_only: bool = False) -> Path:
    """Return the state folder of a library: inside it, or in the user's data folder if the library is read-only."""
    inside = library / STATE
    writable = not read_only and os.access(inside if inside.is_dir() else library, os.W_OK | os.X_OK)
    return inside if writable else users_folder(data, library)


def users_folder(data: Path, library: Path) -> Path:
    """Return the folder for a library, or for a file that is read alone, in the user's data folder."""
    return data / "libraries" / folder_key(library)


class State:
    """The state folder of a library; its folders are made when a file is put into them.

    Every method that writes raises OSError and leaves no unfinished file. A library may come from elsewhere, with links
    in place of these folders: nothing is written or deleted where one would lead.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.folder = folder
        self._read_only = read_only
        self.partial = folder / "partial"
        self.unfinished = folder / "unfinished"
        self.originals = folder / "originals"
        self.quarantined = folder / "quarantine"
        self.removed = folder / "removed"

    def lock(self, purpose: str, told: Callable[[str], object]) -> AbstractContextManager[None]:
        """Hold the lock for changes to the files of the library; see `lock`. Raises ReadOnlyError."""
        if self._read_only:
            raise ReadOnlyError
        self._refuse_links(self.partial)
        return lock(self.folder / "lock", purpose, told)

    @contextmanager
    def changing(self, root: Path, purpose: str, told: Callable[[str], object]) -> "Iterator[Journal]":
        """Hold the lock for what a person writes in the library at root, and yield the journal of it.

        It is another lock than that of `lock`, so that a person does not wait while files are added; whoever needs both
        takes that one first. `unfinished` is the folder for unfinished files under this lock. Raises ReadOnlyError,
        OSError.
        """
        from briefreader.store.journal import Journal  # no start of the program needs it

        if self._read_only:
            raise ReadOnlyError
        self._refuse_links(self.unfinished)
        with lock(self.folder / "changes.lock", purpose, told):
            _discard(self.unfinished)
            yield Journal(self.folder, root, self.unfinished)

    def _refuse_links(self, below: Path) -> None:
        """Raise OSError where a link stands in place of a folder below, or of one on the way to it."""
        for folder in (below, *below.parents):
            if not folder.is_relative_to(self.folder):
                break
            refuse_link(folder)

    def ledger(self) -> Ledger:
        """Return the ledger as it stands on the disk."""
        return Ledger(self.folder / "added.jsonl")

    def discard_partial(self) -> None:
        """Delete the unfinished files of a killed process; the caller must hold the lock."""
        _discard(self.partial)

    def keep_original(self, data: bytes, suffix: str) -> Path:
        """Keep the original bytes of a brief in a file named by their SHA-256, and return its path."""
        path = self.originals / f"{hashlib.sha256(data).hexdigest()}{suffix.lower()}"
        if not (path.is_file() and path.stat().st_size == len(data)):
            self._refuse_links(self.originals)
            make_folder(self.originals)
            write(path, data, self.partial, replace=True)
        return path

    def quarantine(self, data: bytes, name: str, reason: str) -> Path:
        """Keep bytes that could not become a brief, with the reason in a file beside them, and return the path."""
        self._refuse_links(self.quarantined)
        make_folder(self.quarantined)
        stem, suffix = os.fsencode(Path(name).stem)[:120], os.fsencode(Path(name).suffix)[:20]
        digest = hashlib.sha256(data).hexdigest()[:12]
        path = self.quarantined / os.fsdecode(b"%s-%s%s" % (stem, digest.encode(), suffix))
        write(path, data, self.partial, replace=True)
        write(path.with_name(f"{path.name}.reason"), f"{reason}\n".encode(), self.partial, replace=True)
        return path

    def keep_version(self, data: bytes, relative: str, date: str) -> Path:
        """Keep an older version of a brief, with its date in its name, among the removed briefs; return its path."""
        path = Path(relative)
        target = self.free_for_removed(str(path.with_name(f"{path.stem}~{date}{path.suffix}")))
        write(target, data, self.partial)
        return target

    def free_for_removed(self, relative: str, planned: Container[Path] = ()) -> Path:
        """Return a path in the folder of removed briefs that no file has and that is not planned for another one."""
        original = target = self.removed / relative
        self._refuse_links(target.parent)
        make_folder(target.parent)
        number = 1
        while target in planned or os.path.lexists(target):
            number += 1
            target = original.with_name(f"{original.stem}~{number}{original.suffix}")
        return target


def _discard(folder: Path) -> None:
    """Delete the unfinished files in a folder."""
    with suppress(FileNotFoundError):
        for unfinished in folder.iterdir():
            unfinished.unlink()
