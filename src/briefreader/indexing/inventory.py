"""Keeps the facts about a library's files that the metadata of the index lacks, such as the unreadable files."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from briefreader.model import SourceError
from briefreader.store import File, load_checked, save_checked

_NAME = "inventory"


class Unreadable(NamedTuple):
    """A file that could not be read, with the reason; `closed` says that it could not be opened.

    If a missing package was the reason, `installed_ns` is the time of the last installation before.
    """

    file: File
    why: str
    closed: bool = False
    installed_ns: int | None = None

    @classmethod
    def of(cls, file: File, error: SourceError) -> "Unreadable":
        """Return the record of a file that could not be read because of an error."""
        cause = error.__cause__
        missing = isinstance(cause, ImportError)
        return cls(file, str(error), isinstance(cause, OSError), installed_ns() if missing else None)

    def may_be_read_now(self, file: File, digest_of: Callable[[str], str]) -> bool:
        """Return whether the file as it is now may be readable: it has changed, or the reason may have."""
        if self.file != file or (self.installed_ns is not None and self.installed_ns != installed_ns()):
            return True
        return self.closed and bool(digest_of(file.path))  # a change of permissions changes neither size nor time


def installed_ns() -> int:
    """Return the time of the last installation or removal of a package in nanoseconds, which is that of its folder."""
    import sysconfig

    try:
        return max(os.stat(sysconfig.get_path(kind)).st_mtime_ns for kind in ("purelib", "platlib"))  # noqa: PTH116
    except OSError:
        return 0


class Inventory(NamedTuple):
    """The facts about files found at the time `looked_ns`; `made_with` is the version of program and lists of names.

    Once all files are indexed, `seen` is the fingerprint of the files, `state` is the state of the index, and `fresh`
    holds the digests of files that are so new that their times may hide a later change.
    """

    made_with: str = ""
    looked_ns: int = 0
    unreadable: Mapping[str, Unreadable] = MappingProxyType({})
    seen: str = ""
    state: str = ""
    fresh: Mapping[str, str] = MappingProxyType({})

    def is_of(self, state: str, digest_of: Callable[[str], str]) -> bool:
        """Return whether this belongs to an index in a state, and no file has changed and kept its size and time."""
        return (
            self.seen != ""
            and self.state == state
            and all(digest_of(path) == digest for path, digest in self.fresh.items())
            and not any(each.may_be_read_now(each.file, digest_of) for each in self.unreadable.values())
        )


def load(folder: Path) -> Inventory:
    """Return the inventory in a cache folder, an empty one if it is missing or damaged."""
    try:
        made_with, looked_ns, unreadable, *rest = json.loads(load_checked(folder / _NAME) or b"")
        files = [Unreadable(File(*file), *more) for file, *more in unreadable]
        return Inventory(made_with, looked_ns, {item.file.path: item for item in files}, *rest)
    except (ValueError, TypeError):
        return Inventory()


def save(inventory: Inventory, folder: Path) -> None:
    """Write the inventory into a cache folder. Raises OSError."""
    made_with, looked_ns, unreadable, *rest, fresh = inventory
    body = json.dumps([made_with, looked_ns, list(unreadable.values()), *rest, dict(fresh)]).encode()
    save_checked(folder / _NAME, body)
