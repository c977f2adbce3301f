"""Measures adding: python tests/bench/adding.py [--briefs N] [--words LIBRARY] [--rounds N] [--keep FOLDER]

In a library of briefs that are made up of the words of another, one brief is added again and again, and the next search
finds it. Beside it, in the same rounds: a search when nothing is new, whatever Python takes to start, and what the
system takes to list the files with their sizes and times, which every command does before it answers. Whole processes,
medians. Library and index are kept in FOLDER, and used again from there.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from statistics import median

from bench.arguments import library as library_folder
from bench.engines import made_up

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "library"
START = "pass"
LOOK = "import os, sys\nwith os.scandir(sys.argv[1]) as entries:\n    for entry in entries: entry.stat()"


def write(library: Path, briefs: int, words: Path) -> None:
    library.mkdir()
    for brief in made_up(briefs, words):
        title, _, body = brief.text.partition("\n\n")
        head = f"---\ntitle: {title!a}\ndate: {brief.date}\n---\n"
        (library / f"{brief.date}-{brief.id}.md").write_text(f"{head}\n{body}\n", encoding="utf-8")


def seconds(command: Sequence[str]) -> tuple[float, str]:
    started = time.perf_counter()
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    return time.perf_counter() - started, ran.stdout


def bench(folder: Path, rounds: int) -> None:
    library, source = folder / "library", folder / "added.md"
    program = [sys.executable, "-m", "briefreader", "--library", str(library)]
    search = [*program, "search", "--json", "--quick"]
    subprocess.run([*program, "index"], check=True)
    taken: dict[str, list[float]] = {}
    for number in range(rounds):
        word = f"added{time.time_ns()}"
        source.write_text(f"---\ntitle: Talks {word}\ndate: 2023-05-{number % 28 + 1:02}\n---\n\nThey met.\n")
        for name, command in (
            ("Python starts", [sys.executable, "-c", START]),
            ("the system lists the files", [sys.executable, "-c", LOOK, str(library)]),
            ("a search, nothing new", [*search, "minister"]),
            ("add", [*program, "add", str(source)]),
            ("the search after it", [*search, word]),
        ):
            each, said = seconds(command)
            taken.setdefault(name, []).append(each)
        if '"total": 1' not in said:
            raise SystemExit(f"what was added was not found: {said}")
    for name, times in taken.items():
        print(f"{name:28}{median(times) * 1_000:7.0f} ms   fastest {min(times) * 1_000:5.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=100_000)
    parser.add_argument("--words", type=library_folder, default=SAMPLE, metavar="LIBRARY")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.keep or Path(temporary)).absolute()
        for name in ("CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = str(folder / name.lower())
        if not (folder / "library").exists():
            folder.mkdir(parents=True, exist_ok=True)
            write(folder / "library", given.briefs, given.words)
        bench(folder, given.rounds)


if __name__ == "__main__":
    main()
