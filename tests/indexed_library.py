"""A library with its index, made once and copied for each test, since to index takes a third of a second."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import readouts
from briefreader.config import Places
from briefreader.library import Library
from briefreader.store import STATE, folder_key

Prepare = Callable[[Path], None]


def make(folder: Path, briefs: Mapping[str, str] | None, prepare_cache: Prepare) -> Path:
    """Write a library of briefs (those of readouts unless others are given) below a folder, and index it."""
    prepare_cache(folder / "user" / "cache")
    Library(readouts.write(folder / "library", briefs), places_below(folder / "user")).update()
    return folder


def copy_briefs(indexed: Path, folder: Path) -> Path:
    """Copy the files of the briefs into a folder, without their index; return the new library."""
    copied = shutil.copytree(indexed / "library", folder / "library", ignore=shutil.ignore_patterns(STATE))
    return Path(copied)


def opened(indexed: Path, root: Path, places: Places) -> Library:
    """Open a library with an index that is up to date, copied if its files are those that were indexed."""
    if _names(root) == _names(indexed / "library"):
        shutil.copytree(indexed / "library" / STATE, root / STATE)
        index = folder_key(indexed / "library")
        shutil.copytree(indexed / "user" / "cache" / index, places.cache / folder_key(root))
    library = Library(root, places)
    library.update()
    return library


def places_below(user: Path) -> Places:
    """Return the user's folders below one."""
    return Places(user / "config", user / "data", user / "cache")


def _names(root: Path) -> set[Path]:
    return {path.relative_to(root) for path in root.rglob("*.md")}
