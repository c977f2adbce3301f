"""Writes an index, or a batch of documents that an index takes over later."""

import shutil
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from briefreader.model import LibraryError
from briefreader.search.index import delta, doc_numbers, metadata, synonym_table
from briefreader.search.index.document import IndexDocument, add
from briefreader.search.index.merge import merge_segments
from briefreader.search.index.metadata import Metadata, SharedRows
from briefreader.search.index.segment_writer import BriefWriter
from briefreader.search.index.snapshot import Snapshot
from briefreader.search.storage import commits
from briefreader.search.storage.checksummed import REMEDY
from briefreader.search.storage.commits import Commit
from briefreader.search.storage.container import InMemoryFile
from briefreader.search.whoosh_backend.whoosh_files import (
    Aside,
    Folder,
    RamStorage,
    Storage,
    by_name,
    known_index,
    new_index,
    opened_segments,
    replacing,
    stored_segments,
)

Names = Iterable[Sequence[str]]
"""Groups of names that mean the same."""


def update(
    folder: Path,
    documents: Iterable[IndexDocument],
    wanted: Metadata,
    *,
    batches: Iterable[Path] = (),
    names: Names | None = None,
    rebuild: bool = False,
    before: tuple[Commit, Metadata] | None = None,
    large: Commit | None = None,
) -> Commit:
    """Bring the index in a folder to exactly the wanted metadata, and return its new commit.

    `documents` and `batches`, which `write_batch` wrote, are the documents that are new or changed, and all documents
    on a `rebuild`; every document that is not wanted is deleted. Batches must lie on the disk of the folder and are
    used up. Without `names` the groups given before stay. The metadata `before` saves time where it shares rows with
    the wanted metadata. `large` is the commit to which this index is the delta. The new commit becomes current only
    when it is whole. Raises LibraryError where the folder cannot be written, where the index before is damaged, or
    where a wanted document is neither indexed nor given.
    """
    with commits.explaining_write_errors(folder), commits.locked(folder):
        previous = None if rebuild else commits.current(folder)
        aside = commits.begin(folder, previous)
        try:
            files = Aside(aside, previous)
            index = known_index(files) if previous else new_index(files)
            known = before[1] if before and before[0] == previous else None
            shared = SharedRows.between(previous, known, wanted) if previous and known else None
            taken = [segment for batch in batches for segment in _taken(batch, aside)]
            paths = doc_numbers.paths(files, known)
            _write(files, index, documents, taken, wanted, paths)
            doc_numbers.write_doc_map(files, wanted, paths, shared)
            _write_names(files, names)
            with replacing(files, metadata.NAME) as file:
                metadata.write(wanted, file, shared)
            if large:
                with replacing(files, delta.NAME) as file:
                    delta.write(large, wanted, file)
            return commits.publish(folder, aside, previous)
        finally:
            shutil.rmtree(aside, ignore_errors=True)


def write_in_memory(documents: Iterable[IndexDocument], wanted: Metadata, names: Names | None = None) -> Snapshot:
    """Return an index in memory of the wanted documents."""
    storage = RamStorage()
    paths: dict[str, list[str | None]] = {}
    _write(storage, new_index(storage), documents, (), wanted, paths)
    doc_numbers.write_doc_map(storage, wanted, paths, None)
    _write_names(storage, names)
    files = {name: InMemoryFile(bytes(data)) for name, data in storage.files.items()}
    return Snapshot([files], partial(by_name, storage), storage.close, wanted)


def write_batch(folder: Path, documents: Iterable[IndexDocument]) -> None:
    """Write documents as an index of their own into an empty folder, for `update` to take over. Raises LibraryError."""
    with commits.explaining_write_errors(folder):
        rows = []
        writer = BriefWriter(new_index(Folder(str(folder))))
        with writer.finished():
            for document in documents:
                rows.append(document.row)
                add(writer, document)
            writer.finish(Metadata(rows))


def _taken(batch: Path, aside: Path) -> list[Any]:
    """Move the files of a batch to the folder in which an index is built, and return its segments."""
    storage = Folder(str(batch))
    segments = stored_segments(storage)
    for segment in segments:
        for name in segment.list_files(storage):
            (batch / name).rename(aside / name)
    return segments


def _write(
    storage: Storage,
    index: Any,
    documents: Iterable[IndexDocument],
    taken: Sequence[Any],
    wanted: Metadata,
    paths: dict[str, list[str | None]],
) -> None:
    """Add documents and segments, delete the documents that they replace or nobody wants, and merge small segments.

    `paths` has the paths of the documents of each segment, and receives those of the segments taken.
    """
    live: dict[str, int] = {}
    first = 0
    for segment in opened_segments(storage):
        live.update((path, first + at) for at, path in enumerate(paths[segment.name]) if path is not None)
        first += segment.count
    writer = BriefWriter(index)
    with writer.finished():
        added: set[str] = set()
        for document in documents:
            path = document.row.entry.path
            if path in wanted and path not in added:
                added.add(path)
                add(writer, document)
        for description in taken:
            with closing(writer.segment(description)) as segment:
                paths[segment.name] = doc_numbers.read_paths(segment)
            for number, segment_path in enumerate(paths[segment.name]):
                if segment_path is None or segment_path in added or segment_path not in wanted:
                    description.delete_document(number)
                else:
                    added.add(segment_path)
        for path, number in live.items():
            if path in added or path not in wanted:
                writer.delete(number)
        missing = len(wanted.keys() - live.keys() - added)
        if missing:
            raise LibraryError(f"the search index lacks {missing} briefs; {REMEDY}")
        writer.finish(wanted, partial(merge_segments, len(added)), taken)


def _write_names(storage: Storage, names: Names | None) -> None:
    if names is not None:
        with replacing(storage, synonym_table.NAME) as file:
            synonym_table.write(names, file)
