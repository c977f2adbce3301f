"""The catalogue: one row a brief, read at every start before anything else, so without Whoosh and fast."""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from functools import partial
from operator import attrgetter
from typing import Any, Final, NamedTuple, TypeVar

from briefreader.model import Entry
from briefreader.search.storage import columns
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import ByteSink, ContainerWriter, directory

NAME: Final = "catalogue"

T = TypeVar("T")
# Makes a named tuple in a third of the time of its `_make`, which looks how many values there are.
_tuple: Final[Any] = tuple.__new__


class Row(NamedTuple):
    """A brief and the file it was read from; `digest` tells the file's content."""

    entry: Entry
    size: int
    mtime_ns: int
    digest: str

    def renamed(self, id: str) -> "Row":
        """Return the same brief under an ID."""
        return self if self.entry.id == id else self._replace(entry=self.entry._replace(id=id))


_COLUMNS: Final = (*Entry._fields, *Row._fields[1:])


def _value_of(name: str) -> Callable[[Row], Any]:
    return attrgetter(name if name in Row._fields else f"entry.{name}")


class Metadata(Mapping[str, Row]):
    """Rows by path, newest first and undated last; a row's place in it is its rank."""

    def __init__(self, rows: Iterable[Row], *, in_order: bool = False) -> None:
        if not in_order:
            rows = sorted(rows, key=lambda row: row.entry.path)
            rows.sort(key=lambda row: row.entry.date or "", reverse=True)  # and by path where the date is the same
        self._rows = {row.entry.path: row for row in rows}

    def __getitem__(self, path: str) -> Row:
        return self._rows[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def column(self, name: str) -> list[Any]:
        """Return one value of each row: a field of Entry or of Row."""
        return [*map(_value_of(name), self._rows.values())]

    # A Mapping has these, and looks each row up for them.

    def values(self) -> ValuesView[Row]:
        return self._rows.values()

    def items(self) -> ItemsView[str, Row]:
        return self._rows.items()


class CarriedOver(NamedTuple):
    """What a catalogue has in common with that of a generation: the rank there of each row, -1 where it is new."""

    commit: Commit
    ranks: Sequence[int]

    @classmethod
    def over(cls, commit: Commit, before: Metadata, metadata: Metadata) -> "CarriedOver":
        """Find the rows of a generation's catalogue that are in another."""
        rank_of = {id(row): rank for rank, row in enumerate(before.values())}
        return cls(commit, [rank_of.get(id(row), -1) for row in metadata.values()])

    def new(self, values: Iterable[T]) -> list[T]:
        """Return those of values, one a row, whose row is new."""
        return [value for value, rank in zip(values, self.ranks, strict=True) if rank < 0]


def of(commit: Commit) -> Metadata:
    """Return the catalogue of a generation. Raises LibraryError, OSError or ValueError where it is damaged."""
    file = commit.open(NAME)
    try:
        return _rows([columns.read(file, section) for section in directory(file)["columns"]])
    finally:
        file.close()


def entries(commit: Commit) -> list[Entry]:
    """Return the briefs in a generation's catalogue, newest first and undated last. Raises as `of` does."""
    file = commit.open(NAME)
    try:
        sections = directory(file)["columns"][: len(Entry._fields)]
        return _entries([columns.read(file, section) for section in sections])
    finally:
        file.close()


def column(commit: Commit, name: str) -> list[Any]:
    """Return one value of each row of a generation's catalogue: a field of Entry or of Row. Raises as `of` does."""
    file = commit.open(NAME)
    try:
        return columns.read(file, directory(file)["columns"][_COLUMNS.index(name)])
    finally:
        file.close()


def _rows(values: list[list[Any]]) -> Metadata:
    # The columns are Entry's fields, then Row's: the checksum says that we wrote them, so no value is looked at twice.
    fields, others = values[: len(Entry._fields)], values[len(Entry._fields) :]
    rows = zip(_entries(fields), *others, strict=True)
    return Metadata(map(partial(_tuple, Row), rows), in_order=True)


def _entries(fields: Sequence[Sequence[Any]]) -> list[Entry]:
    return [*map(partial(_tuple, Entry), zip(*fields, strict=True))]


def write(metadata: Metadata, file: ByteSink, carried_over: CarriedOver | None = None) -> None:
    """Write the catalogue; what is carried over from the one before is copied."""
    rows = carried_over.new(metadata.values()) if carried_over else [*metadata.values()]
    values = [columns.encoded(map(_value_of(name), rows)) for name in _COLUMNS]
    if carried_over:
        known = carried_over.commit.open(NAME)
        sections = directory(known)["columns"]
        values = [
            columns.carried_over(carried_over.ranks, columns.read_encoded(known, section), new)
            for section, new in zip(sections, values, strict=True)
        ]
        known.close()
    out = ContainerWriter(file)
    out.finish({"columns": [columns.put(out, each) for each in values]})
