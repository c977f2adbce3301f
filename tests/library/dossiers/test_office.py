"""Who held an office, where, and when, from the titles that briefs give to people."""

import pytest

from briefreader.library import Library
from library.dossiers.conftest import Held


def holders(library: Library, office: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(each.name, each.side, each.first, each.last) for each in library.dossier(office).holders]


MINISTERS = {
    "2020-03-01": "Prime Minister Rosa Tessin of Italy met President Ada Lund in Oslo.",
    "2021-03-01": "Italian Prime Minister Rosa Tessin met President Ada Lund in Rome.",
    "2022-03-01": "Prime Minister Marco Bianchi of Italy met President Ada Lund in Rome.",
    "2022-04-01": "PM Kenji Arata of Japan met President Ada Lund in Oslo.",
}


@pytest.mark.parametrize("asked", ["Prime Minister", "prime minister", "PM"])
def test_an_office_has_its_holders_by_country_and_time(holding: Held, asked: str) -> None:
    library = holding(MINISTERS)
    assert holders(library, asked) == [
        ("Rosa Tessin", "Italy", "2020-03-01", "2021-03-01"),
        ("Marco Bianchi", "Italy", "2022-03-01", "2022-03-01"),
        ("Kenji Arata", "Japan", "2022-04-01", "2022-04-01"),
    ]
    assert library.dossier(asked).type == "TITLE"


@pytest.mark.parametrize(
    "asked",
    ["Prime Minister of Italy", "Italian Prime Minister", "Italy's Prime Minister", "Prime Minister (Italy)"],
)
def test_a_country_in_the_name_leaves_its_holders(holding: Held, asked: str) -> None:
    library = holding(MINISTERS)
    assert [name for name, *_ in holders(library, asked)] == ["Rosa Tessin", "Marco Bianchi"]
    assert [each.entry.date for each in library.dossier(asked).mentions] == ["2022-03-01", "2021-03-01", "2020-03-01"]


def test_the_mentions_of_an_office_are_quoted(holding: Held) -> None:
    latest = holding(MINISTERS).dossier("Italian Prime Minister").mentions[0]
    assert latest.sentences[0].text == MINISTERS["2022-03-01"]
    assert MINISTERS["2022-03-01"][slice(*latest.sentences[0].spans[0])] == "Prime Minister"


def test_somebody_whom_the_same_months_hardly_ever_name_held_no_office_that_one_person_has(holding: Held) -> None:
    often = {f"2021-03-{day:02}": "Foreign Minister Ines Duarte of Portugal spoke in Oslo." for day in range(1, 13)}
    library = holding({**often, "2021-03-20": "Foreign Minister Paulo Reis of Portugal spoke in Rome."})
    assert [name for name, *_ in holders(library, "Foreign Minister")] == ["Ines Duarte"]


def test_a_successor_of_few_briefs_stays(holding: Held) -> None:
    often = {f"2021-03-{day:02}": "Foreign Minister Ines Duarte of Portugal spoke in Oslo." for day in range(1, 13)}
    library = holding({**often, "2022-03-20": "Foreign Minister Paulo Reis of Portugal spoke in Rome."})
    assert [name for name, *_ in holders(library, "Foreign Minister")] == ["Ines Duarte", "Paulo Reis"]


def test_a_name_that_is_also_an_office_means_the_more_often_named(holding: Held) -> None:
    text = "King Harald Lund met Ambassador Ines Duarte in Oslo."
    library = holding({"2021-01-10": text, "2021-02-10": text, "2021-03-10": "Mayor Angus King opened a bridge."})
    assert library.dossier("King").type == "TITLE"
    assert library.dossier("Angus King").type == "PERSON"


def test_an_office_that_no_brief_names_is_told_so(holding: Held) -> None:
    with pytest.raises(Exception, match="no brief names"):
        holding(MINISTERS).dossier("Prime Minister of Malta")


def test_a_family_name_alone_counts_for_the_holder_and_a_single_name_for_itself(holding: Held) -> None:
    met = "met President Ada Lund in Oslo."
    library = holding(
        {
            "2020-03-01": f"Prime Minister Rosa Tessin of Italy {met}",
            "2020-04-01": f"Italian Prime Minister Tessin {met}",
            "2020-05-01": f"Pope Clement {met}",
            "2020-06-01": f"Pope Clement {met}",
        }
    )
    assert library.dossier("Prime Minister").holders[0].briefs == 2
    assert [name for name, *_ in holders(library, "Pope")] == ["Clement"]


def test_the_office_of_a_body_has_its_holders(holding: Held) -> None:
    text = "NATO Secretary General Ines Duarte met President Ada Lund in Oslo."
    library = holding({"2021-01-10": text, "2021-02-10": "UN Secretary-General Paulo Reis met President Ada Lund."})
    assert [(each.name, each.side) for each in library.dossier("NATO Secretary General").holders] == [
        ("Ines Duarte", "NATO")
    ]
