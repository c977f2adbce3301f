"""The passage or the text goes to a shell command, and the brief to a pager, an editor or a browser."""

import os
import signal
import time
from pathlib import Path

import pytest

from briefreader.config import Places, Settings
from briefreader.library import Library
from briefreader.ui.screens.command_output import CommandOutputScreen, OutputView
from briefreader.ui.screens.command_prompt import CommandPromptScreen
from briefreader.ui.screens.letter_choice import LetterChoiceScreen
from briefreader.ui.terminal import programs
from briefreader.ui.terminal.browser import Browser, browser_for, why_no_browser
from briefreader.ui.terminal.programs import CapturedProgram, first_word, shell_command
from reader_pilot import Reader, Start

ID = "edscg-4-2023-09-15"


@pytest.fixture(autouse=True)
def plain_shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/sh")
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


async def run(reader: Reader, command: str) -> OutputView:
    """Type a command, and wait for its end."""
    await reader.press("|")
    await type_into(reader, command)
    return await ended(reader)


async def type_into(reader: Reader, command: str) -> None:
    assert isinstance(reader.app.screen, CommandPromptScreen)
    await reader.press(*command, "enter")


async def ended(reader: Reader) -> OutputView:
    assert isinstance(reader.app.screen, CommandOutputScreen)
    view = reader.app.screen.query_one(OutputView)
    await reader.until(lambda: "exit status" in view.state)
    return view


async def test_a_passage_goes_to_a_command_as_its_standard_input(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await reader.press("}")
        view = await run(reader, "wc -w; exit 3")
        assert (view.text.strip(), view.state) == ("17", "exit status 3 · 1 line · y copies, Esc closes")
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_without_a_passage_the_whole_text_goes_to_the_command(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        view = await run(reader, "head -1")
        assert view.text == "Seoul hosts the fourth meeting"


async def test_no_word_of_the_text_reaches_the_shell(root: Path, library: Library, start: Start) -> None:
    (root / "trap.md").write_text("---\ntitle: A trap\ndate: 2025-05-05\n---\n$(touch caught); touch caught\n", "utf-8")
    library.update()
    async with start(brief="2025-05-05-a-trap") as reader:
        await reader.until(lambda: reader.open_brief == "2025-05-05-a-trap")
        await reader.press("}")
        view = await run(reader, "cat; ls caught")
        assert view.text.splitlines()[0] == "$(touch caught); touch caught"
        assert not Path("caught").exists()


async def test_output_cannot_act_on_the_terminal(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        view = await run(reader, r"printf '\033[31mred\033]0;title\007 [b]\tend\n\n\377'")
        assert view.text.splitlines()[0] == "red [b] end"
        assert "\x1b" not in view.text


async def test_the_hint_above_a_command_is_whole_in_a_narrow_window(start: Start) -> None:
    async with start(size=(50, 15), brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await reader.press("|")
        await reader.until(lambda: "earlier ones |" in " ".join(reader.screen_text.split()))


async def test_earlier_commands_come_back(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await run(reader, "echo one")
        await reader.press("escape")
        await run(reader, "echo two")
        await reader.press("escape", "|", "up", "up", "enter")
        assert (await ended(reader)).text == "one"
        await reader.press("escape", "|", "e", "up", "down")
        assert reader.app.screen.query_one("#command").value == "e"  # type: ignore[attr-defined]
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_a_command_that_does_not_end_is_stopped(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await reader.press("|")
        await type_into(reader, "echo begun; sleep 600")
        view = reader.app.screen.query_one(OutputView)
        assert view.state == "running; Ctrl+C stops it"
        await reader.press("ctrl+c")
        view = await ended(reader)
        assert view.state.startswith(f"exit status {128 + signal.SIGTERM} · stopped · ")


async def test_output_is_copied(start: Start) -> None:
    async with start(brief=ID) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await run(reader, "echo taken")
        await reader.press("y")
        await reader.until(lambda: reader.app.clipboard == "taken")
        await reader.until(lambda: "copied 5 characters of output" in reader.status_text)


@pytest.mark.parametrize("key", ["|", "O"])
async def test_with_read_only_no_program_is_run(
    root: Path, places: Places, start: Start, library: Library, key: str
) -> None:
    async with start(size=(160, 40), brief=ID, of=Library(root, places, Settings(read_only=True))) as reader:
        await reader.until(lambda: reader.open_brief == ID)
        await reader.press(key)
        assert reader.app.screen is reader.screen
        assert "no other program is run with --read-only" in reader.status_text


async def test_a_brief_without_an_address_opens_in_no_browser(start: Start) -> None:
    letter = "2022-01-05-a-letter-of-thanks"
    async with start(size=(160, 40), brief=letter) as reader:
        await reader.until(lambda: reader.open_brief == letter)
        await reader.press("O")
        assert isinstance(reader.app.screen, LetterChoiceScreen)
        await reader.press("b")
        assert "this brief has no source address" in reader.status_text


async def test_over_ssh_without_a_browser_the_address_is_copied(
    root: Path, library: Library, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    address = "https://ports.example/quay"
    (root / "quay.md").write_text(f"---\ntitle: Quay\ndate: 2025-05-05\nsource_url: {address}\n---\nText.\n", "utf-8")
    library.update()
    async with start(size=(160, 40), brief="2025-05-05-quay") as reader:
        await reader.until(lambda: reader.open_brief == "2025-05-05-quay")
        await reader.press("O", "b")
        await reader.until(lambda: reader.app.clipboard == address)
        await reader.until(
            lambda: "no browser opens here over SSH; copied the address: terminal clipboard" in reader.status_text
        )


def test_an_editor_gets_the_file_of_the_brief_or_a_copy(root: Path, places: Places, library: Library) -> None:
    brief = library.brief(ID)
    own = library.file_to_edit(brief)
    assert own == (root / "edscg-4.md", False)
    own.path.chmod(0o444)
    if os.access(own.path, os.W_OK):  # the tests run as root
        pytest.skip("every file can be written")
    assert library.file_to_edit(brief).is_copy


def test_a_library_that_cannot_be_written_gives_a_copy_that_stays(
    places: Places, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.library.file_to_edit.is_writable", lambda root: False)
    brief = library.brief(ID)
    copy = library.file_to_edit(brief)
    assert copy.is_copy
    assert copy.path.is_relative_to(places.data / "copies")
    assert copy.path.name == "edscg-4.md"
    assert "Seoul hosts the fourth meeting" in copy.path.read_text("utf-8")
    copy.path.write_text("edited", "utf-8")
    assert library.file_to_edit(brief).path.read_text("utf-8") == "edited"


def test_copies_of_files_with_one_name_are_not_taken_for_each_other(
    root: Path, places: Places, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefreader.library.file_to_edit.is_writable", lambda root: False)
    other = Library(root.with_name("other"), places)
    for folder in (root / "2024", other.root / "2024", other.root):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "edscg-4.md").write_text(f"# Talks of {folder.parent.name} {folder.name}\n\nThey met.\n")
    for each in (library, other):
        each.update()
        for entry in each.entries():
            copy = each.file_to_edit(each.brief(entry.id))
            assert copy.is_copy
            assert copy.path.read_bytes() == (each.root / entry.path).read_bytes()


def test_an_argument_of_a_command_is_no_part_of_it() -> None:
    name = "it's; $(a) file"
    assert CapturedProgram(shell_command("printf '<%s>' -- ", name), "").run().output == f"<--><{name}>".encode()


def test_a_program_that_writes_without_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "MOST_OUTPUT", 100_000)
    captured = CapturedProgram(shell_command("yes"), "").run()
    assert len(captured.output) == 100_000
    assert captured.ended_for.startswith("ended after")


def test_a_program_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "MOST_SECONDS", 0.1)
    captured = CapturedProgram(shell_command("trap '' TERM; echo begun; sleep 600 & wait"), "").run()
    assert captured.ended_for.startswith("ended after")
    assert captured.status == 128 + signal.SIGKILL


def test_a_program_left_in_the_background_is_not_waited_for() -> None:
    began = time.monotonic()
    captured = CapturedProgram(shell_command("sleep 5 & echo done"), "").run()
    assert (captured.output, captured.status) == (b"done\n", 0)
    assert time.monotonic() - began < 4


def test_a_text_that_nobody_reads_is_no_error() -> None:
    assert CapturedProgram(shell_command("true"), "word " * 200_000).run().status == 0


@pytest.mark.parametrize(
    ("command", "name"),
    [("less -R", "less"), ("/usr/bin/vi", "vi"), ("'my editor' -x", "my editor"), ("'", "'"), ("", "")],
)
def test_the_name_of_a_program_is_its_first_word(command: str, name: str) -> None:
    assert first_word(command) == name


@pytest.fixture
def installed(tmp_path: Path) -> str:
    """A PATH with two browsers and an opener."""
    for name in ("w3m", "fox", "xdg-open"):
        (tmp_path / name).write_text("#!/bin/sh\n", "utf-8")
        (tmp_path / name).chmod(0o755)
    return str(tmp_path)


@pytest.mark.parametrize(
    ("environment", "browser"),
    [
        ({}, None),
        ({"DISPLAY": ":0"}, Browser(["xdg-open", "https://a.example/%s"], False)),
        ({"BROWSER": "fox", "DISPLAY": ":0"}, Browser(["fox", "https://a.example/%s"], False)),
        ({"BROWSER": "fox"}, Browser(["fox", "https://a.example/%s"], True)),
        ({"BROWSER": "missing:w3m -o x", "DISPLAY": ":0"}, Browser(["w3m", "-o", "x", "https://a.example/%s"], True)),
        ({"BROWSER": "fox '--open=%s'", "DISPLAY": ":0"}, Browser(["fox", "--open=https://a.example/%s"], False)),
    ],
)
def test_the_browser_is_the_one_of_the_environment(
    installed: str, environment: dict[str, str], browser: Browser | None
) -> None:
    assert browser_for("https://a.example/%s", {**environment, "PATH": installed}) == browser


def test_the_reason_for_no_browser_is_said() -> None:
    assert why_no_browser({"SSH_CONNECTION": "x"}) == "no browser opens here over SSH"
    assert why_no_browser({}) == "no browser is named by $BROWSER"
