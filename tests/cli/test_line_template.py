"""A template makes the lines of list and search, and a mistake in it is told."""

from pathlib import Path

import pytest

from briefreader.cli.line_template import LineTemplate
from briefreader.model import UsageError
from cli.conftest import Run

RECORD = {"id": "talks-1", "title": "Talks \x1b[31m{id}", "date": None, "ordinal": 3, "sides": ("A", "B")}


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (r"{date}\t{id}\t{title}", "\ttalks-1\tTalks {id}"),
        (r"{ordinal}: {sides}\n", "3: A, B\n"),
        (r"{{{id}}} \\t \d", r"{talks-1} \t \d"),
        ("", ""),
    ],
)
def test_names_in_braces_are_values(template: str, line: str) -> None:
    assert LineTemplate(template, RECORD).line(RECORD) == line


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{day}", "--format knows no {day}; it knows id, title, date, ordinal, sides"),
        ("{id", "--format has a lone {; write {date} for a value and {{ for a brace"),
        ("id}", "--format has a lone }; write {date} for a value and {{ for a brace"),
    ],
)
def test_an_unknown_name_or_a_lone_brace_is_wrong_usage(template: str, said: str) -> None:
    with pytest.raises(UsageError, match="--format") as error:
        LineTemplate(template, RECORD)
    assert str(error.value) == said


def test_list_and_search_take_a_template(run: Run, root: Path) -> None:
    listed = run("list", "--library", root, "--format", r"{date}|{id}|{path}|{city}|{url}")
    assert listed.out.splitlines()[0] == "2024-06-10|ncg-3-2024-06-10|2024/ncg-3.md|Seoul|"
    found = run("search", "extended", "deterrence", "--library", root, "--format={series} {ordinal} {path}")
    assert (found.status, found.out.splitlines()[0]) == (0, "NCG 3 2024/ncg-3.md")
    assert run("search", "wombatology", "--library", root, "--format={id}").status == 1
    assert run("list", "--library", root, "--format={day}").status == 2
