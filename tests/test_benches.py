"""The benches, which are run by hand, say in a sentence what they lack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from repositories import commit

BENCH = Path(__file__).parent / "bench"
SAMPLE = Path(__file__).parents[1] / "data" / "library"


def run(bench: str, *arguments: str | Path, without: str = "") -> subprocess.CompletedProcess[str]:
    """Run a bench as a program, in a Python that has not one package."""
    hiding = f"sys.modules[{without!r}] = None; " if without else ""
    code = f"import runpy, sys; {hiding}sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    command = [sys.executable, "-c", code, str(BENCH / f"{bench}.py"), *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def error(bench: str, *arguments: str | Path, without: str = "") -> str:
    """Return the last line that a bench ends with, which is neither a success nor a traceback."""
    ran = run(bench, *arguments, without=without)
    assert ran.returncode != 0
    assert "Traceback" not in ran.stderr
    return ran.stderr.splitlines()[-1]


@pytest.mark.parametrize("bench", ["hostile", "indexing", "reader", "row_texts", "tracing", "typing"])
def test_a_folder_that_is_not_there_is_named(bench: str, tmp_path: Path) -> None:
    assert error(bench, tmp_path / "nowhere").endswith(
        f"there is no folder {tmp_path / 'nowhere'}; tests/bench/README.md says where public ones are"
    )


def test_a_folder_without_briefs_is_named(tmp_path: Path) -> None:
    assert f"the folder {tmp_path} holds no brief" in error("adding", "--words", tmp_path)


def test_a_collection_that_is_not_there_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere" / "cran.all.1400"
    sentence = f"{missing}: No such file or directory; tests/bench/README.md says where the collection is"
    assert error("ranking", tmp_path / "nowhere").endswith(sentence)


def test_a_bench_with_nothing_to_measure_says_so() -> None:
    assert error("typing").endswith("there is nothing to measure: name a LIBRARY, or --generated N")


def test_a_library_whose_texts_are_too_short_is_named() -> None:
    assert error("indexing", SAMPLE).endswith(f"no text of {SAMPLE} makes a brief of 800 words; name fewer --words")


def test_a_package_that_is_not_installed_is_named(tmp_path: Path) -> None:
    assert "pyte is not installed" in error("reader", without="pyte")
    assert error("lines", "tantivy", tmp_path, without="tantivy").endswith("tantivy is not installed")


def test_the_library_that_is_measured_is_laid_out_of_a_clone(tmp_path: Path) -> None:
    files = {"talks/2023-01/2023-01-02-talks.md": "---\ntitle: Talks\n---\n", "README.md": "# Talks", "talks/a.txt": ""}
    first = commit(tmp_path / "clone", files)
    commit(tmp_path / "clone", {})
    ran = run("archive", tmp_path / "clone", tmp_path / "library", "--commit", first)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(f"1 releases were written to {tmp_path / 'library'}; ")
    assert [path.name for path in (tmp_path / "library").iterdir()] == ["2023-01-02-talks-00001.md"]
    assert error("archive", tmp_path / "clone", tmp_path / "library").endswith("is not empty; name a new folder")


def test_a_clone_that_is_missing_or_has_not_the_commit_is_named(tmp_path: Path) -> None:
    commit(tmp_path / "clone", {})
    assert error("archive", tmp_path / "nowhere", tmp_path / "library").endswith(
        f"there is no folder {tmp_path / 'nowhere'}: "
        f"git clone https://github.com/brian14708/wh-briefings {tmp_path / 'nowhere'}"
    )
    assert f"{tmp_path / 'clone'} has not the commit 737ca03a271adc205c67766074ec8d0070f7ad95" in error(
        "archive", tmp_path / "clone", tmp_path / "library"
    )
