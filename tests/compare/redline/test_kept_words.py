"""The words that two passages keep in one order: as many as can be, also where the same words stand many times."""

from random import Random

from briefreader.compare.redline.kept_words import MOST_PLACES, word_operations

PORTS = "open the ports of the strait".split()
FISH = "count all fish each year".split()
REEFS = "guard the coral reefs".split()


def kept(before: list[str], after: list[str]) -> list[str]:
    return [
        word for tag, first, end, _, _ in word_operations(before, after) if tag == "equal" for word in before[first:end]
    ]


def test_two_runs_are_kept_rather_than_one_that_is_longer_than_each() -> None:
    assert kept([*PORTS, *FISH, *REEFS], [*FISH, *REEFS, *PORTS]) == [*FISH, *REEFS]


def test_words_in_the_same_order_are_all_kept() -> None:
    assert kept([*PORTS, *FISH], [*PORTS, "and", *FISH]) == [*PORTS, *FISH]


def test_a_long_list_of_the_same_words_is_compared_too() -> None:
    countries = [f"country{number}" for number in range(MOST_PLACES // 2)]
    others = Random(1).sample(countries, len(countries))
    first, second = (
        [word for name in names for word in ("the", "minister", "of", name)] for names in (countries, others)
    )
    operations = word_operations(first, second)
    assert [first[at] for tag, start, end, _, _ in operations if tag == "equal" for at in range(start, end)] == [
        second[at] for tag, _, _, start, end in operations if tag == "equal" for at in range(start, end)
    ]
    assert len(kept(first, second)) >= 3 * len(countries)
