"""What the last look at the files found besides the catalogue: when it was, and which files could not be read."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.store import File, write

_NAME = "inventory"


class Unreadable(NamedTuple):
    """A file that is no brief, as it was then, and why; `closed`: it could not even be opened.

    Where a package was missing that reads such files, `installed_ns` says what was installed then.
    """

    file: File
    why: str
    closed: bool = False
    installed_ns: int | None = None

    @classmethod
    def of(cls, file: File, error: SourceError) -> "Unreadable":
        """Return what is kept of a file that could not be read."""
        cause = error.__cause__
        missing = isinstance(cause, ImportError)
        return cls(file, str(error), isinstance(cause, OSError), installed_ns() if missing else None)

    def may_be_read_now(self, file: File, digest_of: Callable[[str], str]) -> bool:
        """Tell whether to try again, the file being as given: if it changed, or what hindered us may have."""
        if self.file != file or (self.installed_ns is not None and self.installed_ns != installed_ns()):
            return True
        return self.closed and bool(digest_of(file.path))  # permissions may change without a trace in size and time


def installed_ns() -> int:
    """Return when a package was last installed or removed, in nanoseconds: the time of the folder they lie in."""
    import sysconfig

    try:
        return max(os.stat(sysconfig.get_path(kind)).st_mtime_ns for kind in ("purelib", "platlib"))  # noqa: PTH116
    except OSError:
        return 0


class Inventory(NamedTuple):
    """`made_with` tells the program and the lists of names that made the index; `looked_ns` is the time of the look.

    Once all files are indexed, `seen` is the fingerprint of what was seen then, `state` names that of the index,
    and `fresh` has the digests of files so new that a change after the look may not show in their times.
    """

    made_with: str = ""
    looked_ns: int = 0
    unreadable: Mapping[str, Unreadable] = MappingProxyType({})
    seen: str = ""
    state: str = ""
    fresh: Mapping[str, str] = MappingProxyType({})

    def is_of(self, state: str, digest_of: Callable[[str], str]) -> bool:
        """Tell whether it speaks of an index as it is, and no file in it has changed without a trace since."""
        return (
            self.seen != ""
            and self.state == state
            and all(digest_of(path) == digest for path, digest in self.fresh.items())
            and not any(each.may_be_read_now(each.file, digest_of) for each in self.unreadable.values())
        )


def load(folder: Path) -> Inventory:
    """Return the inventory kept in a cache folder, an empty one where there is none that can be trusted."""
    try:
        checksum, _, body = (folder / _NAME).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return Inventory()
        made_with, looked_ns, unreadable, *rest = json.loads(body)
        files = [Unreadable(File(*file), *more) for file, *more in unreadable]
        return Inventory(made_with, looked_ns, {item.file.path: item for item in files}, *rest)
    except (OSError, ValueError, TypeError):
        return Inventory()


def save(inventory: Inventory, folder: Path) -> None:
    """Keep the inventory in a cache folder. Raises OSError."""
    made_with, looked_ns, unreadable, *rest, fresh = inventory
    body = json.dumps([made_with, looked_ns, list(unreadable.values()), *rest, dict(fresh)]).encode()
    checksum = hashlib.sha256(body).hexdigest().encode()
    write(folder / _NAME, checksum + b"\n" + body, folder / "partial", replace=True)
