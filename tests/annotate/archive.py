"""How an archive is read: `python tests/annotate/archive.py FOLDER... [--names TYPE] [--list KEY]`.

Reads every file of the folders and counts texts with a meeting, titles that announce a readout of a meeting and have
none, first sentences that say today and whose meeting has another day than the release, people at a meeting without a
side, readouts with fewer than two sides, series and those with one text, and kinds of texts. --names prints the 200
commonest names of a type, to be read by a person; --list prints the titles behind a count.
"""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from briefreader import sources
from briefreader.annotate import Annotator
from briefreader.model import BriefreaderError

ROOT = Path(__file__).parents[2]
READOUT = re.compile(r"(?:Joint )?Readout\b.*\b(?:Call|Meeting|Visit|Dialogue|Talks)|.*'s (?:Call|Meeting) with\b")
TODAY = re.compile(r"[^.]*\btoday\b")


class Reading(NamedTuple):
    """What one file gave: the counts that it adds to, its series, and its names by type."""

    title: str
    counts: tuple[str, ...]
    series: str | None = None
    names: tuple[tuple[str, str], ...] = ()


@cache
def annotator() -> Annotator:
    """The annotator with the program's own lists."""
    return Annotator.load([ROOT / "data" / "names"])


def read(path: Path) -> Reading:
    """Read and annotate one file."""
    try:
        document = sources.parse(path.read_bytes(), path.name)
    except BriefreaderError:
        return Reading(path.name, ("unreadable",))
    annotation = annotator().annotate(document)
    meeting = annotation.meeting
    counts = ["texts", f"kind: {getattr(annotation, 'kind', None)}"]
    readout = READOUT.match(document.title.replace("’", "'")) is not None
    counts += ["readouts"] if readout else []
    if meeting is None:
        counts += ["readouts without a meeting"] if readout else []
    else:
        counts += ["meetings"]
        counts += ["meetings in a series"] if meeting.series else []
        counts += ["readouts with fewer than two sides"] if readout and len(meeting.sides) < 2 else []
        counts += [f"with {key}" for key in ("date", "city", "sides", "leads", "next") if getattr(meeting, key)]
        counts += [f"unsure of {key}" for key in getattr(meeting, "unsure", ())]
        counts += ["says today"] if TODAY.match(document.body) else []
        if TODAY.match(document.body) and _differs(meeting.date, document.date):
            counts += ["says today with another day"]
        there = [person for person in annotation.attendance if person.role != "mentioned"]
        counts += ["people at meetings"] * len(there)
        counts += ["people at meetings without a side"] * sum(person.side is None for person in there)
    counts += ["commitments"] * len(annotation.commitments)
    names = {(mention.type, mention.canonical) for mention in annotation.mentions}
    return Reading(document.title, tuple(counts), meeting.series if meeting else None, tuple(names))


def _differs(held: str | None, released: str | None) -> bool:
    """Whether a meeting has another day than its release or the day before."""
    if not held or not released or len(held) < 10 or len(released) < 10:
        return False
    return not 0 <= (date.fromisoformat(released) - date.fromisoformat(held)).days <= 1


def files(folders: Iterable[Path], step: int) -> list[Path]:
    """Every step-th file of some folders, by name."""
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())[::step]


def readings(paths: list[Path]) -> Iterator[Reading]:
    """Read files in as many processes as there are processors."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(read, paths, chunksize=32)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--step", type=int, default=1, help="read every so many files only")
    parser.add_argument("--names", help="print the 200 commonest names of a type, such as PERSON, or SERIES")
    parser.add_argument("--list", help="print the titles behind a count")
    arguments = parser.parse_args()
    counts, names, series = Counter[str](), Counter[str](), Counter[str]()
    for reading in readings(files(arguments.folders, arguments.step)):
        counts.update(reading.counts)
        series.update([reading.series] if reading.series else [])
        names.update(name for type, name in reading.names if type == arguments.names)
        if arguments.list in reading.counts:
            print(reading.title)
    counts["series"], counts["series with one text"] = len(series), sum(count == 1 for count in series.values())
    for key, count in sorted(counts.items()):
        print(f"{count:8} {key}")
    for name, count in series.most_common() if arguments.names == "SERIES" else names.most_common(200):
        print(f"{count:8} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
