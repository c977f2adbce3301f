"""Opens the files of an index as Whoosh reads and writes them, and the segments among them."""

import os
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from io import BufferedWriter, FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from whoosh.filedb.filestore import FileStorage, RamStorage, Storage
from whoosh.filedb.structfile import StructFile
from whoosh.index import TOC, FileIndex

from briefreader.search.storage.checksummed import ChecksummedFile
from briefreader.search.storage.commits import Commit
from briefreader.search.whoosh_backend.reader import SegmentReader
from briefreader.search.whoosh_backend.schema import SCHEMA
from briefreader.search.whoosh_backend.unpickler import SafeFile

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = [
    "Aside",
    "Folder",
    "RamStorage",
    "Storage",
    "by_name",
    "checksummed_segments",
    "known_index",
    "new_index",
    "opened_segments",
    "replacing",
    "stored_segments",
]

NAME: Final = "briefs"
_BUFFER: Final = 1 << 16


class _Written(FileIO):
    """A file to be written that knows its position; Whoosh asks for it three times a term.

    The operating system takes longer to answer than the term takes to be written.
    """

    _position = 0

    def write(self, data: "ReadableBuffer", /) -> int:
        written = super().write(data)
        self._position += written
        return written

    def seek(self, position: int, whence: int = os.SEEK_SET, /) -> int:
        self._position = super().seek(position, whence)
        return self._position

    def tell(self) -> int:
        return self._position


class Folder(FileStorage):  # type: ignore[misc]
    """A folder of files as Whoosh reads and writes them."""

    def open_file(self, name: str, **options: Any) -> StructFile:
        return SafeFile(Path(self._fpath(name)).open("rb"), name=name, **options)

    def create_file(self, name: str, **options: Any) -> StructFile:
        return StructFile(BufferedWriter(_Written(self._fpath(name), "w"), _BUFFER), name=name, **options)


class _ChecksummedFolder(FileStorage):  # type: ignore[misc]
    """The files of a commit, checked as they are read; open files outlive the commit."""

    def __init__(self, files: Mapping[str, ChecksummedFile]) -> None:
        super().__init__("", readonly=True)
        self._files = files

    def open_file(self, name: str, **_: Any) -> StructFile:
        return _ChecksummedFile(self._files[name].reopened(), name)

    def list(self) -> list[str]:
        return [*self._files]

    def file_exists(self, name: str) -> bool:
        return name in self._files

    def file_length(self, name: str) -> int:
        return self._files[name].size


class Aside(Folder):
    """The files of a commit that is being built; those of the previous commit are checked as they are read."""

    def __init__(self, folder: Path, previous: Commit | None) -> None:
        super().__init__(str(folder))
        self._previous = previous
        self._written: set[str] = set()

    def create_file(self, name: str, **options: Any) -> StructFile:
        self._written.add(name)
        return super().create_file(name, **options)

    def open_file(self, name: str, **options: Any) -> StructFile:
        if self._previous and name in self._previous.files and name not in self._written:
            return _ChecksummedFile(self._previous.open(name), name)
        return super().open_file(name, **options)


class _ChecksummedFile(SafeFile):
    """A checksummed file as Whoosh reads it; `get` needs no seek."""

    def get(self, position: int, length: int) -> bytes:
        return self.file.slice(position, position + length)  # type: ignore[no-any-return]


def checksummed_segments(files: Mapping[str, ChecksummedFile]) -> dict[str, SegmentReader]:
    """Return the segments of Whoosh among the files of a commit, by name."""
    return by_name(_ChecksummedFolder(files))


def by_name(storage: Storage) -> dict[str, SegmentReader]:
    """Return the opened segments by name."""
    return {segment.name: segment for segment in _segments(storage)}


def _segments(storage: Storage) -> list[SegmentReader]:
    return [SegmentReader(storage, segment, SCHEMA) for segment in stored_segments(storage)]


def opened_segments(storage: Storage) -> Iterator[SegmentReader]:
    """Yield the segments, and close each before the next."""
    for segment in _segments(storage):
        with closing(segment):
            yield segment


def new_index(storage: Storage) -> FileIndex:
    """Create an index without documents in a storage."""
    return FileIndex.create(storage, SCHEMA, NAME)


def known_index(storage: Storage) -> FileIndex:
    """Return the index that is in a storage."""
    return FileIndex(storage, SCHEMA, NAME)


def stored_segments(storage: Storage) -> list[Any]:
    """Return Whoosh's descriptions of the segments in a storage."""
    segments: list[Any] = TOC.read(storage, NAME, schema=SCHEMA).segments
    return segments


@contextmanager
def replacing(storage: Storage, name: str) -> Iterator[StructFile]:
    """Open a file for writing in place of one that may be a hard link to a file in use."""
    if storage.file_exists(name):
        storage.delete_file(name)
    with storage.create_file(name) as file:
        yield file
