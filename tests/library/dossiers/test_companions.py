"""The people close to a person, told from those whom all briefs name."""

from collections.abc import Iterable

from briefreader.library.dossiers.companions import companions, log_likelihood

FREQUENCIES = {"Everywhere Named": 900, "Close Aide": 12, "Seldom Met": 30, "Sherpa": 4, "Ann Sherpa": 5}


def close(briefs_of: dict[str, list[int]], own: int = 20, total: int = 1_000) -> list[tuple[str, int]]:
    def frequency(names: Iterable[str]) -> tuple[int, int]:
        common = {brief for name in names for brief in briefs_of[name]}
        return len(common), max(sum(FREQUENCIES.get(name, 0) for name in names), len(common))

    counts = {name: len(briefs) for name, briefs in briefs_of.items()}
    return [(each.name, each.briefs) for each in companions(counts, own, total, frequency)]


def test_a_close_person_comes_before_one_whom_all_briefs_name() -> None:
    common = {"Everywhere Named": [*range(19)], "Close Aide": [*range(10)], "Seldom Met": [*range(4)]}
    assert close(common) == [("Close Aide", 10), ("Seldom Met", 4), ("Everywhere Named", 19)]


def test_a_person_named_less_often_than_elsewhere_is_no_companion() -> None:
    assert close({"Everywhere Named": [*range(15)], "Close Aide": [1, 2]}) == [("Close Aide", 2)]


def test_one_brief_in_common_is_a_companion_only_of_the_seldom_named() -> None:
    assert close({"Close Aide": [1, 2], "Seldom Met": [3]}) == [("Close Aide", 2)]
    assert close({"Seldom Met": [3]}, own=2) == [("Seldom Met", 1)]


def test_a_family_name_alone_is_left_out_beside_the_full_name() -> None:
    assert close({"Ann Sherpa": [1, 2, 3], "Sherpa": [4, 5]}) == [("Ann Sherpa", 3)]


def test_the_spellings_of_one_person_are_counted_together() -> None:
    assert close({"João Alder": [1, 2], "Joao Alder": [2, 3]}) == [("João Alder", 3)]


def test_things_that_meet_as_often_as_by_chance_have_no_weight() -> None:
    assert abs(log_likelihood(5, 10, 50, 100)) < 1e-9
    assert log_likelihood(10, 10, 10, 100) > log_likelihood(5, 10, 10, 100) > 0
