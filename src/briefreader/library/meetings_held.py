"""Keeps the meetings that the briefs of a library tell of, in memory and in the cache, until the index changes."""

import hashlib
import json
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from briefreader import meetings
from briefreader.meetings import Account, HeldMeeting, MeetingBrief, Told, held_meetings
from briefreader.model import Entry
from briefreader.search import Index
from briefreader.store import write

_NAME = "meetings"


class MeetingsHeld:
    """The meetings held according to an index; may be used from several threads."""

    def __init__(self, entries: Callable[[], Sequence[Entry]]) -> None:
        self._entries = entries
        self._lock = threading.Lock()
        self._known: tuple[str, tuple[HeldMeeting, ...]] = ("", ())

    def of(self, index: Index, cache: Path) -> tuple[HeldMeeting, ...]:
        """Return the meetings, newest first; they are grouped only if the cache folder holds none of this index.

        Raises IndexLostError.
        """
        with self._lock:
            state = index.state()
            key = f"{state} {_code_digest()}" if state else ""
            if key and self._known[0] == key:
                return self._known[1]
            found = _load(cache, key) if key else None
            if found is None:
                packed = dict(zip(*index.columns("path", "account"), strict=True))
                entries = self._entries()
                read = [entry for entry in entries if packed.get(entry.path)]  # others are previews of new files
                found = held_meetings(Told(entry, Account.unpacked(packed[entry.path])) for entry in read)
                if key and len(read) == len(entries) and index.state() == state:
                    with suppress(OSError):
                        _save(cache, key, found)
            self._known = (key, found)
            return found


def _code_digest() -> str:
    """Return a digest of the code that groups briefs; it is read at each call, which takes less than a millisecond."""
    digest = hashlib.sha256()
    for path in sorted(Path(meetings.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _load(folder: Path, key: str) -> tuple[HeldMeeting, ...] | None:
    """Return the meetings saved under a key, None if there are none or the file is damaged."""
    try:
        checksum, _, body = (folder / _NAME).read_bytes().partition(b"\n")
        if hashlib.sha256(body).hexdigest().encode() != checksum:
            return None
        saved, rows = json.loads(body)
        return tuple(map(_meeting, rows)) if saved == key else None
    except (OSError, ValueError, TypeError):
        return None


def _meeting(row: Sequence[object]) -> HeldMeeting:
    values = [tuple(value) if isinstance(value, list) else value for value in row]
    meeting = HeldMeeting._make(values)
    return meeting._replace(briefs=tuple(MeetingBrief(*brief) for brief in meeting.briefs))


def _save(folder: Path, key: str, found: Sequence[HeldMeeting]) -> None:
    body = json.dumps([key, found]).encode()
    checksum = hashlib.sha256(body).hexdigest().encode()
    write(folder / _NAME, checksum + b"\n" + body, folder / "partial", replace=True)
