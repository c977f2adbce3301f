"""Reads previews of files, which are titles and dates for the list of briefs before the files are indexed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefreader.indexing.brief_id import base_id
from briefreader.model import Entry, SourceError
from briefreader.store import File

FIRST_BATCH = 100
"""The size of the first batch, which fills a screen; each next one is twice as large, as each causes a sort of all."""


def batches(root: Path, files: Sequence[File], known: Iterable[Entry]) -> Iterator[list[list[object]]]:
    """Yield batches of previews, each the values of an Entry, highest file names first.

    IDs differ from the known ones; the index later replaces them by the final IDs.
    """
    from briefreader.sources import read_preview

    taken = {entry.id for entry in known}
    batch: list[list[object]] = []
    size = FIRST_BATCH
    for file in sorted(files, key=lambda each: PurePosixPath(each.path).name, reverse=True):
        try:
            found = read_preview(root / file.path)
        except (SourceError, OSError):
            continue  # the indexer reports the reason when it reads the whole file
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


def preview_entries(batch: Iterable[Sequence[object]]) -> list[Entry]:
    """Return the entries of a batch."""
    return [Entry(*values) for values in batch]  # type: ignore[arg-type]  # as `batches` wrote them


def merged(known: Iterable[Entry], learned: Iterable[Entry]) -> dict[str, Entry]:
    """Return known and learned entries by ID, newest first, undated last; of the same file the known one."""
    by_path = {entry.path: entry for entry in (*learned, *known)}
    in_order = sorted(by_path.values(), key=lambda entry: entry.path)
    in_order.sort(key=lambda entry: entry.date or "", reverse=True)
    return {entry.id: entry for entry in in_order}
