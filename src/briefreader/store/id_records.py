"""Records the IDs that briefs were given, as lines of JSON in files to which lines are only added.

Each user of each machine has a file of its own, so that no synchronization of a library has to merge files. All files
of a folder count, and a line that cannot be read costs only itself.
"""

import json
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from briefreader.store.files import stays_inside, user_key

_FEW = 128  # questions answered by a search through the bytes; to make tables takes as long as 160 searches
_ID = re.compile(r"[^\W_](?:[\w.-]{0,200}[\w-])?")


class GivenId(NamedTuple):
    """An ID that a brief was given while its file had a path and the content of a digest.

    `brief` is the token of the brief, the same in all its records. `base` is the ID that the brief requested, and `at`
    is the time of the record in nanoseconds.
    """

    brief: str
    id: str
    base: str
    path: str
    digest: str
    at: int


Field = Literal["brief", "id", "path", "digest"]
_FIELDS: tuple[Field, ...] = ("brief", "id", "path", "digest")


class IdRecords:
    """The records in several folders, read at the first question; new ones are written into the first folder.

    A library may come from elsewhere: a link in place of a folder is passed over. Without a folder they are kept in
    memory only.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(dict.fromkeys(folders))
        self._asked = 0

    @cached_property
    def _data(self) -> bytes:
        return b"\n".join(data for folder in self._folders for data in _contents(folder))

    @cached_property
    def _tables(self) -> dict[Field, dict[str, list[GivenId]]]:
        tables: dict[Field, dict[str, list[GivenId]]] = {field: {} for field in _FIELDS}
        for line in self._data.splitlines():
            if found := _read(line):
                _enter(tables, found)
        return tables

    @cached_property
    def _added(self) -> dict[Field, dict[str, list[GivenId]]]:
        """The records that were added since the files were read."""
        return {field: {} for field in _FIELDS}

    def find(self, field: Field, value: str) -> list[GivenId]:
        """Return the records with a value of a field, the oldest first."""
        self._asked += 1
        if self._asked <= _FEW and "_tables" not in self.__dict__:
            found = list(self._scanned(f'"{field}":{json.dumps(value)}', lambda each: getattr(each, field) == value))
        else:
            found = list(self._tables[field].get(value, ()))
        found += self._added[field].get(value, ())
        found.sort(key=lambda each: each.at)
        return found

    def beginning(self, id: str) -> list[GivenId]:
        """Return the records of the IDs with a beginning, the oldest first."""
        start = json.dumps(id)[:-1]
        found = list(self._scanned(f'"id":{start}', lambda each: each.id.startswith(id)))
        return sorted(found, key=lambda each: each.at)

    def _scanned(self, sought: str, fits: Callable[[GivenId], bool]) -> Iterator[GivenId]:
        data, needle = self._data, sought.encode()
        at = data.find(needle)
        while at >= 0:
            end = data.find(b"\n", at)
            end = len(data) if end < 0 else end
            found = _read(data[data.rfind(b"\n", 0, at) + 1 : end])
            if found and fits(found):
                yield found
            at = data.find(needle, end)

    def add(self, records: Iterable[GivenId]) -> None:
        """Add records in memory, from which `write` takes them."""
        for each in records:
            _enter(self._added, each)

    def write(self, records: Sequence[GivenId], *, sync: bool = True) -> None:
        """Append records to the file of this machine; `sync` waits until the disk has them. Raises OSError."""
        if not records or not self._folders:
            return
        # Whoever may read the library may read its records, so that an ID means the same to all.
        folder = next((each for each in self._folders if not each.is_symlink()), self._folders[-1])
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{user_key()}.jsonl"
        lines = "".join(_line(each) for each in records).encode()
        # One call appends the lines even if another process appends at the same time.
        descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o666)
        with os.fdopen(descriptor, "r+b", buffering=0) as file:
            size = os.fstat(descriptor).st_size
            if size and os.pread(descriptor, 1, size - 1) != b"\n":
                lines = b"\n" + lines  # a killed process left half a line
            while lines:
                lines = lines[file.write(lines) :]
            if sync:
                os.fsync(descriptor)


def _contents(folder: Path) -> Iterator[bytes]:
    """Yield the bytes of the files of a folder; a file that cannot be read has none."""
    with suppress(OSError):
        for name in sorted(os.listdir(folder)):  # noqa: PTH208
            if name.startswith("."):
                continue
            with suppress(OSError):
                descriptor = os.open(folder / name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
                with os.fdopen(descriptor, "rb") as file:
                    if stat.S_ISREG(os.fstat(descriptor).st_mode):
                        yield file.read()


def _line(record: GivenId) -> str:
    values = record._asdict()
    if record.base == record.id:
        del values["base"]
    return json.dumps(values, separators=(",", ":")) + "\n"


def _read(line: bytes) -> GivenId | None:
    """Return the record of a line, None where it is damaged, or its ID or path can be none of a library."""
    try:
        values = json.loads(line)
        found = GivenId(**{"base": values["id"], **values})
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = found[:-1]
    if not all(isinstance(each, str) for each in texts) or not isinstance(found.at, int):
        return None
    is_usable = _ID.fullmatch(found.id) and _ID.fullmatch(found.base) and stays_inside(found.path)
    return found if is_usable else None


def _enter(tables: dict[Field, dict[str, list[GivenId]]], record: GivenId) -> None:
    for field in _FIELDS:
        tables[field].setdefault(getattr(record, field), []).append(record)
