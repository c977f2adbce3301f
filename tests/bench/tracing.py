"""Time traces of wordings: `python tests/bench/tracing.py [--times N] LIBRARY [PHRASE...]`.

Each trace runs in a new process. The time from the index is that of the trace of an open library: opening the index,
counting the wording and making the rows. The time of the whole command begins with Python, compares all files of the
library with the index and ends with the JSON. The phrases take turns.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import subprocess
from statistics import median
from time import perf_counter

from bench.arguments import library as library_folder
from briefreader.library import Library
from briefreader.model import NotFoundError

PHRASES = ("free and open Indo-Pacific", "security", "the United States", "president", "of the", "the", "no such words")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=library_folder, metavar="LIBRARY")
    parser.add_argument("phrases", nargs="*", default=PHRASES, metavar="PHRASE")
    parser.add_argument("--times", type=int, default=7, help="traces of each phrase (default: 7)")
    parser.add_argument("--once", action="store_true", help="print the briefs and the milliseconds of one trace each")
    given = parser.parse_args()
    library = Library(given.library)
    library.update()
    if given.once:
        for phrase in given.phrases:
            print(*_traced(library, phrase))
        return
    briefs = dict.fromkeys(given.phrases, "")
    from_index: dict[str, list[float]] = {phrase: [] for phrase in given.phrases}
    whole: dict[str, list[float]] = {phrase: [] for phrase in given.phrases}
    for _ in range(given.times):
        for phrase in given.phrases:
            once = [sys.executable, __file__, "--once", str(given.library), phrase]
            briefs[phrase], taken = subprocess.run(once, capture_output=True, text=True, check=True).stdout.split()
            from_index[phrase].append(float(taken))
            command = [sys.executable, "-m", "briefreader", "--library", str(given.library), "trace", phrase, "--json"]
            started = perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            whole[phrase].append(1_000 * (perf_counter() - started))
    print("milliseconds, median (worst)")
    for phrase in given.phrases:
        index, all_in_all = (f"{median(each[phrase]):.0f} ({max(each[phrase]):.0f})" for each in (from_index, whole))
        print(f"{phrase}: in {briefs[phrase]} briefs, from the index {index}, the whole command {all_in_all}")


def _traced(library: Library, phrase: str) -> tuple[int, float]:
    """Return the number of briefs with a phrase and the milliseconds that the trace takes."""
    comparing = library.comparing
    started = perf_counter()
    try:
        rows = len(comparing.trace(phrase).rows)
    except NotFoundError:
        rows = 0
    return rows, 1_000 * (perf_counter() - started)


if __name__ == "__main__":
    main()
