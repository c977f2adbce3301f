"""Traces through a series whose leaders also issue joint statements that tell of no meeting."""

from pathlib import Path

import pytest

import corvid
import readouts
from cli.conftest import Run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return readouts.write(tmp_path / "library", corvid.BRIEFS)


def rows(run: Run, root: Path, series: str, phrase: str) -> list[tuple[str, int]]:
    found = run("trace", "--json", "--series", series, "--library", root, phrase).json
    return [(row["date"], row["count"]) for row in found["rows"]]


def test_joint_statements_of_the_leaders_are_rows_between_the_meetings(run: Run, root: Path) -> None:
    assert rows(run, root, "Corvid", "lantern patrol") == [("2021-02-01", 1), ("2021-05-04", 0), ("2022-05-04", 1)]


def test_a_body_can_be_named_for_the_statements_of_its_leaders_alone(run: Run, root: Path) -> None:
    assert rows(run, root, "Heron", "heron") == [("2021-06-01", 3)]
    assert rows(run, root, "Heron Working Group", "heron") == [("2022-06-01", 2)]
