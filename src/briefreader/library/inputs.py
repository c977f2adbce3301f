"""What a person hands over to be read: files, folders and standard input, each as bytes with a name."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefreader.indexing.reading import read_bytes
from briefreader.model import BriefreaderError, SourceError
from briefreader.store import scan

STANDARD_INPUT = "-"


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


def sniffed_name(name: str, data: bytes) -> str:
    """Return a file's name for nameless bytes, with the suffix of the kind that they look like."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<article", b"<p>", b"<!--")):
        return f"{name}.html"
    if head.startswith((b"---\n", b"---\r\n", b"# ")) or b"\n# " in head or b"\n## " in head or b"](http" in head:
        return f"{name}.md"
    return f"{name}.txt"
