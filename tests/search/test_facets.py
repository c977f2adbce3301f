"""Facets say how many of the hits have each name, however these are counted."""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.document import IndexDocument
from briefreader.search.query.edits import narrowed, settled
from briefreader.search.query.parser import parse
from search.briefs import item, metadata, update

CHANCE = random.Random(7)
PLACES = [f"Port {letter}{number}" for letter in "ABCDEFGH" for number in range(5)]
# Some ports are in many briefs and most in few, and longer words in ever fewer.
ITEMS = [
    item(
        f"{number:03}.md",
        f"Talks {number}",
        "delegates"[: CHANCE.randint(1, 9)],
        f"{CHANCE.choice((2021, 2022, 2023))}-01-01",
        CHANCE.choice(("NCG", "SCM", None)),
        names={"place": tuple(dict.fromkeys(CHANCE.choices(PLACES, [1 / each for each in range(1, 41)], k=5)))},
    )
    for number in range(400)
]


@pytest.fixture(scope="module")
def searcher() -> Iterator[Searcher]:
    opened = update(None, ITEMS, metadata(ITEMS))
    yield opened
    opened.close()


def twenty(names: Counter[str]) -> dict[str, int]:
    return dict(sorted(names.items(), key=lambda each: (-each[1], each[0]))[:20])


def counted(hits: list[IndexDocument]) -> dict[str, dict[str, int]]:
    entries = [each.row.entry for each in hits]
    return {
        "series": twenty(Counter(entry.series for entry in entries if entry.series)),
        "year": twenty(Counter((entry.date or "")[:4] for entry in entries)),
        "kind": {},
        "with": {},
        "person": {},
        "organization": {},
        "place": twenty(Counter(name for each in hits for name in each.canonical.get("place", ()))),
    }


@pytest.mark.parametrize("words", ["delegates", "d delegates", "delegates -deleg"], ids=["grows", "starts anew", "not"])
def test_facets_of_a_query_that_is_being_typed(searcher: Searcher, words: str) -> None:
    ids = {each.row.entry.id: each for each in ITEMS}
    for end in range(len(words) + 1):
        asked = parse(words[:end], typing=True)
        found = searcher.search(asked, limit=None)
        assert found.facets == counted([ids[hit.id] for hit in found.hits])
        assert found.facets == searcher.search(asked).facets


NAMES = (
    "Japan",
    "japan",
    "Sea of Japan",
    "Ministry of Health (Fiji)",
    "Ministry of Health",
    "Health",
    'The "Group"',
    "The “Group”",
    "The Group",
    "The  Group",
    "Group",
    "O'Brien",
    "O’Brien",
    "US-Japan 2+2",
    "2+2",
    "José Núñez",
    "Jose Nunez",
    "(…)",
    "A*",
    "OR",
    "-Kim",
    "who:",
    "Kim~2",
    "대한민국",
)
KINDS = ("statement", "joint statement", "readout", "fact sheet")
DATES = ("2023", "2024-02", "2024-02-29", "2024-12-31", "2025-01-01", "1999-06", None)
QUERIES = ("", "talks", "tal", "talks OR", "a OR -", '"talks of', "(talks", "-group", "who:", 'place:"Japan"', "japan")
name_tuples = st.lists(st.sampled_from(NAMES), max_size=4, unique=True).map(tuple)


@st.composite
def libraries(draw: st.DrawFn) -> list[IndexDocument]:
    """Return briefs whose names begin alike, contain each other or differ by quotes, accents and capitals only."""
    return [
        item(
            f"{number}.md",
            f"Talks of {draw(st.sampled_from(NAMES))}",
            "a " * draw(st.integers(0, 2)),
            draw(st.sampled_from(DATES)),
            draw(st.sampled_from((*NAMES, None))),
            city=draw(st.sampled_from((*NAMES, None))),
            names={
                "kind": draw(st.sampled_from([(kind,) for kind in KINDS] + [()])),
                **{field: draw(name_tuples) for field in ("with", "person", "organization", "place", "led")},
            },
        )
        for number in range(draw(st.integers(1, 12)))
    ]


def assert_that_each_facet_leads_to_its_count(searcher: Searcher, query: str, typing: bool) -> None:
    whole = settled(query, typing=typing)
    facets = searcher.facets(parse(whole))
    assert searcher.search(parse(whole), limit=0).facets == {
        kind: dict([*names.items()][:20]) for kind, names in facets.items()
    }
    for kind, counts in facets.items():
        for name, count in counts.items():
            asked = parse(narrowed(whole, kind, name))
            assert searcher.search(asked, limit=0).total == count, (query, kind, name)


def test_a_query_narrowed_by_a_facet_finds_as_many_as_the_facet_counts() -> None:
    @settings(max_examples=40)
    @given(libraries(), st.sampled_from(QUERIES), st.booleans())
    def holds(items: list[IndexDocument], query: str, typing: bool) -> None:
        searcher = update(None, items, metadata(items))
        assert_that_each_facet_leads_to_its_count(searcher, query, typing)
        searcher.close()

    holds()


def test_a_facet_of_a_library_that_has_changed_leads_to_its_count(tmp_path: Path) -> None:
    @settings(max_examples=12)
    @given(libraries(), libraries())
    def holds(first: list[IndexDocument], second: list[IndexDocument]) -> None:
        update(tmp_path, first, metadata(first), rebuild=True).close()
        searcher = update(tmp_path, second, metadata(second))
        assert_that_each_facet_leads_to_its_count(searcher, "", False)
        searcher.close()

    holds()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind:statement", 1),
        ('kind:"joint statement"', 1),
        ("kind:joint", 1),
        ("with:japan", 2),
        ('with:"Japan"', 1),
        ('with:"japan"', 1),
        ('with:"Sea of"', 1),
        ("-kind:statement", 1),
    ],
)
def test_a_quoted_name_means_the_whole_name_and_words_mean_any_name_that_has_them(query: str, found: int) -> None:
    items = [
        item("a.md", "A", "", names={"kind": ("statement",), "with": ("Japan",)}),
        item("b.md", "B", "", names={"kind": ("joint statement",), "with": ("Sea of Japan",)}),
    ]
    assert update(None, items, metadata(items)).search(parse(query)).total == found
