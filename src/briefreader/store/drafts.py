"""Keeps the drafts of texts that a person is writing, so that they outlive the end of the program."""

import fcntl
import hashlib
import json
import os
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from briefreader.store.files import make_folder, refuse_link, write

_OLD = 86_400
"""Seconds after which nobody finishes an unfinished file."""

_LARGEST = 8 << 20
"""Bytes; a larger draft was not written by this program."""


class Draft(NamedTuple):
    """A draft with its key, the time at which it was saved in nanoseconds, and its file."""

    key: str
    text: str
    saved: int
    path: Path


class Drafts:
    """The drafts in a folder, each under a key; a session sees its own and those of sessions that have ended.

    A library may come from elsewhere, with links in place of folders: these are not followed. A session holds a
    lock on a file of its own; the system frees it when the session ends in any way. Methods that write raise OSError.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._aside = folder / "partial"
        self._places = folder.parent, folder, self._aside
        self._session = ""
        self._descriptor = -1
        self._lock = threading.Lock()

    def save(self, key: str, text: str) -> None:
        """Save the draft of a key; drafts that were offered under the key stay until `drop`."""
        with self._lock:
            self._begin()
            data = json.dumps({"key": key, "text": text}, ensure_ascii=False).encode("utf-8", "replace")
            write(self._folder / f"{_digest(key)}.{self._session}.json", data, self._aside, replace=True)

    def find(self, key: str) -> str | None:
        """Return the newest draft of a key, None without one."""
        with self._lock:
            found = max(self._usable(key), key=lambda draft: draft.saved, default=None)
        return found.text if found else None

    def keys(self) -> tuple[str, ...]:
        """Return the keys that have drafts, the last one that was saved first."""
        with self._lock:
            drafts = sorted(self._usable(None), key=lambda draft: draft.saved, reverse=True)
        return tuple(dict.fromkeys(draft.key for draft in drafts))

    def drop(self, key: str) -> None:
        """Delete the drafts of a key, but for those of other sessions that are still running."""
        with self._lock:
            for draft in self._usable(key):
                draft.path.unlink(missing_ok=True)

    def _usable(self, key: str | None) -> list[Draft]:
        """Return the drafts, of a key if one is given, of this session and of those that have ended."""
        return [draft for draft in self._drafts() if key in (None, draft.key)]

    def _drafts(self) -> Iterator[Draft]:
        if any(folder.is_symlink() for folder in self._places):
            return
        try:
            names = sorted(os.listdir(self._folder))  # noqa: PTH208
        except OSError:
            return
        running: dict[str, bool] = {}
        for name in names:
            _, _, rest = name.partition(".")
            session, _, suffix = rest.partition(".")
            if suffix != "json":
                continue
            if session not in running:
                running[session] = session != self._session and self._is_running(session)
            path = self._folder / name
            if not running[session] and (draft := _read(path)):
                yield draft

    def _begin(self) -> None:
        """Take the lock of this session once."""
        if self._descriptor >= 0:
            return
        for folder in self._places:
            refuse_link(folder)
        make_folder(self._folder)
        self._delete_leftovers()
        while True:
            session = secrets.token_hex(8)
            path = self._folder / f"{session}.lock"
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
            with suppress(OSError):  # a file system without locks: another session may offer the draft as well
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            if path.exists():
                break
            os.close(descriptor)  # another session has deleted it before it was locked
        self._session, self._descriptor = session, descriptor

    def _delete_leftovers(self) -> None:
        """Delete the locks of sessions that have ended, and the unfinished files of killed ones."""
        with suppress(OSError):
            for path in self._folder.glob("*.lock"):
                if not self._is_running(path.stem):
                    path.unlink()
        with suppress(OSError):
            for path in self._aside.iterdir():
                if time.time() - path.stat().st_mtime > _OLD:
                    path.unlink()

    def _is_running(self, session: str) -> bool:
        try:
            descriptor = os.open(self._folder / f"{session}.lock", os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return False


def _read(path: Path) -> Draft | None:
    """Return the draft in a file, None where it is damaged."""
    try:
        status = path.lstat()
        if path.is_symlink() or not path.is_file() or status.st_size > _LARGEST:
            return None
        said = json.loads(path.read_bytes())
        key, text = said["key"], said["text"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return Draft(key, text, status.st_mtime_ns, path) if isinstance(key, str) and isinstance(text, str) else None


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:16]
