"""Lists the files of a folder with their sizes and times of change."""

import errno
import hashlib
import os
from array import array
from collections.abc import Callable, Container, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, overload

from briefreader.model import LibraryError
from briefreader.store.files import STATE
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


class OutwardLinkError(OSError):
    """A link in a folder leads out of it, or to the program's own records in it; `filename` is its path."""


class _Listing(NamedTuple):
    """The names in a folder that may be files, and the names and paths of its folders and of its links."""

    files: list[str]
    folders: list[tuple[str, str]]
    links: list[tuple[str, str]]


def _list(folder: str, suffixes: tuple[str, ...], found: _Listing) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_file(follow_symlinks=False):  # nearly all names are files
                if name.endswith(suffixes) or name.lower().endswith(suffixes):
                    found.files.append(name)
            elif entry.is_dir(follow_symlinks=False):
                found.folders.append((name, entry.path))
            elif entry.is_symlink():
                found.links.append((name, entry.path))


def scan(
    root: Path,
    suffixes: frozenset[str] | None = None,
    onerror: Callable[[OSError], object] | None = None,
) -> Look:
    """Return the regular files below `root` with one of the suffixes, given in lower case; None stands for all files.

    Names that begin with a dot are ignored. A link is followed if it stays inside `root`, and a file or folder that is
    reached in several ways counts once. The errors of folders that cannot be read and of links that lead out of `root`
    are passed to `onerror`. Raises LibraryError if `root` itself cannot be read.
    """
    walk = _Walk(root, ("",) if suffixes is None else tuple(suffixes), onerror or (lambda error: None))
    listings = list(walk.folders())
    paths = [prefix + name for _, prefix, names in listings for name in names]
    figures = statuses(((folder, names) for folder, _, names in listings), follow=False)
    if links := walk.linked_files():
        paths += (path for path, _ in links)
        places = (os.path.split(target) for _, target in links)
        figures += statuses((folder, [name]) for folder, name in places)
    if GONE in figures[::2]:
        there = [at for at, size in enumerate(figures[::2]) if size != GONE]
        paths = [paths[at] for at in there]
        figures = array("q", [figures[at] for file in there for at in (2 * file, 2 * file + 1)])
    return Look(paths, figures)


class _Walk:
    """Walks through the folders of a library, and follows its links once all folders without links are known."""

    def __init__(self, root: Path, suffixes: tuple[str, ...], onerror: Callable[[OSError], object]) -> None:
        self._root = root
        self._suffixes = suffixes
        self._onerror = onerror
        self._known: set[str] = set()  # the real paths of the folders
        self._unresolved: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._files: list[tuple[str, str]] = []

    @cached_property
    def _base(self) -> str:
        return os.path.realpath(self._root)

    def folders(self) -> Iterator[tuple[str, str, list[str]]]:
        """Yield each folder, the prefix of the paths in it, and the names in it that may be files."""
        pending = [(os.fspath(self._root), "")]
        while pending:
            folder, prefix = pending.pop()
            listing = _Listing([], [], [])
            try:
                _list(folder, self._suffixes, listing)
            except OSError as error:
                if not prefix:
                    message = f"{self._root} cannot be read ({error.strerror}); name a folder with --library"
                    raise LibraryError(message) from error
                self._onerror(error)
            self._unresolved.append(folder)
            yield folder, prefix, listing.files  # after an error, the names read before it
            pending.extend((path, f"{prefix}{name}/") for name, path in listing.folders)
            self._links.extend((f"{prefix}{name}", path) for name, path in listing.links)
            while self._links and not pending:
                pending += self._followed()

    def _followed(self) -> list[tuple[str, str]]:
        """Take the first link, and return the new folder and its prefix if the link leads to one."""
        self._links.sort(reverse=True)
        path, link = self._links.pop()
        self._known.update(map(os.path.realpath, self._unresolved))
        self._unresolved.clear()
        target = os.path.realpath(link)
        is_folder = os.path.isdir(target)  # noqa: PTH112
        if not is_folder and not path.lower().endswith(self._suffixes):
            return []
        if not is_inside(target, self._base):
            self._onerror(OutwardLinkError(errno.EXDEV, f"the link leads to {target}", link))
        elif not is_folder:
            self._files.append((path, target))
        elif target not in self._known:
            return [(target, f"{path}/")]
        return []

    def linked_files(self) -> list[tuple[str, str]]:
        """Return the paths of the links to files that no other path reaches, each with its target."""
        if self._files:
            self._known.update(map(os.path.realpath, self._unresolved))
        found: dict[str, str] = {}
        for path, target in self._files:
            folder, name = os.path.split(target)
            is_listed = folder in self._known and name[0] != "." and name.lower().endswith(self._suffixes)
            if not is_listed:
                found.setdefault(target, path)
        return [(path, target) for target, path in found.items()]


def is_inside(target: str, base: str) -> bool:
    """Return whether a real path is inside a folder, given by its real path, and not in the program's records there."""
    return _lies_in(target, base) and not _lies_in(target, os.path.join(base, STATE))  # noqa: PTH118


def _lies_in(target: str, folder: str) -> bool:
    return target == folder or target.startswith(folder.rstrip(os.sep) + os.sep)


def only(root: Path, path: str) -> Look:
    """Return a look at one file of a folder. Raises OSError if it is missing."""
    status = (root / path).stat()
    return Look([path], array("q", [status.st_size, min(status.st_mtime_ns, LATEST)]))
