"""Where an index lies: generations of files that never change, and one small file that names the current one.

    folder/current          number of the generation; size and checksums of each of its files; a checksum of all this
    folder/generation-7/    the files
    folder/lock             held while a generation is being built

A generation is built aside and swapped in by one rename. Nothing here can be lost: the index is made again from the
briefs.
"""

import fcntl
import json
import os
import stat
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from briefreader.model import LibraryError
from briefreader.search.storage.checksummed import ChecksummedFile, checksums

# Counted up whenever an index written before could no longer be read, or would answer otherwise.
FORMAT: Final = 9
_CURRENT: Final = "current"
_ASIDE: Final = ".aside"


class Commit(NamedTuple):
    """The files of one generation: size in bytes and checksums by name."""

    path: Path
    number: int
    files: Mapping[str, tuple[int, bytes]]

    def open(self, name: str) -> ChecksummedFile:
        """Open a file that is read only as far as it is as it was written. Raises OSError or KeyError without it."""
        return ChecksummedFile(self.path / name, self.files[name][1])


def current(folder: Path) -> Commit | None:
    """Return the current generation; None where there is none, or where it or the folder cannot be trusted."""
    try:
        if not _is_ours(folder):
            return None
        checksum, _, body = (folder / _CURRENT).read_bytes().partition(b"\n")
        if int(checksum) != zlib.crc32(body):
            return None
        content = json.loads(body)
        if content["format"] != FORMAT:
            return None
        files = {str(name): (int(size), bytes.fromhex(sums)) for name, (size, sums) in content["files"].items()}
        number = int(content["generation"])
        path = _path(folder, number)
        if any((path / name).stat().st_size != size for name, (size, _) in files.items()):
            return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Commit(path, number, files)


def _path(folder: Path, number: int) -> Path:
    return folder / f"generation-{number}"


def _is_ours(folder: Path) -> bool:
    """Whether nobody else could have written here: an index from a stranger might be made to do anything."""
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077


def distrust(folder: Path) -> None:
    """Take the current generation for none if it is damaged, and not only kept from being read for a moment.

    Raises OSError.
    """
    commit = current(folder)
    if commit and not intact(commit, unread=True):
        with locked(folder):
            if current(folder) == commit:  # else somebody has replaced it
                (folder / _CURRENT).unlink(missing_ok=True)


def intact(commit: Commit, *, unread: bool = False) -> bool:
    """Whether every file has the content it was written with: 0.1 s for an index of 14,000 briefs.

    One that cannot be read just now is taken for `unread`; one that is not there is not intact.
    """
    return all(_is_intact(commit.path / name, sums, unread) for name, (_, sums) in commit.files.items())


def _is_intact(path: Path, sums: bytes, unread: bool) -> bool:
    try:
        return checksums(path) == sums
    except FileNotFoundError:
        return False
    except OSError:
        return unread


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Tell a person what hinders writing to a folder."""
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"{folder}: the search index cannot be written ({error.strerror or error}); free some space or set "
            "another cache folder"
        ) from error


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make the folder ours and keep other processes from building in it; waits for one that does."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    with (folder / "lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def begin(folder: Path, previous: Commit | None) -> Path:
    """Return a new folder aside that holds the files of the previous generation, linked, not copied."""
    import shutil  # no start of the program needs it

    aside = folder / f"generation{_ASIDE}"
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
    """Make the files in `aside` the current generation and drop the others; open files of theirs stay readable."""
    import shutil

    number = max([_number(path) for path in folder.glob("generation-*")], default=0) + 1
    path = _path(folder, number)
    files = {file.name: (file.stat().st_size, _known(file, previous)) for file in sorted(aside.iterdir())}
    described = {name: (size, sums.hex()) for name, (size, sums) in files.items()}
    body = json.dumps({"format": FORMAT, "generation": number, "files": described}).encode()
    aside.rename(path)
    temporary = folder / f"{_CURRENT}{_ASIDE}"
    temporary.write_bytes(b"%d\n%s" % (zlib.crc32(body), body))
    temporary.replace(folder / _CURRENT)
    for other in folder.glob("generation-*"):
        if other != path:
            shutil.rmtree(other, ignore_errors=True)
    return Commit(path, number, files)


def _number(path: Path) -> int:
    digits = path.name.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else 0


def _known(file: Path, previous: Commit | None) -> bytes:
    """Return a file's checksums, without reading it where the previous generation has the very same file."""
    if previous and file.name in previous.files and (previous.path / file.name).samefile(file):
        return previous.files[file.name][1]
    return checksums(file)
