"""Gives new briefs IDs that differ from all others, and briefs that are known the IDs that they had."""

from collections.abc import Container, Iterable, Mapping, Sequence

from briefreader.indexing.brief_id import RequestedId, affected_paths
from briefreader.indexing.kept_ids import KeptIds, KnownBrief
from briefreader.search import Row


def with_final_ids(
    rows: Mapping[str, Row], added: Sequence[Row], gone: Iterable[Row], stated: Container[str], kept: KeptIds
) -> dict[str, Row]:
    """Return the rows with the added ones, which hold the IDs that files request, all under final IDs.

    A row may lose the suffix of its ID if the other brief that requested the same ID is gone or replaced. `stated` are
    the paths of the files that state their ID themselves. `kept` notes the IDs of the rows that have another one.
    """
    new = {row.entry.path: row for row in added}
    known, requests = _requests(added, stated, kept)
    ids = {path: row.entry.id for path, row in rows.items() if path not in new}
    bases = {kept.requested(row).base for row in gone}.union(request.base for request in requests.values())
    affected = affected_paths(ids, bases, lambda path: kept.requested(rows[path]).base)
    for path in affected:
        requests[path] = kept.requested(rows[path])
        if found := kept.at(path, rows[path].digest):
            known[path] = found
    merged = {**rows, **new}
    others = (id for path, id in ids.items() if path not in affected)
    for path, id in kept.assigned(requests, known, others).items():
        merged[path] = merged[path].renamed(id)
        kept.note(path, merged[path].digest, id, requests[path], known.get(path))
    return merged


def with_final_ids_beside(
    ids: Iterable[str], rows: Sequence[Row], stated: Container[str], kept: KeptIds
) -> list[Row] | None:
    """Return rows under final IDs beside those of other briefs; None if one of those would have to change."""
    known, requests = _requests(rows, stated, kept)
    bases = {request.base for request in requests.values()}
    beginnings = tuple({each for id in bases for each in (id, id.rpartition("-")[0] or id)})
    near = {id: id for id in ids if id.startswith(beginnings)}
    if affected_paths(near, bases, lambda id: id):
        return None
    final = kept.assigned(requests, known, near)
    for row in rows:
        path = row.entry.path
        kept.note(path, row.digest, final[path], requests[path], known.get(path))
    return [row.renamed(final[row.entry.path]) for row in rows]


def _requests(
    rows: Sequence[Row], stated: Container[str], kept: KeptIds
) -> tuple[dict[str, KnownBrief], dict[str, RequestedId]]:
    """Return the briefs among new rows that had an ID before, and the ID that each row requests, both by path."""
    known = kept.recognized(rows)
    requests: dict[str, RequestedId] = {}
    for row in rows:
        found = known.get(row.entry.path)
        request = found.request if found else RequestedId(row.entry.id, row.digest)
        if row.entry.path in stated:
            request = request._replace(base=row.entry.id)
        requests[row.entry.path] = request
    return known, requests
