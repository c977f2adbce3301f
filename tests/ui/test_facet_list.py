"""The list of facets: it opens whole, and letters filter it."""

from briefreader.ui.key_table import with_keys
from briefreader.ui.panes.facet_list import HINT, Counted, FacetLines, first_facet

PEOPLE = {f"Ada {number:02}": 40 - number for number in range(15)} | {"José Núñez": 3, "Kim Ha Neul": 2}
COUNTED = Counted.of(
    {"year": {"2023": 9, "2024": 4}, "person": PEOPLE, "place": {"Everywhere": 50, "Oslo": 3}},
    50,
    {"ice": ""},
    lambda kind, name: f"ice {kind}={name}",
)


def texts(lines: FacetLines) -> list[str]:
    return [line.text for line in lines]


def test_parts_come_first_and_then_the_facets_that_narrow() -> None:
    lines = FacetLines(COUNTED)
    assert texts(lines)[:6] == [with_keys(HINT), "Narrowed by", "ice", "Years", "2024", "2023"]
    assert lines[2].query == ""
    assert lines[first_facet(lines)].query == "ice year=2024"
    assert "Everywhere" not in texts(lines)


def test_of_a_kind_with_many_names_the_first_are_listed_until_it_is_opened() -> None:
    lines = FacetLines(COUNTED)
    more = next(line for line in lines if line.name == "person")
    assert (more.text, more.can_be_picked) == ("… 5 more", True)
    assert "Kim Ha Neul" not in texts(lines)
    opened = FacetLines(COUNTED, opened={"person"})
    assert [name for name in PEOPLE if name not in texts(opened)] == []
    assert not [line for line in opened if line.name]


def test_letters_leave_the_names_with_a_word_that_begins_so() -> None:
    assert texts(FacetLines(COUNTED, "nun")) == ["nun▏", "People", "José Núñez"]
    assert texts(FacetLines(COUNTED, "ha n")) == ["ha n▏", "People", "Kim Ha Neul"]
    assert texts(FacetLines(COUNTED, "OS")) == ["OS▏", "Places", "Oslo"]
    assert len(FacetLines(COUNTED, "ada")) == 2 + 15


def test_letters_that_no_name_has_say_so() -> None:
    assert texts(FacetLines(COUNTED, "zz")) == ["zz▏", "No name has a word that begins so."]


def test_nothing_to_narrow_by_is_told() -> None:
    assert texts(FacetLines(Counted())) == ["Nothing to narrow by."]
