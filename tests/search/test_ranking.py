"""What makes a hit better than another: rare words, words said often, near each other, and early."""

from collections.abc import Callable, Mapping

import pytest

from briefreader.search.execution.searcher import Searcher
from briefreader.search.index.metadata import Metadata
from briefreader.search.index.update import write_in_memory
from briefreader.search.query.parser import parse
from search.briefs import item

Best = Callable[..., list[str]]

FISH = " Fish was served at noon."


@pytest.fixture
def best() -> Best:
    """Ask for the best of some bodies by name, each under a title that says nothing."""

    def best(query: str, bodies: Mapping[str, str]) -> list[str]:
        items = [item(f"{name}.md", "Untitled", body, date="2024-01-01") for name, body in bodies.items()]
        items += [item(f"other-{number}.md", "Untitled", f"The envoys had lunch.{FISH}") for number in range(9)]
        searcher = Searcher(write_in_memory(items, Metadata(each.row for each in items)))
        hits = searcher.search(parse(query), sort="relevance").hits
        searcher.close()
        return [hit.id for hit in hits if hit.id in bodies]

    return best


def test_words_near_each_other_are_better_than_words_apart(best: Best) -> None:
    apart = f"A missile flew.{FISH * 6} They spoke of the defense budget."
    near = f"They had met.{FISH * 6} They spoke of missile defense."
    assert best("missile defense", {"apart": apart, "near": near}) == ["near", "apart"]
    assert best("defense missile", {"apart": apart, "near": near}) == ["near", "apart"]


def test_a_word_at_the_beginning_is_better_than_one_at_the_end(best: Best) -> None:
    bodies = {"at-the-end": f"{FISH * 6} A missile.", "beginning": f"A missile.{FISH * 6}"}
    assert best("missile", bodies) == ["beginning", "at-the-end"]


def test_a_function_word_counts_for_nothing_beside_others(best: Best) -> None:
    bodies = {"asked": f"What can be done and what will be done?{FISH}", "missile": f"A missile flew.{FISH}"}
    assert best("what OR can OR be OR done OR missile", bodies) == ["missile", "asked"]


def test_a_query_of_function_words_alone_is_answered_by_them(best: Best) -> None:
    bodies = {"few": f"They asked what it was.{FISH}", "many": "What, what, what?"}
    assert best("what", bodies) == ["many", "few"]


def test_a_word_that_most_briefs_have_counts_for_nothing_beside_a_rarer_one(best: Best) -> None:
    bodies = {
        "few": f"They spoke.{FISH}",
        "many": "Fish and more fish, fish, fish.",
        "missile": f"{FISH * 6} A missile.",
    }
    assert best("fish OR missile", bodies) == ["missile", "few", "many"]


def test_a_word_that_most_briefs_have_still_sorts_where_it_stands_alone(best: Best) -> None:
    bodies = {"few": f"They spoke.{FISH}", "many": "Fish and more fish, fish, fish."}
    assert best("fish", bodies) == ["many", "few"]


def test_a_word_that_no_brief_has_does_not_count(best: Best) -> None:
    bodies = {"few": f"They spoke.{FISH}", "many": "Fish and more fish, fish, fish."}
    assert best("fish OR submarine", bodies) == ["many", "few"]
