"""Holds the metadata: one row a document, read at every start before anything else, without Whoosh and fast."""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import partial
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from briefreader.model import Entry
from briefreader.search.storage import columns
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSink, ByteSource, ContainerWriter, directory

NAME: Final = "metadata"

T = TypeVar("T")
# Makes a named tuple in a third of the time of its `_make`, which counts the values.
_tuple: Final[Any] = tuple.__new__


class Row(NamedTuple):
    """Describes a document and its file: size in bytes, time of change in nanoseconds and digest of the content.

    `account` is a text that the index gives back: the JSON of what the document tells of a meeting.
    """

    entry: Entry
    size: int
    mtime_ns: int
    account: str
    digest: str

    def renamed(self, id: str) -> "Row":
        """Return the row of the same document under an ID."""
        return self if self.entry.id == id else self._replace(entry=self.entry._replace(id=id))


_COLUMNS: Final = (*Entry._fields, *Row._fields[1:])


def _value_of(name: str) -> Callable[[Row], Any]:
    return attrgetter(name if name in Row._fields else f"entry.{name}")


class Metadata(Mapping[str, Row]):
    """Maps paths to rows, newest first and undated last; the index of a row is its rank.

    `in_order` says that the rows come in that order already.
    """

    def __init__(self, rows: Iterable[Row], *, in_order: bool = False) -> None:
        if not in_order:
            rows = sorted(rows, key=lambda row: row.entry.path)
            rows.sort(key=lambda row: row.entry.date or "", reverse=True)  # a stable sort: by path within a date
        self._rows = {row.entry.path: row for row in rows}

    def __getitem__(self, path: str) -> Row:
        return self._rows[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def column(self, name: str) -> list[Any]:
        """Return one value of each row by rank: a field of Entry or of Row."""
        return [*map(_value_of(name), self._rows.values())]

    # The methods of Mapping would look up each row.

    def values(self) -> ValuesView[Row]:
        return self._rows.values()

    def items(self) -> ItemsView[str, Row]:
        return self._rows.items()


class SharedRows(NamedTuple):
    """Says which rows of new metadata a commit has already: the rank there of each row, -1 where the row is new."""

    commit: Commit
    ranks: Sequence[int]

    @classmethod
    def between(cls, commit: Commit, old: Metadata, metadata: Metadata) -> "SharedRows":
        """Find the rows of new metadata that are the same objects in the metadata of a commit."""
        rank_of = {id(row): rank for rank, row in enumerate(old.values())}
        return cls(commit, [rank_of.get(id(row), -1) for row in metadata.values()])

    def new(self, values: Iterable[T]) -> list[T]:
        """Return the values, of one for each row, whose row is new."""
        return [value for value, rank in zip(values, self.ranks, strict=True) if rank < 0]


def of(commit: Commit) -> Metadata:
    """Return the metadata of a commit. Raises LibraryError, OSError or ValueError where the file is damaged."""
    file = commit.open(NAME)
    try:
        return _rows([columns.read(file, extent) for extent in directory(file)["columns"]])
    finally:
        file.close()


def entries(commit: Commit) -> list[Entry]:
    """Return the entries of a commit's metadata, newest first and undated last. Raises as `of` does."""
    file = commit.open(NAME)
    try:
        extents = directory(file)["columns"][: len(Entry._fields)]
        return _entries([columns.read(file, extent) for extent in extents])
    finally:
        file.close()


def column(commit: Commit, name: str) -> list[Any]:
    """Return one value of each row of a commit's metadata: a field of Entry or of Row. Raises as `of` does."""
    file = commit.open(NAME)
    try:
        return column_of(file, name)
    finally:
        file.close()


def column_of(file: ByteSource, name: str) -> list[Any]:
    """Return one value of each row of metadata from its file. Raises LibraryError or ValueError where it is damaged."""
    return columns.read(file, directory(file)["columns"][_COLUMNS.index(name)])


def given_ids(commit: Commit) -> list[tuple[str, str, str]]:
    """Return the ID, the digest and the path of each document, also from a commit of an earlier format.

    Raises as `of` does.
    """
    file = commit.open(NAME)
    try:
        extents = directory(file)["columns"]
        # Every format so far begins with the fields of Entry up to its path and ends with the digest.
        found = [columns.read(file, extents[at]) for at in (0, -1, Entry._fields.index("path"))]
        return list(zip(*found, strict=True))
    finally:
        file.close()


def _rows(values: list[list[Any]]) -> Metadata:
    # The columns are Entry's fields, then Row's. Checksums prove that this program wrote them: no value is validated.
    fields, others = values[: len(Entry._fields)], values[len(Entry._fields) :]
    rows = zip(_entries(fields), *others, strict=True)
    return Metadata(map(partial(_tuple, Row), rows), in_order=True)


def _entries(fields: Sequence[Sequence[Any]]) -> list[Entry]:
    return [*map(partial(_tuple, Entry), zip(*fields, strict=True))]


def write(metadata: Metadata, file: ByteSink, shared: SharedRows | None = None) -> None:
    """Write the metadata; the values of shared rows are copied from the commit that has them."""
    rows = shared.new(metadata.values()) if shared else [*metadata.values()]
    values = [columns.encoded(map(_value_of(name), rows)) for name in _COLUMNS]
    if shared:
        previous = shared.commit.open(NAME)
        extents = directory(previous)["columns"]
        values = [
            columns.combined(shared.ranks, columns.read_encoded(previous, extent), new)
            for extent, new in zip(extents, values, strict=True)
        ]
        previous.close()
    out = ContainerWriter(file)
    out.finish({"columns": [columns.put(out, column) for column in values]})
