"""What a person takes out of a brief is copied with its citation, and the status line tells the way it went."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.model import LibraryError
from briefreader.ui.panes.copy_actions import told
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.terminal.clipboard import MOST_BASE64, base64_length
from reader_pilot import Reader, Start

QUAYS = """---
title: Two ports agree on a quay
date: 2025-03-03
source: Port Office
source_url: https://ports.example/quay
city: Lisbon
country: Portugal
sides: [Portugal, Norway]
text_status: official
---
Minister Ana Silva of Portugal met Minister Kari Berg of Norway in Lisbon on 3 March 2025.

They spoke of fish. Portugal will build a quay in the harbour of Lisbon by the end of the year.
"""
ID = "2025-03-03-two-ports-agree-on-a-quay"
CITATION = (
    "Port Office, “Two ports agree on a quay”, readout, Lisbon, Portugal, 3 March 2025, https://ports.example/quay."
)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture
def quays(root: Path, library: Library) -> Library:
    (root / "quays.md").write_text(QUAYS, "utf-8")
    library.update()
    return library


async def copied(reader: Reader, *keys: str) -> str:
    """Press keys, and return the text that is in the clipboard then."""
    reader.app.copy_to_clipboard("")
    await reader.press(*keys)
    await reader.until(lambda: reader.app.clipboard and reader.status_text.startswith(" copied"))
    return reader.app.clipboard


async def opened(reader: Reader) -> None:
    await reader.until(lambda: reader.open_brief == ID)
    await reader.press()


def citation_of(text: str) -> str:
    return text.splitlines()[-1]


async def test_a_passage_is_copied_in_quotation_marks_with_its_citation(
    quays: Library, start: Start, places: Places
) -> None:
    async with start(size=(160, 40), brief=ID) as reader:
        await opened(reader)
        text = await copied(reader, ")", ")", "y")
        assert text == f"“They spoke of fish.”\n{CITATION}"
        path = places.data / "copied.txt"
        assert path.read_text("utf-8") == text + "\n"
        assert path.stat().st_mode & 0o777 == 0o600
        assert reader.status_text.startswith(f" copied {len(text)} characters with citation: terminal clipboard and ")
        assert [place.path for place in quays.places() if place.label == "copied"] == [path]


async def test_the_list_and_the_article_without_a_selection_copy_the_citation(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        assert await copied(reader, "y") == CITATION
        assert await copied(reader, "escape", "y") == CITATION
        assert " copied the citation, " in reader.status_text


async def test_a_selected_name_is_copied_with_the_sentence_that_mentions_it(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        while (name := reader.screen.article.selected_name) is None or name.canonical != "Kari Berg":
            await reader.press(".")
        lines = (await copied(reader, "y")).splitlines()
        assert lines[0] == "Kari Berg (person)"
        assert lines[1].startswith("“Minister Ana Silva of Portugal met Minister Kari Berg")
        assert lines[2] == CITATION


async def test_an_attendee_is_copied_with_office_side_and_role(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        await reader.press("w")
        while (picked := reader.screen.panel.picked) is None or picked.text != "Kari Berg":
            await reader.press("j")
        lines = (await copied(reader, "y")).splitlines()
        assert lines[0] == "Kari Berg, Minister, Norway, led"
        assert lines[1].startswith("“Minister Ana Silva of Portugal met")
        assert lines[2] == CITATION


async def test_a_commitment_is_copied_with_its_actor(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        lines = (await copied(reader, "c", "y")).splitlines()
        assert lines == [
            "Portugal (commitment)",
            "“Portugal will build a quay in the harbour of Lisbon by the end of the year.”",
            CITATION,
        ]


async def test_the_line_of_the_panel_is_copied_after_a_passage_was_selected(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        assert (await copied(reader, ")", "c", "y")).startswith("Portugal (commitment)")
        assert (await copied(reader, ")", "y")).startswith("“")


async def test_a_fact_of_the_meeting_is_copied_with_its_name(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        await reader.press("e")
        while (picked := reader.screen.panel.picked) is None or picked.text != "Lisbon":
            await reader.press("j")
        lines = (await copied(reader, "y")).splitlines()
        assert lines[0] == "City: Lisbon"
        assert lines[-1] == CITATION


@pytest.mark.parametrize(
    ("letter", "sign"),
    [("t", CITATION), ("m", "](<https://ports.example/quay>)"), ("b", "@"), ("c", '"title"'), ("r", "TY  - ")],
)
async def test_a_letter_chooses_the_format_of_the_citation(
    quays: Library, start: Start, letter: str, sign: str
) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        assert sign in await copied(reader, "Y", letter)
        assert " copied the citation, " in reader.status_text
        await reader.press("Y")
        assert isinstance(reader.app.screen, LetterChoiceScreen)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_the_passage_is_told_that_a_citation_is_copied_with(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        assert (await copied(reader, ")", "Y", "m")).startswith("> ")
        assert " copied the passage with its citation, " in reader.status_text


async def test_the_format_under_the_cursor_is_chosen_by_enter(quays: Library, start: Start) -> None:
    async with start(brief=ID) as reader:
        await opened(reader)
        assert (await copied(reader, "Y", "j", "j", "enter")).startswith("@")


async def test_the_citations_of_all_marked_briefs_are_copied_as_one(quays: Library, start: Start) -> None:
    async with start() as reader:
        await reader.press("s")
        await reader.until(lambda: ID in reader.rows)
        await reader.press("g", "M", "M", "M")
        cited = json.loads(await copied(reader, "Y", "c"))
        assert len(cited) == 3
        assert "copied 3 citations, " in reader.status_text


async def test_where_nothing_is_written_the_copy_goes_to_the_clipboard_alone(
    quays: Library, root: Path, places: Places, start: Start
) -> None:
    forbidden = Library(root, places, Settings(read_only=True))
    async with start(size=(160, 40), brief=ID, of=forbidden) as reader:
        await opened(reader)
        await copied(reader, ")", "y")
        assert "terminal clipboard; in no file: nothing is written with --read-only" in reader.status_text
        assert not (places.data / "copied.txt").exists()


async def test_a_text_too_long_for_the_terminal_is_in_the_file(
    root: Path, library: Library, places: Places, start: Start
) -> None:
    body = " ".join(["They spoke of fish and of the sea"] * 100)
    (root / "long.md").write_text(f"---\ntitle: Long\ndate: 2025-04-04\n---\n{body}.\n", "utf-8")
    library.update()
    async with start(size=(200, 40), brief="2025-04-04-long") as reader:
        await reader.until(lambda: reader.open_brief == "2025-04-04-long")
        await reader.press("}", "y")
        await reader.until(lambda: "too long for the terminal's clipboard" in reader.status_text)
        assert reader.app.clipboard == ""
        assert (places.data / "copied.txt").read_text("utf-8").startswith(f"“{body}.”\n")


def make_tmux(folder: Path, script: str) -> None:
    folder.mkdir()
    program = folder / "tmux"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("script", "calls"),
    [
        ('echo "$@" >>calls; cat >buffer', ["load-buffer -w -"]),
        ('echo "$@" >>calls; test "$2" = "-w" && exit 1; cat >buffer', ["load-buffer -w -", "load-buffer -"]),
    ],
)
async def test_inside_tmux_the_text_becomes_a_buffer_of_tmux(
    quays: Library, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, calls: list[str]
) -> None:
    make_tmux(tmp_path / "bin", f"cd {tmp_path}\n{script}")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("TMUX", "/tmp/tmux/default,1,0")
    async with start(size=(160, 40), brief=ID) as reader:
        await opened(reader)
        await reader.press(")", "y")
        await reader.until(lambda: "tmux buffer and " in reader.status_text)
        assert (tmp_path / "buffer").read_text("utf-8").endswith(CITATION)
        assert (tmp_path / "calls").read_text("utf-8").splitlines() == calls
        assert reader.app.clipboard == ""


async def test_where_tmux_refuses_the_terminal_is_asked(
    quays: Library, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_tmux(tmp_path / "bin", "exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("TMUX", "/tmp/tmux/default,1,0")
    async with start(size=(160, 40), brief=ID) as reader:
        await opened(reader)
        await copied(reader, ")", "y")
        assert "terminal clipboard and " in reader.status_text


def test_the_length_in_base64_is_counted() -> None:
    assert [base64_length(text) for text in ("", "a", "abc", "abcd", "é")] == [0, 4, 4, 8, 4]
    assert base64_length("a" * (MOST_BASE64 // 4 * 3)) == MOST_BASE64


@pytest.mark.parametrize(
    ("way", "kept", "sentence"),
    [
        ("tmux buffer", Path("/home/ann/.data/copied.txt"), "copied it: tmux buffer and ~/.data/copied.txt"),
        ("no clipboard here", Path("/data/copied.txt"), "copied it: /data/copied.txt (no clipboard here)"),
        ("tmux buffer", LibraryError("the disk is full"), "copied it: tmux buffer; in no file: the disk is full"),
    ],
)
def test_the_sentence_says_the_way_and_the_file(way: object, kept: object, sentence: str) -> None:
    tell: Callable[..., str] = told
    assert tell("copied it", way, kept, lambda: Path("/home/ann")) == sentence
