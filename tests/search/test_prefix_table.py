"""The prefix table finds the documents of every prefix, few or many, and never asks Whoosh."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from briefreader.search.index.prefix_table import PrefixTable
from briefreader.search.index.prefix_table_writer import PrefixTableWriter
from briefreader.search.query.parser import parse
from briefreader.search.storage.bitset import members
from briefreader.search.storage.container import InMemoryFile
from search.briefs import BRIEFS, item, metadata, open_searcher, update


def table(terms: dict[str, set[int]], local_ids: list[int]) -> PrefixTable:
    file = BytesIO()
    writer = PrefixTableWriter(file, local_ids)
    writer.begin()
    for term in sorted(terms, key=str.encode):
        writer.add(term.encode(), sorted(terms[term]))
    writer.end("text", by_document=True)
    writer.close()
    return PrefixTable(InMemoryFile(file.getvalue()))


terms = st.dictionaries(
    st.text("abcé한", min_size=1, max_size=4), st.sets(st.integers(0, 299), min_size=1, max_size=90), max_size=60
)


@given(terms, st.permutations(range(300)), st.text("abcé한", min_size=1, max_size=3))
def test_every_beginning_finds_what_all_terms_that_begin_so_have(
    terms: dict[str, set[int]], local_ids: list[int], beginning: str
) -> None:
    opened = table(terms, local_ids)
    for prefix in (beginning, *terms):
        having = {local_ids[number] for term in terms if term.startswith(prefix) for number in terms[term]}
        assert set(members(opened.with_prefix("text", prefix))) == having
        exactly = {local_ids[number] for number in terms.get(prefix, ())}
        assert set(members(opened.with_term("text", prefix))) == exactly
        counts = {term: len(numbers) for term, numbers in terms.items() if term.startswith(prefix)}
        assert dict(opened.term_counts("text", prefix)) == counts


@given(terms, st.integers(0, 299))
def test_a_listed_field_tells_what_each_brief_has(terms: dict[str, set[int]], number: int) -> None:
    opened = table(terms, [*range(300)])
    names = opened.terms("text")
    assert {names[at] for at in opened.term_numbers("text", [number])} == {
        term for term in terms if number in terms[term]
    }


def test_a_term_of_thousands_is_found_by_each_of_its_beginnings() -> None:
    many = {f"deter{number}": {number, number + 1} for number in range(4_000)}
    opened = table({**many, "deterrence": set(range(2_000))}, [*range(4_001)])
    assert opened.with_prefix("text", "d") == opened.with_prefix("text", "deter") == (1 << 4_001) - 1
    assert opened.with_prefix("text", "deter39").bit_count() == 114
    assert opened.with_prefix("text", "deterr") == (1 << 2_000) - 1
    assert opened.with_prefix("text", "dx") == opened.with_prefix("title", "d") == 0


def test_a_keystroke_needs_no_whoosh() -> None:
    script = (
        "import sys; from pathlib import Path; from briefreader.search.query.parser import parse\n"
        "from briefreader.search.execution.searcher import Searcher\n"
        "from briefreader.search.index.snapshot import opened; from briefreader.search.storage import commits\n"
        "searcher = Searcher(opened(commits.current(Path(sys.argv[1]))))\n"
        "for query in ('extended deter', 'date:2024 who:jen', 'korea OR -edscg', 'place:seoul after:2020'):\n"
        "    assert searcher.search(parse(query, typing=True), quick=True).total, query\n"
        "assert not {name for name in sys.modules if name.startswith(('whoosh.index', 'whoosh.reading'))}\n"
    )
    with TemporaryDirectory() as name:
        update(Path(name), BRIEFS, metadata(BRIEFS)).close()
        subprocess.run([sys.executable, "-c", script, name], check=True, timeout=30)


def test_the_newest_come_first_whichever_segment_they_are_in(tmp_path: Path) -> None:
    briefs = [item(f"{year}.md", f"Talks of {year}", "deterrence", str(year)) for year in range(2000, 2020)]
    for first in range(3):  # each third makes a segment of its own
        held = [each for at, each in enumerate(briefs) if at % 3 <= first]
        update(tmp_path, briefs[first::3], metadata(held)).close()
    kept = briefs[3:]
    update(tmp_path, (), metadata(kept)).close()
    searcher = open_searcher(tmp_path)
    assert searcher is not None
    results = searcher.search(parse("deter", typing=True), limit=5, quick=True)
    assert [hit.id for hit in results.hits] == ["2019", "2018", "2017", "2016", "2015"]
    assert results.total == len(kept)
    searcher.close()
