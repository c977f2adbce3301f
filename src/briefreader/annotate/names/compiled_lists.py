"""Keeps the compiled lists of names in a cache file, because reading them anew takes half a second."""

import hashlib
import json
import os
from pathlib import Path

from briefreader.annotate.names.gazetteer import Gazetteer, Name


def cached(folder: Path, name: str, key: str) -> Gazetteer | None:
    """Return the gazetteer with a name and a key in a cache folder, None where its file is missing or damaged."""
    try:
        head, _, body = _path(folder, name, key).read_bytes().partition(b"\n")
        if head.decode("ascii", "replace") != f"{key} {hashlib.sha256(body).hexdigest()}":
            return None
        rows, trie, renamed, killed, by_spelling = json.loads(body)
        return Gazetteer(tuple(Name(*row) for row in rows), trie, renamed, frozenset(killed), by_spelling)
    except (OSError, ValueError, TypeError):
        return None


def _path(folder: Path, name: str, key: str) -> Path:
    return folder / f"{name}-{key[:16]}.json"


def keep(folder: Path, name: str, key: str, gazetteer: Gazetteer) -> None:
    """Write a gazetteer to a cache folder and delete older ones of its name.

    A folder that cannot be written is left alone.
    """
    path = _path(folder, name, key)
    rows = [(entry.name, entry.section, entry.facts, entry.own) for entry in gazetteer.entries]
    compiled = (rows, gazetteer.trie, gazetteer.renamed, sorted(gazetteer.killed), gazetteer.by_spelling)
    body = json.dumps(compiled, ensure_ascii=False, separators=(",", ":")).encode()
    import tempfile  # takes 5 ms, and a cache file is seldom written

    written: str | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, written = tempfile.mkstemp(dir=folder, prefix=".names-")
        with os.fdopen(handle, "wb") as file:
            file.write(f"{key} {hashlib.sha256(body).hexdigest()}\n".encode())
            file.write(body)
        Path(written).replace(path)
        written = None
        for old in folder.glob(f"{name}-*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError:
        pass  # without a cache the next start takes longer, and nothing else changes
    finally:
        if written:
            Path(written).unlink(missing_ok=True)
