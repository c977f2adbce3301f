"""Several tables become one, and every answer stays."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from briefreader.model import Results
from briefreader.search.index import doc_map, merge
from briefreader.search.index.doc_map import StoredDocMap
from briefreader.search.index.document import IndexDocument
from briefreader.search.index.merge import choose_tables, merge_tables
from briefreader.search.query.parser import parse
from briefreader.search.storage import commits
from search.briefs import BRIEFS, LIBRARY_STATES, item, metadata, open_searcher, update

QUERIES = (
    "",
    "e",
    "meeting",
    "extended deterrence",
    '"nuclear deterrence"',
    '"missile defense"~5',
    "title:meeting",
    'who:"Bonnie Jenkins"',
    "place:seoul",
    'place:"south korea"',
    "series:edscg",
    "date:2024",
    "korea OR japan",
    "meeting -nuclear",
    "defence~",
    "대통령",
)


def tables(folder: Path) -> int:
    commit = commits.current(folder)
    assert commit is not None
    return len(StoredDocMap(commit.open(doc_map.NAME)).tables)


def answers(folder: Path) -> list[tuple[object, ...]]:
    searcher = open_searcher(folder)
    assert searcher is not None
    found: list[Results] = []
    for query in QUERIES:
        found += [searcher.search(parse(query)), searcher.search(parse(query), sort="relevance")]
    completions = [searcher.completion(begun) for begun in ("who:jen", "se", "place:se")]
    searcher.close()
    return [(each.total, each.hits, each.facets) for each in found] + [tuple(completions)]


@pytest.fixture
def in_parts(tmp_path: Path) -> Path:
    """An index of which every third brief was added by an update of its own, and some were replaced."""
    wanted: list[IndexDocument] = []
    for start in range(3):
        wanted += BRIEFS[start::3]
        update(tmp_path, (*BRIEFS[start::3], BRIEFS[0]), metadata(wanted)).close()
    return tmp_path


def test_an_index_of_several_tables_answers_from_one_as_before(in_parts: Path) -> None:
    before = answers(in_parts)
    assert tables(in_parts) == 3
    merge_tables(in_parts)
    assert tables(in_parts) == 1
    assert answers(in_parts) == before


@pytest.mark.parametrize("most_runs", [0, 64], ids=["number by number", "in runs"])
def test_sets_of_many_briefs_are_moved(tmp_path: Path, most_runs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merge, "_MOST_RUNS", most_runs)
    wanted: dict[str, IndexDocument] = {}
    for numbers in (range(0, 400, 2), range(400, 600), range(1, 400, 2)):
        new = {
            f"{at}.md": item(f"{at}.md", f"Brief {at}", "often" if at % 4 else "often seldom", f"{1400 + at}-01-01")
            for at in numbers
        }
        wanted |= new
        update(tmp_path, new.values(), metadata(wanted.values())).close()
    assert tables(tmp_path) == 3
    merge_tables(tmp_path)
    assert tables(tmp_path) == 1
    searcher = open_searcher(tmp_path)
    assert searcher is not None
    often = {each.row.entry.id for each in wanted.values()}
    seldom = {each.row.entry.id for each in wanted.values() if "seldom" in each.text}
    for word, expected in (("often", often), ("oft*", often), ("seldom", seldom), ("title:brief", often)):
        assert {hit.id for hit in searcher.search(parse(word), limit=None).hits} == expected
    searcher.close()


def test_nothing_is_written_where_there_is_nothing_to_merge(in_parts: Path) -> None:
    merge_tables(in_parts)
    union = commits.current(in_parts)
    merge_tables(in_parts)
    assert commits.current(in_parts) == union


def test_without_an_index_there_is_nothing_to_merge(tmp_path: Path) -> None:
    merge_tables(tmp_path)
    assert commits.current(tmp_path) is None


@pytest.mark.parametrize(
    ("sizes", "chosen"),
    [
        ([], []),
        ([7], []),
        ([5, 5], [0, 1]),
        ([100, 1], []),
        ([70, 10], [0, 1]),
        ([80, 10], []),
        ([100, 1, 1], [1, 2]),
        ([1, 100, 6, 2], [0, 2, 3]),
        ([30, 100, 6, 2], [0, 1, 2, 3]),
        ([60 << 20, 60 << 20, 50 << 20], []),
        ([60 << 20, 60 << 20, 3 << 20, 3 << 20], [2, 3]),
    ],
)
def test_small_tables_are_merged_up_to_where_the_next_is_eight_times_as_large(
    sizes: list[int], chosen: list[int]
) -> None:
    assert choose_tables(sizes) == chosen


@settings(max_examples=25)
@given(LIBRARY_STATES)
def test_whatever_comes_and_goes_the_merged_tables_hold_exactly_what_is_there(states: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        before: dict[str, str] = {}
        for state in states:
            briefs = {path: item(path, f"Brief {path}", body) for path, body in state.items()}
            changed = tuple(briefs[path] for path in state if before.get(path) != state[path])
            update(folder, changed, metadata(briefs.values())).close()
            merge_tables(folder)
            searcher = open_searcher(folder)
            assert searcher is not None
            for word in ("alpha", "beta", "gamma", '"beta gamma"', "title:brief"):
                expected = sorted(path for path, body in state.items() if word.strip('"') in f"title:brief {body}")
                assert [hit.id for hit in searcher.search(parse(word), limit=None).hits] == expected
                best = searcher.search(parse(word), limit=None, sort="relevance").hits
                assert sorted(hit.id for hit in best) == expected
            searcher.close()
            before = state
