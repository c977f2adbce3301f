"""Gives new briefs IDs that differ from all others."""

from collections.abc import Iterable, Mapping, Sequence

from briefreader.indexing.brief_id import RequestedId, affected_paths, assign, requested_id
from briefreader.search import Row


def with_final_ids(rows: Mapping[str, Row], added: Sequence[Row], gone: Iterable[Row]) -> dict[str, Row]:
    """Return the rows with the added ones, which hold the IDs that files request, all under final IDs.

    A row may lose the suffix of its ID if the other brief that requested the same ID is gone or replaced.
    """

    def requested(row: Row) -> RequestedId:
        return requested_id(row.entry.id, row.digest, row.entry.path)

    new = {row.entry.path: row for row in added}
    ids = {path: row.entry.id for path, row in rows.items() if path not in new}
    bases = {requested(row).base for row in gone}.union(row.entry.id for row in added)
    affected = affected_paths(ids, bases, lambda path: requested(rows[path]).base)
    requests = {path: requested(rows[path]) for path in affected}
    requests.update((path, RequestedId(row.entry.id, row.digest)) for path, row in new.items())
    merged = {**rows, **new}
    for path, id in assign(requests, (id for path, id in ids.items() if path not in affected)).items():
        merged[path] = merged[path].renamed(id)
    return merged


def with_final_ids_beside(known: Iterable[str], rows: Sequence[Row]) -> list[Row] | None:
    """Return rows under final IDs beside the known IDs; None if one of the known IDs would have to change."""
    bases = {row.entry.id for row in rows}
    beginnings = tuple({each for id in bases for each in (id, id.rpartition("-")[0] or id)})
    near = {id: id for id in known if id.startswith(beginnings)}
    if affected_paths(near, bases, lambda id: id):
        return None
    ids = assign({row.entry.path: RequestedId(row.entry.id, row.digest) for row in rows})
    return [row.renamed(ids[row.entry.path]) for row in rows]
