"""Lists the files of a folder with their sizes and times of change."""

import hashlib
import os
from array import array
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, overload

from briefreader.model import LibraryError
from briefreader.store.statuses import GONE, LATEST, statuses


class File(NamedTuple):
    """A regular file of a library: `path` relative to it with `/`, size in bytes, time of change in nanoseconds."""

    path: str
    size: int
    mtime_ns: int


class Look(Sequence[File]):
    """The files of a folder, sorted by path; `fingerprint` changes if any of them changes."""

    def __init__(self, paths: list[str], figures: "array[int]") -> None:
        self._paths = paths
        self._figures = figures  # size and time of each file in turn

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of all paths, sizes and times, in the order in which the system lists the files."""
        digest = hashlib.sha256("\0".join(self._paths).encode("utf-8", "surrogateescape"))
        digest.update(self._figures)
        return digest.hexdigest()

    @cached_property
    def _files(self) -> list[File]:
        return sorted(map(File, self._paths, self._figures[::2], self._figures[1::2]))

    def beyond(self, known: Container[tuple[str, int, int]]) -> list[File]:
        """Return the files whose path, size and time are not all known."""
        found = zip(self._paths, self._figures[::2], self._figures[1::2], strict=True)
        return sorted(File(*each) for each in found if each not in known)

    def since(self, mtime_ns: int) -> list[File]:
        """Return the files changed at or after a time."""
        times = self._figures[1::2]
        return [File(self._paths[at], self._figures[2 * at], time) for at, time in enumerate(times) if time >= mtime_ns]

    def parted(self, mtime_ns: int, most: int) -> "tuple[list[File], Look]":
        """Return the files changed after a time, none if they are more than `most`, and a look without them."""
        later = [at for at, time in enumerate(self._figures[1::2]) if time > mtime_ns]
        if not 0 < len(later) <= most:
            return [], self
        files = sorted(File(self._paths[at], *self._figures[2 * at : 2 * at + 2]) for at in later)
        paths, figures = self._paths.copy(), self._figures[:]
        for at in reversed(later):
            del paths[at], figures[2 * at : 2 * at + 2]
        return files, Look(paths, figures)

    def __len__(self) -> int:
        return len(self._paths)

    def __iter__(self) -> Iterator[File]:
        return iter(self._files)

    @overload
    def __getitem__(self, at: int) -> File: ...

    @overload
    def __getitem__(self, at: slice) -> list[File]: ...

    def __getitem__(self, at: int | slice) -> File | list[File]:
        return self._files[at]


class _Listing(NamedTuple):
    """The names in a folder that may be files, and the names and paths of its folders and of its links to folders."""

    files: list[str]
    folders: list[tuple[str, str]]
    links: list[tuple[str, str]]


def _list(folder: str, suffixes: tuple[str, ...], found: _Listing) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            is_file = entry.is_file(follow_symlinks=False)  # nearly all names are files
            if not is_file and entry.is_dir(follow_symlinks=False):
                found.folders.append((name, entry.path))
            elif not is_file and entry.is_symlink() and _is_folder(entry):
                found.links.append((name, entry.path))
            elif name.endswith(suffixes) or name.lower().endswith(suffixes):
                found.files.append(name)


def _is_folder(link: os.DirEntry[str]) -> bool:
    try:
        return link.is_dir()
    except OSError:  # its target may not be read
        return False


def scan(
    root: Path,
    suffixes: frozenset[str] | None = None,
    onerror: Callable[[OSError], object] | None = None,
) -> Look:
    """Return the regular files below `root` with one of the suffixes, given in lower case; None stands for all files.

    Names that begin with a dot are ignored. A link to a file counts as the file; a link to a folder is followed once,
    and never to a folder that holds the library. The error of a folder that cannot be read is passed to `onerror`.
    Raises LibraryError if `root` itself cannot be read.
    """
    listings = list(_walk(root, ("",) if suffixes is None else tuple(suffixes), onerror))
    figures = statuses((folder, names) for folder, _, names in listings)
    paths = [prefix + name for _, prefix, names in listings for name in names]
    if GONE in figures[::2]:
        there = [at for at, size in enumerate(figures[::2]) if size != GONE]
        paths = [paths[at] for at in there]
        figures = array("q", [figures[at] for file in there for at in (2 * file, 2 * file + 1)])
    return Look(paths, figures)


def _walk(
    root: Path, suffixes: tuple[str, ...], onerror: Callable[[OSError], object] | None
) -> Iterator[tuple[str, str, list[str]]]:
    """Yield each folder, the prefix of the paths in it, and the names in it that may be files."""
    known: set[str] = set()
    folders: list[str] = []
    links: list[tuple[str, str]] = []
    pending = [(os.fspath(root), "")]
    while pending:
        folder, prefix = pending.pop()
        listing = _Listing([], [], [])
        try:
            _list(folder, suffixes, listing)
        except OSError as error:
            if not prefix:
                raise LibraryError(f"{root} cannot be read ({error.strerror}); name a folder with --library") from error
            if onerror:
                onerror(error)
        folders.append(folder)
        yield folder, prefix, listing.files  # after an error, the names read before it
        pending.extend((path, f"{prefix}{name}/") for name, path in listing.folders)
        links.extend((f"{prefix}{name}/", path) for name, path in listing.links)
        while links and not pending:
            links.sort(reverse=True)
            prefix, target = links.pop()
            known.update(map(os.path.realpath, folders))
            folders.clear()
            real = os.path.realpath(target)
            if real not in known and os.path.commonpath([real, os.path.realpath(root)]) != real:
                pending.append((target, prefix))


def only(root: Path, path: str) -> Look:
    """Return a look at one file of a folder. Raises OSError if it is missing."""
    status = (root / path).stat()
    return Look([path], array("q", [status.st_size, min(status.st_mtime_ns, LATEST)]))
