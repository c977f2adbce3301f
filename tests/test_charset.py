"""Text keeps its cells, and loses only what the encoding of the terminal lacks."""

import io
import os
from collections.abc import Callable

import pytest
from rich.cells import cell_len

from briefreader.charset import Charset, charset, typed_encoding


@pytest.mark.parametrize(
    ("encoding", "text", "shown"),
    [
        ("ascii", "── ┬ │ ┴ ┆", "-- + | + |"),
        ("ascii", "▌ ▸ NCG · 3 … “No” – ‘x’", "> + NCG - 3 . \"No\" - 'x'"),
        ("ascii", "2021 ●○● 2024", "2021 x-x 2024"),
        ("ascii", "Año, Čaputová, Łódź, Əliyev, Ærø", "Ano, Caputova, Lodz, Eliyev, Aro"),
        ("ascii", "회의 €5", "???? E5"),
        ("ascii", "Ａｂ", "A b "),
        ("iso8859-1", "─ é · « ñ Č ▌", "- é · « ñ C >"),
        ("koi8-r", "Лавров ─ é", "Лавров - e"),
        ("euc_jp", "東京 ─ é α", "東京 - e ?"),
        ("iso8859-15", "€ Š", "€ Š"),
    ],
)
def test_text_is_fitted(encoding: str, text: str, shown: str) -> None:
    fitted = Charset(encoding).fit(text)
    assert fitted == shown
    assert cell_len(fitted) == cell_len(text)
    assert fitted.encode(encoding)


def test_a_decomposed_accent_is_dropped_with_its_cells() -> None:
    assert Charset("ascii").fit("e\u0301") == "e"


def test_the_address_of_a_link_stays_right() -> None:
    link = "\x1b]8;;https://a.example/plan;x=1?q=ü\x1b\\the “plan”\x1b]8;;\x1b\\"
    shown = '\x1b]8;;https://a.example/plan;x=1?q=%C3%BC\x1b\\the "plan"\x1b]8;;\x1b\\'
    assert Charset("ascii").fit(link) == shown


class TerminalFile(io.TextIOWrapper):
    """The file of a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def locale_says(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], None]:
    """Sets the variables of the locale."""
    monkeypatch.setattr("briefreader.charset.STARTED_IN_C", False)

    def say(variables: dict[str, str]) -> None:
        for name in ("LC_ALL", "LC_CTYPE", "LANG", "PYTHONUTF8", "PYTHONIOENCODING"):
            monkeypatch.delenv(name, raising=False)
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return say


@pytest.mark.parametrize(
    ("variables", "encoding"),
    [
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "de_DE.ISO-8859-1"}, "iso8859-1"),
        ({"LANG": "de_DE.ISO-8859-1", "LC_CTYPE": "C.UTF-8"}, None),
        ({"LANG": "C.UTF-8", "LC_ALL": "de_DE.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LC_ALL": "xx_XX.utf8"}, None),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, None),
        ({"LC_ALL": "de_DE.ISO-8859-1", "PYTHONUTF8": "1"}, None),
        ({"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "latin-1"}, None),
    ],
)
def test_the_encoding_of_a_terminal_is_that_of_the_locale(
    variables: dict[str, str], encoding: str | None, locale_says: Callable[[dict[str, str]], None]
) -> None:
    locale_says(variables)
    found = charset(TerminalFile(io.BytesIO(), "utf-8"))
    assert (found.encoding if found else None) == encoding
    assert typed_encoding(found) == (encoding or "utf-8")


@pytest.mark.parametrize(("started_in_c", "encoding"), [(True, "ascii"), (False, None)])
def test_the_variable_that_python_sets_in_the_c_locale_does_not_count(
    started_in_c: bool,
    encoding: str | None,
    locale_says: Callable[[dict[str, str]], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    locale_says({"LANG": "C", "LC_CTYPE": "C.UTF-8"})
    monkeypatch.setattr("briefreader.charset.STARTED_IN_C", started_in_c)
    found = charset(TerminalFile(io.BytesIO(), "utf-8"))
    assert (found.encoding if found else None) == encoding
    assert typed_encoding(found) == "utf-8"


@pytest.mark.usefixtures("locale_says")
def test_a_stream_writes_what_its_encoding_has(locale_says: Callable[[dict[str, str]], None]) -> None:
    locale_says({"LANG": "de_DE.ISO-8859-1"})
    written = io.BytesIO()
    stream = TerminalFile(written, "utf-8")
    charset(stream)
    stream.write("Año – Čapek 회")
    stream.flush()
    assert written.getvalue() == b"A\xf1o - Capek ??"


def test_a_pipe_keeps_the_encoding_of_its_stream(locale_says: Callable[[dict[str, str]], None]) -> None:
    locale_says({"LC_ALL": "C"})
    assert charset(io.TextIOWrapper(io.BytesIO(), "utf-8")) is None
    piped = io.TextIOWrapper(io.BytesIO(), "ascii")
    found = charset(piped)
    assert found is not None
    assert found.encoding == "ascii"
    assert typed_encoding(found) == "utf-8"


def test_a_closed_stream_has_no_characters() -> None:
    assert charset(None) is None
    assert os.sep == "/"
