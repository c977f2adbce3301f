"""Facets say how many of the hits have each name, however these are counted."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.document import IndexDocument
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
