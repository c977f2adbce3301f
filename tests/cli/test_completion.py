"""Completions: each shell reads what is printed for it, and completes commands, options, values and words."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefreader.cli.arguments import GLOBAL_OPTIONS
from briefreader.cli.command_help import COMMANDS
from briefreader.cli.shells import SHELLS
from cli.conftest import Run

Complete = Callable[..., list[str]]

BASH_ASKS = r"""
COMP_WORDS=(briefreader "${@:2}")
COMP_CWORD=$(($# - 1))
briefreader() { printf '%s\n' "$@" > "$asked"; printf '%s' "$known"; }
source "$1"
_briefreader
printf '%s\n' "${COMPREPLY[@]}"
"""

FISH_ASKS = r"""
function briefreader; printf '%s\n' $argv > $asked; printf '%s' $known; end
source $script
complete -C $line
"""


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not installed")


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """The file to which a completion writes how it has called the program."""
    return tmp_path / "asked"


@pytest.fixture
def in_bash(tmp_path: Path, asked: Path) -> Complete:
    """Return what bash offers for the last word; `known` are the lines that the program answers."""
    script = tmp_path / "completions"
    script.write_text(SHELLS["bash"](COMMANDS), "utf-8")

    def complete(*words: str, known: str = "") -> list[str]:
        environment = {"PATH": "/usr/bin:/bin", "HOME": "/home/ann", "known": known, "asked": str(asked)}
        command = ["bash", "-u", "-c", BASH_ASKS, "bash", str(script), *words]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=True)
        assert [line for line in done.stderr.splitlines() if "compopt" not in line] == []
        return done.stdout.split("\n")[:-1] if done.stdout.strip() else []

    return complete


@needs("bash")
def test_bash_completes_commands_and_options(in_bash: Complete) -> None:
    assert in_bash("") == [*COMMANDS]
    assert in_bash("se") == ["search", "series"]
    assert in_bash("--no") == ["--no-mouse"]
    assert in_bash("search", "--pre") == ["--prefix"]
    assert in_bash("--plain", "list", "--for") == ["--format"]
    assert in_bash("remove", "--js") == []


@needs("bash")
def test_bash_completes_the_values_of_options(in_bash: Complete) -> None:
    assert in_bash("search", "--sort", "r") == ["relevance"]
    assert in_bash("search", "--sort", "=") == ["date", "relevance"]
    assert in_bash("search", "--sort", "=", "d") == ["date"]
    assert in_bash("search", "--limit", "") == []
    assert in_bash("completion", "z") == ["zsh"]


@needs("bash")
def test_bash_completes_files_and_folders(in_bash: Complete, tmp_path: Path) -> None:
    (tmp_path / "a file.md").touch()
    (tmp_path / "a folder").mkdir()
    assert sorted(in_bash("add", "a ")) == ["a file.md", "a folder"]
    assert in_bash("--library", "a ") == ["a folder"]


@needs("bash")
def test_bash_completes_ids_and_series_of_the_library_that_is_named(in_bash: Complete, asked: Path) -> None:
    assert in_bash("show", "ncg", known="ncg-1\nncg-3\n") == ["ncg-1", "ncg-3"]
    assert asked.read_text().split() == ["completion", "--ids", "--", "ncg"]
    assert in_bash("--library", "~/readouts", "series", "N", known="NCG\n") == ["NCG"]
    assert asked.read_text().split() == ["completion", "--series", "--library", "/home/ann/readouts", "--", "N"]
    in_bash("--sample", "cite", "")
    assert asked.read_text().split() == ["completion", "--ids", "--sample", "--"]


@needs("bash")
def test_nothing_that_a_library_says_is_carried_out_by_bash(in_bash: Complete, tmp_path: Path) -> None:
    hostile = "$(touch hacked) `touch hacked`\n"
    assert in_bash("series", "", known=hostile) == [r"\$\(touch\ hacked\)\ \`touch\ hacked\`"]
    assert not (tmp_path / "hacked").exists()


@needs("fish")
def test_fish_completes_commands_options_values_and_ids(tmp_path: Path, asked: Path) -> None:
    script = tmp_path / "completions.fish"
    script.write_text(SHELLS["fish"](COMMANDS), "utf-8")

    def complete(line: str) -> list[str]:
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "line": line, "known": "ncg-1\n"}
        environment |= {"script": str(script), "asked": str(asked)}
        done = subprocess.run(
            ["fish", "-N", "-c", FISH_ASKS], env=environment, capture_output=True, text=True, check=True
        )
        return [each.split("\t")[0] for each in done.stdout.splitlines()]

    assert complete("briefreader se") == ["search", "series"]
    assert complete("briefreader search --sort ") == ["date", "relevance"]
    assert complete("briefreader --library x remove --js") == []
    assert complete("briefreader --library x list --js") == ["--json"]
    assert complete("briefreader --sample show n") == ["ncg-1"]
    assert asked.read_text().split() == ["completion", "--ids", "--sample", "--", "n"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_can_read_its_completions(shell: str, run: Run, tmp_path: Path) -> None:
    answer = run("completion", shell)
    assert answer.status == 0
    assert answer.out == SHELLS[shell](COMMANDS)
    for name in (*COMMANDS, *(option.name.removeprefix("--") for option in GLOBAL_OPTIONS)):
        assert name in answer.out
    if shutil.which(shell):
        script = tmp_path / "script"
        script.write_text(answer.out, "utf-8")
        done = subprocess.run([shell, "-n", str(script)], capture_output=True, text=True)
        assert (done.returncode, done.stderr) == (0, "")


def test_another_shell_is_wrong_usage(run: Run) -> None:
    for words in (("completion", "csh"), ("completion",)):
        answer = run(*words)
        assert answer.status == 2
        assert "write bash or zsh or fish" in answer.err


def test_ids_and_series_are_those_of_the_index_as_it_is(run: Run, root: Path) -> None:
    assert run("completion", "--ids", "--library", str(root)).status == 1
    assert not run("completion", "--ids", "--library", str(root)).out
    run("index", "--library", str(root))
    (root / "new.md").write_text("---\ntitle: New\ndate: 2025-01-01\n---\nText.\n", "utf-8")
    assert run("completion", "--ids", "--library", str(root), "--", "ncg").out.split() == [
        "ncg-3-2024-06-10",
        "ncg-1-2023-07-18",
    ]
    assert run("completion", "--series", "--library", str(root)).out.split("\n") == ["NCG", ""]
    assert run("completion", "--ids", "--library", str(root), "--", "zzz").status == 1
