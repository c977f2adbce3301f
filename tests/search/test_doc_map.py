"""The doc map turns doc ids into ranks and list columns, whether one index holds the documents or a delta besides."""

from collections.abc import Sequence
from io import BytesIO

import pytest

from briefreader.search.index import doc_map_writer
from briefreader.search.index.combined_doc_map import CombinedDocMap
from briefreader.search.index.doc_map import DocMap, StoredDocMap, TableSegments, split
from briefreader.search.query.tree import Dated
from briefreader.search.storage.bitset import from_members
from briefreader.search.storage.container import ContainerWriter, InMemoryFile
from search.briefs import item, metadata

# In the order of their ranks: the newest first, a year after the days in it, the undated last.
A, B, C, D, E = (
    item("a.md", "Talks A", "", "2024-05-01", "NCG"),
    item("b.md", "Talks B", "", "2024-01-10"),
    item("c.md", "Talks C", "", "2023-07-01"),
    item("d.md", "Talks D", "", "2023"),
    item("e.md", "Talks E", ""),
)
SHOWN = [
    ("a", "Talks A", "2024-05-01", "NCG", None, "a.md", None),
    ("b", "Talks B", "2024-01-10", None, None, "b.md", None),
    ("c", "Talks C", "2023-07-01", None, None, "c.md", None),
    ("d", "Talks D", "2023", None, None, "d.md", None),
    ("e", "Talks E", None, None, None, "e.md", None),
]

Tables = Sequence[tuple[TableSegments, Sequence[str | None]]]


def written(tables: Tables, *items: object) -> StoredDocMap:
    file = BytesIO()
    doc_map_writer.write(tables, metadata(items), file)  # type: ignore[arg-type]
    return StoredDocMap(InMemoryFile(file.getvalue()))


def of(*doc_ids: int) -> int:
    return from_members(doc_ids, 10)


def stored() -> StoredDocMap:
    """Return a map of two tables: the first in order with a deleted document, the second out of order."""
    return written(
        [
            (TableSegments("one.pfx", [("s1", 2), (None, 1)]), ["a.md", None, "d.md"]),
            (TableSegments("two.pfx", [("s2", 3)]), ["c.md", "e.md", "b.md"]),
        ],
        A, B, C, D, E,
    )  # fmt: skip


def combined() -> CombinedDocMap:
    """Return a map of a large part with a deleted document and of a delta, with the doc ids that `stored` has."""
    large = written([(TableSegments("one.pfx", [("s1", 3)]), ["a.md", None, "d.md"])], A, D)
    small = written([(TableSegments("two.pfx", [("s2", 3)]), ["c.md", "e.md", "b.md"])], B, C, E)
    file = BytesIO()
    ContainerWriter(file).finish({"insertion_ranks": [1, 1, 2]})
    return CombinedDocMap(large, small, InMemoryFile(file.getvalue()))


both = pytest.mark.parametrize("made", [stored(), combined()], ids=["stored", "combined"])


@both
def test_doc_ids_count_through_the_tables(made: DocMap) -> None:
    assert (len(made), made.size, made.counts, made.first_doc_ids) == (5, 6, [3, 3], [0, 3, 6])
    assert made.live == of(0, 2, 3, 4, 5)
    assert [table.name for table in made.tables] == ["one.pfx", "two.pfx"]
    assert split(made, of(2, 3, 5)) == [of(2), of(0, 2)]


@both
def test_each_rank_has_its_doc_id(made: DocMap) -> None:
    assert [made.doc_id(rank) for rank in range(5)] == [0, 5, 3, 2, 4]
    assert [*made.doc_ids([4, 0, 1])] == [4, 0, 5]


@both
def test_a_set_is_listed_from_the_newest(made: DocMap) -> None:
    assert made.newest(made.live) == [0, 1, 2, 3, 4]
    assert made.newest(of(2, 4)) == [3, 4]
    assert [made.newest(made.live, limit) for limit in (0, 1, 3, 9)] == [[], [0], [0, 1, 2], [0, 1, 2, 3, 4]]
    assert made.newest(of(2, 3, 4), 2) == [2, 3]
    assert made.newest(of(3, 4, 5), 1) == [1]  # the last of its table
    assert made.newest(0) == []


def test_the_newest_may_be_in_any_table() -> None:
    old = (TableSegments("old.pfx", [("s1", 2)]), ["d.md", "e.md"])
    new = (TableSegments("new.pfx", [("s2", 2)]), ["a.md", "c.md"])
    for tables in ([old, new], [new, old]):
        made = written(tables, A, C, D, E)
        assert [made.newest(made.live, limit) for limit in (1, 2, 3)] == [[0], [0, 1], [0, 1, 2]]


@both
def test_it_counts_the_documents_before_a_rank(made: DocMap) -> None:
    assert [made.count_before(made.live, rank) for rank in range(6)] == [0, 1, 2, 3, 4, 5]
    assert [made.count_before(of(2, 4), rank) for rank in range(6)] == [0, 0, 0, 0, 1, 2]


@both
def test_it_has_the_list_columns_of_each_rank(made: DocMap) -> None:
    assert [tuple(columns) for columns in made.list_columns([3, 0, 1])] == [SHOWN[3], SHOWN[0], SHOWN[1]]
    assert [tuple(columns) for columns in made.list_columns(range(5))] == SHOWN
    assert made.list_columns([]) == []


@both
def test_years_and_dates_select_documents(made: DocMap) -> None:
    assert [(year, found & made.live) for year, found in made.years().items()] == [
        ("2024", of(0, 5)),
        ("2023", of(2, 3)),
    ]
    assert made.dated(Dated("2023-06-01", "2024-02-01", "")) == of(3, 5)  # not all of 2023 lies within
    assert made.dated(Dated("2023-01-01", "2023-12-31", "")) == of(2, 3)
    assert made.dated(Dated(None, "2023-12-31", "")) == of(2, 3)
    assert made.dated(Dated("2024-01-11", None, "")) == of(0)


def test_the_same_documents_are_written_under_other_doc_ids() -> None:
    file = BytesIO()
    merged = TableSegments("merged.pfx", [("s2", 3), ("s1", 3)])
    doc_map_writer.rewrite(stored(), [merged], [0, 1, 5, 3, 2, 4], file)
    made = StoredDocMap(InMemoryFile(file.getvalue()))
    assert (made.tables[0].name, made.counts, made.live) == ("merged.pfx", [6], of(0, 2, 3, 4, 5))
    assert made.newest(made.live) == [0, 1, 2, 3, 4]
    assert [*made.doc_ids(range(5))] == [0, 2, 3, 4, 5]
    assert [tuple(columns) for columns in made.list_columns(range(5))] == SHOWN
    assert made.dated(Dated("2023-01-01", "2023-12-31", "")) == of(3, 4)


def test_a_map_of_nothing_is_empty() -> None:
    made = written([])
    assert (len(made), made.size, made.live, made.newest(0), made.years()) == (0, 0, 0, [], {})
