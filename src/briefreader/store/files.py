"""Writes a file so that no process ever sees it unfinished."""

import errno
import hashlib
import os
import stat
from contextlib import suppress
from pathlib import Path

STATE = ".briefreader"
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})


def write(path: Path, data: bytes, aside: Path, *, replace: bool = False, private: bool = False) -> None:
    """Write a whole file to the disk, or none if the process or the machine stops; if `private`, for its owner alone.

    `aside` is a folder on the same file system for the unfinished file; a file that is replaced keeps its permissions.
    Raises FileExistsError where the file exists and `replace` is false, OSError where it cannot be written.
    """
    make_folder(aside)
    # A name that nobody can foresee: elsewhere the same number may be that of another process.
    unfinished = aside / f"{os.getpid()}-{os.urandom(8).hex()}"
    try:
        with unfinished.open("xb") as file:
            if private:
                os.fchmod(file.fileno(), 0o600)
            elif replace:
                _keep_permissions(path, file.fileno())
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


def _keep_permissions(path: Path, descriptor: int) -> None:
    """Give a new file the permissions of the one whose place it takes; some file systems have none."""
    with suppress(OSError):
        former = path.lstat().st_mode
        if stat.S_ISREG(former) and former != os.fstat(descriptor).st_mode:
            os.fchmod(descriptor, stat.S_IMODE(former) & 0o777)


def _publish(unfinished: Path, path: Path) -> None:
    """Give a finished file its name; unlike a rename, a link fails where the name is taken. Raises FileExistsError."""
    try:
        os.link(unfinished, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path)) from error
        unfinished.replace(path)


def move(source: Path, target: Path) -> None:
    """Give a file another name, or move it to another file system, with its folders synchronized to the disk.

    Raises FileExistsError where the name is taken, OSError where the file cannot be moved.
    """
    import shutil

    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(target))
    make_folder(target.parent)
    shutil.move(source, target)  # it copies where the folders are on several file systems
    sync_folder(target.parent)
    sync_folder(source.parent)


def sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk; a file system that cannot do this is left as it is."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, with its parents, unless it exists."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def refuse_link(folder: Path) -> None:
    """Raise OSError where a link stands in place of a folder: it may lead out of the place that may be written."""
    if folder.is_symlink():
        raise OSError(errno.ELOOP, "a link stands in place of a folder", os.fspath(folder))


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stays_inside(path: object) -> bool:
    """Return whether a recorded path is one within a library: relative, and without steps out of the folder."""
    return isinstance(path, str) and path[:1] not in ("", "/") and "\0" not in path and ".." not in path.split("/")


def folder_key(folder: Path) -> str:
    """Return a short name for a folder, made of 64 bits of the SHA-256 of its real path."""
    return hashlib.sha256(os.fsencode(os.path.realpath(folder))).hexdigest()[:16]


def user_key() -> str:
    """Return a name for this user on this machine that tells nobody who it is."""
    return hashlib.sha256(f"{os.uname().nodename} {os.getuid()}".encode()).hexdigest()[:12]
