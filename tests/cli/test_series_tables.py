"""Who came to the meetings of a series, and its commitments, as people and as programs read them."""

import csv
import io
from pathlib import Path

import pytest

import readouts
from cli.conftest import Run

HEAD = """---
title: {number} meeting of the Harbour Group
date: {date}
series: Harbour Group
ordinal: {number}
sides: [Norway, Chile]
text_status: summary
---

"""
BRIEFS = {
    "one.md": HEAD.format(number=1, date="2021-03-02")
    + "Norwegian Minister of Trade Anna Lind and Chilean Minister of Trade Ruth Carr met in Oslo on 2 March 2021.\n\n"
    "Norway and Chile agreed to open the ports of the strait to every fishing boat.\n",
    "two.md": HEAD.format(number=2, date="2022-04-05")
    + "Norwegian Vice Minister of Trade Ole Berg and Chilean Minister of Trade Ruth Carr met in Lima on 5 April 2022."
    "\n\nNorway and Chile agreed to open the ports of the strait to every fishing boat.\n\n"
    "They decided to publish the water levels of the strait each week.\n",
}


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "harbour", BRIEFS)


def test_attendance_tells_who_is_new_and_has_a_rank_for_each_seat(run: Run, harbour: Path) -> None:
    people = {
        each["name"]: each for each in run("series", "harbour", "--attendance", "--json", "--library", harbour).lines
    }
    assert {name: [seat["new"] for seat in each["seats"]] for name, each in people.items()} == {
        "Anna Lind": [False],
        "Ole Berg": [True],
        "Ruth Carr": [False, False],
    }
    assert people["Anna Lind"]["seats"][0]["rank"] < people["Ole Berg"]["seats"][0]["rank"]
    seat = people["Ole Berg"]["seats"][0]
    assert (
        run("show", seat["id"], "--json", "--library", harbour).json["text"][seat["start"] : seat["end"]] == "Ole Berg"
    )


def test_attendance_for_people_tells_a_lower_rank(run: Run, harbour: Path) -> None:
    [line] = [
        line for line in run("series", "harbour", "--attendance", "--library", harbour).out.split("\n") if "Ole" in line
    ]
    assert "Vice Minister of Trade, new" in line
    assert "lower rank than last time" in line


def test_attendance_as_csv_has_a_column_for_each_meeting(run: Run, harbour: Path) -> None:
    printed = run("series", "harbour", "--attendance", "--format", "csv", "--library", harbour).out
    heading, *rows = csv.reader(io.StringIO(printed))
    assert heading == ["side", "name", "1 2021-03-02", "2 2022-04-05"]
    assert ["Norway", "Ole Berg", "", "led, Vice Minister of Trade, new"] in rows


def test_commitments_are_new_or_repeated(run: Run, harbour: Path) -> None:
    found = run("series", "harbour", "--commitments", "--json", "--library", harbour).lines
    ports = [each for each in found if "ports" in each["text"]]
    assert [each["state"] for each in ports] == ["new", "repeated"]
    assert ports[1]["before"] == ports[0]["text"]
    assert [each["state"] for each in found if "water levels" in each["text"]] == ["new"]


def test_commitments_as_markdown_are_a_table(run: Run, harbour: Path) -> None:
    lines = run("series", "harbour", "--commitments", "--format", "markdown", "--library", harbour).out.split("\n")
    assert lines[0] == "# Harbour Group: commitments"
    assert lines[2].startswith("| meeting | state |")
    assert any(line.startswith("| 2 2022-04-05 | repeated |") for line in lines)


@pytest.mark.parametrize(
    "words", [("--attendance",), ("harbour", "--attendance", "--commitments"), ("harbour", "--format", "csv", "--json")]
)
def test_tables_that_cannot_be_are_wrong_usage(run: Run, harbour: Path, words: tuple[str, ...]) -> None:
    answer = run("series", *words, "--library", harbour)
    assert (answer.status, answer.out) == (2, "")
