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
    assert "not meant: Hugo Wessel (1)" in run("who", "--library", root, "Wessel").out


def test_briefs_without_quoted_sentences_are_told(run: Run, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier, "MOST_QUOTED", 1)
    answer = run("who", "--library", root, "nuclear", "consultative", "group")
    assert "2023-07-18" in answer.out
    assert "Sentences are quoted from the 1 newest brief only" in answer.out
