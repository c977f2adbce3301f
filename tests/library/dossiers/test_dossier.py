"""What a library says about a name: who is one person, what was held, where, with whom."""

import threading
from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.library.dossiers import dossier
from briefreader.model import LibraryError, NotFoundError
from briefreader.search.execution.evaluator import Evaluator

TALKS = """# Deputy Secretary Sherman meets Vice Minister Mori

July 20, 2021

Deputy Secretary of State Wendy R. Sherman met with Japanese Vice Minister for Foreign Affairs Mori Takeo in Tokyo.
"""

RETURN = """# Deputy Secretary Sherman meets Vice Minister Mori again

June 8, 2022

Deputy Secretary of State Wendy Sherman and Vice Minister Takeo Mori met today in Seoul. Sherman thanked Mori.
"""

KIMS = """# Two Kims in Seoul

September 4, 2024

Vice Foreign Minister Kim Hong Kyun met Principal Deputy National Security Advisor Kim Tae-hyo in Seoul, South Korea.
"""

NAMELESS = "# Fishing\n\nBoats went out. The Quad was not named, nor anyone else.\n"


@pytest.fixture
def library(tmp_path: Path, places: Places) -> Library:
    briefs = {"2021.md": TALKS, "2022.md": RETURN, "kims.md": KIMS, "none.md": NAMELESS}
    found = Library(readouts.write(tmp_path / "library", briefs), places)
    found.update()
    return found


@pytest.mark.parametrize("asked", ["Wendy Sherman", "wendy r. sherman", "Sherman", "SHERMAN"])
def test_one_person_is_found_under_every_spelling(library: Library, asked: str) -> None:
    found = library.dossier(asked)
    assert (found.name, found.type) == ("Wendy Sherman", "PERSON")
    assert [(each.entry.path, each.times) for each in found.mentions] == [("2022.md", 3), ("2021.md", 2)]
    assert {"Wendy R. Sherman", "Sherman"} <= set(found.aliases)
    assert found.truncated == 0


def test_either_order_of_a_name_is_one_person(library: Library) -> None:
    found = library.dossier("Takeo Mori")
    assert found == library.dossier("Mori Takeo")
    assert len(found.mentions) == 2


def test_offices_meetings_and_company(library: Library) -> None:
    found = library.dossier("Wendy Sherman")
    assert [(each.title, each.first, each.last) for each in found.titles] == [
        ("Deputy Secretary of State", "2021-07-20", "2022-06-08")
    ]
    assert [(each.entry.path, each.role, each.side) for each in found.attended] == [
        ("2022.md", "lead", "United States"),
        ("2021.md", "lead", "United States"),
    ]
    assert [(each.name, each.briefs) for each in found.together] == [(library.dossier("Mori Takeo").name, 2)]


def test_sentences_show_where_the_name_stands(library: Library) -> None:
    latest = library.dossier("Sherman").mentions[0]
    assert [quoted.text for quoted in latest.sentences][-1] == "Sherman thanked Mori."
    for quoted in latest.sentences:
        assert library.brief(latest.entry.id).text[quoted.start : quoted.end] == quoted.text
        assert {quoted.text[slice(*span)] for span in quoted.spans} <= {"Sherman", "Wendy Sherman"}


def test_two_people_of_one_name_are_asked_back(library: Library) -> None:
    with pytest.raises(NotFoundError, match="2 people") as error:
        library.dossier("Kim")
    assert set(error.value.names) == {"Kim Hong Kyun", "Kim Tae-hyo"}
    assert library.dossier("kim hong-kyun").name == "Kim Hong Kyun"


def test_places_know_when_they_were_a_side(library: Library) -> None:
    found = library.dossier("Japan")
    assert (found.name, found.type) == ("Japan", "NORP")  # only `Japanese` stands in the texts
    assert library.dossier("South Korea").type == "PLACE"


@pytest.mark.parametrize("asked", ["Wendy Shermann", "Nobody Known", "", '"', "(-"])
def test_an_unknown_name_is_told_with_those_close(library: Library, asked: str) -> None:
    with pytest.raises(NotFoundError) as error:
        library.dossier(asked)
    assert ("Wendy Sherman" in error.value.names) == (asked == "Wendy Shermann")


def test_every_brief_is_counted_however_few_are_quoted(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier, "MOST_QUOTED", 1)
    found = library.dossier("Wendy Sherman")
    assert [(each.entry.path, bool(each.sentences)) for each in found.mentions] == [
        ("2022.md", True),
        ("2021.md", False),
    ]
    first = found.mentions[1]
    assert library.brief(first.entry.id).text[first.start : first.end] == "Sherman"
    assert found.truncated == 0


def test_an_inquiry_can_be_cancelled(library: Library) -> None:
    read = 0

    def after_one() -> bool:
        nonlocal read
        read += 1
        return read > 1

    assert len(library.dossier("Wendy Sherman", after_one).mentions) <= 1


def test_an_inquiry_that_was_given_up_says_so_instead_of_finding_nothing(library: Library) -> None:
    with pytest.raises(NotFoundError, match="given up"):
        library.dossier("Wendy Sherman", lambda: True)


def test_a_search_does_not_wait_for_an_inquiry(library: Library) -> None:
    found: list[int] = []

    def search() -> None:
        found.append(library.search("mori").total)

    def while_it_runs() -> bool:
        if not found:
            searching = threading.Thread(target=search)
            searching.start()
            searching.join(20)
        return False

    assert library.dossier("Wendy Sherman", while_it_runs).mentions
    assert found == [2]


def test_an_inquiry_of_a_damaged_index_ends_with_a_sentence(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("zeroed block")

    monkeypatch.setattr(Evaluator, "find", fail)
    with pytest.raises(LibraryError, match="damaged"):
        library.dossier("Wendy Sherman")


def test_a_brief_that_is_gone_since_does_not_stop_the_others(library: Library) -> None:
    (library.root / "2021.md").unlink()
    assert [each.entry.path for each in library.dossier("Wendy Sherman").mentions] == ["2022.md"]


def test_company_of_equal_count_stands_in_the_order_of_the_text(tmp_path: Path, places: Places) -> None:
    text = "# Tea\n\nJoan Park, Peter Alder, Mary Birch, Hugo Stone, Nora Field and Paul Rivers had tea.\n"
    library = Library(readouts.write(tmp_path / "tea", {"tea.md": text}), places)
    library.update()
    company = [each.name for each in library.dossier("Joan Park").together]
    assert company == ["Peter Alder", "Mary Birch", "Hugo Stone", "Nora Field", "Paul Rivers"]
