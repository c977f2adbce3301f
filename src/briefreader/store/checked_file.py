"""Reads and writes a file of a cache folder with a checksum, by which a damaged one is known."""

import hashlib
from pathlib import Path

from briefreader.store.files import write


def load_checked(path: Path) -> bytes | None:
    """Return the content that `save_checked` wrote, None where the file is missing or damaged."""
    try:
        checksum, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if _checksum(content) == checksum else None


def save_checked(path: Path, content: bytes) -> None:
    """Write a content with its checksum, whole or not at all. Raises OSError."""
    write(path, _checksum(content) + b"\n" + content, path.parent / "partial", replace=True)


def _checksum(content: bytes) -> bytes:
    return hashlib.sha256(content).hexdigest().encode()
