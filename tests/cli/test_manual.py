"""The manual page, made from the tables of commands and keys, and the files that lie beside an installed program."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from briefreader.cli.arguments import GLOBAL_OPTIONS, Command, Option
from briefreader.cli.command_help import COMMANDS
from briefreader.cli.manual import ARROWS, page
from briefreader.cli.shared_files import shared_files
from briefreader.cli.shells import SHELLS
from briefreader.ui.key_table import KeyTable

ROOT = Path(__file__).parents[2]
TABLE = KeyTable()
SIGNS = {"\\-": "-", "\\e": "\\", "\\(aq": "'", "\\(ga": "`", "\\(ha": "^", "\\(ti": "~", "\\(dq": '"', "\\&": ""}
HOSTILE = Command(
    "odd",
    "'WORD'",
    ".br of the page",
    '\'tis a line \\fBthat\\fR .TH would break; it holds `^~` and “quotes” and "quotes"',
    ((".SH (odd)", "\\n is no line"),),
    (Option("--odd", "'\\c .PP"),),
)


def plain(roff: str) -> str:
    """Return text of a page without its signs for roff."""
    text = re.sub(r"\\\[u([0-9A-F]{4})\]", lambda sign: chr(int(sign[1], 16)), roff)
    for sign, character in SIGNS.items():
        text = text.replace(sign, character)
    return text


def words(text: str) -> str:
    """Return text with the arrows as words."""
    return "".join(ARROWS.get(sign, sign) for sign in text)


def test_the_page_has_the_sections_that_people_look_for() -> None:
    headings = [line.removeprefix(".SH ").strip('"') for line in page(COMMANDS, TABLE).splitlines() if ".SH" in line]
    assert headings == [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "COMMANDS",
        "OPTIONS",
        "KEYS",
        "FILES",
        "ENVIRONMENT",
        "EXIT STATUS",
        "EXAMPLES",
    ]


def test_the_page_tells_every_command_option_and_key() -> None:
    lines = plain(page(COMMANDS, TABLE)).splitlines()
    for command in COMMANDS.values():
        assert f".SS briefreader {command.name} {command.words}".rstrip() in lines
        assert command.description in lines
        for option in command.options:
            assert any(line.startswith(f"\\fB{option.name}") for line in lines)
    for option in GLOBAL_OPTIONS:
        assert any(line.startswith(f"\\fB{option.name}") for line in lines)
    for key in TABLE.commands:
        assert f"\\fB{words(key.shown)}  ({key.id})\\fR" in lines
        assert words(TABLE.filled(key.label)) in lines


def test_no_text_is_taken_for_a_request() -> None:
    roff = page({"odd": HOSTILE}, TABLE)
    requests = {line.split()[0] for line in roff.splitlines() if line.startswith((".", "'"))}
    assert requests == {".TH", ".nh", ".ad", ".SH", ".SS", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi"}
    assert plain(roff).count(HOSTILE.description) == 1
    assert roff.isascii()


@pytest.mark.parametrize(
    "command",
    [
        ["groff", "-man", "-ww", "-Tutf8"],
        ["groff", "-man", "-ww", "-Tascii"],
        ["mandoc", "-T", "lint", "-W", "warning"],
    ],
)
def test_the_formatters_have_nothing_to_complain_of(command: list[str], tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    for name, commands in (("ours", COMMANDS), ("hostile", {"odd": HOSTILE})):
        file = tmp_path / f"{name}.1"
        file.write_text(page(commands, TABLE), "ascii")
        done = subprocess.run([*command, str(file)], capture_output=True, text=True)
        # ASCII lacks the signs of the list, such as a star, and shows nothing in their place
        told = [
            line for line in done.stderr.splitlines() if "-Tascii" not in command or "special character" not in line
        ]
        assert told == []
        assert command[0] == "groff" or done.stdout == ""


def test_the_files_can_be_made_before_any_dependency_is_installed() -> None:
    code = "from briefreader.cli.shared_files import shared_files; print(*shared_files())"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); {code}"],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [
        "share/man/man1/briefreader.1",
        "share/bash-completion/completions/briefreader",
        "share/zsh/site-functions/_briefreader",
        "share/fish/vendor_completions.d/briefreader.fish",
    ]


def test_the_wheel_gets_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interface:
        """Stands in for the one of hatchling, which is installed only while a wheel is built."""

        root = str(ROOT)

        def __class_getitem__(cls, _: object) -> type:
            return cls

    names = "hatchling", "builders", "hooks", "plugin", "interface"
    for end in range(len(names)):
        module = ModuleType(".".join(names[: end + 1]))
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(module, "BuildHookInterface", Interface, raising=False)
    monkeypatch.delitem(sys.modules, "briefreader.build_hook", raising=False)
    monkeypatch.setattr(sys, "path", [*sys.path])
    from briefreader.build_hook import SharedFiles

    hook: Any = SharedFiles.__new__(SharedFiles)
    build_data: dict[str, Any] = {"shared_data": {}}
    hook.initialize("standard", build_data)
    written = {place: Path(file).read_text("utf-8") for file, place in build_data["shared_data"].items()}
    assert written == shared_files()
    assert written["share/zsh/site-functions/_briefreader"] == SHELLS["zsh"](COMMANDS)
    hook.finalize("standard", build_data, "")
    assert not any(Path(file).exists() for file in build_data["shared_data"])
    sys.modules.pop("briefreader.build_hook")
