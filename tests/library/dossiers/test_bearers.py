"""The people whom a family name may mean, by their given names."""

from briefreader.library import bearers
from briefreader.model import Companion, Dossier, Entry, Occurrence

BRIEF = Entry("a", "A", None, None, None, None, None, "a.md")


def shared(name: str, *others: tuple[str, int]) -> tuple[str, list[tuple[str, int]]] | None:
    found = bearers(
        Dossier(name, "PERSON", mentions=(Occurrence(BRIEF, 1, ()),), others=tuple(map(_companion, others)))
    )
    return found and (found[0], [(each.name, each.briefs) for each in found[1]])


def _companion(other: tuple[str, int]) -> Companion:
    return Companion(*other)


def test_the_bearers_of_a_family_name_have_their_given_names_and_counts() -> None:
    assert shared("Clara Wessel", ("Hugo Wessel", 3), ("Wessel", 2), ("Wessel Bridge", 1)) == (
        "Wessel",
        [("Clara", 1), ("Hugo", 3), ("", 2), ("Bridge", 1)],
    )


def test_a_family_name_may_come_first() -> None:
    assert shared("Kim Arata", ("Kim Boro", 2)) == ("Kim", [("Arata", 1), ("Boro", 2)])


def test_a_name_that_nobody_shares_has_no_bearers() -> None:
    assert shared("Clara Wessel", ("Hugo Birk", 3)) is None
    assert shared("Wessel", ("Hugo Wessel", 3)) is None
