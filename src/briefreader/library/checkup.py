"""What is wrong with a library, its index and the settings, and how to mend it."""

import locale
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefreader.config import load
from briefreader.indexing.reading import document, read_bytes
from briefreader.indexing.report import closed_folder, problem
from briefreader.model import BriefreaderError, Problem, SettingsError
from briefreader.search.index.index import Index
from briefreader.store import File, State


def settings_problems(settings: Path, load_names: Callable[[], object]) -> Iterator[Problem]:
    """Yield the first mistake in the settings, and the first in the lists of names."""
    for part in (lambda: load(settings), load_names):
        try:
            part()
        except SettingsError as error:
            told, _, remedy = str(error).rpartition("; ")
            where, _, what = told.partition(": ")
            yield Problem(where, what, remedy) if what else Problem(str(settings), where, remedy)


def file_problems(
    root: Path, scan: Callable[[Callable[[OSError], object]], Sequence[File]], progress: Callable[[int, int], object]
) -> Iterator[Problem]:
    """Yield the folders and files of the library that cannot be read, and the front matter that is not understood."""
    closed: list[OSError] = []
    files = scan(closed.append)
    for error in closed:
        yield closed_folder(error)
    for done, file in enumerate(files, 1):
        try:
            found = document(read_bytes(root / file.path), PurePosixPath(file.path).name)
        except BriefreaderError as error:
            yield problem(root / file.path, str(error))
        else:
            for doubt in found.unsure:
                if doubt.startswith("front matter"):
                    yield Problem(str(root / file.path), doubt.partition("; ")[0], "mend it in the file")
        progress(done, len(files))


def index_problems(index: Index) -> Iterator[Problem]:
    """Yield the damage of an index; that there is none yet, or an old one, is no problem."""
    if index.is_damaged():
        yield Problem(
            str(index.folder), "the search index is damaged", "make it anew with `briefreader index --rebuild`"
        )


def quarantine_problems(state: State) -> Iterator[Problem]:
    """Yield what waits in quarantine."""
    reasons = sorted(state.quarantined.glob("*.reason")) if state.quarantined.is_dir() else []
    for reason in reasons:
        what = reason.read_text("utf-8", "replace").strip()
        yield Problem(str(reason.with_suffix("")), f"in quarantine: {what}", "add it again once mended, or delete it")


def locale_problems() -> Iterator[Problem]:
    """Yield the locale that cannot show every text."""
    encoding = locale.getencoding()
    if not sys.flags.utf8_mode and encoding.lower().replace("-", "") not in ("utf8", "cp65001"):
        yield Problem("locale", f"its encoding is {encoding}", "set LC_ALL to one with UTF-8, such as C.UTF-8")
