"""Enrolling briefs under IDs that are final among all others."""

from collections.abc import Iterable, Mapping, Sequence

from briefreader.indexing.identity import Claim, assign, claim, concerned
from briefreader.search.index.metadata import Row


def with_final_ids(rows: Mapping[str, Row], added: Sequence[Row], gone: Iterable[Row]) -> dict[str, Row]:
    """Return the rows with those added, which have the IDs that files ask for, every ID final among all of them.

    Where rows are gone, or replaced, others may do without the suffix that told them from these.
    """

    def asked(row: Row) -> Claim:
        return claim(row.entry.id, row.digest, row.entry.path)

    coming = {row.entry.path: row for row in added}
    merged = {**rows, **coming}
    ids = {path: row.entry.id for path, row in rows.items() if path not in coming}
    bases = {asked(row).base for row in gone}.union(row.entry.id for row in added)
    near = concerned(ids, bases, lambda path: asked(rows[path]).base)
    claims = {path: asked(rows[path]) for path in near}
    claims.update((path, Claim(row.entry.id, row.digest)) for path, row in coming.items())
    others = (id for path, id in ids.items() if path not in near)
    for path, id in assign(claims, others).items():
        merged[path] = merged[path].renamed(id)
    return merged


def with_final_ids_beside(known: Iterable[str], rows: Sequence[Row]) -> list[Row] | None:
    """Return rows with the IDs that they ask for; None where that touches the ID, known, of another brief."""
    asked = {row.entry.id for row in rows}
    beginnings = tuple({each for id in asked for each in (id, id.rpartition("-")[0] or id)})
    near = {id: id for id in known if id.startswith(beginnings)}
    if concerned(near, asked, lambda id: id):
        return None
    ids = assign({row.entry.path: Claim(row.entry.id, row.digest) for row in rows})
    return [row.renamed(ids[row.entry.path]) for row in rows]
