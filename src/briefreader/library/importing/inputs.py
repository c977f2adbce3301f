"""Lists the inputs that a person names: files, files in folders, and standard input."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from briefreader.indexing import read_bytes
from briefreader.model import BriefreaderError, SourceError
from briefreader.sources import told_suffix
from briefreader.store import OutwardLinkError, scan

STANDARD_INPUT = "-"

Status = Literal["added", "updated", "unchanged", "duplicate", "quarantined"]


class Input(NamedTuple):
    """An input by its given name, with its path, None for standard input, and a function that reads its bytes."""

    name: str
    path: Path | None
    read: Callable[[], bytes]

    def file_name(self, data: bytes) -> str:
        """Return a file name whose suffix tells the kind of the input, for standard input from its bytes."""
        return self.path.name if self.path else sniffed_name("stdin", data)


class Added(NamedTuple):
    """The result of adding one input; `item` names a part of an input that holds several briefs."""

    path: str
    status: Status
    item: str | None = None
    id: str | None = None
    title: str | None = None
    date: str | None = None
    removed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    reason: str | None = None


def list_inputs(names: Iterable[str], standard_input: Callable[[], bytes], *, walk: bool) -> Iterator[Input]:
    """Yield the inputs of names in their order; if `walk`, folders are walked to any depth."""
    for name in names:
        if name == STANDARD_INPUT:
            yield Input(name, None, standard_input)
        elif walk and Path(name).is_dir():
            yield from _walked(name)
        else:
            yield file_input(name)


def file_input(name: str, within: Path | None = None) -> Input:
    """Return the input of a file; a link that leads out of the folder `within`, if one is given, is not followed."""
    path = Path(name)
    return Input(name, path, lambda: read_bytes(path, within))


def _walked(folder: str) -> Iterator[Input]:
    closed: list[OSError] = []
    try:
        files = scan(Path(folder), None, closed.append)
    except BriefreaderError as error:
        yield Input(folder, Path(folder), _failing(str(error)))
        return
    for file in files:
        yield file_input(os.path.join(folder, file.path), Path(folder))  # noqa: PTH118 - keeps the name as it was given
    yield from map(closed_input, closed)


def closed_input(problem: OSError) -> Input:
    """Return the input that tells of a folder that cannot be read, or of a link that is not followed."""
    name = str(problem.filename)
    why = f"the folder cannot be read ({problem.strerror}); mend its permissions"
    if isinstance(problem, OutwardLinkError):
        why = f"{problem.strerror}, outside of the folder, and is not followed; name the link by itself to add it"
    return Input(name, Path(name), _failing(why))


def _failing(reason: str) -> Callable[[], bytes]:
    def read() -> bytes:
        raise SourceError(reason)

    return read


def sniffed_name(name: str, data: bytes) -> str:
    """Return a file name for bytes without one, with the suffix of the kind that they resemble."""
    if suffix := told_suffix(data):
        return f"{name}{suffix}"
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<article", b"<p>", b"<!--")):
        return f"{name}.html"
    if head.startswith((b"---\n", b"---\r\n", b"# ")) or b"\n# " in head or b"\n## " in head or b"](http" in head:
        return f"{name}.md"
    return f"{name}.txt"
