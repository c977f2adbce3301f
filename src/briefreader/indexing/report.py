"""What an update of the index did."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from briefreader.indexing.difference import Difference
from briefreader.indexing.inventory import Unreadable
from briefreader.model import Problem
from briefreader.store import File, Look


class IndexReport(NamedTuple):
    """What an update did, in briefs, and which files could not be read."""

    briefs: int
    added: int = 0
    updated: int = 0
    removed: int = 0
    seconds: float = 0.0
    problems: tuple[Problem, ...] = ()

    @property
    def quarantined(self) -> int:
        """The number of files that could not be read."""
        return len(self.problems)

    @classmethod
    def of(
        cls,
        root: Path,
        files: Look,
        found: Difference,
        unreadable: Mapping[str, Unreadable],
        added: Mapping[str, File],
        seconds: float,
    ) -> IndexReport:
        """Return what was done about the difference found; `added` are files of the small part before."""
        read = [file for file in found.added if file.path not in unreadable]
        changed = [file for file in found.updated if file.path not in unreadable]
        changed += [file for file in read if file.path in added and file != added[file.path]]
        gone = added.keys() - {file.path for file in files} if added and not found.only_added else ()
        return cls(
            briefs=sum(file.path not in unreadable for file in files) if unreadable else len(files),
            added=sum(file.path not in added for file in read),
            updated=len(changed),
            removed=len(found.gone) + len(gone),
            seconds=round(seconds, 3),
            problems=tuple(problem(root / item.file.path, item.why) for item in unreadable.values()),
        )


def problem(path: Path, why: str) -> Problem:
    """Return what a person is told about a file that cannot be read."""
    what, _, remedy = why.partition("; ")
    return Problem(str(path), what, remedy or "mend the file or take it out of the library")


def closed_folder(error: OSError) -> Problem:
    """Return what a person is told about a folder that cannot be read."""
    return Problem(str(error.filename), f"the folder cannot be read ({error.strerror})", "mend its permissions")
