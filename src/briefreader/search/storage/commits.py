"""Keeps an index in a folder as commits: sets of files that never change, of which one is current.

    folder/current      number of the current commit; size and checksums of each of its files; a checksum of all this
    folder/commit-7/    the files
    folder/lock         held while a commit is being built

A commit is built in a folder of its own, `aside`, and becomes current by one rename. Nothing here needs a backup: the
index is made again from the briefs.
"""

import fcntl
import json
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from briefreader.model import LibraryError
from briefreader.search.storage.checksummed import ChecksummedFile, checksums

# Counted up whenever the program can no longer read an index written before, or would answer otherwise from it.
FORMAT: Final = 17
_CURRENT: Final = "current"
_ASIDE: Final = ".aside"


class Commit(NamedTuple):
    """Describes one commit: its folder, its number, and the size in bytes and the checksums of each file by name."""

    path: Path
    number: int
    files: Mapping[str, tuple[int, bytes]]

    def open(self, name: str) -> ChecksummedFile:
        """Open a file, which is checked as it is read. Raises OSError or KeyError where the commit lacks it."""
        return ChecksummedFile(self.path / name, self.files[name][1])


def current(folder: Path, *, any_format: bool = False) -> Commit | None:
    """Return the current commit, None where there is none or where it or the folder cannot be trusted.

    If `any_format`, the commit may be one that another version of the program wrote.
    """
    try:
        if not _is_private(folder):
            return None
        content = _manifest(folder)
        if content["format"] != FORMAT and not any_format:
            return None
        files = {str(name): (int(size), bytes.fromhex(sums)) for name, (size, sums) in content["files"].items()}
        number = int(content["number"])
        path = _commit_folder(folder, number)
        if any((path / name).stat().st_size != size for name, (size, _) in files.items()):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Commit(path, number, files)


def _manifest(folder: Path) -> dict[str, Any]:
    """Return the contents of the file that names the current commit. Raises OSError, or ValueError for damage."""
    checksum, _, body = (folder / _CURRENT).read_bytes().partition(b"\n")
    if int(checksum) != zlib.crc32(body):
        raise ValueError("the checksum does not match")
    content: dict[str, Any] = json.loads(body)
    return content


def is_of_another_version(folder: Path) -> bool:
    """Tell whether another version of the program wrote the index in a folder; it is no damage, and is rebuilt."""
    try:
        return bool(_manifest(folder)["format"] != FORMAT)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False


def _commit_folder(folder: Path, number: int) -> Path:
    return folder / f"commit-{number}"


def _is_private(folder: Path) -> bool:
    """Tell whether only this user can have written to the folder: a stranger's index might run code of the stranger."""
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077


def discard_damaged(folder: Path) -> None:
    """Make no commit current if the current one is damaged; a file that cannot be read just now is no damage.

    Raises OSError.
    """
    commit = current(folder)
    if commit and not is_intact(commit, unreadable=True):
        with locked(folder):
            if current(folder) == commit:  # else another process has replaced it
                (folder / _CURRENT).unlink(missing_ok=True)


def is_intact(commit: Commit, *, unreadable: bool = False) -> bool:
    """Tell whether every file has the content that was written: 0.1 s for an index of 14,000 briefs.

    `unreadable` is the answer for a file that cannot be read just now; a commit with a missing file is not is_intact.
    """
    return all(_file_is_intact(commit.path / name, sums, unreadable) for name, (_, sums) in commit.files.items())


def _file_is_intact(path: Path, sums: bytes, unreadable: bool) -> bool:
    try:
        return checksums(path) == sums
    except FileNotFoundError:
        return False
    except OSError:
        return unreadable


@contextmanager
def explaining_write_errors(folder: Path) -> Iterator[None]:
    """Turn an OSError into a LibraryError that says why the index in a folder cannot be written and how to help it."""
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"{folder}: the search index cannot be written ({error.strerror or error}); free some space or set "
            "another cache folder"
        ) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Create the folder for this user alone and keep other processes from building in it; wait for one that does."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    with (folder / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def begin(folder: Path, previous: Commit | None) -> Path:
    """Return a new folder, `aside`, with hard links to the files of the previous commit. Raises OSError."""
    import shutil  # no start of the program needs it

    aside = folder / f"commit{_ASIDE}"
    shutil.rmtree(aside, ignore_errors=True)  # left over from a process that was killed
    aside.mkdir(mode=0o700)
    for name in previous.files if previous else ():
        assert previous is not None
        try:
            os.link(previous.path / name, aside / name)
        except OSError:  # a file system without hard links
            shutil.copyfile(previous.path / name, aside / name)
    return aside


def publish(folder: Path, aside: Path, previous: Commit | None) -> Commit:
    """Make the files in `aside` the current commit and delete the other commits, whose open files stay readable.

    Raises OSError.
    """
    import shutil

    number = max([_number(path) for path in folder.glob("commit-*")], default=0) + 1
    path = _commit_folder(folder, number)
    files = {file.name: (file.stat().st_size, _checksums_of(file, previous)) for file in sorted(aside.iterdir())}
    manifest_files = {name: (size, sums.hex()) for name, (size, sums) in files.items()}
    body = json.dumps({"format": FORMAT, "number": number, "files": manifest_files}).encode()
    aside.rename(path)
    temporary = folder / f"{_CURRENT}{_ASIDE}"
    temporary.write_bytes(b"%d\n%s" % (zlib.crc32(body), body))
    temporary.replace(folder / _CURRENT)
    for other in (*folder.glob("commit-*"), *folder.glob("generation-*")):  # the older name
        if other != path:
            shutil.rmtree(other, ignore_errors=True)
    return Commit(path, number, files)


def _number(path: Path) -> int:
    digits = path.name.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def _checksums_of(file: Path, previous: Commit | None) -> bytes:
    """Return a file's checksums; the previous commit has them where it has the very same file."""
    if previous and file.name in previous.files and (previous.path / file.name).samefile(file):
        return previous.files[file.name][1]
    return checksums(file)
