"""Finds the problems of a library, its index and the settings, each with its remedy."""

import locale
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefreader.config import load
from briefreader.indexing import closed_folder, problem, read_bytes, read_document
from briefreader.model import BriefreaderError, Problem, SettingsError
from briefreader.search import Index
from briefreader.sources import SEVERAL
from briefreader.store import File, State, scan


def settings_problems(settings: Path, *others: Callable[[], object]) -> Iterator[Problem]:
    """Yield the first mistake in the settings, and the first in each of the other lists, such as those of names."""
    for read in (lambda: load(settings), *others):
        try:
            read()
        except SettingsError as error:
            fault, _, remedy = str(error).rpartition("; ")
            where, _, what = fault.partition(": ")
            yield Problem(where, what, remedy) if what else Problem(str(settings), where, remedy)


def file_problems(
    root: Path, scan: Callable[[Callable[[OSError], object]], Sequence[File]], progress: Callable[[int, int], object]
) -> Iterator[Problem]:
    """Yield the folders and files of the library that cannot be read, and the faults of front matter."""
    closed: list[OSError] = []
    files = scan(closed.append)
    for error in closed:
        yield closed_folder(error)
    for done, file in enumerate(files, 1):
        try:
            found = read_document(read_bytes(root / file.path, root), PurePosixPath(file.path).name)
        except BriefreaderError as error:
            yield problem(root / file.path, str(error))
        else:
            for doubt in found.unsure:
                if doubt.startswith("front matter"):
                    yield Problem(str(root / file.path), doubt.partition("; ")[0], "mend it in the file")
        progress(done, len(files))


def unopened_problems(root: Path, only: str | None) -> Iterator[Problem]:
    """Yield the feeds, mailboxes and archives in the library, whose documents only `add` takes out."""
    if only is not None:
        return
    for file in scan(root, frozenset(SEVERAL)):
        where = root / file.path
        what = "a file that may hold several documents is not searched"
        yield Problem(str(where), what, f"add what it holds with `briefreader add {shlex.quote(str(where))}`")


def index_problems(index: Index) -> Iterator[Problem]:
    """Yield the damage of an index; a missing or outdated index is no problem."""
    if index.is_damaged():
        yield Problem(str(index.folder), "the search index is damaged", "rebuild it with `briefreader index --rebuild`")


def quarantine_problems(state: State) -> Iterator[Problem]:
    """Yield the files in quarantine."""
    reasons = sorted(state.quarantined.glob("*.reason")) if state.quarantined.is_dir() else []
    for reason in reasons:
        what = reason.read_text("utf-8", "replace").strip()
        yield Problem(str(reason.with_suffix("")), f"in quarantine: {what}", "add it again once mended, or delete it")


def locale_problems() -> Iterator[Problem]:
    """Yield a locale whose encoding lacks characters."""
    encoding = locale.getencoding()
    if not sys.flags.utf8_mode and encoding.lower().replace("-", "") not in ("utf8", "cp65001"):
        yield Problem("locale", f"its encoding is {encoding}", "set LC_ALL to one with UTF-8, such as C.UTF-8")
