"""Columns line up by the width of characters, and what is too wide for a terminal is cut."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefreader.cli.printing import Output, cell_width, cut, wrapped
from briefreader.text import json_line


class Terminal(io.StringIO):
    """A terminal in memory."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "40")
    return Terminal()


@pytest.fixture
def pipe() -> io.StringIO:
    return io.StringIO()


ROWS = [("2024", "제5차-회의", "Fifth meeting of the Extended Deterrence group"), ("2023-07-18", "x", "First")]


def test_columns_are_cut_to_a_terminal_and_coloured(screen: Terminal) -> None:
    Output(screen, screen).table(ROWS, ("", "36", ""), (10, 8, 400))
    assert screen.getvalue() == (
        "2024        \x1b[36m제5차-…\x1b[0m  Fifth meeting of t…\n2023-07-18  \x1b[36mx\x1b[0m        First\n"
    )


def test_no_colour_means_none(screen: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    Output(screen, screen).table(ROWS, ("", "36", ""), (10, 8, 400))
    assert "\x1b" not in screen.getvalue()


def test_columns_are_whole_in_a_pipe(pipe: io.StringIO) -> None:
    Output(pipe, pipe).table(ROWS, ("", "36", ""), (10, 8, 400))
    assert pipe.getvalue() == (
        "2024        제5차-회의  Fifth meeting of the Extended Deterrence group\n2023-07-18  x           First\n"
    )


def test_an_empty_column_takes_no_room(pipe: io.StringIO) -> None:
    Output(pipe, pipe).table([("", "a", ""), ("", "b", "c")], ("", "", ""), (9, 9, 9))
    assert pipe.getvalue() == "a\nb  c\n"


@pytest.mark.parametrize(
    ("name", "title", "lines"),
    [
        ("talks", "Talks in Oslo", ["\x1b[1madded   \x1b[0mtalks  Talks in Oslo"]),
        ("a-broken-file-with-a-long-name.pdf", "", ["\x1b[1madded   \x1b[0ma-broken-file-with-a-long-name.pdf"]),
        (
            "2024-05-01-talks-in-oslo-and-lisbon",
            "Talks in Oslo and in Lisbon on the ports",
            [
                "\x1b[1madded   \x1b[0m2024-05-01-talks-in-oslo-and-lisbon",
                "        Talks in Oslo and in Lisbon on",
                "        the ports",
            ],
        ),
    ],
)
def test_a_name_stays_whole_beside_its_label(screen: Terminal, name: str, title: str, lines: list[str]) -> None:
    Output(screen, screen).labelled("added   ", "1", name, title)
    assert screen.getvalue().splitlines() == lines


def test_a_name_and_its_title_are_one_line_in_a_pipe(pipe: io.StringIO) -> None:
    Output(pipe, pipe).labelled("added   ", "1", "2024-05-01-talks-in-oslo", "Talks in Oslo and in Lisbon on the ports")
    assert pipe.getvalue() == "added   2024-05-01-talks-in-oslo  Talks in Oslo and in Lisbon on the ports\n"


def test_progress_is_one_line_that_goes(screen: Terminal) -> None:
    out = Output(screen, screen)
    out.progress(5, 1000)
    out.message("done")
    assert screen.getvalue() == "\r\x1b[Kindexing 5 of 1,000\r\x1b[Kbriefreader: done\n"


def test_json_escapes_what_a_terminal_might_obey(pipe: io.StringIO) -> None:
    Output(pipe, pipe).json({"path": "a\x1b\x9b\u202e\udcff제"})
    assert pipe.getvalue() == '{"path": "a\\u001b\\u009b\\u202e\\udcff제"}\n'


texts = st.text(st.sampled_from("ab 제차–é "), max_size=60)


@settings(derandomize=True, max_examples=100)
@given(texts, st.integers(1, 30))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert cell_width(cut(text, width)) <= width
    assert cut(text, 200) == text


@settings(derandomize=True, max_examples=100)
@given(texts, st.integers(2, 30))
def test_what_is_wrapped_fits_and_is_all_there(text: str, width: int) -> None:
    lines = list(wrapped(text, width))
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "values", [[], [""], [None, 3, 0.25, "a\nb", 'say "so"', "서울", "\u202e\x1b", "\ud800"], ["\n", "\\n"]]
)
def test_values_are_written_as_printable_json_that_reads_back(values: list[str | float | None]) -> None:
    assert json_line(values).isprintable()
    assert json.loads(json_line(values)) == values
