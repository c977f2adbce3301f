"""The beginnings of files: titles and dates to list before anything is indexed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefreader.indexing.identity import base_id
from briefreader.model import Entry, SourceError
from briefreader.store import File

FIRST_BATCH = 100
"""The first batch fills a screen; every next one is twice as large, since taking one in sorts all."""


def batches(root: Path, files: Sequence[File], known: Iterable[Entry]) -> Iterator[list[list[object]]]:
    """Yield the heads of files as lists of an Entry's values, newest names first.

    IDs are what the heads ask for, unique among the known ones; the index knows better later.
    """
    from briefreader.sources import read_preview

    taken = {entry.id for entry in known}
    batch: list[list[object]] = []
    size = FIRST_BATCH
    for file in sorted(files, key=lambda each: PurePosixPath(each.path).name, reverse=True):
        try:
            found = read_preview(root / file.path)
        except (SourceError, OSError):
            continue  # the indexer tells why when it reads all of it
        id = base_id(file.path, found.title, found.date, found.series, found.ordinal)
        if id in taken:
            id = f"{id}-{len(taken):x}"
        taken.add(id)
        batch.append(list(Entry(id, found.title, found.date, found.series, found.ordinal, None, None, file.path)))
        if len(batch) == size:
            yield batch
            batch, size = [], size * 2
    if batch:
        yield batch


def entries(batch: Iterable[Sequence[object]]) -> list[Entry]:
    """Return the entries of a batch."""
    return [Entry(*values) for values in batch]  # type: ignore[arg-type]  # as `batches` wrote them


def merged(known: Iterable[Entry], learned: Iterable[Entry]) -> dict[str, Entry]:
    """Return both by ID, the known ones first where they are of the same file; newest first, undated last."""
    by_path = {entry.path: entry for entry in (*learned, *known)}
    in_order = sorted(by_path.values(), key=lambda entry: entry.path)
    in_order.sort(key=lambda entry: entry.date or "", reverse=True)
    return {entry.id: entry for entry in in_order}
