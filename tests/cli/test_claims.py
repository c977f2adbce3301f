"""`series NAME --claims`: what texts call the first, for people, programs and spreadsheets."""

import csv
import io
from pathlib import Path

import pytest

import readouts
from claiming_harbour import BRIEFS, ONE_ID, TWO_ID
from cli.conftest import Run


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "harbour", BRIEFS)


def test_each_claim_has_its_place_and_its_verdict(run: Run, harbour: Path) -> None:
    found = run("series", "harbour", "--claims", "--json", "--library", harbour).lines
    assert [(each["text"], each["verdict"], each["by"]) for each in found] == [
        ("first in-person meeting of the group", "borne out", None),
        ("for the first time", "contradicted", ONE_ID),
        ("first in-person meeting of the group in ten years", "contradicted", TWO_ID),
        ("first visit of a minister to Arica", None, None),
    ]
    one = found[0]
    text = run("show", one["meeting"], "--json", "--library", harbour).json["text"]
    assert text[one["start"] : one["end"]] == one["text"]
    assert (one["format"], one["looked_at"], one["not_known"], one["missing"]) == ("in person", 1, 0, [])
    assert found[1]["evidence"] == "The two sides discussed coral reefs and the depth of ports."
    assert found[2]["scope"] == "in ten years"


def test_people_read_sentence_verdict_and_reason(run: Run, harbour: Path) -> None:
    out = run("series", "harbour", "--claims", "--library", harbour).out
    lines = [line.strip() for line in out.split("\n")]
    assert lines[0] == "Harbour Group 2022-04-05"
    assert lines[1] == "It was the first in-person meeting of the group."
    assert lines[2] == "borne out: not so the one earlier meeting in the library, of 2021-03-02"
    assert f"contradicted by {TWO_ID}: the meeting of 2022-04-05 was in person, in Lima, of ministers" in lines
    assert "cannot be checked: the library knows meetings, not visits" in lines


def test_claims_as_csv_and_markdown(run: Run, harbour: Path) -> None:
    printed = run("series", "harbour", "--claims", "--format", "csv", "--library", harbour).out
    heading, *rows = csv.reader(io.StringIO(printed))
    assert heading[:4] == ["meeting", "verdict", "first", "sentence"]
    assert [row[:3] for row in rows] == [
        ["2022-04-05", "borne out", "meeting, in person"],
        ["2022-04-05", "contradicted", "act, coral reefs"],
        ["2024-06-07", "contradicted", "meeting, in person, in ten years"],
        ["2024-06-07", "", "visit"],
    ]
    lines = run("series", "harbour", "--claims", "--format", "markdown", "--library", harbour).out.split("\n")
    assert lines[0] == "# Harbour Group: first times"


def test_a_series_without_claims_says_so(run: Run, tmp_path: Path) -> None:
    library = readouts.write(tmp_path / "quiet", {"1.md": BRIEFS["1.md"]})
    answer = run("series", "harbour", "--claims", "--library", library)
    assert (answer.status, answer.out) == (0, "")
    assert "no text of Harbour Group claims that something is the first" in answer.err


@pytest.mark.parametrize("words", [("--claims",), ("harbour", "--claims", "--attendance")])
def test_claims_are_one_table_of_one_series(run: Run, harbour: Path, words: tuple[str, ...]) -> None:
    answer = run("series", *words, "--library", harbour)
    assert (answer.status, answer.out) == (2, "")
