"""Measure the reader on a pseudo-terminal: `python tests/bench/reader.py [LIBRARY]` (the sample library without one).

Prints the time to the first paint against an empty Textual application, interleaved, as median and worst ratio; what
keys cost in bytes; how long a letter takes to be echoed, at rest and while the index is built from nothing; and the
time from a letter to the last byte it sets off, against the same reader where searching costs nothing: each query was
asked before, and its results were kept.
"""

import sys
from pathlib import Path

sys.path.pop(0)  # this folder, which would hide the module typing
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import argparse
import statistics
import tempfile
import time

from bench.arguments import library as library_folder

try:
    from terminal import BRIEFREADER, DOWN, ESCAPE, PAGE_DOWN, Terminal, environment
except ModuleNotFoundError as error:
    raise SystemExit(f"{error.name} is not installed, which holds the terminal: pip install '.[test]'") from None

ROUNDS = 9
TYPED = "extended deterrence korea"
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("painted")

Empty().run()
"""


SESSIONS = (
    "extended deterrence korea",
    "joint statement denuclearization",
    "minister defence cooperation",
    "north korea missile",
    "quad indo pacific maritime",
)
SILENCE = 0.15
"""Seconds without a byte after which a letter has had its effect."""

IDLE_SEARCH = """
import sys
from briefreader.cli import main
from briefreader.library import Library

search, found = Library.search, {}

def idle(self, query, *, cancelled, **options):
    asked = query, *options.items()
    if asked not in found:
        found[asked] = search(self, query, cancelled=cancelled, **options)
    return found[asked]

Library.search = idle
sys.exit(main())
"""


def last_bytes(terminals: list[Terminal]) -> list[tuple[float, ...]]:
    """Type the sessions into readers side by side; return the seconds from each letter to its last byte, of each."""
    found = []
    for session in SESSIONS:
        for terminal in terminals:
            terminal.type("/")
            terminal.settle(0.2)
        for letter in session:
            found.append(tuple(_last_byte(terminal, letter) for terminal in terminals))
        for terminal in terminals:
            for _ in range(2):
                terminal.type(ESCAPE)
                terminal.settle(0.2)
    return found


def _last_byte(terminal: Terminal, letter: str) -> float:
    started = last = time.monotonic()
    terminal.type(letter)
    while time.monotonic() - last < SILENCE:
        if terminal.read(0.002):
            last = time.monotonic()
    return last - started


def first_paint(command: list[str], home: Path, text: str) -> float:
    """Return the seconds from the start of a process to the first picture that holds text."""
    started = time.monotonic()
    with Terminal(command, environment(home)) as terminal:
        while text.encode() not in terminal.output:
            terminal.read(0.005)
            if time.monotonic() - started > 20:
                raise TimeoutError(f"{text!r} was not painted")
        return time.monotonic() - started


def echoes(terminal: Terminal) -> list[float]:
    """Type a query as fast as it is echoed; return the seconds each letter took to appear."""
    terminal.type("/")
    terminal.settle(0.1)
    seconds = []
    for number in range(1, len(TYPED) + 1):
        started = time.monotonic()
        terminal.type(TYPED[number - 1])
        want = f" / {TYPED[:number]}".rstrip()
        while terminal.line(0)[: len(want)] != want and time.monotonic() - started < 5:
            terminal.read(0.002)
        if TYPED[number - 1] != " ":
            seconds.append(time.monotonic() - started)
        terminal.read(0.05)
    terminal.type(ESCAPE)
    terminal.settle(0.1)
    terminal.type(ESCAPE)
    terminal.settle(0.1)
    return seconds


def told(name: str, seconds: list[float]) -> None:
    print(f"{name:34} median {statistics.median(seconds) * 1000:6.0f} ms   worst {max(seconds) * 1000:6.0f} ms")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", nargs="?", type=library_folder)
    given = parser.parse_args()
    library = ["--library", str(given.library)] if given.library else ["--sample"]
    command = [*BRIEFREADER, *library]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        empty = home / "empty.py"
        empty.write_text(EMPTY_APP)
        with Terminal(command, environment(home)) as terminal:
            terminal.wait_for(" briefs")
            terminal.wait_for("indexing" if given.library else " briefs", 60)
            told("echo of a letter, index building", echoes(terminal))
            while "indexing" in terminal.line(-1):
                terminal.read(1.0)
            told("echo of a letter, index built", echoes(terminal))
            terminal.settle(1.0)
            print(f"{'idle, 3 s':34} {terminal.read(3.0)} bytes")
            moves, pages = zip(*((terminal.press(DOWN), terminal.press(PAGE_DOWN)) for _ in range(9)), strict=True)
            turned = [page for page in pages if page]
            page = f"median {statistics.median(turned):.0f} bytes" if turned else "no brief here has a second one"
            print(f"{'list down':34} median {statistics.median(moves):.0f} bytes, article included")
            print(f"{'page down':34} {page}")
        idle = home / "idle.py"
        idle.write_text(IDLE_SEARCH)
        with (
            Terminal(command, environment(home)) as ours,
            Terminal([sys.executable, str(idle), *library], environment(home)) as theirs,
        ):
            for terminal in (ours, theirs):
                terminal.wait_for(" briefs", 60)
                terminal.settle(1.0)
            last_bytes([ours, theirs])
            seconds = last_bytes([ours, theirs])
        told("letter to last byte", [one for one, _ in seconds])
        told("the same, searching costs nothing", [other for _, other in seconds])
        print(f"{'ratio':34} median {statistics.median(one / other for one, other in seconds):.2f}")
        paints = [
            (first_paint([sys.executable, str(empty)], home, "painted"), first_paint(command, home, "search"))
            for _ in range(ROUNDS)
        ]
        told("first paint, empty application", [one for one, _ in paints])
        told("first paint, briefreader", [other for _, other in paints])
        ratios = [other / one for one, other in paints]
        print(f"{'ratio':34} median {statistics.median(ratios):.2f}   worst {max(ratios):.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
