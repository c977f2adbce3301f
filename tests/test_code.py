"""The code holds to the project's rules: types and style."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("check", [("mypy",), ("ruff", "check", "."), ("ruff", "format", "--check", ".")], ids=" ".join)
def test_the_checker_is_content(check: tuple[str, ...], tmp_path: Path) -> None:
    folder = {"mypy": ["--cache-dir", str(tmp_path)]}.get(check[0], ["--no-cache"])
    command = [sys.executable, "-m", *check, *folder]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
