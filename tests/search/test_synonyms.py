"""A name finds its other names where they are written so."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from briefreader.search.execution.searcher import Searcher
from briefreader.search.index import synonym_table
from briefreader.search.index.synonym_table import SynonymTable
from briefreader.search.query.parser import parse
from briefreader.search.query.synonyms import SynonymExpander
from briefreader.search.storage.container import InMemoryFile
from search.briefs import item, metadata, open_searcher, update

NAMES = (
    ("South Korea", "Republic of Korea", "ROK"),
    ("New START", "START"),
    ("Iran", "Islamic Republic of Iran"),
    ("Delta", "Joint Committee"),
    ("Gamma", "Joint Committee"),
    ("Alone",),
    ("Committee", "Steering Committee", "Panel"),
)
KOREA = {"place": ("South Korea",)}
BRIEFS = (
    item("a.md", "A", "The ROK took part.", "2024-05", names={"place": ("ROK",)}, canonical=KOREA),
    item("b.md", "B", "South Korea took part.", "2024-04", names={"place": ("South Korea",)}, canonical=KOREA),
    item("c.md", "C", "The Republic of Korea, and the south of Iran, took part.", "2024-03", canonical=KOREA),
    item("d.md", "D", "Korea lies south of it, and so does the Joint Committee.", "2024-02"),
    item("e.md", "E", "New START enters into force; talks start.", "2024-01"),
    item("f.md", "F", "Delta and Gamma.", "2023"),
)


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    opened = update(None, BRIEFS, metadata(BRIEFS), names=NAMES)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ROK", "abc"),
        ("rok", "a"),
        ('"ROK"', "a"),
        ("south korea", "abcd"),
        ("South Korea part", "abc"),
        ('"south korea"', "b"),
        ("republic of korea", "abc"),
        ("korea", "bcd"),
        ("south iran", "c"),
        ("-ROK part", ""),
        ("-rok part", "bc"),
        ('-"ROK" part', "bc"),
        ("-ROK", "def"),
        ("part (ROK OR gamma)", "abc"),
        ("part -(ROK start)", "abc"),
        ("gamma OR (part ROK)", "abcf"),
        ("place:ROK", "abc"),
        ("place:rok", "abc"),
        ('place:"republic of korea"', "abc"),
        ("-place:ROK part", ""),
        ("org:ROK", ""),
        ("ROK OR gamma", "abcf"),
        ("(ROK) part", "abc"),
        ("title:ROK", ""),
        ("start", "e"),
        ("joint committee", "d"),
        ("alone", ""),
    ],
)
def test_finds_it_by_its_other_names(searcher: Searcher, query: str, found: str) -> None:
    assert "".join(hit.id for hit in searcher.search(parse(query)).hits) == found


def test_says_which_names_are_looked_for_too_and_counts_them(searcher: Searcher) -> None:
    results = searcher.search(parse("ROK part"))
    assert results.understood == "ROK AND part; ROK is also South Korea, Republic of Korea"
    assert [hit.matches for hit in results.hits] == [2, 2, 2]
    assert searcher.search(parse("part")).understood == "part"


def test_a_name_with_all_the_words_asked_for_is_found_anyway_and_not_told(searcher: Searcher) -> None:
    results = searcher.search(parse("committee"))
    assert results.understood == "committee; committee is also Panel"
    assert [hit.id for hit in results.hits] == ["d"]


def test_a_name_is_known_as_soon_as_it_is_typed(searcher: Searcher) -> None:
    typed = [searcher.search(parse("south korea"[:end], typing=True), quick=True).total for end in range(7, 12)]
    assert typed == [3, 3, 3, 3, 4]
    typed = [searcher.search(parse("place:rok"[:end], typing=True), quick=True).total for end in range(7, 10)]
    assert typed == [1, 1, 3]


def test_names_stay_until_others_are_given(tmp_path: Path) -> None:
    update(tmp_path, BRIEFS, metadata(BRIEFS), names=NAMES).close()
    update(tmp_path, (), metadata(BRIEFS[:4])).close()
    assert total(tmp_path, "ROK") == 3
    update(tmp_path, (), metadata(BRIEFS[:4]), names=()).close()
    assert total(tmp_path, "ROK") == 1


def total(folder: Path, query: str) -> int:
    opened = open_searcher(folder)
    assert opened is not None
    found = opened.search(parse(query)).total
    opened.close()
    return found


def test_a_query_that_names_nothing_stays_as_it_is() -> None:
    file = BytesIO()
    synonym_table.write(NAMES, file)
    known = SynonymExpander(SynonymTable(InMemoryFile(file.getvalue())))
    for text in ("deterrence", "-korea", '"South Korea"', "who:ROK", "ro*k ROK~1", "date:2024"):
        query = parse(text)
        assert known.expanded(query) is query
