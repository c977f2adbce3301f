"""What a person hands over to be read: files, folders and standard input, each as bytes with a name."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefreader.model import BriefreaderError, SourceError
from briefreader.store import scan

STANDARD_INPUT = "-"
LARGEST = 64 << 20
"""Bytes of the largest file that is read: a readout has some thousands, and all of it is held in memory."""


class Input(NamedTuple):
    """One thing handed over: as it was named, its path unless it is standard input, and what reads its bytes."""

    name: str
    path: Path | None
    read: Callable[[], bytes]

    @property
    def file_name(self) -> str:
        """The name whose suffix tells the kind; standard input needs its bytes for that, see `sniffed_name`."""
        return self.path.name if self.path else self.name


def inputs(names: Iterable[str], standard_input: Callable[[], bytes], *, walk: bool) -> Iterator[Input]:
    """Yield what the names stand for, in their order; folders are walked to any depth where `walk` says so."""
    for name in names:
        if name == STANDARD_INPUT:
            yield Input(name, None, standard_input)
        elif walk and Path(name).is_dir():
            yield from _walked(name)
        else:
            yield _file(name)


def _file(name: str) -> Input:
    path = Path(name)
    return Input(name, path, lambda: read_bytes(path))


def _walked(folder: str) -> Iterator[Input]:
    closed: list[OSError] = []
    try:
        files = scan(Path(folder), None, closed.append)
    except BriefreaderError as error:
        yield Input(folder, Path(folder), _failing(str(error)))
        return
    for file in files:
        yield _file(os.path.join(folder, file.path))  # noqa: PTH118 - keeps the name as it was given
    for problem in closed:
        name = str(problem.filename)
        yield Input(name, Path(name), _failing(f"the folder cannot be read ({problem.strerror}); mend its permissions"))


def _failing(reason: str) -> Callable[[], bytes]:
    def read() -> bytes:
        raise SourceError(reason)

    return read


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file; a pipe or device is never waited for. Raises SourceError."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise SourceError("this is a folder; name the files in it")
            if not stat.S_ISREG(status.st_mode):
                raise SourceError("this is no regular file; pass a stream as standard input, named -")
            if status.st_size > LARGEST:
                raise SourceError(f"the file is larger than {LARGEST >> 20} MiB; take the text out of it")
            return file.read()
    except IsADirectoryError as error:
        raise SourceError("this is a folder; name the files in it") from error
    except FileNotFoundError as error:
        raise SourceError("there is no such file; check the name") from error
    except (OSError, ValueError) as error:
        cause = error.strerror if isinstance(error, OSError) else str(error)
        raise SourceError(f"the file cannot be read ({cause}); check its permissions and its disk") from error


def sniffed_name(name: str, data: bytes) -> str:
    """Return a file's name for nameless bytes, with the suffix of the kind that they look like."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<article", b"<p>", b"<!--")):
        return f"{name}.html"
    if head.startswith((b"---\n", b"---\r\n", b"# ")) or b"\n# " in head or b"\n## " in head or b"](http" in head:
        return f"{name}.md"
    return f"{name}.txt"
