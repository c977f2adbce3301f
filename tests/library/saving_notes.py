"""Kills processes that save notes in a library, and finds what became of the notes.

    python tests/library/saving_notes.py --kills 500

kills 500 of them at random moments, and prints how many notes were saved, and how many of them were lost or torn.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from random import Random
from typing import NamedTuple

from briefreader.config import Places
from briefreader.library import Library
from briefreader.model import Brief

LONGEST = 0.15
"""Seconds for which a process saves notes, some ten."""

BRIEF = "# Talks in Oslo\n\nThe ministers met in Oslo and agreed to meet again. They praised the talks.\n"
QUOTE = "agreed to meet again"
_NOTE = re.compile(r"note (\d+) from session (\d+)\n(?:line of the note \d+\n){200}end, version (\d)")


class Kept(NamedTuple):
    """The numbers of notes that a session said were saved, of those that are lost, and of files that are torn."""

    saved: int
    lost: int
    torn: int


def save(library: Library, brief: Brief, session: int, numbers: Iterable[int], told: int) -> None:
    """Save notes, change every third one, and write the number of each that is saved."""
    start = brief.text.index(QUOTE)
    os.write(told, b"ready\n")
    for number in numbers:
        lines = "".join(f"line of the note {number}\n" for _ in range(200))
        text = f"note {number} from session {session}\n{lines}end, version "
        note = library.notes.add(brief, (start, start + len(QUOTE)), f"{text}1", ["a", "b"])
        if number % 3 == 0:
            library.notes.change(note, f"{text}2", ["a"])
        os.write(told, b"%d\n" % number)


def opened(root: Path) -> Library:
    """Open the library as a new process would."""
    user = root.parent / "user"
    library = Library(root, Places(user / "config", user / "data", user / "cache"))
    library.update()
    return library


def made(folder: Path) -> Path:
    """Make a library with one brief, and its index."""
    root = folder / "library"
    root.mkdir()
    (root / "talks.md").write_text(BRIEF)
    opened(root)
    return root


def kills(root: Path, times: int, random: Random) -> Kept:
    """Kill a process that saves notes so many times, each time at another moment of its work."""
    library = opened(root)
    brief = library.brief("talks.md")
    with Path(os.devnull).open("wb") as nobody:
        save(library, brief, 0, [0], nobody.fileno())  # here, so that no process imports modules for its first note
    saved, number = {0}, 1
    for session in range(times):
        read, write = os.pipe()
        process = os.fork()
        if not process:
            save(library, brief, session, count(number), write)
        os.close(write)
        with os.fdopen(read) as told:
            told.readline()
            time.sleep(random.uniform(0, LONGEST))
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            saved.update(int(line) for line in told.read().splitlines())
        number = max([number, *(each + 1 for each in saved)]) + 1  # the killed process was saving this number
    return found(root, saved)


def found(root: Path, saved: set[int]) -> Kept:
    """Compare the notes that were saved with those that a later session finds."""
    library = opened(root)
    there: dict[int, list[int]] = {}
    torn = len(library.notes.problems())
    for kept in library.notes.all():
        match = _NOTE.fullmatch(kept.note.text)
        if match is None or kept.lost or kept.note.quote != QUOTE:
            torn += 1
            continue
        there.setdefault(int(match[1]), []).append(int(match[3]))
    lost = sum(there.get(number) != [2 if number % 3 == 0 else 1] for number in saved)
    return Kept(len(saved), lost, torn)


def main() -> None:
    """Kill as often as asked, and print what became of the notes."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=500)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = kills(made(Path(folder)), given.kills, Random(given.kills))
        print(json.dumps(kept._asdict()))
        if kept.lost or kept.torn:
            sys.exit(1)


if __name__ == "__main__":
    main()
