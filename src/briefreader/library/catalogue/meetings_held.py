"""Keeps the meetings that the briefs of a library tell of, in memory and in the cache, until the index changes."""

import hashlib
import json
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path

from briefreader import meetings
from briefreader.library.brief_ids import IdsNow
from briefreader.meetings import (
    Account,
    Corrections,
    Facts,
    HeldMeeting,
    MeetingBrief,
    Told,
    corrected,
)
from briefreader.model import Entry
from briefreader.search import Index
from briefreader.store import load_checked, save_checked

_NAME = "meetings"


class MeetingsHeld:
    """The meetings held according to an index, as a person corrected them; may be used from several threads.

    `ids_now` returns the present IDs of the briefs that had some IDs before, and `series_keys` what each of some names
    of series means.
    """

    def __init__(
        self,
        corrections: Callable[[], Corrections],
        ids_now: IdsNow,
        series_keys: Callable[[Collection[str]], Mapping[str, str]],
    ) -> None:
        self._corrections = corrections
        self._ids_now = ids_now
        self._series_keys = series_keys
        self._lock = threading.Lock()
        self._inferred: tuple[str, tuple[HeldMeeting, ...]] = ("", ())
        self._corrected: tuple[tuple[HeldMeeting, ...], Corrections, tuple[HeldMeeting, ...]] = ((), Corrections(), ())

    def of(self, index: Index) -> tuple[HeldMeeting, ...]:
        """Return the meetings, newest first; they are grouped only if the cache folder holds none of this index.

        The cache holds what is inferred, to which corrections are applied in each process. Raises IndexLostError.
        """
        corrections = self._corrections()
        with self._lock:
            inferred = self._grouped(index)
            if self._corrected[0] is not inferred or self._corrected[1] is not corrections:
                stated = corrections.with_ids(self._ids_now(corrections.briefs))
                self._corrected = (inferred, corrections, corrected(inferred, partial(self._told, index), stated))
            return self._corrected[2]

    def without_facts(self, index: Index) -> tuple[HeldMeeting, ...]:
        """Return the meetings with the briefs that a person gave them and the facts that are inferred."""
        raw = self._corrections()
        with self._lock:
            corrections = raw.with_ids(self._ids_now(raw.briefs))
            nothing: tuple[tuple[str, Facts], ...] = tuple((brief, {}) for brief, _ in corrections.facts)
            inferred = self._grouped(index)
            return corrected(inferred, partial(self._told, index), corrections._replace(facts=nothing))

    def _told(self, index: Index, ids: Collection[str]) -> Iterator[Told]:
        """Yield the briefs of some IDs that the index has."""
        if ids:
            yield from _briefs_told(index, lambda entry: entry.id in ids)

    def _grouped(self, index: Index) -> tuple[HeldMeeting, ...]:
        state = index.state()
        key = f"{state} {_code_digest()}" if state else ""
        if key and self._inferred[0] == key:
            return self._inferred[1]
        found = _load(index.folder.parent, key) if key else None
        if found is None:
            from briefreader.meetings import held_meetings

            told = [*_briefs_told(index)]
            names = {each.entry.series for each in told if each.entry.series}
            found = held_meetings(told, self._series_keys(names) if names else {})
            if key and index.state() == state:
                with suppress(OSError):
                    _save(index.folder.parent, key, found)
        self._inferred = (key, found)
        return found


def _briefs_told(index: Index, wanted: Callable[[Entry], bool] = lambda entry: True) -> Iterator[Told]:
    """Yield the wanted briefs of an index, of which the entries tell more than previews of new files do.

    Until an index that another version made is made anew, its briefs tell of no meeting.
    """
    packed = dict(zip(*index.columns("path", "account"), strict=True))
    for entry in index.entries():
        if packed.get(entry.path) and wanted(entry):
            with suppress(ValueError, TypeError):
                yield Told(entry, Account.unpacked(packed[entry.path]))


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Return a digest of the code that groups briefs."""
    digest = hashlib.sha256()
    for path in sorted(Path(meetings.__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _load(folder: Path, key: str) -> tuple[HeldMeeting, ...] | None:
    """Return the meetings saved under a key, None if there are none or the file is damaged."""
    try:
        saved, rows = json.loads(load_checked(folder / _NAME) or b"")
        return tuple(map(_meeting, rows)) if saved == key else None
    except (ValueError, TypeError):
        return None


def _meeting(row: Sequence[object]) -> HeldMeeting:
    values = [tuple(value) if isinstance(value, list) else value for value in row]
    meeting = HeldMeeting._make(values)
    return meeting._replace(briefs=tuple(MeetingBrief(*brief) for brief in meeting.briefs))


def _save(folder: Path, key: str, found: Sequence[HeldMeeting]) -> None:
    save_checked(folder / _NAME, json.dumps([key, found]).encode())
