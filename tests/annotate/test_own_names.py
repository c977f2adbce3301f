"""The user's lists add, merge and exclude names."""

from pathlib import Path

import pytest

from annotate.conftest import NAMES
from annotate.marked import annotate, found
from briefreader.annotate import Annotator

READOUT = "President Yoon Suk Yeol of South Korea met Prime Minister Kishida Fumio of Japan in Seoul, ROK."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "names.yaml"


def knowing(own: Path, text: str) -> Annotator:
    own.write_text(text, "utf-8")
    return Annotator.load([NAMES, own])


def test_an_added_name_wins_over_what_the_text_seems_to_say(own: Path) -> None:
    text = "They met Minister Blue Horizon at the Lake Forum."
    assert found(knowing(own, ""), text) != [("Blue Horizon", "AGREEMENT"), ("Lake Forum", "ORG")]
    annotator = knowing(own, "agreements: [Blue Horizon]\norganizations:\n  - Lake Forum\n")
    assert found(annotator, text) == [("Blue Horizon", "AGREEMENT"), ("Lake Forum", "ORG")]


def test_a_merged_name_is_called_by_the_other_everywhere(own: Path) -> None:
    annotator = knowing(own, "countries:\n  - {name: Republic of Korea, aliases: [South Korea]}\n")
    said = annotate(annotator, READOUT)
    called = {mention.text: mention.canonical for mention in said.mentions}
    assert (called["South Korea"], called["ROK"]) == ("Republic of Korea", "Republic of Korea")
    assert said.meeting is not None
    assert said.meeting.country == "Republic of Korea"
    assert set(said.meeting.sides) == {"Republic of Korea", "Japan"}
    assert {row.side for row in said.attendance} == {"Republic of Korea", "Japan"}
    assert annotate(annotator, "South Korean troops").mentions[0].canonical == "Republic of Korea"
    assert [entry.name for entry in annotator.listed("rok")] == ["Republic of Korea"]


def test_two_spellings_of_a_person_become_one(own: Path) -> None:
    annotator = knowing(own, "people:\n  - {name: Ann Smith-Jones, aliases: [Ann Smith]}\n")
    said = annotate(annotator, "Minister Ann Smith spoke with President Ann Smith-Jones.")
    assert {row.name for row in said.attendance} == {"Ann Smith-Jones"}


def test_a_killed_name_is_nowhere(own: Path) -> None:
    annotator = knowing(own, "kill:\n  - Joe Biden\n  - japan\n")
    said = annotate(annotator, "President Biden met Prime Minister Kishida of Japan and Joe Biden smiled in Seoul.")
    assert "Joe Biden" not in {mention.canonical for mention in said.mentions}
    assert "Japan" not in {mention.text for mention in said.mentions}
    assert "Seoul" in {mention.text for mention in said.mentions}
    assert said.meeting is None or "Joe Biden" not in said.meeting.leads


def test_a_library_wins_over_the_users_folder(tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user" / "mine.yaml").write_text("countries:\n  - {name: ROK, aliases: [South Korea]}\n")
    (tmp_path / "names.yaml").write_text("countries:\n  - {name: Korea (South), aliases: [South Korea]}\n")
    annotator = Annotator.load([NAMES, tmp_path / "user", tmp_path / "names.yaml", tmp_path / "missing.yaml"])
    assert annotate(annotator, "in South Korea").mentions[0].canonical == "Korea (South)"


def test_own_names_survive_the_cache(tmp_path: Path, own: Path) -> None:
    own.write_text("countries:\n  - {name: ROK, aliases: [South Korea]}\nkill: [Seoul]\n")
    for _ in range(2):
        annotator = Annotator.load([NAMES, own], tmp_path / "cache")
        assert [mention.canonical for mention in annotate(annotator, "in South Korea, in Seoul").mentions] == ["ROK"]
