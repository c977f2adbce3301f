"""Reports the progress and the result of an update of the index."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from briefreader.indexing.difference import Difference
from briefreader.indexing.inventory import Unreadable
from briefreader.model import Problem
from briefreader.store import File, Look, OutwardLinkError

Progress = Callable[[int, int], object]
"""Is called with the number of files that are done and the number of all files."""


def silent(*_: object) -> None:
    """Ignore progress and messages."""


class IndexReport(NamedTuple):
    """The result of an update: counts of briefs, and the files that could not be read."""

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
        """Return the report of an update that removed a difference; `added` are the former files of the delta."""
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
    """Return the problem of a file that cannot be read."""
    what, _, remedy = why.partition("; ")
    return Problem(str(path), what, remedy or "mend the file or take it out of the library")


def closed_folder(error: OSError) -> Problem:
    """Return the problem of a folder that cannot be read, or of a link that is not followed."""
    if isinstance(error, OutwardLinkError):
        what = f"{error.strerror}, outside of the library, and is not followed"
        return Problem(str(error.filename), what, "add the file with `briefreader add`, or put it in place of the link")
    return Problem(str(error.filename), f"the folder cannot be read ({error.strerror})", "mend its permissions")
