"""The files of a folder: which there are, and how one is written so that it is never seen half done."""

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from briefreader.model import LibraryError

STATE = ".briefreader"
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})


class File(NamedTuple):
    """A regular file of a library: `path` relative to it with `/`, size in bytes, time of change in nanoseconds."""

    path: str
    size: int
    mtime_ns: int


def scan(
    root: Path,
    suffixes: frozenset[str] | None = None,
    onerror: Callable[[OSError], object] | None = None,
) -> list[File]:
    """Return the regular files below root with one of the lower-case suffixes (None: all), sorted by path.

    Names that begin with a dot are passed over. A link to a file counts as the file; a link to a folder is followed
    once, and never to a folder that holds the library. A folder below root that cannot be read goes to onerror.
    Raises LibraryError where root itself cannot be read.
    """
    files: list[File] = []
    known: set[str] = set()
    folders: list[str] = []
    links: list[tuple[str, str]] = []
    pending = [(os.fspath(root), "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            with os.scandir(folder) as entries:
                folders.append(folder)
                for entry in entries:
                    name = entry.name
                    if name[0] == ".":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append((entry.path, f"{prefix}{name}/"))
                    elif entry.is_symlink() and entry.is_dir():
                        links.append((f"{prefix}{name}/", entry.path))
                    elif suffixes is None or name[name.rfind(".") :].lower() in suffixes:
                        try:
                            status = entry.stat()
                        except OSError:  # a dangling link, or a file that went away while the folder was read
                            continue
                        if stat.S_ISREG(status.st_mode):
                            files.append(File(prefix + name, status.st_size, status.st_mtime_ns))
        except OSError as error:
            if not prefix:
                raise LibraryError(f"{root} cannot be read ({error.strerror}); name a folder with --library") from error
            if onerror:
                onerror(error)
        while links and not pending:
            links.sort(reverse=True)
            prefix, target = links.pop()
            known.update(map(os.path.realpath, folders))
            folders.clear()
            real = os.path.realpath(target)
            if real not in known and os.path.commonpath([real, os.path.realpath(root)]) != real:
                pending.append((target, prefix))
    files.sort(key=itemgetter(0))  # no two have the same path
    return files


def write(path: Path, data: bytes, aside: Path, *, replace: bool = False) -> None:
    """Write data to path so that the file is there whole, on the disk, or not at all.

    aside is a folder of the same file system for the unfinished file. Raises FileExistsError where path exists and
    replace is false, else OSError.
    """
    make_folder(aside)
    unfinished = aside / f"{os.getpid()}-{hashlib.sha256(os.fsencode(path)).hexdigest()[:16]}"
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            unfinished.replace(path)
        else:
            _publish(unfinished, path)
    finally:
        unfinished.unlink(missing_ok=True)
    sync_folder(path.parent)


def _publish(unfinished: Path, path: Path) -> None:
    """Give a finished file its name unless that is taken; a link fails where a rename would overwrite."""
    try:
        os.link(unfinished, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path)) from error
        unfinished.replace(path)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable; a file system that cannot do so does not matter."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter, with its parents, where it is not there."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def folder_key(folder: Path) -> str:
    """Return a short name for a folder by its real path, as good as unique (64 bits)."""
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]
