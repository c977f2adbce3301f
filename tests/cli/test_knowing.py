"""who: everything the library says about a name, as lines and as JSON."""

from pathlib import Path

import pytest

import readouts
from briefreader.library.dossiers import dossier
from cli.conftest import Run

KEYS = ["name", "type", "aliases", "titles", "mentions", "attended", "with"]


def test_who_has_the_promised_keys(run: Run, root: Path) -> None:
    found = run("who", "--json", "--library", root, "nuclear", "consultative", "group").json
    assert list(found)[: len(KEYS)] == KEYS
    assert (found["name"], found["type"]) == ("Nuclear Consultative Group", "EVENT")
    assert found["mentions"] == [
        {"id": "ncg-3-2024-06-10", "date": "2024-06-10", "count": 2},
        {"id": "ncg-1-2023-07-18", "date": "2023-07-18", "count": 2},
    ]


def test_somebody_only_in_the_head_of_a_brief_attended(run: Run, root: Path) -> None:
    found = run("who", "--json", "--library", root, "Campbell").json
    assert found["name"] == "Kurt Campbell"
    assert found["attended"] == [{"id": "ncg-1-2023-07-18", "role": "lead", "side": None}]
    assert found["with"] == [{"name": "Kim Tae-hyo", "count": 1}]


def test_who_prints_offices_meetings_and_sentences(run: Run, root: Path) -> None:
    answer = run("who", "--library", root, "south korea")
    assert answer.status == 0
    assert "South Korea · PLACE" in answer.out
    assert "summit" in answer.out or "2023-08-18" in answer.out
    assert "The leaders of Japan, South Korea and the United States met at Camp David" in answer.out


def test_an_unknown_name_ends_with_1_and_those_close(run: Run, root: Path) -> None:
    answer = run("who", "--library", root, "South Koree")
    assert (answer.status, answer.out) == (1, "")
    assert "South Korea" in answer.err


def test_who_wants_a_name(run: Run, root: Path) -> None:
    assert run("who", "--library", root).status == 2


def test_others_whom_the_name_may_mean_are_told(run: Run, tmp_path: Path) -> None:
    briefs = {
        "2022.md": "# Talks\n\nMarch 1, 2022\n\nDeputy Minister Clara Wessel met Ambassador Ines Duarte in Oslo.\n",
        "2023.md": "# More talks\n\nMarch 1, 2023\n\nDeputy Minister Clara Wessel met Mayor Hugo Wessel in Oslo.\n",
    }
    root = readouts.write(tmp_path / "wessels", briefs)
    assert run("who", "--json", "--library", root, "Wessel").json["others"] == [{"name": "Hugo Wessel", "count": 1}]
    assert "Wessel: Clara (2), Hugo (1);" in run("who", "--library", root, "Wessel").out


def test_what_has_another_name_but_may_be_meant_is_told_apart(run: Run, tmp_path: Path) -> None:
    text = "# Visit\n\nShe visited the Democratic Republic of the Congo and the Republic of the Congo.\n"
    root = readouts.write(tmp_path / "congos", {"visit.md": text})
    assert "not meant: Republic of the Congo (1)" in run("who", "--library", root, "Congo").out


def test_who_tells_the_dates_and_the_number_of_briefs(run: Run, root: Path) -> None:
    found = run("who", "--json", "--library", root, "nuclear consultative group").json
    assert (found["briefs"], found["first"], found["last"]) == (2, "2023-07-18", "2024-06-10")
    assert "2 briefs, 2023-07-18 to 2024-06-10" in run("who", "--library", root, "nuclear consultative group").out


def test_who_held_an_office_is_told_by_country(run: Run, tmp_path: Path) -> None:
    met = "# Talks of {0}\n\nPrime Minister {1} of {2} met President Ada Lund in Oslo.\n"
    briefs = {
        "2020-03-01.md": met.format("2020", "Rosa Tessin", "Italy"),
        "2021-03-01.md": met.format("2021", "Rosa Tessin", "Italy"),
        "2022-03-01.md": met.format("2022", "Kenji Arata", "Japan"),
    }
    root = readouts.write(tmp_path / "talks", briefs)
    found = run("who", "--json", "--library", root, "prime minister").json
    assert (found["name"], found["type"], found["briefs"]) == ("Prime Minister", "TITLE", 3)
    assert found["holders"] == [
        {"name": "Rosa Tessin", "side": "Italy", "first": "2020-03-01", "last": "2021-03-01", "briefs": 2},
        {"name": "Kenji Arata", "side": "Japan", "first": "2022-03-01", "last": "2022-03-01", "briefs": 1},
    ]
    of_italy = run("who", "--json", "--library", root, "Italian Prime Minister").json
    assert [each["name"] for each in of_italy["holders"]] == ["Rosa Tessin"]
    assert "Held by" in run("who", "--library", root, "Prime Minister of Japan").out


def test_briefs_without_quoted_sentences_are_told(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier, "MOST_QUOTED", 1)
    answer = run("who", "--library", root, "nuclear", "consultative", "group")
    assert "2023-07-18" in answer.out
    assert "Sentences are quoted from the 1 newest brief only" in answer.out
