"""The rooms of the house: imports point down only, by the contracts in pyproject.toml and as the program runs."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HEAVY = {
    "textual",
    "whoosh",
    "trafilatura",
    "lxml",
    "yaml",
    "charset_normalizer",
    "chardet",
    "webencodings",
    "dataclasses",
}


def test_the_import_contracts_are_kept() -> None:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "33 kept, 0 broken" in found.stdout


@pytest.mark.parametrize("room", ["indexing", "library", "cli", "cli.commands", "notes", "sources", "store"])
def test_importing_a_door_loads_nothing_heavy(room: str) -> None:
    code = f"import sys, briefreader.{room}; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert HEAVY.isdisjoint(found.stdout.split())


def test_importing_the_annotator_loads_no_parser_of_files() -> None:
    code = "import sys, briefreader.annotate; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert (HEAVY - {"dataclasses"}).isdisjoint(found.stdout.split())


def test_searching_needs_no_terminal_library() -> None:
    code = (
        "import sys; from briefreader.cli import main; "
        "sys.argv = ['briefreader', 'search', '--sample', '--json', 'nuclear']; status = main(); "
        "sys.exit('textual was loaded' if 'textual' in sys.modules else status)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert found.returncode == 0, found.stderr
