"""Keeps the `.briefreader` folder: original files, quarantined files, removed briefs, older versions and the ledger."""

import hashlib
import os
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from briefreader.model import ReadOnlyError
from briefreader.store.file_lock import lock
from briefreader.store.files import STATE, folder_key, make_folder, sync_folder, write
from briefreader.store.ledger import Ledger


def state_folder(library: Path, data: Path, *, read_only: bool = False) -> Path:
    """Return the state folder of a library: inside it, or in the user's data folder if the library is read-only."""
    inside = library / STATE
    writable = not read_only and os.access(inside if inside.is_dir() else library, os.W_OK | os.X_OK)
    return inside if writable else data / "libraries" / folder_key(library)


class State:
    """The state folder of a library; its folders are made when a file is put into them.

    Every method that writes raises OSError and leaves no unfinished file.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        self.folder = folder
        self._read_only = read_only
        self.partial = folder / "partial"
        self.originals = folder / "originals"
        self.quarantined = folder / "quarantine"
        self.removed = folder / "removed"

    def lock(self, purpose: str, told: Callable[[str], object]) -> AbstractContextManager[None]:
        """Hold the lock for changes to the files of the library; see `lock`. Raises ReadOnlyError."""
        if self._read_only:
            raise ReadOnlyError
        return lock(self.folder / "lock", purpose, told)

    def ledger(self) -> Ledger:
        """Return the ledger as it stands on the disk."""
        return Ledger(self.folder / "added.jsonl")

    def discard_partial(self) -> None:
        """Delete the unfinished files of a killed process; the caller must hold the lock."""
        with suppress(FileNotFoundError):
            for unfinished in self.partial.iterdir():
                unfinished.unlink()

    def keep_original(self, data: bytes, suffix: str) -> Path:
        """Keep the original bytes of a brief in a file named by their SHA-256, and return its path."""
        path = self.originals / f"{hashlib.sha256(data).hexdigest()}{suffix.lower()}"
        if not (path.is_file() and path.stat().st_size == len(data)):
            make_folder(self.originals)
            write(path, data, self.partial, replace=True)
        return path

    def quarantine(self, data: bytes, name: str, reason: str) -> Path:
        """Keep bytes that could not become a brief, with the reason in a file beside them, and return the path."""
        make_folder(self.quarantined)
        stem, suffix = os.fsencode(Path(name).stem)[:120], os.fsencode(Path(name).suffix)[:20]
        digest = hashlib.sha256(data).hexdigest()[:12]
        path = self.quarantined / os.fsdecode(b"%s-%s%s" % (stem, digest.encode(), suffix))
        write(path, data, self.partial, replace=True)
        write(path.with_name(f"{path.name}.reason"), f"{reason}\n".encode(), self.partial, replace=True)
        return path

    def set_aside(self, path: Path, relative: str) -> Path:
        """Move a brief into the folder of removed briefs under a free name, and return the new path."""
        import shutil

        target = self._free(relative)
        shutil.move(path, target)  # it copies where the state is on another file system
        sync_folder(target.parent)
        sync_folder(path.parent)
        return target

    def keep_version(self, data: bytes, relative: str, date: str) -> Path:
        """Keep an older version of a brief, with its date in its name, among the removed briefs; return its path."""
        path = Path(relative)
        target = self._free(str(path.with_name(f"{path.stem}~{date}{path.suffix}")))
        write(target, data, self.partial)
        return target

    def _free(self, relative: str) -> Path:
        """Return a free path in the folder of removed briefs."""
        original = target = self.removed / relative
        make_folder(target.parent)
        number = 1
        while os.path.lexists(target):
            number += 1
            target = original.with_name(f"{original.stem}~{number}{original.suffix}")
        return target
