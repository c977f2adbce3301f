"""End and interrupt the reader at random moments: `python tests/bench/endings.py [--times 100] [--seed 1] [KIND...]`.

Prints for each kind of ending how many sessions ended with the right status, with the terminal as it was before, and
within a second.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import random
import subprocess
import tempfile
from collections import Counter

try:
    from terminal import BRIEFREADER, environment
    from terminal_endings import KINDS, Ending, run
except ModuleNotFoundError as error:
    raise SystemExit(f"{error.name} is not installed, which holds the terminal: pip install '.[test]'") from None


def main() -> int:
    """Measure and print; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND", choices=[*KINDS, []], help=", ".join(KINDS))
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        subprocess.run([*BRIEFREADER, "--sample", "index"], env=environment(home), check=True, capture_output=True)
        for kind in given.kinds or KINDS:
            endings = [_run(kind, home, random.Random(given.seed + number)) for number in range(given.times)]
            wrong = Counter(ending.wrong for ending in endings if ending.wrong)
            slowest = max(ending.seconds for ending in endings)
            late = sum(ending.seconds > 1 for ending in endings)
            right = given.times - wrong.total()
            print(
                f"{kind:20} {right} of {given.times} right, {late} later than 1 s, slowest {slowest:.2f} s", flush=True
            )
            for fault, times in wrong.most_common():
                print(f"    {times} times: {fault}")
            failed = failed or bool(wrong) or bool(late)
    return int(failed)


def _run(kind: str, home: Path, chance: random.Random) -> Ending:
    try:
        return run(kind, home, chance)
    except AssertionError as error:
        return Ending(0.0, str(error).partition("\n")[0])


if __name__ == "__main__":
    sys.exit(main())
