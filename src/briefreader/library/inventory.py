"""What the last look at the files found besides the catalogue: when it was, and which files could not be read."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefreader.model import SourceError
from briefreader.store import File, write

_NAME = "inventory"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that is no brief, as it was then, and why; `closed`: it could not even be opened."""

    file: File
    why: str
    closed: bool = False

    @classmethod
    def of(cls, file: File, error: SourceError) -> "Unreadable":
        """Return what is kept of a file that could not be read."""
        return cls(file, str(error), closed=isinstance(error.__cause__, OSError))


@dataclass(frozen=True, slots=True)
class Inventory:
    """`made_with` tells the program and the lists of names that made the index; `looked_ns` is the time of the look."""

    made_with: str = ""
    looked_ns: int = 0
    unreadable: Mapping[str, Unreadable] = field(default_factory=dict)


def load(folder: Path) -> Inventory:
    """Return the inventory kept in a cache folder, an empty one where there is none that can be trusted."""
    try:
        checksum, _, body = (folder / _NAME).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return Inventory()
        made_with, looked_ns, unreadable = json.loads(body)
        files = [Unreadable(File(*file), why, closed) for file, why, closed in unreadable]
        return Inventory(made_with, looked_ns, {item.file.path: item for item in files})
    except (OSError, ValueError, TypeError):
        return Inventory()


def save(inventory: Inventory, folder: Path) -> None:
    """Keep the inventory in a cache folder. Raises OSError."""
    unreadable = [(item.file, item.why, item.closed) for item in inventory.unreadable.values()]
    body = json.dumps([inventory.made_with, inventory.looked_ns, unreadable]).encode()
    checksum = hashlib.sha256(body).hexdigest().encode()
    write(folder / _NAME, checksum + b"\n" + body, folder / "partial", replace=True)
