"""How well briefs are joined: `python tests/meetings/score.py [--shared FOLDER] [--library FOLDER] [--errors HALF]`.

`judged.tsv` holds 170 groups of briefs that share a day or adjoining days and a foreign party, drawn at random from
1,852 pages of the State Department and 14,082 of the White House, and judged by reading: of each group the briefs that
are of one meeting have one number; a question mark stands where reading did not decide, and is not counted. Rules were
tuned on the half `tuned`; the half `test` only measures. Prints for each half the pairs of briefs of one meeting, how
many of them were joined, how many others were, and precision and recall.

The files are taken from the archives of a folder (--shared, or BRIEFREADER_SHARED), and indexed as one library, which
takes minutes; --library names a folder for them that is kept and used again. --errors prints the wrong pairs of a half.
"""

import argparse
import os
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from briefreader.library import Library
from briefreader.meetings import HeldMeeting

HERE = Path(__file__).parent
HALVES = ("tuned", "test")
ARCHIVES = ("wh-md.tar.xz", "state-html.tar.xz")
DOUBTFUL = "?"


class Judged(NamedTuple):
    """A brief of a drawn group, by the key at the end of its file name, with the number of its meeting there."""

    half: str
    group: str
    key: str
    meeting: str


class Pairs(NamedTuple):
    """The pairs of briefs of one group: joined rightly, joined wrongly and not joined although of one meeting."""

    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]

    @property
    def precision(self) -> float:
        """The share of joined pairs that are of one meeting."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of the pairs of one meeting that are joined."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def judged(half: str) -> list[Judged]:
    """Return the judged briefs of a half."""
    rows = (Judged(*line.split("\t")) for line in (HERE / "judged.tsv").read_text("utf-8").splitlines()[1:])
    return [row for row in rows if row.half == half]


def pairs(rows: Iterable[Judged], meeting_of: Mapping[str, str]) -> Pairs:
    """Compare judgements with the meetings found, which are given for each key that belongs to one."""
    groups: defaultdict[str, list[Judged]] = defaultdict(list)
    for row in rows:
        if row.meeting != DOUBTFUL:
            groups[row.group].append(row)
    found: dict[tuple[bool, bool], list[tuple[str, str]]] = defaultdict(list)
    for group in groups.values():
        for at, one in enumerate(group):
            for other in group[:at]:
                joined = meeting_of.get(one.key, one.key) == meeting_of.get(other.key, other.key)
                found[one.meeting == other.meeting, joined].append((other.key, one.key))
    return Pairs(tuple(found[True, True]), tuple(found[False, True]), tuple(found[True, False]))


def key_of(path: str) -> str:
    """Return the key at the end of a file name."""
    return Path(path).stem.rpartition("-")[2]


def unpack(shared: Path, folder: Path) -> None:
    """Unpack the archives into a folder. Raises OSError."""
    for name in ARCHIVES:
        with tarfile.open(shared / "corpus" / name) as archive:
            archive.extractall(folder, filter="data")


def print_half(half: str, meeting_of: Mapping[str, str]) -> Pairs:
    """Print the figures of a half, and return its pairs."""
    rows = judged(half)
    found = pairs(rows, meeting_of)
    counts = f"{len(found.right)} pairs joined rightly, {len(found.wrong)} wrongly, {len(found.missed)} missed"
    groups = len({row.group for row in rows})
    print(f"{half:6} {groups} groups, {counts}: precision {found.precision:.3f}, recall {found.recall:.3f}")
    return found


def main() -> int:
    """Measure, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=os.environ.get("BRIEFREADER_SHARED"))
    parser.add_argument("--library", type=Path)
    parser.add_argument("--errors", choices=HALVES)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.library or Path(temporary)
        if not folder.is_dir() or not any(folder.iterdir()):
            if arguments.shared is None:
                parser.error("name the folder of the archives by --shared or BRIEFREADER_SHARED")
            unpack(arguments.shared, folder)
        library = Library(folder)
        library.update()
        entries = {entry.id: entry for entry in library.entries()}
        meetings = library.meetings()
    meeting_of = {key_of(entries[brief.id].path): each.id for each in meetings for brief in each.briefs}
    print(f"{len(entries):,} briefs, {len(meetings):,} meetings, {_joined(meetings):,} of several briefs")
    found = {half: print_half(half, meeting_of) for half in HALVES}
    if arguments.errors:
        title_of = {key_of(entry.path): entry.title for entry in entries.values()}
        for name, wrong in (("wrong", found[arguments.errors].wrong), ("missed", found[arguments.errors].missed)):
            for one, other in wrong:
                print(f"{name}: {one} {title_of.get(one)} | {other} {title_of.get(other)}")
    return 0


def _joined(meetings: Sequence[HeldMeeting]) -> int:
    return sum(len(each.briefs) > 1 for each in meetings)


if __name__ == "__main__":
    sys.exit(main())
