"""Measures indexing: python tests/bench/indexing.py [--briefs N] [--words N] [--rounds N] [--cores N] [LIBRARY]

The texts of a library are cut into briefs of about 800 words, which are read, annotated and indexed from nothing by the
program, on one core and on as many as there are, or only on so many. Many briefs are read faster than few: their words
are known after a while. Memory is that of all its processes at their most, pages they share counted once; space is that
of the whole cache folder at its most, against that of the index in the end.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from statistics import median

from bench.arguments import library as library_folder
from bench.engines import read

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "library"
SHARE_OF_LOOKS = 1 / 20  # of the time; they take it from what is measured

INDEX = """
import os, sys
from pathlib import Path
from briefreader.config import Places
from briefreader.library import Library
root, user, cores = sys.argv[1:]
os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:int(cores)])
report = Library(Path(root), Places(*(Path(user) / each for each in ("config", "data", "cache")))).update()
print(report.seconds, sum(os.times()[:4]))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: its seconds, those of all processors, the most memory and space in bytes, and the space in the end."""

    seconds: float
    processor: float
    memory: int
    space: int
    index: int


def cut(library: Path, folder: Path, briefs: int, words: int) -> int:
    """Write briefs of so many words, paragraph by paragraph, made of a library's texts; return all their words."""
    total = count = 0
    for brief in read(library):
        for body in pieces(brief.text.split("\n\n"), words):
            if count == briefs:
                return total
            count += 1
            total += len(body.split())
            text = f"---\ntext_status: official\ndate: {brief.date or 2020}\n---\n\n# {brief.title}\n\n{body}\n"
            (folder / f"{brief.date}-{count:06}.md").write_text(text, encoding="utf-8")
    return total


def pieces(paragraphs: list[str], words: int) -> Iterator[str]:
    """Yield paragraphs in a row that have so many words together; what is left over is dropped."""
    held: list[str] = []
    count = 0
    for paragraph in paragraphs:
        held.append(paragraph)
        count += len(paragraph.split())
        if count >= words:
            yield "\n\n".join(held)
            held, count = [], 0


def family(parent: int) -> list[int]:
    """Return a process and all that it started."""
    parent_of: dict[int, int] = {}
    for state in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent_of[int(state.parent.name)] = int(state.read_text().rpartition(")")[2].split()[1])
    found = [parent]
    for pid in found:
        found += [each for each, above in parent_of.items() if above == pid]
    return found


def memory(parent: int) -> int:
    """Return the bytes of memory of a process and all that it started, a shared page by its share."""
    total = 0
    for pid in family(parent):
        with suppress(OSError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:"))
    return total


def space(folder: Path) -> int:
    """Return the bytes of all files below a folder, each once however many names it has."""
    files: dict[int, int] = {}
    for name, _, names in os.walk(folder):
        for each in names:
            with suppress(OSError):
                status = (Path(name) / each).stat()
                files[status.st_ino] = status.st_size
    return sum(files.values())


def run(root: Path, cores: int) -> Run:
    with tempfile.TemporaryDirectory() as user:
        command = [sys.executable, "-c", INDEX, str(root), user, str(cores)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        most_memory = most_space = 0
        while process.poll() is None:
            looked = time.perf_counter()
            most_memory = max(most_memory, memory(process.pid))
            most_space = max(most_space, space(Path(user)))
            time.sleep((time.perf_counter() - looked) / SHARE_OF_LOOKS)
        said, _ = process.communicate()
        if process.returncode:
            raise SystemExit("indexing failed")
        seconds, processor = map(float, said.split())
        return Run(seconds, processor, most_memory, most_space, space(Path(user)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", nargs="?", type=library_folder, default=SAMPLE)
    parser.add_argument("--briefs", type=int, default=2_000)
    parser.add_argument("--words", type=int, default=800)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--cores", type=int)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        total = cut(given.library, Path(folder), given.briefs, given.words)
        count = len(list(Path(folder).iterdir()))
        if not count:
            parser.error(f"no text of {given.library} makes a brief of {given.words} words; name fewer --words")
        print(f"{count:,} briefs of {total // count:,} words")
        choices = [given.cores] if given.cores else sorted({1, len(os.sched_getaffinity(0))})
        runs: dict[int, list[Run]] = {cores: [] for cores in choices}
        for _ in range(given.rounds):
            for cores in choices:
                runs[cores].append(run(Path(folder), cores))
    print("cores  briefs/s    words/s   processor   memory   index   most space")
    for cores, found in runs.items():
        seconds, processor = median(each.seconds for each in found), median(each.processor for each in found)
        most, last = max(each.memory for each in found), found[-1]
        print(
            f"{cores:5}{count / seconds:10.0f}{total / seconds:11,.0f}{processor:10.1f} s"
            f"{most >> 20:6} MB{last.index >> 20:5} MB{last.space / last.index:8.2f} of it"
        )


if __name__ == "__main__":
    main()
