"""Recorded sessions of line mode: after `$ ` a line that a person writes, and below it what the program answers."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import readouts
from briefreader.cli.line_mode import converse
from briefreader.cli.printing import Output
from briefreader.cli.session import Session

SESSIONS = sorted((Path(__file__).parent / "sessions").glob("*.txt"))

TALKS = """---
title: Second talks of Ruritania and Freedonia
date: 2024-05-14
series: RFC
ordinal: 2
city: Vienna
country: Austria
next: in Oslo in 2025
source: Ministry of Foreign Affairs
url: https://ruritania.example/talks-2
text_status: official
---

Foreign Minister Anna Rupert of Ruritania and Foreign Minister Otto Field of Freedonia met in Vienna on 14 May 2024 for
the second Ruritania-Freedonia Consultations.

The ministers agreed to open the border at night. They will meet again in Oslo in 2025.
"""
LONG = "# A long report\n\nMay 1, 2022\n\n" + "\n\n".join(
    f"Paragraph {number} of the report." for number in range(1, 25)
)


def desk(root: Path, *, long: bool) -> Path:
    """Write the library of a desk, with a long report and many notices if it is to be long."""
    notices = {f"{day:02}.md": f"# Notice {day}\n\nMay {day}, 2021\n\nA notice.\n" for day in range(1, 22)}
    more = {"long.md": LONG, **notices} if long else {}
    return readouts.write(root, {**readouts.LIBRARY, "talks.md": TALKS, **more})


def lines_of(session: Path) -> tuple[str, list[str]]:
    """Return the recorded text of a session and the lines that a person writes in it."""
    text = session.read_text(encoding="utf-8")
    return text, [line[1:].strip() for line in text.splitlines() if line.startswith("$")]


@pytest.mark.parametrize("recorded", SESSIONS, ids=lambda session: session.stem)
def test_a_session_goes_as_it_was_recorded(recorded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    expected, given = lines_of(recorded)
    out = Output(sys.stdout, sys.stderr)

    def spoken() -> Iterator[str]:
        for line in given:
            out.line(f"$ {line}".rstrip())
            yield line

    session = Session(out, desk(tmp_path / "desk", long=recorded.stem == "pages"))
    assert converse(session, session.library, spoken()) == 0
    assert capsys.readouterr().out == expected


class Narrow(Output):
    """A stream of a terminal with 40 columns."""

    def __init__(self) -> None:
        super().__init__(sys.stdout, sys.stderr)
        self.width = 40


def test_a_page_has_as_many_rows_as_fit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    title = "Statement of the ministers of Ruritania and Freedonia on the border"
    briefs = {f"{day:02}.md": f"# {title} {day}\n\nMay {day}, 2021\n\nText.\n" for day in range(1, 29)}
    session = Session(Narrow(), readouts.write(tmp_path / "long titles", briefs))
    converse(session, session.library, ["next", "next", "previous", "previous"])
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= 40
    assert [line for line in lines if " of 28 briefs" in line] == [
        "1 to 6 of 28 briefs; next for more.",
        "7 to 12 of 28 briefs; next for more.",
        "13 to 18 of 28 briefs; next for more.",
        "7 to 12 of 28 briefs; next for more.",
        "1 to 6 of 28 briefs; next for more.",
    ]


def test_a_long_answer_is_given_in_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    promises = "\n\n".join(f"We will open bridge {number}." for number in range(1, 46))
    root = readouts.write(
        tmp_path / "promises", {"a.md": f"# Talks\n\nMay 1, 2021\n\nJapan and France met.\n\n{promises}\n"}
    )
    session = Session(Output(sys.stdout, sys.stderr), root)
    converse(session, session.library, ["promised 1", "next", "next", "next", "promised", "all", "next"])
    out = capsys.readouterr().out
    assert out.count("2 more pages; next for more.\n") == 2
    assert out.count("1 more page; next for more.\n") == 1
    assert out.count("45. Japan and France: We will open bridge 45.\n") == 1
    assert "bridge 45.\nPage 1 of" not in out
    assert out.endswith("This is the last page of the list.\n")
