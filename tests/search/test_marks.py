"""Terms that ask for what a person has done with briefs: `is:unread`, `is:starred`, `note:word`."""

from collections.abc import Iterator

import pytest

from briefreader.search import ONLY_TITLES, MarkTerm, Searcher, TitleSearcher, parse, settled
from briefreader.search.query.tree import Not, Or
from search.briefs import item, metadata, update

STARRED, UNREAD = MarkTerm("starred"), MarkTerm("unread")
BRIEFS = (
    item("ice.md", "Ice talks", "The ministers spoke of ice.", "2024-03-01"),
    item("ships.md", "Ship talks", "The ministers spoke of ships.", "2024-02-01"),
    item("trade.md", "Trade talks", "The envoys spoke of trade.", "2023-01-01"),
)
ENTRIES = tuple(each.row.entry for each in BRIEFS)


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        ("is:unread", "unread briefs"),
        ("IS:Starred", "starred briefs"),
        ("korea is:new who:kim", "korea; new briefs; who: kim"),
        ("korea -is:read", "korea; without read briefs"),
        ("is:starred OR is:noted", "starred briefs OR briefs with notes"),
        ("is:(starred OR read) korea", "(starred briefs OR read briefs) AND korea"),
        ("is:unr*", "unread briefs"),
        ("note:korea", "note: korea"),
        ('note:"nuclear deterrence"', 'note: "nuclear deterrence"'),
        ("note:deter*", "note: deter…"),
        ("is:", "every brief; no word to look for"),
        ('note:"—"', "every brief; no word to look for"),
    ],
)
def test_a_query_says_which_marks_it_asks_for(text: str, understood: str) -> None:
    assert parse(text).understood == understood
    assert parse(text).errors == ()


def test_an_unknown_mark_is_an_error_that_says_which_there_are() -> None:
    told = "no is:red (unread, read, new, starred, noted)"
    query = parse("korea is:red")
    assert query.understood == f"korea; {told}"
    assert query.errors == (told,)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("is:u", "unread briefs"),
        ("is:star", "starred briefs"),
        ("is:n", "every brief; is: new or noted"),
        ("korea is:unread", "korea; unread briefs"),
        ("korea -is:re", "korea"),
        ("korea -is:read", "korea; without read briefs"),
        ("note:deter", "note: deter…"),
        ("is:x", "every brief; no is:x (unread, read, new, starred, noted)"),
    ],
)
def test_while_it_is_typed_a_beginning_is_enough(typed: str, understood: str) -> None:
    assert parse(typed, typing=True).understood == understood


def test_a_facet_can_be_added_to_a_mark_that_is_being_typed() -> None:
    assert parse(settled("korea is:unr", typing=True)).root == parse("korea is:unread").root


def test_the_marks_of_a_query_are_listed_once_each_time_they_stand_there() -> None:
    query = parse("ice (is:starred OR -is:unread)")
    assert query.marks == (STARRED, UNREAD)
    assert query.root is not None
    assert parse("is:starred OR -is:unread").root == Or((STARRED, Not(UNREAD)))


@pytest.fixture(scope="module")
def three() -> Iterator[Searcher]:
    opened = update(None, BRIEFS, metadata(BRIEFS))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is:starred", ["ice", "trade"]),
        ("-is:starred", ["ships"]),
        ("is:starred ice", ["ice"]),
        ("is:starred OR ship", ["ice", "ships", "trade"]),
        ("is:starred is:unread", ["trade"]),
        ("is:starred date:2024", ["ice"]),
        ("is:new", []),
    ],
)
def test_marks_are_combined_with_words_and_with_each_other(three: Searcher, text: str, found: list[str]) -> None:
    marked = {STARRED: frozenset(["ice", "trade", "gone"]), UNREAD: frozenset(["ships", "trade"])}
    assert [hit.id for hit in three.search(parse(text), marked=marked).hits] == found
    by_title = TitleSearcher(ENTRIES).search(parse(text), None, lambda: False, marked)
    assert [hit.id for hit in by_title.hits] == found
    assert by_title.understood.endswith(ONLY_TITLES)


def test_a_search_asks_for_the_marks_of_its_moment(three: Searcher) -> None:
    query = parse("is:starred")
    for names in (["ice"], ["ships"], [], ["trade", "ice"]):
        marked = {STARRED: frozenset(names)}
        assert {hit.id for hit in three.search(query, marked=marked).hits} == marked[STARRED]
    assert three.search(query).total == 0


def test_facets_count_the_marked_briefs_alone(three: Searcher) -> None:
    assert three.facets(parse("is:starred"), marked={STARRED: frozenset(["ice"])})["year"] == {"2024": 1}
