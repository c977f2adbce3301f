"""Who is meant: people who share a name, names that share a person, and a name that only resembles another."""

from pathlib import Path

import pytest

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.library.dossiers import dossier
from briefreader.model import NotFoundError
from library.dossiers.conftest import Held


def briefs(library: Library, name: str) -> list[str]:
    return [each.entry.path.removesuffix(".md") for each in library.dossier(name).mentions]


def test_a_family_name_means_the_most_mentioned_person_and_tells_the_others(holding: Held) -> None:
    library = holding(
        {
            "2022-03-01": "Deputy Minister Clara Wessel met Ambassador Ines Duarte in Oslo.",
            "2022-04-01": "Deputy Minister Clara Wessel met Ambassador Ines Duarte in Rome.",
            "2022-05-01": "Mayor Hugo Wessel opened a bridge in Bergen.",
        }
    )
    found = library.dossier("Wessel")
    assert found.name == "Clara Wessel"
    assert [(each.name, each.briefs) for each in found.others] == [("Hugo Wessel", 1)]
    assert library.dossier("Hugo Wessel").others == ()


def test_a_family_name_alone_goes_to_the_person_whose_office_it_has(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "Prime Minister Boris Halden met President Ada Lund in Oslo.",
            "2021-02-10": "Speaker Mike Halden met President Ada Lund in Oslo.",
            "2021-03-10": "President Ada Lund spoke with Prime Minister Halden.",
            "2021-04-10": "President Ada Lund spoke with Speaker Halden.",
            "2021-05-10": "President Ada Lund spoke with Halden Bank about Halden.",
        }
    )
    assert briefs(library, "Boris Halden") == ["2021-03-10", "2021-01-10"]
    assert briefs(library, "Mike Halden") == ["2021-04-10", "2021-02-10"]
    assert [each.title for each in library.dossier("Boris Halden").titles] == ["Prime Minister"]


def test_a_family_name_of_another_office_stays_a_name_of_its_own(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "Foreign Minister Ana Sorel met President Ada Lund in Oslo.",
            "2021-02-10": "Senator Sorel met President Ada Lund in Oslo.",
        }
    )
    found = library.dossier("Sorel")
    assert (found.name, [each.entry.path for each in found.mentions]) == ("Ana Sorel", ["2021-01-10.md"])
    assert [each.name for each in found.others] == ["Sorel"]


def test_an_office_before_a_name_tells_people_apart(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "Governor Mark Tessin met President Ada Lund in Oslo.",
            "2021-02-10": "Governor Mark Tessin met President Ada Lund in Rome.",
            "2021-03-10": "Foreign Minister Rosa Tessin met President Ada Lund in Bern.",
        }
    )
    assert library.dossier("Tessin").name == library.dossier("Governor Tessin").name == "Mark Tessin"
    assert library.dossier("Foreign Minister Tessin").name == "Rosa Tessin"
    assert library.dossier("foreign minister rosa tessin").name == "Rosa Tessin"


@pytest.mark.parametrize("asked", ["Joao Serrano", "João Serrano", "serrano", "JOAO SERRANO"])
def test_accents_make_no_other_person(holding: Held, asked: str) -> None:
    library = holding(
        {
            "2021-01-10": "Defense Minister João Serrano met President Ada Lund in Lisbon.",
            "2021-02-10": "Defense Minister Joao Serrano met President Ada Lund in Oslo.",
        }
    )
    assert briefs(library, asked) == ["2021-02-10", "2021-01-10"]


def test_a_place_is_found_by_a_word_of_its_name(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "President Ada Lund visited the Democratic Republic of the Congo.",
            "2021-02-10": "President Ada Lund spoke about the Democratic Republic of the Congo.",
            "2021-03-10": "President Ada Lund visited the Republic of the Congo.",
        }
    )
    found = library.dossier("Congo")
    assert (found.name, found.type) == ("Democratic Republic of the Congo", "PLACE")
    assert [each.name for each in found.others] == ["Republic of the Congo"]


def test_a_government_named_by_two_people_is_no_mention_of_the_second(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "Vice President Rosa Tessin met Ambassador Ines Duarte in Oslo.",
            "2021-02-10": "President Ada Lund spoke for the Lund-Tessin Administration in Rome.",
        }
    )
    assert briefs(library, "Tessin") == ["2021-01-10"]
    assert "Tessin" not in (library.search("", limit=0).facets or {})["person"]
    assert briefs(library, "Ada Lund") == ["2021-02-10"]


def test_an_office_begins_with_the_oldest_brief_however_many_are_quoted(
    holding: Held, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier, "MOST_QUOTED", 1)
    library = holding(
        {f"20{year}-01-10": "President Ada Lund met Ambassador Ines Duarte in Oslo." for year in range(10, 20)}
    )
    found = library.dossier("Ada Lund")
    assert [(each.title, each.first, each.last) for each in found.titles] == [("President", "2010-01-10", "2019-01-10")]
    assert [bool(each.sentences) for each in found.mentions] == [True, *[False] * 9]
    assert found.truncated == 0


def test_names_stay_with_their_briefs_when_parts_of_the_index_are_merged(tmp_path: Path, places: Places) -> None:
    root = tmp_path / "library"
    library = Library(root, places)
    for number in range(10):
        text = f"# Note {number}\n\nPresident Ada Lund met Minister Hugo Birk{number:04} in Oslo.\n"
        readouts.write(root, {f"{number}.md": text})
        library.update()
    (root / "3.md").unlink()
    library.update()
    assert sorted(briefs(library, "Ada Lund")) == [str(number) for number in range(10) if number != 3]
    assert all(each.sentences[0].text.startswith("President Ada Lund") for each in library.dossier("Ada Lund").mentions)


def test_an_empty_library_names_nobody(tmp_path: Path, places: Places) -> None:
    (tmp_path / "empty").mkdir()
    library = Library(tmp_path / "empty", places)
    library.update()
    with pytest.raises(NotFoundError):
        library.dossier("Ada Lund")


def test_an_office_that_one_brief_gives_another_does_not_hide_the_owner(holding: Held) -> None:
    often = {f"2021-0{month}-10": "Speaker Mike Halden met President Ada Lund in Oslo." for month in range(1, 5)}
    library = holding(
        {
            **often,
            "2021-06-10": "Speaker Rolf Halden met President Ada Lund in Oslo.",
            "2021-07-10": "President Ada Lund spoke with Speaker Halden.",
        }
    )
    assert briefs(library, "Mike Halden")[0] == "2021-07-10"


def test_a_ministry_is_that_of_its_country(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "The Fijian Ministry of Foreign Affairs thanked President Ada Lund.",
            "2021-02-10": "The Maltese Ministry of Foreign Affairs thanked President Ada Lund.",
            "2021-03-10": "The Ministry of Foreign Affairs of Malta thanked President Ada Lund.",
            "2021-04-10": "The Ministry of Foreign Affairs thanked President Ada Lund.",
        }
    )
    found = library.dossier("Ministry of Foreign Affairs")
    assert found.name == "Ministry of Foreign Affairs (Malta)"
    names = {each.name for each in found.others}
    assert {"Ministry of Foreign Affairs (Fiji)", "Ministry of Foreign Affairs"} <= names
    assert briefs(library, "Ministry of Foreign Affairs (Fiji)") == ["2021-01-10"]
    assert library.search("org:ministry").total == 4
    facets = library.search("").facets
    assert facets is not None
    assert facets["organization"]["Ministry of Foreign Affairs (Malta)"] == 2
    assert facets["organization"]["Ministry of Foreign Affairs"] == 1  # of a country that the text does not tell
    assert library.search('org:"Ministry of Foreign Affairs"').total == 1


@pytest.mark.parametrize(
    "asked", ["Japan's Ministry of Finance", "Japanese Ministry of Finance", "Ministry of Finance of Japan"]
)
def test_the_body_of_a_country_is_found_by_any_phrase_that_names_both(holding: Held, asked: str) -> None:
    library = holding(
        {
            "2021-01-10": "The Ministry of Finance of Japan wrote to President Ada Lund.",
            "2021-02-10": "The Kenyan Ministry of Finance wrote to President Ada Lund.",
            "2021-03-10": "Kenya's Ministry of Finance wrote to President Ada Lund.",
        }
    )
    assert briefs(library, asked) == ["2021-01-10"]


@pytest.mark.parametrize("asked", ["Nora O'Dell", "Nora O’Dell", "O’Dell"])
def test_both_apostrophes_are_one(holding: Held, asked: str) -> None:
    library = holding(
        {
            "2021-01-10": "First Minister Nora O'Dell met President Ada Lund in Oslo.",
            "2021-02-10": "First Minister Nora O’Dell met President Ada Lund in Rome.",
        }
    )
    assert briefs(library, asked) == ["2021-02-10", "2021-01-10"]


def test_a_former_office_is_none_that_a_person_holds(holding: Held) -> None:
    library = holding(
        {
            "2021-01-10": "Former U.S. Secretary of State Clara Wessel met President Ada Lund in Oslo.",
            "2021-02-10": "The late President Ivo Brandt and then-Mayor Rosa Tessin were honored.",
            "2021-03-10": "Former Minister Hugo Birk spoke. Today Ambassador Hugo Birk met President Ada Lund.",
        }
    )
    assert library.dossier("Clara Wessel").titles == library.dossier("Ivo Brandt").titles == ()
    assert library.dossier("Rosa Tessin").titles == ()
    assert [each.title for each in library.dossier("Hugo Birk").titles] == ["Ambassador"]


def test_a_name_is_found_after_a_brief_was_added_changed_and_removed(holding: Held) -> None:
    library = holding({f"2021-0{month}-10": "President Ada Lund met Mayor Hugo Birk in Oslo." for month in range(1, 5)})
    readouts.write(library.root, {"2021-06-10.md": "# Visit\n\nJune 10, 2021\n\nPresident Ada Lund was in Rome.\n"})
    library.update()
    assert briefs(library, "Ada Lund")[0] == "2021-06-10"
    assert briefs(library, "Hugo Birk")[0] == "2021-04-10"
    readouts.write(library.root, {"2021-04-10.md": "# Visit\n\nApril 10, 2021\n\nNobody came.\n"})
    (library.root / "2021-01-10.md").unlink()
    library.update()
    assert briefs(library, "Hugo Birk") == ["2021-03-10", "2021-02-10"]
    assert library.dossier("Hugo Birk").titles[0].first == "2021-02-10"


def test_an_office_beside_a_family_name_means_its_holder_though_only_a_relative_is_named_in_full(holding: Held) -> None:
    often = {f"2021-0{month}-10": "President Rosa Tessin met Ambassador Ines Duarte in Oslo." for month in range(1, 5)}
    library = holding(
        {
            **often,
            "2021-06-10": "Hugo Tessin came. President Tessin greeted him.",
            "2021-07-10": "Hugo Tessin left.",
        }
    )
    assert library.dossier("Hugo Tessin").titles == ()
    assert briefs(library, "Hugo Tessin") == ["2021-07-10", "2021-06-10"]
    assert library.dossier("Hugo Tessin").mentions[1].times == 1
    latest = library.dossier("Rosa Tessin").mentions[0]
    assert (latest.entry.path, [each.text for each in latest.sentences]) == (
        "2021-06-10.md",
        ["President Tessin greeted him."],
    )


def test_a_family_name_without_a_sign_belongs_to_the_only_one_who_has_it(holding: Held) -> None:
    full = {f"2021-0{month}-10": "Ambassador Ines Duarte met President Ada Lund in Oslo." for month in range(1, 4)}
    library = holding({**full, "2021-06-10": "Some asked whether Dr. Duarte knew of it. Dr. Duarte smiled."})
    assert briefs(library, "Ines Duarte")[0] == "2021-06-10"
